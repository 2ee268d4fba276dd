"""Typing in a table as one does in Excel."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.hands import Hands
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.report.report import blanks_address

SALARY, OTHER = "支出表[2010301·基本支出]", "支出表[2010301·项目支出]"
TOTAL = "支出表[合计·本年支出合计]"
NO_AMOUNTS = ["十二", "1.2.3", "1.234", "1234567890123456", "12,34"]


def test_the_report_starts_balanced(hands: Hands) -> None:
    assert hands.badge("收支总表") == (Mark.DONE, 0)


def test_a_typed_figure_recomputes_totals_at_once(hands: Hands) -> None:
    hands.enter(SALARY, "120")
    assert hands.shown(TOTAL) == "170.00"
    assert hands.shown("收支总表[201]") == "170.00"


def test_a_total_shows_in_grey_what_it_comes_to_so_far(hands: Hands, report: OpenReport) -> None:
    report.live.edit("还没有填零", {blanks_address("支出表"): None, OTHER: None})
    hands.enter(SALARY, "120")
    row = "支出表[2010301·本年支出合计]"
    assert hands.shown(row) == ""
    assert hands.painted(row) == "120.00"
    assert "还有格待填" in hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    hands.press(Qt.Key.Key_F7)
    assert hands.shown(row) == "120.00"
    assert "待填" not in str(hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole))


def test_a_count_so_far_has_no_cents(hands: Hands) -> None:
    hands.enter("资产表[机要通信用车]", "2")
    assert hands.painted("资产表[车辆合计]") == "2"


def test_what_changed_is_drawn_anew(hands: Hands) -> None:
    hands.at(SALARY)
    assert (hands.painted(SALARY), hands.painted(TOTAL)) == ("100.00", "150.00")
    hands.enter(SALARY, "120")
    assert (hands.painted(SALARY), hands.painted(TOTAL)) == ("120.00", "170.00")


def test_a_wrong_figure_is_seen_on_tab_cell_and_list(hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "120")
    assert hands.badge("收支总表") == (Mark.BROKEN, 1)
    hands.at("收支总表[支出总计]")
    assert "应等于" in hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "不平" in hands.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert report.findings.model.index(0, 0).data() == "不平"


def test_typing_replaces_what_stood_there(hands: Hands) -> None:
    hands.enter(SALARY, "1,234.5")
    assert hands.shown(SALARY) == "1,234.50"


def test_f2_keeps_it_and_goes_on_behind_it(hands: Hands) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_F2)
    hands.type("5")
    hands.press(Qt.Key.Key_Return)
    assert hands.shown(SALARY) == "1,005.00"


def test_f2_and_enter_change_nothing(hands: Hands, report: OpenReport) -> None:
    before = len(report.live.session.history.done)
    hands.at(TOTAL)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_Return)
    assert len(report.live.session.history.done) == before


def test_enter_goes_down_past_what_is_computed(hands: Hands) -> None:
    hands.enter(SALARY, "1")
    assert hands.where() == "支出表[2010302·基本支出]"
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert hands.where() == SALARY


def test_tab_goes_right_and_enter_returns_to_where_the_tabs_began(hands: Hands) -> None:
    hands.at(SALARY)
    hands.type("1")
    hands.press(Qt.Key.Key_Tab)
    assert hands.where() == OTHER
    hands.type("2")
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == "支出表[2010302·基本支出]"


def test_arrows_visit_computed_cells_and_leave_a_cell_typed_over(hands: Hands) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_Left)
    assert hands.where() == "支出表[2010301·本年支出合计]"
    hands.at(SALARY)
    hands.type("7")
    hands.press(Qt.Key.Key_Down)
    assert hands.where() == "支出表[2010302·基本支出]"
    assert hands.shown(SALARY) == "7.00"


def test_delete_clears(hands: Hands) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_Delete)
    assert hands.shown(SALARY) == ""


def test_backspace_empties_the_cell_and_waits_for_a_figure_as_in_excel(hands: Hands) -> None:
    hands.at("支出表[2010301·基本支出]")
    hands.press(Qt.Key.Key_Backspace)
    editor = hands.view._editor()
    assert editor is not None
    assert editor.text() == ""
    hands.press(Qt.Key.Key_Escape)
    assert hands.shown("支出表[2010301·基本支出]") == "100.00"
    hands.press(Qt.Key.Key_Backspace)
    hands.type("8")
    hands.press(Qt.Key.Key_Return)
    assert hands.shown("支出表[2010301·基本支出]") == "8.00"


def test_esc_leaves_everything_as_it_was(hands: Hands) -> None:
    hands.at(SALARY)
    hands.type("999")
    hands.press(Qt.Key.Key_Escape)
    assert hands.editor() is None or not hands.editor().isVisible()
    assert hands.shown(SALARY) == "100.00"


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_is_no_amount_stays_in_the_editor_with_its_reason(hands: Hands, text: str) -> None:
    hands.enter(SALARY, text)
    editor = hands.editor()
    assert editor is not None
    assert editor.isVisible()
    assert editor.text() == text
    assert text in editor.reason
    assert hands.where() == SALARY
    assert hands.shown(SALARY) == "100.00"


@pytest.mark.parametrize("opened", [True, False], ids=["F2", "typed over"])
@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_no_key_leaves_a_wrong_text_behind(
    hands: Hands, opened: bool, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    hands.at(SALARY)
    if opened:
        hands.press(Qt.Key.Key_F2)
    hands.type("x")
    hands.press(key, modifier)
    editor = hands.view._editor()
    assert editor is not None
    assert editor.text() == ("100x" if opened else "x")
    assert "不是金额" in editor.reason
    assert hands.where() == SALARY
    hands.press(Qt.Key.Key_Escape)
    hands.type("7")
    hands.press(key, modifier)
    assert hands.where() != SALARY
    assert hands.shown(SALARY) == "7.00"


def test_while_a_cell_is_open_shift_selects_in_its_text_only(hands: Hands) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert hands.view.is_editing()
    assert hands.view.block.addresses() == [SALARY]


def test_a_wrong_text_holds_back_a_click_elsewhere(hands: Hands) -> None:
    hands.at(SALARY)
    hands.type("abc")
    view = hands.view
    there = view.visualRect(view.model().index_of(OTHER)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    assert hands.where() == SALARY
    assert hands.editor().reason


def test_a_computed_cell_can_be_overridden_and_computed_again(hands: Hands, report: OpenReport) -> None:
    hands.override(TOTAL, "149")
    assert hands.badge("支出表")[0] is Mark.BROKEN
    hands.at(TOTAL)
    assert "Ctrl+0" in hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert report.live.session.figures[TOTAL] == Decimal(150)
    assert hands.badge("支出表") == (Mark.DONE, 0)


def test_over_a_computed_figure_nothing_is_taken_unasked(hands: Hands, report: OpenReport) -> None:
    before = len(report.live.session.history.done)
    hands.at(TOTAL)
    hands.type("1")
    assert "由程序计算" in hands.editor().reason
    hands.type("49")
    hands.press(Qt.Key.Key_Return)
    assert "再按一次 Enter" in hands.editor().reason
    assert hands.where() == TOTAL
    hands.type("2")  # she goes on blindly: another figure, another question
    hands.press(Qt.Key.Key_Return)
    assert hands.editor().text() == "1492"
    assert len(report.live.session.history.done) == before
    hands.press(Qt.Key.Key_Escape)
    assert hands.shown(TOTAL) == "150.00"


def test_neither_a_click_nor_another_tab_takes_a_figure_over_a_computed_one(hands: Hands, report: OpenReport) -> None:
    hands.at(TOTAL)
    hands.type("149")
    there = hands.view.visualRect(hands.view.model().index_of(SALARY)).center()
    for _ in range(2):
        QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=there)
        report.tabs.go_to("收支总表[201]")
        assert hands.where() == TOTAL
        assert "再按一次 Enter" in hands.editor().reason
    assert report.live.session.figures[TOTAL] == 150
    for _ in range(2):
        hands.press(Qt.Key.Key_Tab)
    assert report.live.session.figures[TOTAL] == 149


def test_the_computed_figure_itself_is_no_override(hands: Hands, report: OpenReport) -> None:
    hands.enter(TOTAL, "150")
    assert hands.where() != TOTAL
    assert TOTAL not in report.live.session.report.figures


def test_a_figure_by_hand_is_typed_over_without_a_question(hands: Hands, report: OpenReport) -> None:
    hands.override(TOTAL, "149")
    hands.enter(TOTAL, "148")
    assert report.live.session.figures[TOTAL] == 148


def test_enter_and_tab_go_from_a_computed_figure_to_typed_ones(hands: Hands) -> None:
    hands.at(TOTAL)
    hands.press(Qt.Key.Key_Tab)
    assert hands.where() == SALARY
    hands.at("支出表[合计·项目支出]")
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == OTHER
    hands.at("财拨总表[201·支出合计]")
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == "财拨总表[202·支出合计]"  # nothing is typed in this column


def test_enter_at_the_foot_of_a_column_goes_to_the_head_of_the_next(hands: Hands) -> None:
    hands.enter("支出表[2010302·基本支出]", "1")
    assert hands.where() == OTHER
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert hands.where() == "支出表[2010302·基本支出]"
    hands.enter("三公表[因公出国（境）费·预算数]", "1")
    assert hands.where() == "三公表[公务用车购置费·预算数]"


def test_typing_on_printed_words_changes_nothing_and_says_why(hands: Hands, report: OpenReport) -> None:
    hands.at(SALARY)
    view = hands.view
    label = next(cell for cell in view.model().grid.cells if cell.text == "行政运行")
    point = view.visualRect(view.model().index(label.row + 1, label.column + 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    notice = report.tabs.table_page().notice
    assert notice.told == ""
    hands.type("5")
    assert hands.editor() is None or not hands.editor().isVisible()
    assert "印好的" in notice.told
    assert SALARY in notice.told
    hands.press(Qt.Key.Key_Delete)
    assert report.live.session.figures[SALARY] == 100
    hands.press(Qt.Key.Key_Right)
    hands.type("5")
    hands.press(Qt.Key.Key_Return)
    assert report.live.session.figures[OTHER] == 5


def test_the_open_editor_is_called_what_its_cell_is_called(hands: Hands) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_F2)
    assert hands.editor().accessibleName() == "公开03表 行政运行 基本支出"
    hands.type("x")
    hands.press(Qt.Key.Key_Return)
    assert "不是金额" in hands.editor().accessibleDescription()


def test_only_figures_can_be_stood_on(hands: Hands) -> None:
    hands.at(SALARY)
    view = hands.view
    flags = [view.model().index(row, 1).flags() for row in range(view.model().rowCount())]
    assert not any(flag & Qt.ItemFlag.ItemIsEnabled for flag in flags)


def test_ctrl_page_down_shows_the_next_table_as_in_excel(hands: Hands, report: OpenReport) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert report.tabs.table_page().table.name == "财拨总表"
    hands.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert hands.where() == SALARY


def test_scroll_and_place_stay_after_an_edit(hands: Hands) -> None:
    hands.at("收支总表[支出总计]")
    down = hands.view.verticalScrollBar().value()
    hands.at("收支总表[结余分配]")
    hands.type("3")
    hands.press(Qt.Key.Key_Return)
    assert down > 0
    assert hands.view.verticalScrollBar().value() == down
