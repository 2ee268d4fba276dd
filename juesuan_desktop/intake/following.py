"""Whoever waits for a file may look in on the reading from time to time, and stop it by raising."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_LOOK_IN: ContextVar[Callable[[], None] | None] = ContextVar("look_in", default=None)


@contextmanager
def followed_by(look_in: Callable[[], None]) -> Iterator[None]:
    """While this lasts, reading in this thread calls ``look_in`` a few times a second."""
    token = _LOOK_IN.set(look_in)
    try:
        yield
    finally:
        _LOOK_IN.reset(token)


def follower() -> Callable[[], None] | None:
    """Who looks in, if anybody does."""
    return _LOOK_IN.get()
