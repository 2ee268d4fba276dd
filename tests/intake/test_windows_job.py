"""The limits that a child on Windows gives itself; whether Windows keeps them can only be seen there."""

import ctypes
import subprocess
import sys

import pytest

from juesuan_desktop.intake.process import windows_job


def limited(work: str) -> subprocess.CompletedProcess[str]:
    """A process that limits itself to 100 MB and, from then on, half a second."""
    limits = "from juesuan_desktop.intake.process.windows_job import limit_own_memory; limit_own_memory(10**8)(0.5)"
    return subprocess.run([sys.executable, "-c", f"{limits}; {work}"], capture_output=True, text=True, check=False)


def test_the_structures_are_as_large_as_windows_says() -> None:
    """Sizes of a 64-bit Windows; a wrong one would make it refuse the limit."""
    assert ctypes.sizeof(windows_job._Basic) == 64
    assert ctypes.sizeof(windows_job._Extended) == 144


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere only")
def test_elsewhere_it_does_nothing() -> None:
    done = limited("bytearray(10**8); print('done')")
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_more_than_the_limit_is_not_given() -> None:
    assert "MemoryError" in limited("bytearray(10**9)").stderr


@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_no_more_time_than_the_limit_is_given() -> None:
    done = limited("import time\nwhile time.process_time() < 30: pass\nprint('done')")
    assert done.stdout == ""
    assert done.returncode != 0
