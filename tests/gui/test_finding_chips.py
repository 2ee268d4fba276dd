"""The findings: filtered by chips, 尾差 in one row, reasons in place, cell after cell."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.findings.model import KIND, MESSAGE, WHY, FindingsModel
from juesuan_desktop.gui.findings.rows import tables_of
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.standing import standing_of
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.rules.findings import INFO, INSIDE, Finding, Where

SALARY = "支出表[2010301·基本支出]"
MEALS = "三公表[公务接待费·决算数]"


def words(model: FindingsModel, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_chip_shows_one_kind(hands: Hands, report: OpenReport) -> None:
    hands.enter(MEALS, "5")
    hands.enter(SALARY, "120")
    panel = report.findings
    assert panel.chips.kinds[Mark.BROKEN].text() == "不平 2"
    panel.chips.kinds[Mark.WARNING].click()
    assert set(words(panel.model, KIND)) == {"提示"}
    panel.chips.kinds[Mark.WARNING].click()
    assert {"不平", "提示"} <= set(words(panel.model, KIND))


def test_a_chip_shows_one_table(hands: Hands, report: OpenReport) -> None:
    hands.enter(MEALS, "5")
    hands.enter(SALARY, "120")
    panel = report.findings
    panel.chips.tables["three_public"].click()
    rows = [panel.model.row(panel.model.index(row, 0)) for row in range(panel.model.rowCount())]
    assert rows
    assert all(row and "three_public" in tables_of(row) for row in rows)


def test_a_filter_that_is_used_up_switches_itself_off(hands: Hands, report: OpenReport) -> None:
    hands.enter(MEALS, "5")
    panel = report.findings
    panel.chips.kinds[Mark.WARNING].click()
    hands.enter(MEALS, "0")
    assert not panel.chips.kinds[Mark.WARNING].isChecked()
    assert panel.model.rowCount()


def test_roundings_are_one_row_that_opens(report: OpenReport, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    cent = Decimal("0.01")
    found = tuple(
        Finding("T01-1", INFO, INSIDE, "尾差", (Where(at, "income"),), "rounding", cent, Decimal(0), cent)
        for at in ("收入表[a]", "收入表[b]", "收入表[c]")
    )
    monkeypatch.setattr(report.live, "standing", standing_of(found))
    panel = report.findings
    panel.refresh()
    group = panel.model.index(0, KIND)
    assert panel.model.index(0, MESSAGE).data() == "尾差 3 处，由四舍五入造成，不是错误"
    assert panel.model.rowCount(group) == 3
    panel.list.setCurrentIndex(group)
    panel.list.setFocus()
    assert not panel.list.isExpanded(group)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.list.isExpanded(group)


def test_enter_opens_what_was_not_checked(hands: Hands, report: OpenReport, window: MainWindow, qtbot: QtBot) -> None:
    hands.at(SALARY)
    hands.press(Qt.Key.Key_F8)
    model, view = report.findings.model, report.findings.list
    last = model.index(model.rowCount() - 1, KIND)
    row = model.row(last)
    assert row is not None
    assert row.kind == Mark.UNCHECKED
    view.setCurrentIndex(last)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.isExpanded(last)
    told = [str(model.index(below, MESSAGE, last).data()) for below in range(model.rowCount(last))]
    assert any(text.startswith("没有上年的报告：") for text in told)


def test_a_reason_is_written_in_place(hands: Hands, report: OpenReport, qtbot: QtBot) -> None:
    hands.enter(MEALS, "5")
    panel = report.findings
    panel.chips.kinds[Mark.WARNING].click()
    hands.press(Qt.Key.Key_F8)
    panel.list.setCurrentIndex(panel.model.index(0, KIND))
    assert panel.model.index(0, WHY).data() == "按 F2 写出错说明"
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("上级检查增加")
    before = report.live.standing.count(Mark.WARNING)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: report.live.standing.count(Mark.WARNING) == before - 1)
    assert panel.list.hasFocus()
    qtbot.waitUntil(lambda: panel.chips.kinds[Mark.DONE].text() == "已说明 1")
    assert report.live.standing.of_cell(MEALS) == () or before > 1
    report.undo()
    assert report.live.standing.count(Mark.WARNING) == before


def test_the_blank_goes_through_the_cells_of_a_finding(hands: Hands, report: OpenReport, qtbot: QtBot) -> None:
    hands.enter(SALARY, "120")
    hands.press(Qt.Key.Key_F8)
    finding = report.findings.model.finding(report.findings.list.currentIndex())
    assert finding is not None
    cells = [place.address for place in finding.where]
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == cells[0]
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert hands.where() == cells[1]
    report.findings.list.setFocus()
    qtbot.keyClick(report.findings.list, Qt.Key.Key_Space)
    assert hands.where() == cells[2 % len(cells)]
    assert report.findings.list.hasFocus()


def test_the_next_place_begins_with_the_first_finding(hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "120")
    hands.press(Qt.Key.Key_F8)
    report.findings.list.setCurrentIndex(QModelIndex())
    hands.at(SALARY)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first = report.findings.model.finding(report.findings.list.currentIndex())
    assert first is not None
    assert hands.where() == first.where[0].address != SALARY


def test_swapped_digits_are_told(hands: Hands, report: OpenReport) -> None:
    hands.override("支出表[合计·基本支出]", "10")
    hands.enter("基本支出表[30101]", "190")
    hands.enter(SALARY, "190")
    hands.enter("一般公共表[2010301·基本支出]", "109")
    causes = [text for text in words(report.findings.model, WHY) if "疑似" in text]
    assert causes


def test_a_hidden_panel_costs_nothing(
    hands: Hands, report: OpenReport, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.dock.hide()
    monkeypatch.setattr(report.findings.model, "refresh", lambda: pytest.fail("worked although nobody looks"))
    hands.enter(SALARY, "120")
    monkeypatch.undo()
    window.review()
    assert report.findings.chips.kinds[Mark.BROKEN].text() == "不平 2"


def test_the_verdict_says_what_comes_next(
    open_window: Callable[[Session], MainWindow], desk: Desk, session: Session
) -> None:
    window = open_window(session)
    assert window.report is not None
    chips = window.report.findings.chips
    assert chips.verdict == "没有不平，还没有填完："
    window.report.live.type_figure(SALARY, "1")
    window.report.findings.refresh()
    assert chips.verdict == "有不平或错误，改正后才能定稿："


def test_a_tooltip_tells_the_cause_in_one_sentence(hands: Hands) -> None:
    hands.override("支出表[合计·基本支出]", "190")
    hands.at("支出表[合计·基本支出]")
    told = str(hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)).splitlines()
    line = next(line for line in told if line.startswith("不平：") and "没有按计算得出" in line)
    assert line.count("。") == 0
