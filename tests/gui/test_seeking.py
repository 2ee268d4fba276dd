"""查找, 定位, 补充资料, zoom, what was carried over, what is suggested."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from gui.hands import Hands
from juesuan_desktop.gui.grid.seek_bar import FIND, GO
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.pages.supplements_page import SupplementsPage
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.report.change import UNCONFIRMED

SALARY = "支出表[2010301·基本支出]"
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
CLOSING = "收支总表[年末结转和结余]"


def test_find_goes_from_place_to_place_and_back(hands: Hands, report: OpenReport) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_F, CONTROL)
    hands.type("行政运行")
    seen = []
    for _ in range(3):
        hands.press(Qt.Key.Key_Return)
        seen.append(hands.where().partition("[")[0])
    assert seen == ["一般公共表", "收入表", "支出表"]  # from where she is, and round
    assert report.tabs.seek_bar.told == "第 2 处，共 3 处"
    hands.press(Qt.Key.Key_Return, SHIFT)
    assert hands.where().startswith("收入表")
    hands.press(Qt.Key.Key_Escape)
    assert report.tabs.seek_bar.isHidden()
    assert hands.view.hasFocus()


def test_what_is_nowhere_is_said(hands: Hands, report: OpenReport) -> None:
    report.tabs.seek(FIND)
    hands.type("火星")
    hands.press(Qt.Key.Key_Return)
    assert report.tabs.seek_bar.told == "没有找到"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("支出表[2010302·项目支出]", "支出表[2010302·项目支出]"),
        ("03.2010301", "支出表[2010301·本年支出合计]"),
        ("03.2010302·项目支出", "支出表[2010302·项目支出]"),
        ("支出表", "支出表[2010301·基本支出]"),
        ("03", "支出表[2010301·基本支出]"),
        ("单位表[单位负责人]", "单位表[单位负责人]"),
    ],
)
def test_ctrl_g_goes_to_an_address(hands: Hands, text: str, there: str) -> None:
    hands.at("收支总表[201]")
    hands.press(Qt.Key.Key_G, CONTROL)
    hands.type(text)
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == there
    assert hands.view.hasFocus()


def test_ctrl_g_to_a_table_without_lines_is_ready_for_its_first_line(hands: Hands, report: OpenReport) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_G, CONTROL)
    hands.type("机构表")
    hands.press(Qt.Key.Key_Return)
    page = report.tabs.table_page()
    assert page.table.name == "机构表"
    assert page.line_bar.name.hasFocus()


def test_an_amount_is_found_in_full_width_and_with_separators(hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "1234567.89")
    for words in ("1,234,567.89", "１２３４５６７．８９"):
        hands.at("收支总表[年末结转和结余]")
        hands.press(Qt.Key.Key_F, CONTROL)
        hands.type(words)
        hands.press(Qt.Key.Key_Return)
        assert report.tabs.seek_bar.told.endswith("处")
        assert hands.view.currentIndex().data() == "1,234,567.89"
        hands.press(Qt.Key.Key_Escape)


def test_an_address_that_is_none_stays_with_a_word(hands: Hands, report: OpenReport) -> None:
    report.tabs.seek(GO)
    hands.type("99.1234567")
    hands.press(Qt.Key.Key_Return)
    assert "没有这一格" in report.tabs.seek_bar.told
    assert report.tabs.seek_bar.isVisible()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("03.2010399", "支出表里没有「2010399」"),
        ("支出表[2010301·事业收入]", "支出表里没有「事业收入」"),
        ("12345", "没有这一格，请写成 支出表[2010301·基本支出]、03.2010301 或 03"),
    ],
)
def test_what_an_address_does_not_meet_is_said(hands: Hands, report: OpenReport, text: str, told: str) -> None:
    hands.press(Qt.Key.Key_G, CONTROL)
    hands.type(text)
    hands.press(Qt.Key.Key_Return)
    assert report.tabs.seek_bar.told == told


def test_the_tables_that_are_not_published_stand_in_one_tab(hands: Hands, report: OpenReport) -> None:
    hands.at("单位表[单位负责人]")
    page = report.tabs.page()
    assert isinstance(page, SupplementsPage)
    assert page.list.item(0).toolTip() == "单位基本情况：还没有填"
    hands.type("张三")
    hands.press(Qt.Key.Key_Return)
    assert page.list.item(0).toolTip() == "单位基本情况：已填"
    page.list.setCurrentRow(4)
    assert report.tabs.table_page().table.name == "资产表"
    hands.at("机构表[x]")
    assert report.tabs.table_page().line_bar.code.isHidden()


def test_a_line_of_a_table_without_codes_is_a_name(hands: Hands, report: OpenReport) -> None:
    hands.at("机构表[x]")
    hands.type("办公室")
    hands.press(Qt.Key.Key_Return)
    assert [line.name for line in report.live.session.report.lines["机构表"]] == ["办公室"]


def test_ctrl_and_the_wheel_zoom_all_tables(hands: Hands, report: OpenReport, window: MainWindow) -> None:
    hands.at(SALARY)
    shown = report.tabs.zoom.shown
    view = hands.view
    turn = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert report.tabs.zoom.shown > shown
    assert window.status.zoom.text() == f"{report.tabs.zoom.shown:.0%}"
    hands.at("收支总表[201]")
    assert hands.view._sheet.zoom == report.tabs.zoom.value
    report.tabs.zoom.set(0.0)
    assert hands.view._sheet.zoom != 0.0


def test_what_was_carried_over_is_confirmed_by_one_key(hands: Hands, report: OpenReport) -> None:
    carried = ("收支总表[年初结转和结余]", "财拨总表[年初一般公共预算]")
    report.live.session.edit("结转", dict.fromkeys(carried, "5"), f"{UNCONFIRMED}：去年.xlsx")
    report.live.set_lines("刷新", report.live.session.form.by_name["国资表"], ())
    hands.enter(SALARY, "100.01")
    hands.at(carried[0])
    index = hands.view.currentIndex()
    assert "沿用上年，请确认" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert hands.view.model().sign(hands.view.model().cell(index)).is_carried
    assert "还没有确认" not in index.data(Qt.ItemDataRole.ToolTipRole)
    hands.press(Qt.Key.Key_F9)
    assert report.live.session.report.unconfirmed == (carried[1],)
    assert not hands.view.model().sign(hands.view.model().cell(hands.view.currentIndex())).is_carried
    hands.at("财拨总表[201·一般公共预算]")
    hands.press(Qt.Key.Key_F9, SHIFT)
    assert report.live.session.report.unconfirmed == ()


def test_an_empty_closing_balance_shows_what_would_balance(hands: Hands, report: OpenReport) -> None:
    hands.enter("收入表[2010301·财政拨款收入]", "130")
    hands.at(CLOSING)
    hands.press(Qt.Key.Key_Delete)
    assert hands.shown(CLOSING) == ""
    assert hands.painted(CLOSING) == "30.00"
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.shown(CLOSING) == "30.00"
    assert "T01-5" not in {found.rule for found in report.live.session.outcome.findings}
    assert hands.badge("收支总表")[0] is Mark.DONE
