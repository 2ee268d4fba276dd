"""Lines of the code tables, and 余格填零."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.grid.table_page import TablePage
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

CONTROL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
PENSION = ("2080505", "")
PENSION_NAME = "机关事业单位基本养老保险缴费支出"


def page_of(report: OpenReport) -> TablePage:
    page = report.tabs.table_page()
    assert page is not None
    return page


def codes(report: OpenReport, name: str) -> list[str]:
    return [line.code for line in report.live.session.report.lines[name]]


def add(hands: Hands, code: str, name: str) -> None:
    hands.press(Qt.Key.Key_Insert)
    hands.type(code)
    hands.press(Qt.Key.Key_Return)
    if name:
        hands.type(name)
        hands.press(Qt.Key.Key_Return)


def test_a_line_is_added_from_the_keyboard_where_its_code_belongs(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·基本支出]")
    add(hands, *PENSION)
    hands.type("2010399")
    assert codes(report, "支出表") == ["2010301", "2010302", "2080505"]
    assert page_of(report).line_bar.code.text() == "2010399"


def test_a_line_just_added_is_where_she_types(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    add(hands, *PENSION)
    assert hands.where() == "支出表[2080505·基本支出]"
    hands.press(Qt.Key.Key_Escape)
    assert hands.where() == "支出表[2080505·基本支出]"


def test_the_first_lines_of_a_table_are_filled_from_the_first_typed_cell(
    desk: Desk, tmp_path: Path, open_window: Callable[[Session | None], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(desk.create(tmp_path / "新.juesuan", "hunan", 2023, "清溪县测试中心"))
    qtbot.waitUntil(window.isActiveWindow)
    assert window.report is not None
    hands = Hands(qtbot, window.report)
    hands.at("收入表")
    hands.type("2010301")
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == "收入表[2010301·财政拨款收入]"
    hands.type("2010302")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    for text in ("100", "200"):
        hands.type(text)
        hands.press(Qt.Key.Key_Return)
    figures = window.report.live.session.report.figures
    assert figures == {"收入表[2010301·财政拨款收入]": 100, "收入表[2010302·财政拨款收入]": 200}
    assert hands.where() == "收入表[2010301·上级补助收入]"
    assert hands.shown("收入表[合计·财政拨款收入]") == "300.00"


def test_closing_the_bar_leaves_her_where_she_went_meanwhile(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    add(hands, *PENSION)
    hands.view.setCurrentIndex(hands.view.model().index_of("支出表[2010301·项目支出]"))
    page_of(report).line_bar.close_bar()
    assert hands.where() == "支出表[2010301·项目支出]"


def test_the_list_goes_when_she_goes(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Insert)
    hands.type("2010")
    bar = page_of(report).line_bar
    assert bar.list.isVisible()
    hands.press(Qt.Key.Key_PageDown, CONTROL)
    hands.press(Qt.Key.Key_PageUp, CONTROL)
    assert hands.view.hasFocus()
    assert not bar.list.isVisible()
    bar.code.setFocus()
    hands.type("3")
    assert bar.list.isVisible()
    hands.press(Qt.Key.Key_Tab)
    assert bar.name.hasFocus()
    assert bar.list.isVisible()
    point = hands.view.visualRect(hands.view.model().index_of("支出表[2010302·项目支出]")).center()
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not bar.list.isVisible()


def test_the_offer_of_an_earlier_line_is_gone_when_the_bar_opens_again(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    add(hands, *PENSION)
    bar = page_of(report).line_bar
    assert bar.also.isVisible()
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Insert)
    assert bar.isVisible()
    assert not bar.also.isVisible()


def test_the_offer_goes_with_the_line(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    add(hands, *PENSION)
    report.undo()
    assert not page_of(report).line_bar.also.isVisible()


def test_lines_inserted_above_stand_in_the_order_typed(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    report.do("insert-above")
    for code in ("2080505", "2080506"):
        hands.type(code)
        hands.press(Qt.Key.Key_Return)
    assert codes(report, "支出表") == ["2010301", "2080505", "2080506", "2010302"]


def test_deleting_a_line_leaves_her_beside_it(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == "支出表[2010301·项目支出]"


def test_esc_leaves_the_bar(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010301·基本支出]")
    hands.press(Qt.Key.Key_Insert)
    hands.press(Qt.Key.Key_Escape)
    assert not page_of(report).line_bar.isVisible()
    assert hands.view.hasFocus()


def test_what_is_no_line_is_refused_with_a_reason(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010301·基本支出]")
    bar = page_of(report).line_bar
    for code, name, reason in (
        ("20103", "款", "只列项级科目"),
        ("12", "怪", "不是科目编码"),
        ("2010301", "重", "已经在表中"),
    ):
        bar.lineRequested.emit(code, name)
        assert reason in bar.told
    assert codes(report, "支出表") == ["2010301", "2010302"]


def test_a_deleted_line_goes_with_its_figures_and_comes_back_with_undo(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert "1 个数" in page_of(report).lines.question.asked
    assert codes(report, "支出表") == ["2010301", "2010302"]
    hands.press(Qt.Key.Key_Return)
    assert codes(report, "支出表") == ["2010301"]
    assert hands.shown("支出表[合计·本年支出合计]") == "100.00"
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.shown("支出表[2010302·项目支出]") == "50.00"


def test_settling_a_table_fills_its_blanks_with_zero(hands: Hands, report: OpenReport) -> None:
    hands.at("三公表[公务接待费·预算数]")
    report.live.session.edit("重新打开", {"三公表[余格]": None, "三公表[公务接待费·预算数]": None})
    report.live.undo()
    report.live.redo()
    assert hands.badge("三公表")[0] is Mark.PENDING
    hands.press(Qt.Key.Key_F7)
    assert hands.shown("三公表[公务接待费·预算数]") == "0.00"
    assert hands.badge("三公表") == (Mark.DONE, 0)


def test_a_line_without_figures_goes_without_a_question(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    add(hands, *PENSION)
    hands.press(Qt.Key.Key_Escape)
    hands.at("支出表[2080505·项目支出]")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert codes(report, "支出表") == ["2010301", "2010302"]


def test_esc_keeps_the_line_that_was_asked_about(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    hands.press(Qt.Key.Key_Escape)
    assert codes(report, "支出表") == ["2010301", "2010302"]
    assert hands.view.hasFocus()


@pytest.mark.parametrize("typed", ["2080505", "基本养老保险缴费", "jgsydwjbyl", "208 养老保险缴费"])
def test_a_line_is_found_by_code_name_or_initials(hands: Hands, report: OpenReport, typed: str) -> None:
    hands.at("支出表[2010302·项目支出]")
    add(hands, typed, "")
    added = [line for line in report.live.session.report.lines["支出表"] if line.code == "2080505"]
    assert [line.name for line in added] == [PENSION_NAME]


def test_down_chooses_the_next_of_the_list_and_esc_closes_it_first(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Insert)
    hands.type("20805")
    bar = page_of(report).line_bar
    first = bar.list.subject
    hands.press(Qt.Key.Key_Down)
    assert bar.list.subject != first
    hands.press(Qt.Key.Key_Escape)
    assert bar.list.isHidden()
    assert bar.isVisible()


def test_a_code_that_no_list_has_is_allowed_with_a_name(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Insert)
    hands.type("2019977")
    hands.press(Qt.Key.Key_Return)
    assert "科目库里没有 2019977" in page_of(report).line_bar.told
    hands.type("特别支出")
    hands.press(Qt.Key.Key_Return)
    assert "2019977" in codes(report, "支出表")


def test_a_line_goes_into_the_other_tables_with_one_click(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    before = len(report.live.session.history.done)
    add(hands, *PENSION)
    bar = page_of(report).line_bar
    assert bar.also.text() == "同时加到 收入表、一般公共表"
    bar.also.click()
    for name in ("收入表", "支出表", "一般公共表"):
        assert "2080505" in codes(report, name)
    assert len(report.live.session.history.done) == before + 2
    assert bar.also.isHidden()


def test_ctrl_enter_adds_a_line_to_every_table_it_belongs_to_in_one_step(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Insert)
    before = len(report.live.session.history.done)
    hands.type("2080505")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for name in ("收入表", "支出表", "一般公共表"):
        assert "2080505" in codes(report, name)
    assert len(report.live.session.history.done) == before + 1
    bar = page_of(report).line_bar
    assert bar.told == "已加到 收入表、一般公共表"
    assert bar.also.isHidden()
    hands.type("2210201")
    hands.press(Qt.Key.Key_Return)
    assert "2210201" not in codes(report, "收入表")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "2210201" in codes(report, "收入表")


def test_tab_goes_through_the_bar_as_it_is_read(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    add(hands, *PENSION)
    bar, seen = page_of(report).line_bar, []
    bar.code.setFocus()
    for _ in range(4):
        hands.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [bar.name, bar.add_button, bar.also, bar.done_button]
    assert [one.x() for one in seen] == sorted(one.x() for one in seen)


def test_words_that_no_subject_has_are_said(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Insert)
    hands.type("甲乙丙")
    hands.press(Qt.Key.Key_Return)
    assert page_of(report).line_bar.told == "没有找到「甲乙丙」，请输科目编码、名称里的字或拼音首字母"


def test_lines_are_inserted_above_and_below_where_she_is(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·项目支出]")
    report.do("insert-above")
    hands.type("2080505")
    hands.press(Qt.Key.Key_Return)
    assert codes(report, "支出表") == ["2010301", "2080505", "2010302"]
    hands.press(Qt.Key.Key_Escape)
    hands.at("支出表[2080505·项目支出]")
    report.do("insert-below")
    for code in ("2080506", "2101101"):
        hands.type(code)
        hands.press(Qt.Key.Key_Return)
    assert codes(report, "支出表") == ["2010301", "2080505", "2080506", "2101101", "2010302"]


def test_sorting_by_code_is_one_gesture_and_keeps_figures(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010301·项目支出]")
    report.do("insert-above")
    hands.type("2080505")
    hands.press(Qt.Key.Key_Return)
    report.do("sort-lines")
    assert codes(report, "支出表") == ["2010301", "2010302", "2080505"]
    assert report.live.session.history.done[-1].name == "按编码排序 支出表"
    assert hands.shown("支出表[2010302·项目支出]") == "50.00"


def test_two_lines_go_at_once(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010301·项目支出]")
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_Minus, CONTROL)
    hands.press(Qt.Key.Key_Return)
    assert "支出表" not in report.live.session.report.lines
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.shown("支出表[2010302·项目支出]") == "50.00"


@pytest.mark.parametrize("modifier", [CONTROL, CONTROL | KEYPAD])
def test_ctrl_plus_inserts_a_line_on_the_keyboard_and_the_number_pad(
    hands: Hands, report: OpenReport, modifier: Qt.KeyboardModifier
) -> None:
    hands.at("支出表[2010302·项目支出]")
    hands.press(Qt.Key.Key_Plus, modifier)
    assert page_of(report).line_bar.isVisible()
    hands.type("2080505")
    hands.press(Qt.Key.Key_Return)
    assert codes(report, "支出表") == ["2010301", "2080505", "2010302"]
