"""Undo, redo, saving: nothing that was done is lost."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.storage.errors import StorageError

SALARY = "支出表[2010301·基本支出]"
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_undo_and_redo_take_a_figure_back_and_bring_it_again(hands: Hands) -> None:
    hands.enter(SALARY, "120")
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.shown(SALARY) == "100.00"
    assert hands.badge("收支总表") == (Mark.DONE, 0)
    hands.press(Qt.Key.Key_Y, CONTROL)
    assert hands.shown(SALARY) == "120.00"


def test_undo_shows_the_cell_it_changed(hands: Hands) -> None:
    hands.enter(SALARY, "120")
    hands.at("三公表[公务接待费·预算数]")
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.where() == SALARY


def test_the_menu_names_what_would_be_undone(hands: Hands, window: MainWindow) -> None:
    hands.enter(SALARY, "120")
    assert window.commands["undo"].text() == f"撤销 填写 {SALARY}"
    assert not window.commands["redo"].isEnabled()


def test_an_edit_is_on_disk_once_the_screen_has_painted(
    hands: Hands, report: OpenReport, window: MainWindow, qtbot: QtBot
) -> None:
    hands.enter(SALARY, "120")
    assert "尚未保存" in window.status.text
    qtbot.waitUntil(lambda: report.live.is_saved)
    assert "已保存" in window.status.text


def test_closing_and_opening_again_keeps_everything_undo_included(
    hands: Hands, window: MainWindow, file: Path, desk: Desk, open_window: Callable[[Session], MainWindow], qtbot: QtBot
) -> None:
    hands.enter(SALARY, "120")
    window.close()
    again = open_window(desk.open(file))
    assert again.report is not None
    figures = again.report.live.session
    assert figures.figures[SALARY] == Decimal(120)
    again.commands["undo"].trigger()
    assert figures.figures[SALARY] == Decimal(100)


def test_a_disk_that_refuses_is_told_once_and_tried_again(
    hands: Hands, report: OpenReport, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(Session, "save", _disk_is_full)
        hands.enter(SALARY, "120")
        qtbot.waitUntil(lambda: window.notice.text == "磁盘已满。改动都还在窗口里，会自动再试着保存。")
        window.notice.hide()
        report.live.save()
        assert not window.notice.isVisible()
    assert "尚未保存" in window.status.text
    report.live.save()
    assert "已保存" in window.status.text


def _disk_is_full(_session: Session) -> None:
    raise StorageError("磁盘已满")
