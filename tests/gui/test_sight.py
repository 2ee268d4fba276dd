"""What she goes to is seen; what belongs to another page is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import Memory
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

FIRST_TYPED = "收支总表[使用非财政拨款结余]"
LAST = "收支总表[支出总计]"


def is_seen(hands: Hands) -> bool:
    view = hands.view
    below_headings = view.viewport().rect().adjusted(0, view.picture.frozen_height(), 0, 0)
    return below_headings.contains(view.visualRect(view.currentIndex()))


@pytest.mark.parametrize("address", [FIRST_TYPED, LAST, "支出表[2010301·基本支出]"])
def test_a_jump_shows_the_cell(hands: Hands, address: str) -> None:
    hands.at(address)
    assert hands.where() == address
    assert is_seen(hands)
    hands.view.verticalScrollBar().setValue(0)
    hands.at(address)
    assert is_seen(hands)


def test_opening_a_page_shows_where_she_is_and_as_much_above_as_there_is_room(hands: Hands, report: OpenReport) -> None:
    report.tabs.show_tab(1)
    assert hands.where() == FIRST_TYPED
    assert is_seen(hands)
    room = hands.view.viewport().height() - hands.view.visualRect(hands.view.currentIndex()).bottom()
    assert room <= 2
    report.tabs.show_tab(3)
    assert is_seen(hands)
    assert hands.view.verticalScrollBar().value() == 0


def test_typing_shows_the_cell_that_was_scrolled_away(hands: Hands) -> None:
    hands.at(LAST)
    hands.at(FIRST_TYPED)
    for begin in (lambda: hands.type("5"), lambda: hands.press(Qt.Key.Key_F2)):
        hands.view.verticalScrollBar().setValue(0)
        assert not is_seen(hands)
        begin()
        assert is_seen(hands)
        assert hands.view.viewport().rect().contains(hands.editor().geometry())
        hands.press(Qt.Key.Key_Escape)


def test_coming_back_to_the_table_shows_the_cell(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST_TYPED)
    report.findings.list.setFocus()
    hands.view.verticalScrollBar().setValue(0)
    assert not is_seen(hands)
    report.begin()
    assert hands.view.hasFocus()
    assert is_seen(hands)


def test_a_panel_that_takes_room_leaves_the_cell_in_sight(hands: Hands, window: MainWindow) -> None:
    window.dock.hide()
    QApplication.processEvents()
    hands.at(FIRST_TYPED)
    assert is_seen(hands)
    window.dock.show()
    QApplication.processEvents()
    assert is_seen(hands)


def test_another_zoom_leaves_the_cell_in_sight(hands: Hands, report: OpenReport) -> None:
    hands.at(LAST)
    report.tabs.zoom.set(2.0)
    assert is_seen(hands)


def test_a_page_in_front_shows_nothing_of_the_report(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    hands.at(LAST)
    assert window.status.place == LAST
    window.commands["new"].trigger()
    assert window.middle.over is not None
    assert window.status.place == ""
    assert not any(button.isVisible() for button in window.status.findChildren(QToolButton))
    for dock in (window.dock, window.why_dock, window.panels.todo, window.panels.page):
        assert not dock.isVisible()
    assert not window.commands["todo"].isEnabled()
    window.review()
    window.show_todo()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert not window.dock.isVisible()
    assert not window.panels.todo.isVisible()
    qtbot.keyClick(window.middle.over, Qt.Key.Key_Escape)
    assert window.dock.isVisible()
    assert window.status.place == LAST
    assert window.status.text.startswith("不平 0")


def test_no_menu_of_qt_offers_panels_where_no_report_is(
    open_window: Callable[[Session | None], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(None)
    bar = window.findChild(QToolBar)
    assert bar is not None
    at = QPoint(bar.width() - 5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, bar.mapToGlobal(at))
    QApplication.sendEvent(bar, event)
    assert not any(menu.isVisible() for menu in window.findChildren(QMenu))
    assert not window.dock.isVisible()


def test_the_zoom_is_there_tomorrow(desk: Desk, look: Look, file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(tmp_path / "window.json")
    window = MainWindow(desk.open(file), desk, look, memory)
    window.show()
    assert window.report is not None
    window.report.tabs.show_tab(1)
    window.report.tabs.zoom.set(1.5)
    window.close()
    window.deleteLater()
    again = MainWindow(desk.open(file), desk, look, Memory(tmp_path / "window.json"))
    again.show()
    assert again.report is not None
    again.report.tabs.show_tab(1)
    assert again.status.zoom.text() == "150%"
    again.close()
    again.deleteLater()


@pytest.mark.parametrize("spoiled", ["7", "7.5", '"large"', "null", "true", "[]"])
def test_a_spoiled_zoom_fits_the_window(tmp_path: Path, spoiled: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(f'{{"zoom": {spoiled}}}', encoding="utf-8")
    assert Memory(file).zoom == 0.0


def test_what_is_said_under_a_cell_is_whole_in_a_narrow_table(hands: Hands, window: MainWindow) -> None:
    hands.at("支出表[合计·基本支出]")
    hands.type("5")
    window.resize(420, 700)
    QApplication.processEvents()
    hands.press(Qt.Key.Key_Return)
    label = next(one for one in hands.view.viewport().findChildren(QLabel) if one.text() == hands.editor().reason)
    assert hands.view.viewport().rect().contains(label.geometry())
    assert label.height() >= label.heightForWidth(label.width())
