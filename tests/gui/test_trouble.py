"""The unexpected: work saved, journal written, calm words."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from juesuan_desktop.gui.trouble import TroubleWatch


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, qapp) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: words.append(box.informativeText()))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return words


def happen(error: Exception) -> None:
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


def test_the_work_is_saved_and_the_journal_says_what_happened(tmp_path: Path, told: list[str]) -> None:
    saved: list[bool] = []
    TroubleWatch(tmp_path / "logs", lambda: saved.append(True)).install()
    happen(ZeroDivisionError("oops"))
    assert saved == [True]
    assert "ZeroDivisionError: oops" in next((tmp_path / "logs").iterdir()).read_text(encoding="utf-8")
    assert "都已保存" in told[0]


def test_it_says_so_when_the_work_could_not_be_saved(tmp_path: Path, told: list[str]) -> None:
    def fail() -> None:
        raise OSError("disk")

    TroubleWatch(tmp_path, fail).install()
    happen(KeyError("x"))
    assert "没有能保存" in told[0]


def test_qt_calls_keep_the_count_of_references_to_none(qapp) -> None:
    """PySide6 6.12.0 lost one with every call on Python 3.11, until the interpreter died."""
    from PySide6.QtCore import QObject

    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        target.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 500
