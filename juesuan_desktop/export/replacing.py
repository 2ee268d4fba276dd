"""Replace a file whole or not at all: write beside it, then take its place."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from juesuan_desktop.export.outcome import ExportError
from juesuan_desktop.locations import is_usable_name
from juesuan_desktop.obstacles import obstacle

_FULL = (errno.ENOSPC, errno.EDQUOT)
_BAD_NAME = (errno.EINVAL, errno.ENAMETOOLONG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_PATIENCE = 5  # tries of 0.1 s: a virus scanner looks into every new file for a moment


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes ``path`` at the end; on any failure the old file stays as it was."""
    temporary = path.parent / f".juesuan-{token_hex(6)}.tmp"
    replace_failed = False
    try:
        _refuse(path)
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        replace_failed = True
        _replace(temporary, path)
    except OSError as error:
        if error.errno is None and not replace_failed:
            raise  # not the system's: the caller cancels
        raise _in_use(path, error) if replace_failed else _not_written(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse(path: Path) -> None:
    if not is_usable_name(path.name):
        raise ExportError(f"「{path.name}」不能用作文件名（Windows 保留的名字，或含有不允许的符号），请换一个文件名。")
    if path.is_dir():
        raise ExportError(f"「{path.name}」是一个文件夹，不能写成文件，请换一个文件名。", other_name(path))
    if not path.parent.is_dir():
        raise ExportError(f"文件夹「{path.parent}」不存在（U 盘或网络盘可能已断开），请给「{path.name}」另选文件夹。")


def other_name(path: Path) -> Path:
    """The first free name like it: 决算公开（2）.pdf."""
    number = 2
    while (other := path.with_name(f"{path.stem}（{number}）{path.suffix}")).exists():
        number += 1
    return other


def _replace(temporary: Path, path: Path) -> None:
    for left in reversed(range(_PATIENCE)):
        try:
            temporary.replace(path)
        except PermissionError:
            if not left:
                raise
            time.sleep(0.1)
        else:
            return


def _in_use(path: Path, error: OSError) -> ExportError:
    if not isinstance(error, PermissionError):
        return _not_written(path, error)
    other = other_name(path)
    reason = f"「{path.name}」正在 Excel、WPS 或别的程序里打开，不能覆盖"
    return ExportError(f"{reason}，请先把它关闭再试，或者另存为「{other.name}」。", other)


def _not_written(path: Path, error: OSError) -> ExportError:
    if error.errno in _FULL:
        return ExportError(f"磁盘已满，「{path.name}」没有保存，请清理出空间或换一个磁盘再试。")
    if error.errno in _BAD_NAME:
        return ExportError(f"「{path.name}」不能用作文件名（太长或含有不允许的符号），请换一个短一些的文件名。")
    if error.errno in _FORBIDDEN:
        return ExportError(f"文件夹「{path.parent}」不允许写入，「{path.name}」没有保存，请换个文件夹，如「文档」。")
    reason = f"「{path.name}」没有保存成功（{obstacle(error).what}）"
    return ExportError(f"{reason}，请换一个文件名或文件夹再试。", other_name(path))
