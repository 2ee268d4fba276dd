"""What the system says against reading or writing a file, in Chinese: its own words are English, or of its setting."""

import errno
from collections.abc import Mapping
from typing import NamedTuple


class Obstacle(NamedTuple):
    """What is in the way, and what a person can do; each the part of a sentence, without a stop."""

    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.what}，{self.advice}"


_GONE = Obstacle("找不到", "请核对文件名和位置")
_IN_USE = Obstacle("正被别的程序占用", "请关闭那个程序再试")
_FORBIDDEN = Obstacle("没有权限，或者正被别的程序占用", "请关闭那个程序，或换一个文件夹再试")
_NO_RIGHT = Obstacle("没有权限", "请换一个文件夹（如「文档」）再试")
_FULL = Obstacle("磁盘已满", "请清理出空间或换一个磁盘再试")
_READ_ONLY = Obstacle("磁盘只能读、不能写", "请打开写保护开关或换一个磁盘再试")
_BAD_NAME = Obstacle("文件名里有不允许的符号", "请换一个文件名再试")
_TOO_LONG = Obstacle("文件名或路径太长", "请换一个短一些的文件名，或放到上一层文件夹再试")
_UNPLUGGED = Obstacle("U 盘或网络盘断开了", "请接好以后再试")
_BROKEN = Obstacle("磁盘读写出错", "请换一个磁盘或重新拷贝后再试")
_NO_FOLDER = Obstacle("路径中有一段不是文件夹", "请核对位置")
_A_FOLDER = Obstacle("是文件夹", "请选一个文件")
_EXISTS = Obstacle("已有同名的文件或文件夹", "请换一个名字再试")
_TOO_MANY = Obstacle("打开的文件太多", "请关闭一些程序再试")
_NO_MEMORY = Obstacle("内存不够", "请关闭一些程序再试")

_BY_NUMBER: Mapping[int, Obstacle] = {
    errno.ENOENT: _GONE,
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EINVAL: _BAD_NAME,
    errno.EILSEQ: _BAD_NAME,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ENODEV: _UNPLUGGED,
    errno.ENXIO: _UNPLUGGED,
    errno.ESTALE: _UNPLUGGED,
    errno.ETIMEDOUT: _UNPLUGGED,
    errno.ENETUNREACH: _UNPLUGGED,
    errno.EHOSTUNREACH: _UNPLUGGED,
    errno.EIO: _BROKEN,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: _A_FOLDER,
    errno.ELOOP: _GONE,
    errno.EEXIST: _EXISTS,
    errno.ENOTEMPTY: _EXISTS,
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOMEM: _NO_MEMORY,
}
# Windows' own numbers say more than what Python makes of them: 13 is each of the first four.
# https://learn.microsoft.com/windows/win32/debug/system-error-codes
_BY_WINDOWS: Mapping[int, Obstacle] = {
    5: _NO_RIGHT,
    19: _READ_ONLY,
    21: _UNPLUGGED,
    32: _IN_USE,
    33: _IN_USE,
    23: _BROKEN,
    39: _FULL,
    53: _UNPLUGGED,
    59: _UNPLUGGED,
    64: _UNPLUGGED,
    67: _UNPLUGGED,
    112: _FULL,
    123: _BAD_NAME,
    206: _TOO_LONG,
    1117: _BROKEN,
    1167: _UNPLUGGED,
    1392: _BROKEN,
}


def obstacle(error: OSError) -> Obstacle:
    """What an error of the system means to a person."""
    known = _BY_WINDOWS.get(getattr(error, "winerror", None) or 0) or _BY_NUMBER.get(error.errno or 0)
    return known or Obstacle(f"系统错误 {error.errno}" if error.errno else "系统不允许", "请换一个文件名或文件夹再试")


def in_words(error: Exception) -> str:
    """What went wrong, for the brackets in a sentence: the system's errors in Chinese, ours as they are."""
    return obstacle(error).what if isinstance(error, OSError) else str(error)
