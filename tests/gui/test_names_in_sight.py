"""Scrolled sideways, the names of the lines stay in sight, as with Excel's frozen panes."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from gui.hands import Hands
from juesuan_desktop.gui.grid.picture import side_columns
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

LAST = "支出表[2010301·对附属单位补助支出]"


@pytest.fixture
def large(hands: Hands, report: OpenReport, window: MainWindow) -> Hands:
    """A table too wide for the window."""
    hands.at("支出表[2010302·基本支出]")
    window.resize(1000, 768)
    report.tabs.zoom.set(2.0)
    QCoreApplication.processEvents()
    hands.at(LAST)
    return hands


def test_names_stay_at_the_left_while_she_goes_to_the_right(large: Hands) -> None:
    view = large.view
    assert view.picture.frozen_width() == sum(view.columnWidth(column) for column in (1, 2))
    for _ in range(5):
        large.press(Qt.Key.Key_Left)
        assert view.visualRect(view.currentIndex()).left() >= view.picture.frozen_width()
    assert large.where() == "支出表[2010301·本年支出合计]"


def test_a_click_on_a_name_reaches_no_figure_below_it(large: Hands) -> None:
    middle = large.view.visualRect(large.view.currentIndex()).center().y()
    QTest.mouseClick(large.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    assert large.where() == LAST


def test_what_lies_at_the_left_is_drawn_again(large: Hands) -> None:
    view = large.view
    place = view.visualRect(view.currentIndex())
    image = view.viewport().grab().toImage()
    seen = range(int(view.picture.frozen_width() * image.devicePixelRatio()))
    inks = {image.pixelColor(x, int(place.center().y() * image.devicePixelRatio())).lightness() for x in seen}
    assert min(inks) < 128 < max(inks)


def test_where_names_stand_among_the_figures_none_stays(hands: Hands) -> None:
    hands.at("收支总表[收入总计]")
    assert side_columns(hands.view.model().grid.cells) == 0
    hands.at("一般公共表[2010301·基本支出]")
    assert side_columns(hands.view.model().grid.cells) == 2
