"""Scenes of the window as a whole: its menus, the box that asks, the other language, the largest letters."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from juesuan_desktop.gui.dialogs import unsaved_box
from juesuan_desktop.gui.memory import ENGLISH, LIGHT
from juesuan_desktop.gui.scenes.studio import Studio, report_in
from juesuan_desktop.gui.window import MainWindow

PLACE = "收支总表[使用非财政拨款结余]"
MENUS = ("file", "edit", "table", "view", "review")
TROUBLE = "写不了「2023年度部门决算.juesuan」：磁盘满了，请另存到别处"


def _menu(studio: Studio, at: int) -> QWidget:
    """A menu, open."""
    window = studio.another(studio.filled())
    report_in(window).tabs.go_to(PLACE)
    action = window.menuBar().actions()[at]
    menu = action.menu()
    assert isinstance(menu, QMenu)
    place = window.menuBar().actionGeometry(action).bottomLeft() + QPoint(0, 1)
    menu.popup(window.menuBar().mapToGlobal(place))
    return window


def _unsaved(studio: Studio) -> QWidget:
    window = studio.another(studio.filled())
    unsaved_box(window, TROUBLE)[0].show()
    return window


def _large_overview(studio: Studio) -> QWidget:
    return studio.wearing(LIGHT, 200, studio.filled())


def _large_start(studio: Studio) -> QWidget:
    return studio.wearing(LIGHT, 200, None)


def _english_start(studio: Studio) -> QWidget:
    return studio.speaking(ENGLISH, None)


def _english(studio: Studio, address: str = "") -> MainWindow:
    window = studio.speaking(ENGLISH, studio.filled())
    report = report_in(window)
    report.live.type_figure(PLACE, "12345.67")
    if address:
        report.tabs.go_to(address)
    window.review()
    return window


def _english_table(studio: Studio) -> QWidget:
    window = _english(studio, PLACE)
    window.tell_why()
    report_in(window).why.refresh()
    return window


def _english_rollover(studio: Studio) -> QWidget:
    window = studio.speaking(ENGLISH, None)
    studio.taking(window).roll_over_read(studio.sample_file, *studio.sample)
    return window


MENU_SCENES: tuple[tuple[str, Callable[[Studio], QWidget]], ...] = tuple(
    (f"menu-{name}", partial(_menu, at=at)) for at, name in enumerate(MENUS)
)
WINDOW_SCENES = (
    *MENU_SCENES,
    ("unsaved", _unsaved),
    ("text-200-start", _large_start),
    ("text-200-overview", _large_overview),
    ("english-start", _english_start),
    ("english-overview", _english),
    ("english-table", _english_table),
    ("english-rollover", _english_rollover),
)
