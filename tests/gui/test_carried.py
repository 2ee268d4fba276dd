"""What comes from last year is seen wherever it stands, and F9 stands for it: 科目, figures, texts, the unit's name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.reasons import OPENING_REASONS, reason_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.findings.model import WHY, FindingsModel
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.overview.page import OverviewPage
from juesuan_desktop.gui.pages.text_page import TextPage
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources
from juesuan_desktop.report.change import CHANGED, CONFIRMED
from juesuan_desktop.report.report import UNIT, lines_address, section_address
from juesuan_desktop.rules.findings import Finding

SAMPLE = resources() / "samples" / "sample.txt"
TABLE, DUTIES = "支出表", section_address("职责")
LINES = lines_address(TABLE)


@pytest.fixture
def session(desk: Desk, tmp_path: Path) -> Session:
    return desk.begin(desk.propose_rollover(SAMPLE, 2024), tmp_path / "本年.juesuan")


def at_table(hands: Hands, report: OpenReport) -> None:
    key = report.live.session.lines(report.live.session.form.by_name[TABLE])[0].key
    hands.at(f"{TABLE}[{key}·基本支出]")


def position(hands: Hands) -> tuple[int, int]:
    cell = hands.view.model().cell(hands.view.currentIndex())
    return cell.row, cell.column


def page_image(hands: Hands) -> QImage:
    return hands.view.viewport().grab().toImage()


def test_every_carried_line_has_a_sign_until_they_are_confirmed(report: OpenReport, hands: Hands) -> None:
    at_table(hands, report)
    model, table = hands.view.model(), report.live.session.form.by_name[TABLE]
    codes = {line.code for line in report.live.session.lines(table)}
    signed = [cell for cell in model.grid.cells if cell.address is None and model.sign(cell).is_carried]
    assert {cell.text for cell in signed} == codes
    for cell in signed:
        index = model.index(cell.row + 1, cell.column + 1)
        assert "F9" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    page = report.tabs.table_page()
    assert page is not None
    assert f"共 {len(codes)} 行" in page.carried.told
    assert "sample.txt" in page.carried.told

    before = page_image(hands)
    hands.press(Qt.Key.Key_F9)
    assert LINES not in report.live.session.report.unconfirmed
    assert page.carried.told == ""
    assert not any(model.sign(cell).is_carried for cell in model.grid.cells)
    assert model.index(signed[0].row + 1, signed[0].column + 1).data(Qt.ItemDataRole.ToolTipRole) is None
    assert page_image(hands) != before
    assert hands.where().startswith(TABLE)

    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert LINES in report.live.session.report.unconfirmed
    assert page.carried.told


def test_the_shape_is_told_without_colour(report: OpenReport, hands: Hands) -> None:
    """In grey the hatched bar still sets a carried line apart."""
    at_table(hands, report)
    model = hands.view.model()
    cell = next(cell for cell in model.grid.cells if cell.address is None and model.sign(cell).is_carried)
    assert hands.view.picture.drawing((cell.row, cell.column)).bar is not None


def test_the_button_confirms_and_gives_the_table_back(report: OpenReport, hands: Hands, qtbot: QtBot) -> None:
    at_table(hands, report)
    page = report.tabs.table_page()
    assert page is not None
    qtbot.mouseClick(page.carried.button, Qt.MouseButton.LeftButton)
    assert LINES not in report.live.session.report.unconfirmed
    assert hands.view.hasFocus()


def test_adding_a_line_answers_for_the_list(report: OpenReport, hands: Hands) -> None:
    at_table(hands, report)
    page = report.tabs.table_page()
    assert page is not None
    page.lines.open()
    page.line_bar.lineRequested.emit("2081199", "其他残疾人事业支出")
    assert LINES not in report.live.session.report.unconfirmed
    assert page.carried.told == ""


def test_a_carried_figure_comes_first(report: OpenReport, hands: Hands) -> None:
    """F9 on a carried amount stands for the amount alone; once more for the 科目 of the table."""
    unconfirmed = report.live.session.report.unconfirmed
    figure = next(at for at in unconfirmed if at.startswith("基金表[") and "年初" in at)
    hands.at(figure)
    hands.press(Qt.Key.Key_F9)
    left = report.live.session.report.unconfirmed
    assert figure not in left
    assert lines_address("基金表") in left
    hands.press(Qt.Key.Key_F9)
    assert lines_address("基金表") not in report.live.session.report.unconfirmed


def test_what_became_of_a_carried_figure_stays_to_be_seen(report: OpenReport, hands: Hands) -> None:
    opening = "收支总表[年初结转和结余]"
    hands.at(opening)
    model = hands.view.model()
    told = str(hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole))
    assert "来自 sample.txt" in told
    unconfirmed = hands.view.picture.drawing(position(hands))
    hands.press(Qt.Key.Key_F9)
    assert model.sign(model.cell(hands.view.currentIndex())).answered == CONFIRMED
    assert "沿用上年，已确认" in str(hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole))
    confirmed = hands.view.picture.drawing(position(hands))
    hands.type("12")
    hands.press(Qt.Key.Key_Return)
    hands.at(opening)
    assert model.sign(model.cell(hands.view.currentIndex())).answered == CHANGED
    assert "沿用上年，已改" in str(hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole))
    changed = hands.view.picture.drawing(position(hands))
    assert (unconfirmed.bar is not None, unconfirmed.edge) == (True, None)
    assert confirmed.edge is not None
    assert changed.edge is not None
    assert changed.edge.height() < confirmed.edge.height()


def test_what_became_of_a_carried_figure_survives_closing_and_undo(
    report: OpenReport, desk: Desk, tmp_path: Path
) -> None:
    opening, other = "收支总表[年初结转和结余]", "财拨总表[年初一般公共预算]"
    report.live.confirm([opening])
    report.live.type_figure(opening, "12")
    report.live.confirm([other])
    report.live.save()
    again = desk.open(tmp_path / "本年.juesuan")
    assert again.report.answered == {opening: CHANGED, other: CONFIRMED}
    assert again.report.sources[opening] == "沿用已改 sample.txt 第 116 行"
    again.undo()
    assert other in again.report.unconfirmed
    again.undo()
    assert again.report.answered == {opening: CONFIRMED}
    again.undo()
    assert opening in again.report.unconfirmed
    again.close()


def test_a_carried_text_is_confirmed_with_f9(report: OpenReport, hands: Hands, window: MainWindow) -> None:
    hands.at(DUTIES)
    page = report.tabs.page()
    assert isinstance(page, TextPage)
    assert page.carried.isVisible()
    assert window.commands["confirm"].isEnabled()
    text = report.live.session.report.texts["职责"]
    hands.press(Qt.Key.Key_F9)
    assert DUTIES not in report.live.session.report.unconfirmed
    assert report.live.session.report.texts["职责"] == text
    assert not page.carried.isVisible()
    assert not window.commands["confirm"].isEnabled()


def test_a_text_that_is_written_anew_is_hers(report: OpenReport, hands: Hands) -> None:
    hands.at(DUTIES)
    hands.type("本")
    report.tabs.finish()
    assert DUTIES not in report.live.session.report.unconfirmed
    page = report.tabs.page()
    assert isinstance(page, TextPage)
    assert page.carried.told == ""


def test_the_units_name_is_confirmed_on_the_overview(report: OpenReport, hands: Hands, window: MainWindow) -> None:
    hands.at(DUTIES)
    finding = next(one for one in report.live.standing.findings if "单位名称" in one.message)
    report.findings.goToRequested.emit(finding)
    page = report.tabs.page()
    assert isinstance(page, OverviewPage)
    assert page.carried.isVisible()
    hands.press(Qt.Key.Key_F9)
    assert UNIT not in report.live.session.report.unconfirmed
    assert not page.carried.isVisible()


def test_everything_carried_can_be_confirmed_from_the_keyboard(report: OpenReport, hands: Hands) -> None:
    """Nothing that 定稿 waits for may be out of reach: F9 or Shift+F9 wherever the findings lead."""
    for _ in range(100):
        waiting = [one for one in report.live.standing.findings if one.rule == "P-17"]
        if not waiting:
            break
        report.findings.goToRequested.emit(waiting[0])
        before = report.live.session.report.unconfirmed
        hands.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
        assert report.live.session.report.unconfirmed != before, waiting[0].message
    assert report.live.session.report.unconfirmed == ()


def test_nothing_is_carried_in_a_report_of_her_own(
    open_window: Callable[[Session | None], MainWindow], desk: Desk, tmp_path: Path
) -> None:
    window = open_window(desk.create(tmp_path / "新.juesuan", "hunan", 2023, "清溪县测试中心"))
    assert window.report is not None
    for tab in range(window.report.tabs.bar.count()):
        window.report.tabs.show_tab(tab)
        page = window.report.tabs.worker()
        assert page.carried.told == ""
        assert not page.can_do("confirm")


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)  # a list that drops down, drawn into memory
@pytest.mark.parametrize("chosen", ["会计差错更正", "上年数填错"])
def test_a_changed_opening_offers_the_official_reasons(
    report: OpenReport, hands: Hands, window: MainWindow, qtbot: QtBot, chosen: str
) -> None:
    opening = "收支总表[年初结转和结余]"
    hands.enter(opening, "12")
    window.review()
    panel = report.findings
    finding = next(one for one in report.live.standing.findings if one.rule == "P-14")
    panel.list.setCurrentIndex(index_of(panel.list.model(), finding))
    hands.press(Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None
    popup = editor.completer().popup()
    qtbot.waitUntil(popup.isVisible, timeout=2000)
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert offered == list(OPENING_REASONS)
    if chosen in offered:
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    else:
        qtbot.keyClicks(editor, "x")
        editor.setText(chosen)
        popup.hide()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reason_of(report.live.session.report, finding) == chosen, timeout=2000)


def index_of(model: QAbstractItemModel, finding: Finding) -> QModelIndex:
    assert isinstance(model, FindingsModel)
    rows = (model.index(row, WHY) for row in range(model.rowCount()))
    return next(index for index in rows if model.finding(index) == finding)


def test_a_unit_that_was_renamed_is_renamed_in_place(
    report: OpenReport, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    page = report.tabs.page()
    assert isinstance(page, OverviewPage)
    page.name.name.setFocus()
    page.name.name.selectAll()
    hands.type("清溪县水务中心")
    qtbot.keyClick(page.name.name, Qt.Key.Key_Return)
    assert report.live.session.report.unit_name == "清溪县水务中心"
    assert report.live.session.report.answered[UNIT] == CHANGED
    assert "清溪县水务中心" in window.windowTitle()
    assert page.carried.told == ""
    page.name.name.clear()
    qtbot.keyClicks(page.name.name, " ")
    assert not page.finish(), "a report without a name is none"
    assert report.live.session.report.unit_name == "清溪县水务中心"
    page.name.name.clear()
    hands.type("清溪县水务中心")
    assert page.finish()
    window.commands["undo"].trigger()
    assert UNIT in report.live.session.report.unconfirmed
    assert page.name.name.text() == report.live.session.report.unit_name
