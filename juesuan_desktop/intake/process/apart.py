"""Files from outside are taken apart in a process of their own: one hostile cell can end the process that reads it.

The child is this same program. From source it is started as ``python -c``, frozen as ``juesuan.exe --read-apart``;
``__main__`` hands that word over to `juesuan_desktop.intake.child.main` before it does anything else. It says how far
it is, a line for each step (「3/25」), and what it found, as JSON in the last line.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any
from weakref import finalize

from juesuan_desktop.intake.kinds import Kind, refused
from juesuan_desktop.intake.process.following import follower

WORD = "--read-apart"
LOOKING = 0.1  # seconds: how often whoever waits looks in
SILENCE = 60.0  # seconds without a word; a child at work ends long before, by itself (allowance.py)
CONSOLE_PROGRAM = "juesuan.exe" if sys.platform == "win32" else "juesuan"
TOO_MUCH = "内容异常，读起来太费时间或内存，请在 Excel 或 WPS 中打开、删去多余的行列、另存后再导入"
TOO_MUCH_PDF = "内容异常，读起来太费时间或内存，请核对来源；确是报告的，打开后另存（打印）为新的 PDF 再读"
_PACKAGE_HOME = Path(__file__).resolve().parents[3]
_START = "import sys; sys.path.append(sys.argv[1]); from juesuan_desktop.intake.child import main; main(sys.argv[2:])"
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_STEP = re.compile(rb"(\d+)/(\d+)\s*")


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
    waiting = partial(_found, child, path, kind)
    finalize(waiting, _let_go, child)  # whoever began may fail before it waits
    return waiting


def _let_go(child: subprocess.Popen[bytes]) -> None:
    """No child outlives those who might have listened to it."""
    with child:
        child.kill()  # does nothing to one that has ended


def _found(child: subprocess.Popen[bytes], path: Path, kind: Kind) -> list[dict[str, Any]]:
    try:
        answer = _answer(_last_line(child))
    finally:
        _let_go(child)
    if answer is None:
        raise refused(path, TOO_MUCH_PDF if kind is Kind.PDF else TOO_MUCH)
    if "error" in answer:
        raise refused(path, answer["error"])
    found: list[dict[str, Any]] = answer["found"]
    return found


def _last_line(child: subprocess.Popen[bytes]) -> bytes:
    """The line in which the child tells what it found; '' if it fell silent.

    Meanwhile whoever follows is told how far it is, and may end it by raising.
    """
    told, (done, total) = follower(), (0, 0)
    for line in _lines(child.stdout):
        step = _STEP.fullmatch(line or b"")
        if step:
            done, total = int(step[1]), int(step[2])
        elif line is not None:
            told(0, 0)
            return line
        told(done, total)
    return b""


def _lines(stream: IO[bytes] | None) -> Iterator[bytes | None]:
    """What the child says, line by line; None while it says nothing, as often as somebody wants to look in."""
    heard: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_hear, args=(stream, heard), name="reading", daemon=True).start()
    silence = 0.0
    while silence < SILENCE:
        try:
            line = heard.get(timeout=LOOKING)
        except Empty:
            silence += LOOKING
            yield None
            continue
        silence = 0.0
        yield line
        if not line:
            return


def _hear(stream: IO[bytes] | None, heard: "SimpleQueue[bytes]") -> None:
    """In a thread: the system cannot wait for a pipe and look at the clock everywhere. b'' is the end."""
    with suppress(ValueError):  # whoever had its answer has closed the stream
        for line in stream or ():
            heard.put(line)
    heard.put(b"")


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
