"""New, open, import, export from the window, and what cannot be done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.dialogs import NewReportDialog
from juesuan_desktop.gui.start_page import StartPage
from juesuan_desktop.gui.window import MainWindow

OpenWindow = Callable[[Session | None], MainWindow]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sentences: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: sentences.append(text))
    return sentences


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "(*.juesuan)") -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), kind))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def test_without_a_report_there_is_the_start_page(open_window: OpenWindow) -> None:
    window = open_window(None)
    assert isinstance(window.centralWidget(), StartPage)
    assert not window.commands["export"].isEnabled()


def test_opening_shows_the_report(open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(None)
    answer(monkeypatch, file)
    window.centralWidget().buttons["open"].click()
    assert window.report is not None
    assert "清溪县测试中心" in window.windowTitle()
    assert window.commands["export"].isEnabled()


def test_a_new_report_begins_with_everything_to_fill(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(None)
    answer(monkeypatch, tmp_path / "new")
    monkeypatch.setattr(NewReportDialog, "exec", fill_in)
    window.commands["new"].trigger()
    assert (tmp_path / "new.juesuan").exists()
    assert window.report.live.session.report.year == 2024
    assert "待填 0" not in window.status.text


def fill_in(dialog: NewReportDialog) -> NewReportDialog.DialogCode:
    dialog.form.setCurrentIndex(dialog.form.findText("湖南样表"))
    dialog.year.setValue(2024)
    dialog.unit.setText("新单位")
    return NewReportDialog.DialogCode.Accepted


def test_what_cannot_be_opened_is_told_and_the_open_report_stays(
    window: MainWindow, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    junk = tmp_path / "junk.juesuan"
    junk.write_bytes(b"\x00\x01")
    report = window.report
    answer(monkeypatch, junk)
    window.commands["open"].trigger()
    assert len(told) == 1
    assert "\n" not in told[0]
    assert window.report is report
    assert report.live.session.report.unit_name == "清溪县测试中心"


def test_the_sample_is_there_to_try(open_window: OpenWindow) -> None:
    window = open_window(None)
    window.centralWidget().buttons["sample"].click()
    assert "清溪县河湖管理服务中心" in window.windowTitle()
    assert window.status.text.startswith("不平 0 · 尾差 0 · 待填 0")


def test_exporting_writes_the_file(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, tmp_path / "out", "Excel 工作簿 (*.xlsx)")
    window.commands["export"].trigger()
    assert (tmp_path / "out.xlsx").stat().st_size > 0


def test_an_export_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "no" / "such" / "folder" / "out.xlsx")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    window.commands["export"].trigger()
    assert window.report is not None


def test_a_new_report_needs_a_name(desk: Desk, qtbot) -> None:
    dialog = NewReportDialog(desk.library.forms())
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.unit.setText("某单位")
    assert ok.isEnabled()
