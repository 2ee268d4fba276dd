"""Light and dark, larger text, what is remembered, what a screen reader hears."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from gui.colours import contrast
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.layout_keeper import LARGE_HEIGHT, LARGE_WIDTH, keep_layout, restore_place
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.theme import load_theme
from juesuan_desktop.gui.memory import DARK, LIGHT, Memory
from juesuan_desktop.gui.stage import wanted_theme
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources

THEMES = resources() / "themes"
PAPERS = ("sheet", "computed", "header", "overridden", "unfilled")
MARKS = ("broken", "warning", "rounding", "pending", "note", "done")


def test_dark_has_a_colour_for_every_use_that_light_has() -> None:
    light, dark = (tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8")) for name in (LIGHT, DARK))
    for group in ("window", "paper", "marks"):
        assert light[group].keys() == dark[group].keys(), group


@pytest.mark.parametrize("name", [LIGHT, DARK])
def test_every_word_can_be_read(name: str) -> None:
    theme = load_theme(THEMES / f"{name}.toml")
    for ground in PAPERS:
        assert contrast(theme["paper.ink"], theme[f"paper.{ground}"]) >= 7, ground
    for ground in ("window", "base", "alternate", "button", "chosen"):
        assert contrast(theme["window.text"], theme[f"window.{ground}"]) >= 7, ground
    for mark in MARKS:
        assert contrast(theme[f"marks.{mark}"], theme["window.base"]) >= 3, mark
        ground = f"marks.{mark}_ground"
        if ground in theme.colours:
            assert contrast(theme["paper.ink"], theme[ground]) >= 7, mark


def test_what_was_chosen_is_there_tomorrow(tmp_path: Path) -> None:
    file = tmp_path / "data" / "window.json"
    memory = Memory(file)
    assert memory.is_new
    memory.theme, memory.text_size = DARK, 150
    memory.remember(tmp_path / "a.juesuan")
    memory.keep_folder("export", tmp_path / "out.pdf")
    again = Memory(file)
    assert not again.is_new
    assert (again.theme, again.text_size, wanted_theme(again)) == (DARK, 150, DARK)
    assert again.folder("export") == str(tmp_path)
    assert [one.path for one in again.recent] == [str(tmp_path / "a.juesuan")]


def test_a_first_window_fills_a_small_screen_and_later_lies_as_it_was_left(qapp: QApplication) -> None:
    """1366 pixels are not much more than a window's usual width: a rim of the desktop would only cost room."""
    memory = Memory()
    first, again = QMainWindow(), QMainWindow()
    restore_place(first, memory)
    size = qapp.primaryScreen().availableSize()
    assert first.isMaximized() is (size.width() < LARGE_WIDTH or size.height() < LARGE_HEIGHT)
    first.setWindowState(Qt.WindowState.WindowNoState)
    keep_layout(first, memory)
    restore_place(again, memory)
    assert not again.isMaximized()
    for window in (first, again):
        window.deleteLater()


@pytest.mark.parametrize("content", ["", "[]", '{"recent": 7, "theme": "pink", "text_size": "huge"}', "\x00\x01"])
def test_a_spoiled_memory_is_a_fresh_one(tmp_path: Path, content: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(content, encoding="utf-8")
    memory = Memory(file)
    assert (memory.recent, memory.text_size) == ([], 100)


def test_layout_is_kept(desk: Desk, look: Look, session: Session, qtbot: QtBot) -> None:
    memory = Memory()
    window = MainWindow(session, desk, look, memory)
    window.resize(1366, 768)
    window.show()
    window.why_dock.show()
    window.close()
    window.deleteLater()
    assert {"geometry", "panels"} <= memory.layout.keys()
    again = MainWindow(desk.open(Path(session.project.path)), desk, look, memory)
    again.resize(1366, 768)
    again.show()
    assert not again.why_dock.isHidden()
    again.close()
    again.deleteLater()


def test_a_screen_reader_hears_the_cell(window: MainWindow) -> None:
    assert window.report is not None
    window.report.tabs.go_to("一般公共表[2010301·基本支出]")
    page = window.report.tabs.table_page()
    assert page is not None
    index, width = page.view.currentIndex(), page.model.columnCount() + 1  # a header is counted, hidden or not
    cell = QAccessible.queryAccessibleInterface(page.view).child((index.row() + 1) * width + index.column() + 1)
    assert cell.role() is QAccessible.Role.Cell
    assert cell.text(QAccessible.Text.Name) == "公开05表 行政运行 基本支出 100.00"
