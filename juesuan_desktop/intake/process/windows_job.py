"""Windows: a process limits its own memory and time by a job object, as setrlimit and setitimer do elsewhere."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import Structure, byref, c_int64, c_size_t, c_uint32, c_uint64, c_void_p, sizeof

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_PROCESS_TIME = 0x2  # JOB_OBJECT_LIMIT_PROCESS_TIME
_TICKS = 10_000_000  # a second in the unit of its times


class _Basic(Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", c_int64),
        ("job_time", c_int64),
        ("flags", c_uint32),
        ("smallest_working_set", c_size_t),
        ("largest_working_set", c_size_t),
        ("processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
    )


class _Extended(Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("transfers", c_uint64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_of_process", c_size_t),
        ("peak_of_job", c_size_t),
    )


def limit_own_memory(size: int) -> Callable[[float], None]:
    """Allow this process so many bytes. The answer also limits its time: until how many seconds of the processor.

    A system that refuses is no reason not to read.
    """
    if sys.platform != "win32":
        return lambda end: None
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = c_void_p
    job = c_void_p(kernel.CreateJobObjectW(None, None))

    def limit(end: float | None) -> None:
        flags = _PROCESS_MEMORY if end is None else _PROCESS_MEMORY | _PROCESS_TIME
        limits = _Extended(basic=_Basic(flags=flags, process_time=int((end or 0) * _TICKS)), process_memory=size)
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, byref(limits), c_uint32(sizeof(limits)))

    limit(None)
    kernel.AssignProcessToJobObject(job, c_void_p(kernel.GetCurrentProcess()))
    return limit
