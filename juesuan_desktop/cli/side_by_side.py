"""Several reports checked at the same time, each by a process that keeps what it has loaded."""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from juesuan_desktop.cli.many import Checked, check_one
from juesuan_desktop.desk.desk import Desk

_KEPT: list[Desk] = []  # in each of the processes: its desk, with forms and rules loaded once


def check_side_by_side(files: Sequence[Path], desk: Desk, form_id: str | None, jobs: int) -> Iterator[Checked]:
    """Check every file, in the order given. Should a process be ended from outside, what is left is checked here."""
    done = 0
    try:
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(desk,)) as pool:
            for one in pool.map(partial(_check, form_id=form_id), files):
                yield one
                done += 1
    except BrokenProcessPool:
        yield from (check_one(path, desk, form_id) for path in files[done:])


def _begin(desk: Desk) -> None:
    """Ctrl+C goes to all processes at once: each ends what it is at and begins nothing more; the first one tells."""
    signal.signal(signal.SIGINT, lambda *_: _KEPT.clear())
    _KEPT.append(desk)


def _check(path: Path, form_id: str | None) -> Checked:
    if not _KEPT:
        raise KeyboardInterrupt
    return check_one(path, _KEPT[-1], form_id)
