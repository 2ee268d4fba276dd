"""How long one file may keep the process busy that reads it.

What counts is processor time: a busy PC, a slow disk or a virus scanner makes nobody's file too long. And it counts at
the pace of this PC, measured at the start, so that an old one reads what a new one reads. Measured where pace is 1, in
processor seconds: the largest workbook that makes sense (nine sheets, 2000 rows, 12 columns: 216,000 cells) takes 1.0,
as .xls 0.6; nine tables of 300 rows and 9 columns in Word 0.9, the sample 0.06; a PDF page full of figures 0.06, the
worst of 364 pages 0.11. A hostile file ends after SECONDS, however it does it.
"""

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

SECONDS = 4.0  # four times what the largest workbook takes
PAGE = 0.25  # what each further page of a PDF adds, twice the worst; never more than SECONDS at a time
WAITING = 2.0  # a process that does nothing ends after so many times its processor time by the clock
_PACE = 0.0015  # seconds of _work here, neither at its best nor crowded
_SLOWEST = 6.0
_TRIES, _STEPS = 3, 20_000


class Allowance:
    """Ends this process once it took too long. ``limit`` tells the system until when it may work (processor seconds).

    Nothing of it needs Python to run: the reader may be inside a library.
    """

    def __init__(self, limit: Callable[[float], None]) -> None:
        self._limit = limit
        self._times = min(max(min(_work() for _ in range(_TRIES)) / _PACE, 1.0), _SLOWEST)
        self._nowhere: IO[str] = Path(os.devnull).open("w")  # noqa: SIM115  the watchdog writes there when all is over
        self._end = time.process_time()
        self.more(SECONDS)

    def more(self, seconds: float) -> None:
        """Allow so much more, but at any time no more than SECONDS ahead."""
        now = time.process_time()
        self._end = min(self._end + seconds * self._times, now + SECONDS * self._times)
        self._limit(self._end)
        faulthandler.dump_traceback_later(WAITING * SECONDS * self._times, exit=True, file=self._nowhere)

    def close(self) -> None:
        """The work is done; what is left to do is not the file's fault."""
        faulthandler.cancel_dump_traceback_later()
        self._limit(self._end + SECONDS * self._times)
        self._nowhere.close()


def limit_own_time(end: float) -> None:
    """Let the system end this process once its processor time reaches ``end`` (seconds). Windows: see `windows_job`."""
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, max(end - time.process_time(), 0.001))


def _work() -> float:
    """How long a piece of work takes that is always the same."""
    start = time.perf_counter()
    total = 0
    for number in range(_STEPS):
        total += number * number % 7
    return time.perf_counter() - start
