"""Little room and large letters: what gives way, and that nothing widens the window or hides what matters."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from gui.colours import contrast
from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.findings.model import EXPECTED, GAP, MESSAGE, PRINTED
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import DARK, LIGHT
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.panels.panels import is_in_front
from juesuan_desktop.gui.tool_bar import EXTENSION, ToolBar
from juesuan_desktop.gui.viewing.check_bar import CheckBar
from juesuan_desktop.gui.viewing.page_panel import LEAST_SCALE, PagePanel
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources

OpenWindow = Callable[[Session | None], MainWindow]
SALARY = "支出表[2010301·基本支出]"
SAMPLE = resources() / "samples" / "sample.txt"


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def words_in(bar: ToolBar) -> int:
    """How many buttons show their words."""
    buttons = [bar.widgetForAction(action) for action in bar.actions()]
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return sum(isinstance(button, QToolButton) and button.toolButtonStyle() == beside for button in buttons)


def test_the_toolbar_gives_up_words_before_buttons(window: MainWindow) -> None:
    bar = window.findChild(ToolBar)
    assert bar is not None
    more = bar.findChild(QToolButton, EXTENSION)
    assert more is not None
    window.resize(1366, 700)
    settle()
    whole = words_in(bar)
    window.resize(910, 512)
    settle()
    assert words_in(bar) < whole
    assert not more.isVisible()
    assert bar.widgetForAction(window.commands["why"]).isVisible()
    window.resize(1366, 700)
    settle()
    assert words_in(bar) == whole


def test_the_place_never_widens_the_window(window: MainWindow) -> None:
    before = window.minimumSizeHint().width()
    window.status.show_place("支出表[2010301·基本支出] " * 40)
    settle()
    assert window.minimumSizeHint().width() == before


def test_in_a_narrow_list_the_numbers_stand_in_the_sentence(
    report: OpenReport, hands: Hands, window: MainWindow
) -> None:
    hands.enter(SALARY, "120")
    panel = report.findings
    window.resize(1366, 700)
    settle()
    short = panel.model.index(0, MESSAGE).data()
    assert "170.00" not in short
    window.resize(620, 700)
    settle()
    assert all(panel.list.isColumnHidden(column) for column in (PRINTED, EXPECTED, GAP))
    told = panel.model.index(0, MESSAGE).data()
    assert "170.00" in told
    assert "150.00" in told
    window.resize(1366, 700)
    settle()
    assert panel.model.index(0, MESSAGE).data() == short
    assert not panel.list.isColumnHidden(GAP)


def test_the_findings_leave_room_for_the_table(window: MainWindow, report: OpenReport, qtbot: QtBot) -> None:
    window.resize(1100, 520)
    report.tabs.show_tab(1)
    window.dock.hide()
    settle()
    window.review()
    settle()
    page = report.tabs.table_page()
    assert page is not None
    qtbot.waitUntil(lambda: window.dock.height() <= 0.37 * window.height())
    assert page.view.viewport().height() > 100


def test_headings_scroll_away_where_they_would_take_all(hands: Hands, window: MainWindow) -> None:
    hands.at("收支总表[支出总计]")
    assert hands.view.picture.frozen_height() > 0
    window.dock.show()
    window.resizeDocks([window.dock], [900], Qt.Orientation.Vertical)
    settle()
    if hands.view.viewport().height() < 150:
        assert hands.view.picture.frozen_height() == 0


def test_a_filter_is_seen_and_taken_away(report: OpenReport, hands: Hands, window: MainWindow) -> None:
    hands.enter(SALARY, "120")
    panel = report.findings
    chips, rows = panel.chips, panel.model.rowCount()
    assert not chips.all.isVisible()
    chips.kinds["rounding"].click()
    chips.tables["overall"].click()
    assert panel.model.rowCount() != rows
    assert chips.kinds["rounding"].font().bold()
    assert not chips.kinds["broken"].font().bold()
    assert chips.all.isVisible()
    chips.all.click()
    assert panel.model.rowCount() == rows
    assert not chips.all.isVisible()
    assert not any(chip.isChecked() or chip.font().bold() for chip in (*chips.kinds.values(), *chips.tables.values()))


@pytest.fixture
def viewing(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Viewing:
    session, pdf = desk.look_at(SAMPLE), tmp_path_factory.mktemp("pdf") / "report.pdf"
    desk.export(session, [pdf])
    session.close()
    return desk.view(pdf)


def test_the_strip_of_a_checked_report_gets_shorter(open_window: OpenWindow, viewing: Viewing) -> None:
    window = open_window(viewing)
    bar = window.findChild(CheckBar)
    assert bar is not None
    window.resize(1900, 800)
    settle()
    assert "report.pdf" in bar.text
    window.resize(900, 600)
    settle()
    assert "report.pdf" not in bar.text
    assert "没有不平" in bar.text


def test_the_page_beside_can_be_read_and_zoomed(open_window: OpenWindow, viewing: Viewing) -> None:
    """A table that lies across is not shrunk until its figures are dots; the figure itself is brought into sight."""
    window = open_window(viewing)
    assert window.report is not None
    panel = window.panels.page.widget()
    assert isinstance(panel, PagePanel)
    settle()
    window.report.tabs.go_to("收入表[合计·其他收入]")  # a page that lies across, the figure at its right
    settle()
    assert panel.scale >= LEAST_SCALE
    assert len(panel.places) == 1
    seen = (
        panel._area.viewport()
        .rect()
        .translated(panel._area.horizontalScrollBar().value(), panel._area.verticalScrollBar().value())
    )
    assert seen.contains(panel.places[0].center())
    first = panel.scale
    panel.step_zoom(1)
    assert panel.scale > first
    panel.step_zoom(-1)
    panel.step_zoom(-1)
    assert panel.scale < first
    panel.step_zoom(0)
    assert panel.scale == first


@pytest.fixture(params=[LIGHT, DARK])
def dressed_in(request: pytest.FixtureRequest, look: Look) -> Iterator[Look]:
    own = look.worn
    look.put_on(request.param, 100)
    yield look
    look.put_on(*own)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_frames_and_progress_are_seen_in_both_looks(dressed_in: Look) -> None:
    """Fusion draws frames from the window's colour and progress from the highlight, each a good deal darker."""
    ground = dressed_in.theme["window.window"]
    field, tree, progress = QLineEdit(), QTreeView(), QProgressBar()
    for widget in (field, tree, progress):
        widget.ensurePolished()
    for widget in (field, tree):
        assert contrast(widget.palette().window().color().darker(140), ground) >= 1.9, widget
    assert contrast(progress.palette().highlight().color(), ground) >= 3
    for widget in (field, tree, progress):
        widget.deleteLater()


@pytest.fixture
def large(window: MainWindow, look: Look) -> Iterator[MainWindow]:
    """Letters of twice the size in a small window."""
    own = look.worn
    window.resize(1366, 768)
    look.put_on(LIGHT, 200)
    settle()
    yield window
    look.put_on(*own)


def test_with_large_letters_panels_lie_behind_each_other(large: MainWindow, report: OpenReport, qtbot: QtBot) -> None:
    """All three open: the table keeps the window's width and a third of its height."""
    report.tabs.go_to(SALARY)
    large.review()
    large.tell_why()
    large.show_todo()
    settle()
    panels = large.panels
    docks = (panels.findings, panels.why, panels.todo)
    assert [is_in_front(dock) for dock in docks] == [False, False, True]
    page = report.tabs.table_page()
    assert page is not None
    qtbot.waitUntil(lambda: page.view.height() >= large.height() * 0.27)
    assert page.view.width() >= large.width() - 4
    large.tell_why()
    settle()
    assert [is_in_front(dock) for dock in docks] == [False, True, False]
    large.tell_why()
    settle()
    assert panels.why.isHidden()


def test_a_panel_that_gets_the_keyboard_comes_to_the_front(large: MainWindow, report: OpenReport) -> None:
    large.review()
    large.tell_why()
    settle()
    assert not is_in_front(large.panels.findings)
    assert report.why.hasFocus()
    report.begin()
    report.next_pane()
    report.next_pane()
    settle()
    assert report.findings.list.hasFocus()
    assert is_in_front(large.panels.findings)
    report.next_pane()
    settle()
    assert report.why.hasFocus()
    assert is_in_front(large.panels.why)


def test_usual_letters_bring_them_back_to_the_side(large: MainWindow, report: OpenReport, look: Look) -> None:
    large.review()
    large.tell_why()
    settle()
    look.put_on(LIGHT, 100)
    settle()
    assert is_in_front(large.panels.findings)
    assert is_in_front(large.panels.why)
    assert large.panels.why.x() > large.width() / 2
    assert large.panels.why.y() < large.height() / 3


def test_how_panels_lie_is_kept_for_either_room(window: MainWindow, look: Look) -> None:
    own = look.worn
    window.keep()
    look.put_on(LIGHT, 200)
    settle()
    window.keep()
    look.put_on(*own)
    assert {"panels", "panels-tight"} <= window.memory.layout.keys()
    assert window.memory.layout["panels"] != window.memory.layout["panels-tight"]


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (200, 1366), (200, 911)])
def test_every_command_can_be_reached_at_any_size(window: MainWindow, look: Look, size: int, width: int) -> None:
    own = look.worn
    window.resize(width, 768)
    look.put_on(LIGHT, size)
    settle()
    bar = window.findChild(ToolBar)
    assert bar is not None
    hidden = [action.text() for action in bar.actions() if not bar.widgetForAction(action).isVisible()]
    look.put_on(*own)
    assert hidden == []


def test_the_last_column_of_the_findings_is_seen_at_any_size(large: MainWindow, hands: Hands) -> None:
    hands.enter(SALARY, "120")
    large.review()
    settle()
    assert large.report is not None
    findings = large.report.findings.list
    last = max(column for column in range(findings.model().columnCount()) if not findings.isColumnHidden(column))
    right = findings.columnViewportPosition(last) + findings.columnWidth(last)
    assert right <= findings.viewport().width()
    assert findings.columnWidth(last) >= findings.fontMetrics().horizontalAdvance("国" * 6)


def test_panels_beside_have_the_whole_height(window: MainWindow, report: OpenReport) -> None:
    """What stands in them is long, what lies below is wide."""
    window.resize(1366, 768)
    report.tabs.go_to(SALARY)
    window.review()
    window.tell_why()
    settle()
    assert window.panels.why.geometry().bottom() >= window.dock.geometry().bottom()
    assert window.dock.geometry().right() < window.panels.why.x()


def test_the_counts_give_up_their_words_before_the_window_its_width(large: MainWindow) -> None:
    buttons = list(large.status._counts.values())
    assert "不平" in buttons[0].text()
    large.resize(700, 600)
    settle()
    assert large.width() == 700
    assert all(button.text().isdigit() for button in buttons)
    assert buttons[0].accessibleName() == "不平 0"
    assert large.status.text.startswith("不平 0 · 尾差 0")
    large.resize(1366, 768)
    settle()
    assert "不平" in buttons[0].text()


def test_in_a_low_panel_the_list_comes_first(window: MainWindow, hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "120")
    window.resize(640, 700)
    window.review()
    settle()
    chips, room = report.findings.chips, report.findings.width()
    chips.fit(9)
    settle()
    whole = chips.heightForWidth(room)
    chips.fit(1)
    settle()
    fitted = chips.heightForWidth(room)
    assert fitted < whole
    chips.fit(1)
    assert chips.heightForWidth(room) == fitted  # what is gone is as wide as before
    assert chips.kinds["broken"].isVisible()
    assert not chips._verdict.isVisible()
    chip = chips.tables["expenditure"]
    assert not chip.isVisible()
    chip.setChecked(True)
    settle()
    assert chip.isVisible()  # a filter that is on is seen
    chip.setChecked(False)
    chips.fit(9)
    settle()
    assert chips.heightForWidth(room) == whole


def test_headings_of_the_findings_go_where_two_rows_would_not_be_seen(
    large: MainWindow, report: OpenReport, look: Look
) -> None:
    large.review()
    settle()
    assert report.findings.list.isHeaderHidden()
    look.put_on(LIGHT, 100)
    settle()
    assert not report.findings.list.isHeaderHidden()


def test_a_hint_above_a_table_does_not_push_the_panel_beside_it_away(report: OpenReport, hands: Hands) -> None:
    hands.at(SALARY)
    page = report.tabs.table_page()
    assert page is not None
    page.lines.open()
    without = page.lines.bar.minimumSizeHint().width()
    page.lines.bar.hint("本表还没有科目：请逐行加入；确无数据请按「余格填零」（F7）")
    settle()
    assert page.lines.bar.minimumSizeHint().width() < without + 100
