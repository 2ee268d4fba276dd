"""Whoever waits for a file is told how far it is, truly, and can end it at once."""

import gc
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan_desktop.forms.form import Form
from juesuan_desktop.intake.material import IntakeError
from juesuan_desktop.intake.process import apart
from juesuan_desktop.intake.process.following import followed_by, follower
from juesuan_desktop.intake.reading import material_of, read_file

FILES = Path(__file__).resolve().parents[1] / "files"
SLOW_CHILD = "import time\nfor n in range(100): print(f'{n}/100', flush=True); time.sleep(0.3)"


def steps(path: Path) -> list[tuple[int, int]]:
    """What a follower is told while a file is read."""
    told: list[tuple[int, int]] = []
    with followed_by(lambda done, total: told.append((done, total))):
        material_of(path)
    return told


def fractions(told: list[tuple[int, int]]) -> list[float]:
    return [done / total for done, total in told if total]


def test_pages_of_a_pdf(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "七页.pdf"))
    for number in range(7):
        canvas.drawString(72, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    told = steps(tmp_path / "七页.pdf")
    assert sorted({step for step in told if step[1]}) == [(done, 7) for done in range(7)]
    assert fractions(told) == sorted(fractions(told))
    assert told[-1] == (0, 0)  # what comes now, nobody can say how long it takes


@pytest.mark.parametrize("name", ["hunan.xlsx", "old_excel.xls", "whole.docx"])
def test_sheets_and_paragraphs(name: str) -> None:
    known = fractions(steps(FILES / name))
    assert len(set(known)) > 5
    assert known == sorted(known)
    assert known[-1] < 1


def test_nobody_needs_to_follow() -> None:
    follower()(1, 2)
    assert material_of(FILES / "hunan.xlsx")


def test_cancelling_ends_the_child_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Enough(Exception):
        pass

    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def noted(*args: object, **options: object) -> subprocess.Popen[bytes]:
        started.append(real(*args, **options))  # type: ignore[call-overload]
        return started[-1]

    def told(done: int, total: int) -> None:
        if done >= 2:
            raise Enough

    monkeypatch.setattr(subprocess, "Popen", noted)
    monkeypatch.setattr(apart, "_program", lambda: [sys.executable, "-c", SLOW_CHILD])
    start = time.monotonic()
    with followed_by(told), pytest.raises(Enough):
        material_of(FILES / "hunan.xlsx")
    assert time.monotonic() - start < 10
    assert started[0].poll() is not None
    for one in [one for one in threading.enumerate() if one.name == "reading"]:
        one.join(2)
        assert not one.is_alive()


def test_a_child_that_falls_silent_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SILENCE", 0.5)
    monkeypatch.setattr(apart, "_program", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    start = time.monotonic()
    with pytest.raises(IntakeError, match="太费时间或内存"):
        material_of(FILES / "hunan.xlsx")
    assert time.monotonic() - start < 10


def test_a_child_nobody_waits_for_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is loaded while the file is taken apart may fail before anybody listens."""
    children: list[subprocess.Popen[bytes]] = []

    def popen(*command: Any, **options: Any) -> subprocess.Popen[bytes]:
        children.append(start(*command, **options))
        return children[-1]

    def broken_forms() -> list[Form]:
        raise LookupError

    start = subprocess.Popen
    monkeypatch.setattr(apart.subprocess, "Popen", popen)
    with pytest.raises(LookupError):
        read_file(FILES / "hunan.xlsx", broken_forms)
    gc.collect()
    assert [child.returncode is None for child in children] == [False]
