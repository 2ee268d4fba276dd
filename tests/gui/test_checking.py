"""Somebody else's report: read-only in the same tabs, with findings as printed and the page of a PDF."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.findings.model import KIND, WHY
from juesuan_desktop.gui.grid.cell_editor import CellEditor
from juesuan_desktop.gui.grid.table_page import TablePage
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.overview.page import OverviewPage
from juesuan_desktop.gui.pages.text_page import TextPage
from juesuan_desktop.gui.taking.page import TakingPage
from juesuan_desktop.gui.viewing.check_bar import CheckBar
from juesuan_desktop.gui.viewing.page_panel import PagePanel
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources
from juesuan_desktop.report.report import section_address

OpenWindow = Callable[[Session | None], MainWindow]
SAMPLE = resources() / "samples" / "sample.txt"
TOTAL = "收支总表[收入总计]"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace("总计\t31\t10,435,223.91", "总计\t31\t10,435,223.92")
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def checked(open_window: OpenWindow, wrong: Path, qtbot: QtBot) -> MainWindow:
    window = open_window(None)
    window.files.check_path(wrong)
    qtbot.waitUntil(lambda: window.report is not None, timeout=20_000)
    return window


def test_it_says_that_it_is_read_only_and_what_was_found(checked: MainWindow) -> None:
    bar = checked.findChild(CheckBar)
    assert bar is not None
    assert "只读 · 检查" in bar.text
    assert "有不平或错误：不平 2" in bar.text
    assert "只读" in checked.windowTitle()
    assert "只读" in checked.status.text
    assert checked.status.text.startswith("不平 2")
    assert checked.memory.recent == []


def test_the_findings_are_seen_in_a_small_window_too(open_window: OpenWindow, wrong: Path, qtbot: QtBot) -> None:
    window = open_window(None)
    window.resize(910, 512)
    window.files.check_path(wrong)
    qtbot.waitUntil(lambda: window.report is not None, timeout=20_000)
    assert window.panels.findings.isVisible()


def committed(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def test_nothing_can_be_edited(checked: MainWindow, qtbot: QtBot) -> None:
    assert checked.report is not None
    report = checked.report
    report.tabs.go_to(TOTAL)
    before = report.live.session.report
    page = report.tabs.table_page()
    assert page is not None
    qtbot.keyClicks(page.view, "5")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert "只供检查" in page.notice.told
    page.notice.tell("")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        qtbot.keyClick(page.view, key)
        assert "只供检查" in page.notice.told
        page.notice.tell("")
    page.view.inputMethodEvent(committed("６"))
    assert "只供检查" in page.notice.told
    assert page.view.findChild(CellEditor) is None
    assert report.live.session.report == before
    assert not any(checked.commands[name].isEnabled() for name in ("settle", "clear", "compute", "export", "undo"))
    assert checked.commands["review"].isEnabled()


def test_a_copy_to_edit_goes_through_the_same_page(checked: MainWindow, wrong: Path) -> None:
    bar = checked.findChild(CheckBar)
    assert bar is not None
    bar.edit_button.click()
    page = checked.middle.over
    assert isinstance(page, TakingPage)
    page.ok.click()
    assert checked.report is not None
    assert not checked.report.live.session.is_read_only
    assert list(wrong.parent.glob("*.juesuan"))


# ------------------------------------------------------------------------------------------------- PDF


@pytest.fixture
def viewing(desk: Desk, wrong: Path, tmp_path: Path) -> Viewing:
    session, pdf = desk.look_at(wrong), tmp_path / "report.pdf"
    desk.export(session, [pdf])
    session.close()
    return desk.view(pdf)


def test_the_page_stands_beside_with_the_place_marked(open_window: OpenWindow, viewing: Viewing, qtbot: QtBot) -> None:
    window = open_window(viewing)
    assert window.report is not None
    panel = window.panels.page.widget()
    assert isinstance(panel, PagePanel)
    assert window.panels.page.isVisible()
    window.report.tabs.go_to(TOTAL)
    assert panel.page == viewing.page_of(TOTAL)
    assert len(panel.places) == 1
    wide = panel.places[0]
    assert 0 < wide.height() < wide.width()
    window.report.tabs.go_to("三公表[三公合计·决算数]")
    assert panel.page == viewing.page_of("三公表[三公合计·决算数]") != viewing.page_of(TOTAL)
    assert len(panel.places) == 1


def test_the_heading_of_a_text_is_marked_and_nothing_on_a_page_she_leafs_to(
    open_window: OpenWindow, viewing: Viewing
) -> None:
    window = open_window(viewing)
    panel = window.panels.page.widget()
    assert window.report is not None
    assert isinstance(panel, PagePanel)
    window.report.tabs.go_to("节[机构]")
    assert panel.page == viewing.page_of_section("机构")
    assert len(panel.places) == 1
    panel.turn_to(panel.page + 1)
    assert panel.places == []


def test_findings_know_their_page(viewing: Viewing) -> None:
    pages = [place.page for finding in viewing.outcome.findings for place in finding.where if place.address == TOTAL]
    assert pages
    assert pages[0] == viewing.page_of(TOTAL)
    assert viewing.page_of_section("职责")
    viewing.close()


def test_another_report_lets_the_file_go(open_window: OpenWindow, viewing: Viewing, session: Session) -> None:
    window = open_window(viewing)
    window.show_report(session)
    assert not window.panels.page.isVisible()
    assert window.findChild(CheckBar) is None or not window.findChild(CheckBar).isVisible()
    viewing.file.unlink()


# ------------------------------------------------------------------------------------- nothing is changed


def as_it_stands(window: MainWindow) -> tuple[object, ...]:
    assert window.report is not None
    session = window.report.live.session
    return session.report, session.outcome.findings, session.history.done, session.unsaved


def test_no_key_changes_a_figure(checked: MainWindow, qtbot: QtBot) -> None:
    assert checked.report is not None
    before = as_it_stands(checked)
    checked.report.tabs.go_to("收支总表[使用非财政拨款结余]")
    page = checked.report.tabs.table_page()
    assert page is not None
    QApplication.clipboard().setText("1\t2\r\n3\t4\r\n")
    control = Qt.KeyboardModifier.ControlModifier
    for key, modifier in (
        (Qt.Key.Key_V, control),
        (Qt.Key.Key_X, control),
        (Qt.Key.Key_D, control),
        (Qt.Key.Key_0, control),
        (Qt.Key.Key_Z, control),
        (Qt.Key.Key_Y, control),
        (Qt.Key.Key_Return, control),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, control),
    ):
        qtbot.keyClick(page.view, key, modifier)
        assert page.view.findChildren(CellEditor) == [], key
        assert page.line_bar.isHidden(), key
    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(here(page)).center())
    assert page.view.findChildren(CellEditor) == []
    for name in ("paste", "cut", "clear", "fill-down", "settle", "compute", "confirm", "add-line", "delete-line"):
        page.do(name)
        assert not checked.commands[name].isEnabled(), name
    assert as_it_stands(checked) == before
    QApplication.clipboard().clear()


def here(page: TablePage) -> QModelIndex:
    return page.view.currentIndex()


def test_what_is_read_can_be_copied(checked: MainWindow, qtbot: QtBot) -> None:
    assert checked.report is not None
    checked.report.tabs.go_to(TOTAL)
    page = checked.report.tabs.table_page()
    assert page is not None
    checked.commands["copy"].trigger()
    assert QApplication.clipboard().text().strip() == "10,435,223.92"
    QApplication.clipboard().clear()


@pytest.fixture
def warned(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A report that received guests for more than its budget: in one's own report that wants a reason."""
    text = SAMPLE.read_text(encoding="utf-8")
    planned = "62,000.00\t0.00\t50,000.00\t0.00\t50,000.00\t12,000.00"
    less = "59,000.00\t0.00\t50,000.00\t0.00\t50,000.00\t9,000.00"
    assert planned in text
    path = tmp_path / "warned.txt"
    path.write_text(text.replace(planned, less), encoding="utf-8")
    window = open_window(None)
    window.files.check_path(path)
    qtbot.waitUntil(lambda: window.report is not None, timeout=20_000)
    return window


def test_no_reason_is_taken_for_somebody_elses_warning(warned: MainWindow, qtbot: QtBot) -> None:
    assert warned.report is not None
    panel = warned.report.findings
    before = as_it_stands(warned)
    row = next(at for at in range(panel.model.rowCount()) if panel.model.index(at, KIND).data() == "提示")
    why = panel.model.index(row, WHY)
    assert not panel.model.flags(why) & Qt.ItemFlag.ItemIsEditable
    assert "F2" not in str(why.data())
    panel.list.setCurrentIndex(panel.model.index(row, KIND))
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert panel.list.findChildren(QLineEdit) == []
    finding = panel.model.finding(why)
    assert finding is not None
    assert finding.rule == "P-6"
    warned.report.live.explain_away(finding, "上级检查增加")
    assert as_it_stands(warned) == before
    assert warned.report.live.session.report.reasons == {}


def test_no_text_is_written(checked: MainWindow, qtbot: QtBot) -> None:
    assert checked.report is not None
    before = as_it_stands(checked)
    checked.report.tabs.go_to(section_address("职责"))
    page = checked.report.tabs.page()
    assert isinstance(page, TextPage)
    words = page.editor.text()
    assert words
    QApplication.clipboard().setText("别人的话")
    qtbot.keyClicks(page.editor, "abc")
    qtbot.keyClick(page.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.editor, Qt.Key.Key_Delete)
    page.finish()
    assert page.editor.text() == words
    assert as_it_stands(checked) == before
    QApplication.clipboard().clear()


def test_no_approval_date_is_taken(checked: MainWindow) -> None:
    assert checked.report is not None
    checked.report.tabs.show_tab(0)
    page = checked.report.tabs.page()
    assert isinstance(page, OverviewPage)
    assert not page.deadline.isVisible()


def test_what_is_not_published_is_not_ticked_off(checked: MainWindow) -> None:
    assert checked.report is not None
    tabs = checked.report.tabs
    badge = tabs.bar.badge(tabs.ids.index("supplements"))
    assert badge is not None
    assert badge[0] is Mark.UNCHECKED
