"""Windows: a process limits its own memory by a job object, as setrlimit does elsewhere."""

import ctypes
import sys
from ctypes import Structure, byref, c_int64, c_size_t, c_uint32, c_uint64, c_void_p, sizeof

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY


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


def limit_own_memory(size: int) -> bool:
    """Allow this process so many bytes. Whether it worked: a system that refuses is no reason not to read."""
    if sys.platform != "win32":
        return False
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = c_void_p
    job = c_void_p(kernel.CreateJobObjectW(None, None))
    if not job.value:
        return False
    limits = _Extended(basic=_Basic(flags=_PROCESS_MEMORY), process_memory=size)
    process = c_void_p(kernel.GetCurrentProcess())
    is_set = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, byref(limits), c_uint32(sizeof(limits)))
    return bool(is_set and kernel.AssignProcessToJobObject(job, process))
