"""Where the keyboard is can be seen, at every widget, in light and dark: a frame of 2 pixels with a contrast of 3:1."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.colours import contrast
from gui.hands import Hands, usable
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.focus_frame import FocusFrame
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.theme import load_theme
from juesuan_desktop.gui.memory import DARK, LIGHT
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources

OpenWindow = Callable[[Session | None], MainWindow]
GROUNDS = ("window.window", "window.base", "window.alternate", "window.button", "window.chosen", "paper.sheet")
LEAST, MOST_CROSSED = 3.0, 0.15  # a frame may cross an icon or a letter


@pytest.fixture(params=[LIGHT, DARK])
def theme(request: pytest.FixtureRequest, look: Look) -> Iterator[str]:
    look.put_on(request.param, 100)
    yield request.param
    look.put_on(LIGHT, 100)


def frame_of(window: QWidget) -> FocusFrame:
    frame = window.findChild(FocusFrame)
    assert isinstance(frame, FocusFrame)
    return frame


def weak_places(window: MainWindow, widget: QWidget) -> float:
    """How much of the frame around a widget cannot be told from what lies under and beside it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QApplication.processEvents()
    frame = frame_of(window)
    assert frame.isVisible(), widget
    box = frame.geometry()
    around = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-1, -1, 1, 1)
    assert around.contains(box), widget
    framed = window.grab().toImage()
    widget.clearFocus()
    frame.hide()
    bare = window.grab().toImage()
    inner = box.adjusted(1, 1, -1, -1)
    places = [(place, nearest(place, inner)) for place in edge(box)]
    weak = [one for one, other in places if not (stands_out(framed, bare, one) or stands_out(framed, bare, other))]
    return len(weak) / len(places)


def edge(box: QRect) -> Iterator[QPoint]:
    for x in range(box.left(), box.right() + 1):
        yield QPoint(x, box.top())
        yield QPoint(x, box.bottom())
    for y in range(box.top(), box.bottom() + 1):
        yield QPoint(box.left(), y)
        yield QPoint(box.right(), y)


def nearest(place: QPoint, box: QRect) -> QPoint:
    """The second pixel of the frame at a place of the first."""
    return QPoint(min(max(place.x(), box.left()), box.right()), min(max(place.y(), box.top()), box.bottom()))


def stands_out(framed: QImage, bare: QImage, place: QPoint) -> bool:
    return contrast(framed.pixelColor(place), bare.pixelColor(place)) >= LEAST


@pytest.mark.parametrize("name", [LIGHT, DARK])
def test_the_frame_stands_out_from_every_ground(name: str) -> None:
    theme = load_theme(resources() / "themes" / f"{name}.toml")
    for ground in GROUNDS:
        assert contrast(theme["window.focus"], theme[ground]) >= LEAST, ground


def test_every_widget_of_a_page(open_window: OpenWindow, theme: str, tmp_path: Path) -> None:
    window = open_window(None)
    window.memory.remember(tmp_path / "a.juesuan")
    window.middle.base.show_recent()
    for show in (lambda: None, window.files.new, lambda: window.files.offer(tmp_path / "last.pdf")):
        show()
        QApplication.processEvents()
        for widget in usable(window):
            assert weak_places(window, widget) <= MOST_CROSSED, widget


def test_every_widget_of_a_report(open_window: OpenWindow, session: Session, theme: str) -> None:
    window = open_window(session)
    report = window.report
    assert report is not None
    window.tell_why()
    window.show_todo()
    for name in ("overview", "expenditure", "supplements", "part-10"):
        report.tabs.show_tab(report.tabs.ids.index(name))
        QApplication.processEvents()
        for widget in usable(window):
            assert weak_places(window, widget) <= MOST_CROSSED, (name, widget)


def test_a_list_without_findings_shows_it_too(open_window: OpenWindow, session: Session) -> None:
    window = open_window(session)
    assert window.report is not None
    findings = window.report.findings.list
    findings.setCurrentIndex(findings.model().index(-1, -1))
    findings.setFocus()
    QApplication.processEvents()
    assert frame_of(window).size().width() >= findings.width() - 2
    assert frame_of(window).height() >= findings.height() - 2


def test_it_follows_the_row(open_window: OpenWindow, session: Session, qtbot: QtBot) -> None:
    window = open_window(session)
    assert window.report is not None
    window.review()
    QApplication.processEvents()
    frame, findings = frame_of(window), window.report.findings.list
    assert findings.currentIndex().row() == 0
    top = frame.y()
    qtbot.keyClick(findings, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: frame.y() > top)


def test_typing_keeps_it_around_the_table(window: MainWindow, hands: Hands) -> None:
    hands.at("支出表[2010301·基本支出]")
    QApplication.processEvents()
    before = frame_of(window).geometry()
    hands.type("12")
    QApplication.processEvents()
    assert (frame_of(window).isVisible(), frame_of(window).geometry()) == (True, before)
    hands.press(Qt.Key.Key_Escape)


def test_the_mouse_goes_through_it(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    hands.at("支出表[2010301·基本支出]")
    QApplication.processEvents()
    corner = frame_of(window).geometry().topLeft() + QPoint(1, 1)
    assert not isinstance(window.childAt(corner), FocusFrame)
