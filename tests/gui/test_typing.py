"""Typing in a table as one does in Excel."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from gui.hands import Hands
from juesuan_desktop.gui.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport

SALARY, OTHER = "支出表[2010301·基本支出]", "支出表[2010301·项目支出]"
TOTAL = "支出表[合计·本年支出合计]"
NO_AMOUNTS = ["十二", "1.2.3", "1.234", "1234567890123456", "12,34"]


def test_the_report_starts_balanced(hands: Hands) -> None:
    assert hands.badge("收支总表") == (Mark.DONE, 0)


def test_a_typed_figure_recomputes_totals_at_once(hands: Hands) -> None:
    hands.enter(SALARY, "120")
    assert hands.shown(TOTAL) == "170.00"
    assert hands.shown("收支总表[201]") == "170.00"


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


def test_a_wrong_text_holds_back_a_click_elsewhere(hands: Hands) -> None:
    hands.at(SALARY)
    hands.type("abc")
    view = hands.view
    there = view.visualRect(view.model().index_of(OTHER)).center()
    from PySide6.QtTest import QTest

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    assert hands.where() == SALARY
    assert hands.editor().reason


def test_a_computed_cell_can_be_overridden_and_computed_again(hands: Hands, report: OpenReport) -> None:
    hands.enter(TOTAL, "149")
    assert hands.badge("支出表")[0] is Mark.BROKEN
    hands.at(TOTAL)
    assert "Ctrl+0" in hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert report.live.session.figures[TOTAL] == Decimal(150)
    assert hands.badge("支出表") == (Mark.DONE, 0)


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
