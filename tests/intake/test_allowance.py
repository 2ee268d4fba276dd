"""A file may keep the reader busy for so long of the processor's time, at this PC's pace, and no longer."""

import subprocess
import sys
import time

import pytest

from juesuan_desktop.intake.process import allowance
from juesuan_desktop.intake.process.allowance import PAGE, SECONDS, Allowance

STUCK = "import re; re.match('(a+)+$', 'a' * 60 + 'b')"  # inside a library that does not give Python back
IDLE = "time.sleep(60)"
START = """
import time
from juesuan_desktop.intake.process import allowance
allowance.SECONDS, allowance.WAITING = 0.5, {waiting}
allowance.Allowance(allowance.limit_own_time)
print("begun", flush=True)
{work}
print("done")
"""


def ended(work: str, waiting: float) -> tuple[float, str]:
    """How long a process lasts that does this work, and what it says."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", START.format(work=work, waiting=waiting)], stdout=subprocess.PIPE, text=True, check=False
    )
    return time.monotonic() - start, done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends it by a job, test_windows_job.py")
def test_work_without_end_is_ended() -> None:
    lasted, said = ended(STUCK, waiting=200)
    assert said == "begun\n"
    assert lasted < 10


def test_waiting_without_end_is_ended() -> None:
    lasted, said = ended(IDLE, waiting=2)
    assert said == "begun\n"
    assert lasted < 15


def test_waiting_is_no_work() -> None:
    """Twice the time allowed, spent waiting: for a slow disk, for a scanner, for its turn."""
    assert ended("time.sleep(1.0)", waiting=200)[1] == "begun\ndone\n"


class Limits(list[float]):
    """The limits that were set, in processor seconds from when the test began."""

    def __init__(self) -> None:
        super().__init__()
        self.start = time.process_time()

    def __call__(self, end: float) -> None:
        self.append(end - self.start)


def allowed(monkeypatch: pytest.MonkeyPatch, pace: float, *more: float) -> Limits:
    monkeypatch.setattr(allowance, "_work", lambda: pace * allowance._PACE)
    monkeypatch.setattr(allowance.faulthandler, "dump_traceback_later", lambda *_, **__: None)
    limits = Limits()
    own = Allowance(limits)
    for seconds in more:
        own.more(seconds)
    own.close()
    return limits


@pytest.mark.parametrize(("pace", "times"), [(0.5, 1), (1, 1), (2.5, 2.5), (4, 4), (100, 6)])
def test_a_slow_pc_has_as_much_longer(monkeypatch: pytest.MonkeyPatch, pace: float, times: float) -> None:
    assert allowed(monkeypatch, pace)[0] == pytest.approx(SECONDS * times, abs=0.2)


def test_pages_add_little_and_nothing_is_saved_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand quick pages do not earn a hostile one more than any first page has."""
    limits = allowed(monkeypatch, 1, *[PAGE] * 1000)
    assert max(limits[:-1]) == pytest.approx(SECONDS, abs=0.5)


def test_pages_that_take_long_use_it_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.0, *(3.0 * number for number in range(1, 9))])
    monkeypatch.setattr(allowance.time, "process_time", lambda: next(clock))
    monkeypatch.setattr(Limits, "__init__", lambda self: setattr(self, "start", 0.0))
    assert allowed(monkeypatch, 1, PAGE, PAGE)[:3] == [SECONDS, SECONDS + PAGE, SECONDS + 2 * PAGE]
