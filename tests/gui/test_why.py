"""「怎么算的」 in the window: follows the cell, leads to operands, takes back an override."""

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.panels import why_panel
from juesuan_desktop.gui.panels.why_words import COMPUTE
from juesuan_desktop.gui.window import MainWindow

SALARY, TOTAL = "支出表[2010301·基本支出]", "支出表[合计·基本支出]"


@pytest.fixture
def text(report: OpenReport, window: MainWindow, hands: Hands, qtbot: QtBot) -> "Text":
    hands.at(TOTAL)
    window.tell_why()
    assert window.why_dock.isVisible()
    return Text(report, qtbot)


class Text:
    """What the panel says."""

    def __init__(self, report: OpenReport, qtbot: QtBot) -> None:
        self._report, self._qtbot = report, qtbot

    def says(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self._report.why.toPlainText())


def test_it_follows_the_cell(text: Text, hands: Hands) -> None:
    text.says("合计 · 基本支出")
    text.says("本格这样算出")
    text.says("计算")
    hands.at(SALARY)
    text.says("行政运行 · 基本支出")
    text.says("空 → 100.00")
    assert hands.view.hasFocus()


def test_it_tells_an_edit(text: Text, hands: Hands) -> None:
    hands.enter(SALARY, "120")
    hands.at(SALARY)
    text.says("100.00 → 120.00")
    hands.at("收支总表[收入总计]")
    text.says("不平")


def test_a_link_goes_to_the_operand(text: Text, hands: Hands, report: OpenReport) -> None:
    text.says(SALARY)
    report.why.anchorClicked.emit(QUrl(SALARY))
    assert hands.where() == SALARY
    assert hands.view.hasFocus()


def test_enter_on_a_link_goes_there(text: Text, hands: Hands, report: OpenReport, qtbot: QtBot) -> None:
    text.says(SALARY)
    hands.press(Qt.Key.Key_F6)
    hands.press(Qt.Key.Key_F6)
    assert report.why.hasFocus()
    qtbot.keyClick(report.why, Qt.Key.Key_Tab)
    qtbot.keyClick(report.why, Qt.Key.Key_Return)
    assert hands.where() not in ("", TOTAL)


def test_an_override_can_be_taken_back(text: Text, hands: Hands, report: OpenReport) -> None:
    hands.override(TOTAL, "190")
    hands.at(TOTAL)
    text.says("按计算应为")
    text.says("90.00")
    report.why.anchorClicked.emit(QUrl(COMPUTE))
    assert hands.shown(TOTAL) == "100.00"


def test_hidden_it_costs_nothing(
    text: Text, hands: Hands, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.press(Qt.Key.Key_F4)
    assert not window.why_dock.isVisible()
    monkeypatch.setattr(why_panel, "why", lambda *_: pytest.fail("worked although nobody looks"))
    hands.enter(SALARY, "120")
    qtbot.wait(100)
