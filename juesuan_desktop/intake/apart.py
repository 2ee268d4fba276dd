"""Files from outside are taken apart in a process of their own: one hostile cell can end the process that reads it.

The child is this same program. From source it is started as ``python -c``, frozen as ``juesuan.exe --read-apart``;
``__main__`` hands that word over to `juesuan_desktop.intake.child.main` before it does anything else.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from juesuan_desktop.intake.following import follower
from juesuan_desktop.intake.kinds import Kind, refused

WORD = "--read-apart"
STARTING = 20  # seconds the child may take in all; its reading has a shorter limit of its own (child.py)
LOOKING = 0.1  # how often whoever waits looks in
ALL_PAGES = 120  # the same for a PDF, whose pages have the shorter limit
CONSOLE_PROGRAM = "juesuan.exe" if sys.platform == "win32" else "juesuan"
TOO_MUCH = "内容异常，读起来太费时间或内存，请在 Excel 或 WPS 中打开、删去多余的行列、另存后再导入"
TOO_MUCH_PDF = "内容异常，读起来太费时间或内存，请核对来源；确是报告的，打开后另存（打印）为新的 PDF 再读"
_PACKAGE_HOME = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path.append(sys.argv[1]); from juesuan_desktop.intake.child import main; main(sys.argv[2:])"
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def begin_apart(path: Path, kind: Kind) -> Callable[[], list[dict[str, Any]]]:
    """Start the child; the answer waits for what it found in the file: texts and grids, in order (IntakeError)."""
    command = [*_program(), str(kind), os.fspath(path)]
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_HIDDEN,
    )
    return partial(_found, child, path, kind)


def _found(child: subprocess.Popen[bytes], path: Path, kind: Kind) -> list[dict[str, Any]]:
    limit, too_much = (ALL_PAGES, TOO_MUCH_PDF) if kind is Kind.PDF else (STARTING, TOO_MUCH)
    with child:
        try:
            output = _said_by(child, limit)
        except subprocess.TimeoutExpired as error:
            raise refused(path, too_much) from error
        finally:
            child.kill()  # does nothing to one that has ended
    answer = _answer(output)
    if answer is None:
        raise refused(path, too_much)
    if "error" in answer:
        raise refused(path, answer["error"])
    found: list[dict[str, Any]] = answer["found"]
    return found


def _said_by(child: subprocess.Popen[bytes], limit: int) -> bytes:
    """What the child says; whoever follows looks in meanwhile, and may end it by raising. Raises TimeoutExpired."""
    look_in = follower()
    if look_in is None:
        return child.communicate(timeout=limit)[0]
    for _ in range(round(limit / LOOKING) - 1):
        look_in()
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=LOOKING)[0]
    return child.communicate(timeout=LOOKING)[0]


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name(CONSOLE_PROGRAM)), WORD]
    return [sys.executable, "-P", "-c", _START, str(_PACKAGE_HOME)]


def _answer(output: bytes) -> dict[str, Any] | None:
    """The child's answer; None if it died before it had one."""
    try:
        answer = json.loads(output)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
