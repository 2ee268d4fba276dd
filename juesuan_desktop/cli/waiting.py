"""Who waits at the console for a long file sees from half a second on how far its reading is; Ctrl+C ends it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from juesuan_desktop.intake.process.following import followed_by

PATIENCE = 0.5  # seconds
_BLANK = " " * 24


@contextmanager
def told_how_far() -> Iterator[None]:
    """While this lasts a person at the console is told how far the reading of one file is."""
    if not sys.stderr.isatty():
        yield
        return
    began = monotonic()

    def told(done: int, total: int) -> None:
        if monotonic() - began >= PATIENCE:
            far = f" {done}/{total}" if total else ""
            print(f"\r{_BLANK}\r正在读取{far}…", end="", file=sys.stderr, flush=True)

    try:
        with followed_by(told):
            yield
    finally:
        print(f"\r{_BLANK}\r", end="", file=sys.stderr, flush=True)
