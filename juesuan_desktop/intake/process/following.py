"""Whoever waits for a file is told how far the reading is, and may stop it by raising."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Follower = Callable[[int, int], None]  # done, in all; 0 in all where nobody knows
_FOLLOWER: ContextVar[Follower | None] = ContextVar("follower", default=None)


def nobody(done: int, total: int) -> None:
    """Nobody follows."""


@contextmanager
def followed_by(told: Follower) -> Iterator[None]:
    """While this lasts, reading in this thread tells ``told`` a few times a second how far it is."""
    token = _FOLLOWER.set(told)
    try:
        yield
    finally:
        _FOLLOWER.reset(token)


def follower() -> Follower:
    """Who follows."""
    return _FOLLOWER.get() or nobody
