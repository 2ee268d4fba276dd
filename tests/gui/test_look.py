"""Lighter, darker, larger: the window dresses where it stands. Nothing open is lost, nothing keeps old colours."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import DARK, ENGLISH, LIGHT, SYSTEM, Memory
from juesuan_desktop.gui.pages.new_page import NewPage
from juesuan_desktop.gui.printing.print_page import PrintPage
from juesuan_desktop.gui.stage import Stage
from juesuan_desktop.gui.taking.page import TakingPage
from juesuan_desktop.gui.taking.taking import Taking
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources
from juesuan_desktop.report.report import section_address

OpenWindow = Callable[[Session | None], MainWindow]
CELL = "支出表[2010301·基本支出]"
SAMPLE = resources() / "samples" / "sample.txt"


@pytest.fixture(autouse=True)
def as_it_was(look: Look) -> Iterator[None]:
    yield
    look.put_on(LIGHT, 100)


@pytest.fixture
def stage(desk: Desk, look: Look, session: Session, qapp: QApplication, qtbot: QtBot) -> Iterator[Stage]:
    memory = Memory()
    memory.theme = LIGHT
    made = Stage(qapp, desk, look, memory)
    made.show(session)
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.topLevelWidgets() == []


def picture(widget: QWidget) -> QImage:
    """The widget without the keyboard: only one window of two has it."""
    for _ in range(3):
        QCoreApplication.processEvents()
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
    return widget.grab().toImage()


def differing(one: QImage, other: QImage) -> int:
    """How many pixels are not the same."""
    assert one.size() == other.size()
    places = ((x, y) for y in range(one.height()) for x in range(one.width()))
    return 0 if one == other else sum(one.pixel(x, y) != other.pixel(x, y) for x, y in places)


def test_another_look_keeps_report_place_and_undo(stage: Stage, qapp: QApplication) -> None:
    window, report = stage.window, stage.window.report
    assert report is not None
    report.tabs.go_to(CELL)
    report.live.type_figure(CELL, "7")
    window.view.themes[DARK].trigger()
    assert (stage.window, window.report, report.tabs.page().address()) == (window, report, CELL)
    assert qapp.palette().window().color().lightness() < 80
    window.commands["undo"].trigger()
    assert report.live.session.report.figures[CELL] == 100


def test_larger_text_is_larger_everywhere(stage: Stage, qapp: QApplication) -> None:
    points = qapp.font().pointSizeF()
    stage.window.view.sizes[150].trigger()
    assert qapp.font().pointSizeF() == pytest.approx(points * 1.5)
    assert stage.window.menuBar().font().pointSizeF() == pytest.approx(points * 1.5)


@pytest.mark.parametrize(("theme", "size"), [(DARK, 100), (LIGHT, 150)])
def test_a_window_that_dressed_anew_looks_like_one_that_began_so(
    open_window: OpenWindow, desk: Desk, session: Session, look: Look, theme: str, size: int
) -> None:
    """Every tab, and the pages that lie over the report: pixel by pixel."""
    changed = open_window(session)
    assert changed.report is not None
    tabs = range(changed.report.tabs.bar.count())
    before = [picture(_at(changed, tab)) for tab in tabs]
    look.put_on(theme, size)
    after = [picture(_at(changed, tab)) for tab in tabs]
    fresh = open_window(desk.look_at(Path(session.project.path)))
    for tab in tabs:
        began_so = picture(_at(fresh, tab))
        assert after[tab] != before[tab]
        assert differing(after[tab], began_so) == 0, changed.report.tabs.ids[tab]


def _at(window: MainWindow, tab: int) -> QWidget:
    assert window.report is not None
    window.dock.hide()
    window.report.tabs.show_tab(tab)
    return window.report.tabs


def _new(window: MainWindow) -> None:
    window.files.new()


def _choice(window: MainWindow) -> None:
    window.files.offer(Path("/somewhere/last.pdf"))


def _start(window: MainWindow) -> None:
    assert window.middle.over is None


@pytest.mark.parametrize("show", [_new, _choice, _start])
def test_pages_dress_anew_too(open_window: OpenWindow, look: Look, show: Callable[[MainWindow], None]) -> None:
    changed = open_window(None)
    show(changed)
    picture(changed)
    look.put_on(DARK, 150)
    fresh = open_window(None)
    show(fresh)
    assert differing(picture(changed.middle), picture(fresh.middle)) == 0


def test_a_preview_dresses_anew(
    open_window: OpenWindow, desk: Desk, session: Session, look: Look, qtbot: QtBot
) -> None:
    changed = _preview(open_window(session), qtbot)
    look.put_on(DARK, 125)
    fresh = _preview(open_window(desk.look_at(Path(session.project.path))), qtbot)
    assert differing(picture(changed), picture(fresh)) == 0


def _preview(window: MainWindow, qtbot: QtBot) -> PrintPage:
    window.commands["print"].trigger()
    page = window.middle.over
    assert isinstance(page, PrintPage)
    qtbot.waitUntil(lambda: page.sheets.count > 0, timeout=20_000)
    return page


def test_a_proposal_dresses_anew_and_keeps_its_ticks(open_window: OpenWindow, desk: Desk, look: Look) -> None:
    windows, read = [open_window(None)], desk.check(SAMPLE)
    page = _proposal(windows[0], read)
    look.put_on(DARK, 125)
    windows.append(open_window(None))
    assert differing(picture(page), picture(_proposal(windows[1], read))) == 0
    page.model.setData(page.model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    refused = set(page.model.refused)
    look.put_on(LIGHT, 100)
    assert refused
    assert (windows[0].middle.over, page.model.refused) == (page, refused)


def _proposal(window: MainWindow, read: tuple) -> TakingPage:
    taking = window.files.taking()
    assert isinstance(taking, Taking)
    taking.roll_over_read(SAMPLE, *read)
    page = window.middle.over
    assert isinstance(page, TakingPage)
    return page


def test_a_half_filled_page_stays(stage: Stage) -> None:
    stage.window.commands["new"].trigger()
    page = stage.window.middle.over
    assert isinstance(page, NewPage)
    page.unit.setText("清溪县档案馆")
    stage.window.view.themes[DARK].trigger()
    stage.window.view.sizes[200].trigger()
    assert stage.window.middle.over is page
    assert page.unit.text() == "清溪县档案馆"


@pytest.mark.parametrize("typed", ["12", "1a"])
def test_a_cell_that_is_being_typed_stays(stage: Stage, qtbot: QtBot, typed: str) -> None:
    """The PC turns dark by itself in the evening, whatever she is doing."""
    assert stage.window.report is not None
    hands = Hands(qtbot, stage.window.report)
    stage.window.report.tabs.zoom.set(1.0)
    hands.at(CELL)
    hands.type(typed)
    editor = hands.editor()
    assert editor is not None
    points = editor.font().pointSizeF()
    stage.window.view.themes[DARK].trigger()
    stage.window.view.sizes[150].trigger()
    assert hands.editor() is editor
    assert editor.text() == typed
    assert editor.hasFocus()
    qtbot.waitUntil(lambda: editor.font().pointSizeF() > points)
    assert stage.window.report.live.session.report.figures[CELL] == 100
    hands.press(Qt.Key.Key_Escape)


def test_a_text_that_is_being_written_is_not_cut_into_two_steps(stage: Stage, qtbot: QtBot) -> None:
    report = stage.window.report
    assert report is not None
    report.tabs.go_to(section_address("职责"))
    hands = Hands(qtbot, report)
    hands.type("贯彻执行")
    done = len(report.live.session.history.done)
    stage.window.view.themes[DARK].trigger()
    stage.window.view.sizes[125].trigger()
    assert len(report.live.session.history.done) == done
    hands.type("方针政策")
    assert report.tabs.finish()
    assert report.live.session.report.texts["职责"] == "贯彻执行方针政策"
    assert len(report.live.session.history.done) == done + 1


def test_dressing_alone_writes_nothing(stage: Stage) -> None:
    report = stage.window.report
    assert report is not None
    for tab in range(report.tabs.bar.count()):
        report.tabs.show_tab(tab)
    done = len(report.live.session.history.done)
    stage.window.view.sizes[150].trigger()
    assert report.tabs.finish()
    assert len(report.live.session.history.done) == done


def test_a_reading_goes_on(stage: Stage, qtbot: QtBot) -> None:
    stage.window.files.taking().roll_over(SAMPLE)
    stage.window.view.themes[DARK].trigger()
    assert stage.window.errands.is_busy
    qtbot.waitUntil(lambda: isinstance(stage.window.middle.over, TakingPage), timeout=20_000)


def test_another_language_waits_until_the_page_is_left(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window
    window.commands["new"].trigger()
    page = window.middle.over
    window.view.languages[ENGLISH].trigger()
    qtbot.wait(700)
    assert (stage.window, window.middle.over) == (window, page)
    window.middle.clear()
    qtbot.waitUntil(lambda: stage.window is not window)


def test_another_language_keeps_report_and_place(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window
    assert window.report is not None
    window.report.tabs.go_to(CELL)
    window.view.languages[ENGLISH].trigger()
    qtbot.waitUntil(lambda: stage.window is not window)
    assert stage.window.report is not None
    assert stage.window.report.tabs.page().address() == CELL


def test_it_follows_the_system_where_she_wants_that(
    stage: Stage, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PC turns dark while a page lies over the report."""
    stage.window.commands["new"].trigger()
    for wish, is_dark in ((LIGHT, False), (SYSTEM, True)):
        stage.window.view.themes[wish].trigger()
        monkeypatch.setattr("juesuan_desktop.gui.stage.wanted_theme", lambda memory: DARK)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert (qapp.palette().window().color().lightness() < 80) is is_dark
