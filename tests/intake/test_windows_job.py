"""The limit of memory that a child on Windows gives itself; whether Windows keeps it can only be seen there."""

import ctypes
import subprocess
import sys

import pytest

from juesuan_desktop.intake import windows_job


def test_the_structures_are_as_large_as_windows_says() -> None:
    """Sizes of a 64-bit Windows; a wrong one would make it refuse the limit."""
    assert ctypes.sizeof(windows_job._Basic) == 64
    assert ctypes.sizeof(windows_job._Extended) == 144


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere only")
def test_elsewhere_it_does_nothing() -> None:
    assert windows_job.limit_own_memory(1) is False


@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_more_than_the_limit_is_not_given() -> None:
    eat = "from juesuan_desktop.intake.windows_job import limit_own_memory as l; print(l(10**8)); bytearray(10**9)"
    done = subprocess.run([sys.executable, "-c", eat], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("True")
    assert "MemoryError" in done.stderr
