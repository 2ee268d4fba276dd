"""New, open, export from the window, and what cannot be done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from juesuan_desktop.app import desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.pages.new_page import NewPage
from juesuan_desktop.gui.pages.start_page import StartPage
from juesuan_desktop.gui.recent_menu import RecentMenu
from juesuan_desktop.gui.taking.choice_page import ChoicePage
from juesuan_desktop.gui.window import MainWindow

OpenWindow = Callable[[Session | None], MainWindow]


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "(*.juesuan)") -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), kind))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def start_page(window: MainWindow) -> StartPage:
    assert isinstance(window.middle.base, StartPage)
    return window.middle.base


def test_without_a_report_there_is_the_start_page(open_window: OpenWindow) -> None:
    window = open_window(None)
    assert start_page(window).buttons["rollover"].isVisible()
    assert not window.commands["export"].isEnabled()


def test_opening_shows_the_report(open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(None)
    answer(monkeypatch, file)
    start_page(window).buttons["open"].click()
    assert window.report is not None
    assert "清溪县测试中心" in window.windowTitle()
    assert window.commands["export"].isEnabled()


def test_recent_reports_are_in_the_menu_while_another_is_open(window: MainWindow, file: Path, tmp_path: Path) -> None:
    window.memory.remember(tmp_path / "gone.juesuan")
    window.memory.remember(file)
    menu = window.findChild(RecentMenu)
    assert menu is not None
    assert menu.menuAction() in window.menuBar().actions()[0].menu().actions()
    menu.aboutToShow.emit()
    here, gone = menu.actions()
    assert (here.isEnabled(), gone.isEnabled()) == (True, False)
    assert file.stem in here.text()
    asked: list[Path] = []
    RecentMenu(window.memory, asked.append, window).actions()[0].trigger()
    assert asked == [file]


# ------------------------------------------------------------------------------------------------- new


def new_page(window: MainWindow) -> NewPage:
    window.commands["new"].trigger()
    assert isinstance(window.middle.over, NewPage)
    return window.middle.over


def test_a_new_report_begins_with_everything_to_fill(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(None)
    page = new_page(window)
    page.form.setCurrentIndex(page.form.findText("湖南样表"))
    page.year.setValue(2024)
    page.target.propose(tmp_path, "x")
    qtbot.keyClicks(page.unit, "new unit")
    page.target.name.setText(str(tmp_path / "mine"))
    qtbot.keyClick(page.unit, Qt.Key.Key_Return)
    assert (tmp_path / "mine.juesuan").exists()
    assert window.report is not None
    assert window.report.live.session.report.year == 2024
    assert "待填 0" not in window.status.text


def test_a_new_report_needs_a_name_and_a_free_place(open_window: OpenWindow, file: Path) -> None:
    page = new_page(open_window(None))
    assert not page.ok.isEnabled()
    assert "单位名称" in page.fault
    page.unit.setText("某单位")
    assert page.ok.isEnabled()
    page.target.name.setText(str(file))
    page.target.name.textEdited.emit(str(file))
    assert "已经存在" in page.fault


def test_escape_leaves_the_page_and_the_report_is_still_there(window: MainWindow, qtbot: QtBot) -> None:
    assert window.report is not None
    window.report.tabs.show_tab(1)
    page = new_page(window)
    assert not window.commands["undo"].isEnabled()
    assert not window.commands["settle"].isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.middle.over is None
    assert window.commands["settle"].isEnabled()


# ------------------------------------------------------------------------------------ what cannot be done


def test_what_cannot_be_opened_is_told_and_the_open_report_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    junk = tmp_path / "junk.juesuan"
    junk.write_bytes(b"\x00\x01")
    report = window.report
    answer(monkeypatch, junk)
    window.commands["open"].trigger()
    assert "junk.juesuan" in window.notice.text
    assert "\n" not in window.notice.text
    assert window.notice.isVisible()
    assert window.report is report
    assert report.live.session.report.unit_name == "清溪县测试中心"


def test_a_report_that_is_gone_comes_back_from_its_backup(open_window: OpenWindow, file: Path) -> None:
    session = desk().open(file)
    session.type_figure("单位表[批复日期]", "2024-08-12")
    session.close()
    file.unlink()
    window = open_window(None)
    window.files.open_path(file)
    assert window.report is None
    assert "备份" in window.notice.text
    window.notice.button.click()
    assert window.report is not None
    found = window.report.live.session
    assert found.project.path == file.with_name(f"{file.stem}（恢复）.juesuan")
    assert found.project.gestures()[-1].changes[0].after == "2024-08-12"


def test_the_sample_is_there_to_try(open_window: OpenWindow) -> None:
    window = open_window(None)
    start_page(window).buttons["sample"].click()
    assert "清溪县河湖管理服务中心" in window.windowTitle()
    assert window.status.text.startswith("不平 0 · 尾差 0 · 待填 0")


# ---------------------------------------------------------------------------------------------- export


def test_exporting_writes_the_file_and_offers_its_folder(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())))
    answer(monkeypatch, tmp_path / "out", "Excel 工作簿 (*.xlsx)")
    window.commands["export"].trigger()
    qtbot.waitUntil(lambda: "已导出" in window.notice.text)
    assert (tmp_path / "out.xlsx").stat().st_size > 0
    window.notice.button.click()
    assert shown == [tmp_path]


def test_an_export_that_is_cancelled_writes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer(monkeypatch, tmp_path / "out", "PDF 文件 (*.pdf)")
    window.commands["export"].trigger()
    assert window.errands.is_busy
    window.notice.button.click()
    assert not window.errands.is_busy
    window.errands.give_up()
    qtbot.wait(50)
    assert list(tmp_path.glob("out*")) == []
    assert window.notice.isHidden()


def test_an_export_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer(monkeypatch, tmp_path / "no" / "such" / "folder" / "out.xlsx")
    window.commands["export"].trigger()
    qtbot.waitUntil(lambda: not window.errands.is_busy)
    assert window.notice.isVisible()
    assert "\n" not in window.notice.text
    assert window.report is not None


# ---------------------------------------------------------------------------------- recent, dropped files


def test_an_opened_report_is_remembered_and_one_that_is_gone_is_grey(
    open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(None)
    answer(monkeypatch, file)
    start_page(window).buttons["open"].click()
    memory = window.memory
    assert [one.path for one in memory.in_order()] == [str(file)]
    page = StartPage(window._look, memory)
    assert page.recent.count() == 1
    assert "找不到" not in page.recent.item(0).text()
    gone = file.with_name("gone.juesuan")
    memory.remember(gone)
    memory.pin(str(file), pinned=True)
    page.show_recent()
    assert [Path(page.recent.item(row).toolTip()).name for row in range(2)] == [file.name, gone.name]
    assert "找不到" in page.recent.item(1).text()
    page.deleteLater()


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, data, button, none))


def test_our_own_file_dropped_on_the_window_opens(open_window: OpenWindow, file: Path) -> None:
    window = open_window(None)
    drop(window, file)
    assert window.report is not None


def test_a_foreign_file_dropped_asks_what_to_do(open_window: OpenWindow, tmp_path: Path) -> None:
    foreign = tmp_path / "report.txt"
    foreign.write_text("x", encoding="utf-8")
    window = open_window(None)
    drop(window, foreign)
    assert isinstance(window.middle.over, ChoicePage)
    assert set(window.middle.over.buttons) == {"import", "rollover", "check-report"}


# --------------------------------------------------------------------------------- where a new file lies


@pytest.mark.parametrize("typed", ["", "/", "D:\\", "C:/", "~", "~nobody/x", "a/", "清溪.juesuan"])
def test_any_beginning_of_a_path_can_be_typed(open_window: OpenWindow, typed: str) -> None:
    """A path is typed letter by letter: no half of one may end in more than a sentence."""
    page = new_page(open_window(None))
    page.unit.setText("某某中心")
    page.target.name.clear()
    page.target.name.insert(typed)  # as an input method hands it over
    page.target.name.textEdited.emit(typed)
    assert page.fault or page.answer() is not None


def test_the_letter_of_the_label_leads_into_the_field(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    page = new_page(window)
    qtbot.waitUntil(page.unit.hasFocus)
    qtbot.keyClick(page.unit, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert page.target.name.hasFocus()


def test_enter_presses_the_button_the_keyboard_is_at(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    page = start_page(window)
    page.buttons["new"].setFocus()
    qtbot.keyClick(page.buttons["new"], Qt.Key.Key_Return)
    assert isinstance(window.middle.over, NewPage)
    window.middle.over.cancel.setFocus()
    qtbot.keyClick(window.middle.over.cancel, Qt.Key.Key_Enter)
    assert window.middle.over is None
