"""Lines of the code tables, and 余格填零."""

from PySide6.QtCore import Qt

from gui.hands import Hands
from juesuan_desktop.gui.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.table_page import TablePage

PENSION = ("2080505", "机关事业单位基本养老保险缴费支出")


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
    hands.type(name)
    hands.press(Qt.Key.Key_Return)


def test_a_line_is_added_from_the_keyboard_where_its_code_belongs(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·基本支出]")
    add(hands, *PENSION)
    hands.type("2010399")
    assert codes(report, "支出表") == ["2010301", "2010302", "2080505"]
    assert page_of(report).line_bar.code.text() == "2010399"


def test_adding_a_line_keeps_her_where_she_was(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010302·基本支出]")
    add(hands, *PENSION)
    assert hands.where() == "支出表[2010302·基本支出]"


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
