"""The list of findings, and the way from it to the cell."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.gui.findings.model import EXPECTED, GAP, MESSAGE, PRINTED, WHY
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

SALARY = "支出表[2010301·基本支出]"


def test_a_finding_has_both_numbers_and_the_gap(hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "120")
    model = report.findings.model
    numbers = [model.index(0, column).data() for column in (PRINTED, EXPECTED, GAP)]
    assert numbers == ["150.00", "170.00", "-20.00"]


def test_a_double_click_goes_to_the_cell(hands: Hands, report: OpenReport, window: MainWindow, qtbot: QtBot) -> None:
    hands.enter(SALARY, "120")
    findings = report.findings
    window.dock.show()
    place = findings.list.visualRect(findings.model.index(0, MESSAGE)).center()
    qtbot.mouseClick(findings.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(findings.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.where() in ("收支总表[收入总计]", "收支总表[支出总计]")
    assert report.tabs.bar.currentIndex() == 1


def test_f8_and_enter_do_the_same_from_the_keyboard(hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "120")
    hands.press(Qt.Key.Key_F8)
    assert report.findings.list.hasFocus()
    hands.press(Qt.Key.Key_Return)
    assert hands.where() in ("收支总表[收入总计]", "收支总表[支出总计]")
    assert hands.view.hasFocus()


def test_esc_goes_back_to_the_table(hands: Hands, report: OpenReport) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_F8)
    hands.press(Qt.Key.Key_Escape)
    assert hands.view.hasFocus()


def test_the_status_line_counts(hands: Hands, window: MainWindow) -> None:
    hands.enter(SALARY, "120")
    assert window.status.text.startswith("不平 2 · 尾差 0 · 待填 ")


def test_a_finding_without_a_cell_goes_to_its_table(hands: Hands, report: OpenReport) -> None:
    fund = report.live.session.form.by_name["收入表"]
    report.live.set_lines("删行", fund, ())
    finding = next(one for one in report.live.standing.findings if one.where and one.where[0].table)
    report.tabs.go_to_finding(finding)
    assert report.tabs.table_page() is not None


def test_long_numbers_stand_whole_in_the_list(hands: Hands, report: OpenReport, window: MainWindow) -> None:
    window.resize(1800, 768)
    window.review()
    hands.enter("支出表[2010301·基本支出]", "99123456789.01")
    rows = report.findings.list
    report.findings.refresh()
    for column in (PRINTED, EXPECTED, GAP):
        text = report.findings.model.longest(column)
        assert len(text) > len("99,999,999.99")
        assert rows.columnWidth(column) > rows.fontMetrics().horizontalAdvance(text)


@pytest.mark.parametrize(
    ("width", "beside"), [(980, PRINTED), (640, WHY)], ids=["columns of numbers", "no such columns"]
)
def test_a_sentence_goes_on_over_empty_columns(window: MainWindow, report: OpenReport, width: int, beside: int) -> None:
    window.resize(width, 768)
    window.review()
    rows, model = report.findings.list, report.findings.model
    assert rows.isColumnHidden(PRINTED) is (beside == WHY)
    plain = [model.index(row, MESSAGE) for row in range(model.rowCount()) if not model.index(row, beside).data()]
    sentence = max(plain, key=lambda index: len(index.data()))
    rows.scrollTo(sentence)
    assert rows.fontMetrics().horizontalAdvance(sentence.data()) > rows.visualRect(sentence).width()
    empty = rows.visualRect(sentence.siblingAtColumn(beside))
    assert 0 < empty.height() < 2 * rows.fontMetrics().height()
    drawn = rows.viewport().grab(empty.adjusted(3, 3, -3, -3)).toImage()
    assert len({drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())}) > 1
