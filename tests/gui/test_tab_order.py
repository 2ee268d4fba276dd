"""Tab visits everything that can be used, in reading order; F6 leads out of the table, where Tab moves on the sheet."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.hands import is_usable, usable
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.grid.view import GridView
from juesuan_desktop.gui.printing.print_page import PrintPage
from juesuan_desktop.gui.taking.taking import Taking
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources

OpenWindow = Callable[[Session | None], MainWindow]
SAMPLE = resources() / "samples" / "sample.txt"
MOST_STEPS = 90
NO_MODIFIER, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def after(widget: QWidget) -> QWidget:
    """What would come next."""
    following = widget.nextInFocusChain()
    while not is_usable(following):
        following = following.nextInFocusChain()
    return following


def walk(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """Where Tab leads, from where the keyboard is until it is there again; in the table Tab moves on the sheet."""
    seen: list[QWidget] = []
    for _ in range(MOST_STEPS):
        here = QApplication.focusWidget()
        assert here is not None
        if seen and here is seen[0]:
            return seen
        if here not in seen:
            seen.append(here)
        if isinstance(here, GridView):
            after(here).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            qtbot.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes round")


def told(widgets: set[QWidget]) -> list[str]:
    return [f"{type(one).__name__} {one.accessibleName() or getattr(one, 'text', str)()}" for one in widgets]


def missed(window: MainWindow, seen: list[QWidget]) -> list[str]:
    return told(set(usable(window)) - set(seen))


def boxes(place: QWidget, widgets: list[QWidget]) -> list[tuple[QWidget, QRect]]:
    inside = [one for one in widgets if place.isAncestorOf(one)]
    return [(one, QRect(one.mapTo(place, QPoint(0, 0)), one.size())) for one in inside]


def backwards(place: QWidget, seen: list[QWidget]) -> list[str]:
    """The steps that go up, but for the one that begins again, and those that begin another column."""
    found = boxes(place, seen)
    first = min(range(len(found)), key=lambda at: (found[at][1].top(), found[at][1].left()))
    ordered = found[first:] + found[:first]
    steps = ((one, other) for one, other in pairwise(ordered) if other[1].bottom() <= one[1].top())
    return [" → ".join(told({one[0]}) + told({other[0]})) for one, other in steps if other[1].left() < one[1].right()]


def _start(window: MainWindow, tmp_path: Path) -> None:
    pass


def _new(window: MainWindow, tmp_path: Path) -> None:
    window.files.new()
    page = window.middle.over
    assert page is not None
    page.unit.setText("清溪县档案馆")  # the button waits for a name


def _choice(window: MainWindow, tmp_path: Path) -> None:
    window.files.offer(tmp_path / "last.pdf")


def _taking(window: MainWindow) -> Taking:
    taking = window.files.taking()
    assert isinstance(taking, Taking)
    return taking


def _import(window: MainWindow, tmp_path: Path) -> None:
    _taking(window).import_read(SAMPLE, *_read())


def _roll_over(window: MainWindow, tmp_path: Path) -> None:
    _taking(window).roll_over_read(SAMPLE, *_read())


def _read() -> tuple:
    from juesuan_desktop import app

    return app.desk().check(SAMPLE)


@pytest.mark.parametrize("show", [_start, _new, _choice, _import, _roll_over])
def test_every_field_of_a_page(
    desk: Desk, look: object, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, show: Callable
) -> None:
    window = open_window(None)
    window.memory.remember(tmp_path / "a.juesuan")
    window.middle.base.show_recent()
    show(window, tmp_path)
    QApplication.processEvents()
    seen = walk(window, qtbot)
    assert missed(window, seen) == []
    assert backwards(window.middle, seen) == []


def test_every_tab_of_a_report(open_window: OpenWindow, session: Session, qtbot: QtBot) -> None:
    window = open_window(session)
    assert window.report is not None
    for tab, name in enumerate(window.report.tabs.ids):
        window.report.tabs.show_tab(tab)
        window.report.begin()
        QApplication.processEvents()
        seen = walk(window, qtbot)
        assert missed(window, seen) == [], name
        assert backwards(window.middle, seen) == [], name


def test_every_panel(open_window: OpenWindow, session: Session, qtbot: QtBot) -> None:
    window = open_window(session)
    assert window.report is not None
    window.report.live.type_figure("收支总表[使用非财政拨款结余]", "12.5")
    window.report.tabs.go_to("支出表[2010301·基本支出]")
    window.show_todo()
    window.review()
    window.tell_why()
    QApplication.processEvents()
    seen = walk(window, qtbot)
    assert missed(window, seen) == []


def test_a_checked_pdf(open_window: OpenWindow, desk: Desk, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    desk.export(session, [file])
    session.close()
    window = open_window(Viewing(desk.library, file, *desk.check(file)))
    assert window.report is not None
    window.report.tabs.go_to("支出表[2010301·基本支出]")
    QApplication.processEvents()
    assert missed(window, walk(window, qtbot)) == []


def test_the_preview(open_window: OpenWindow, session: Session, qtbot: QtBot) -> None:
    window = open_window(session)
    window.commands["print"].trigger()
    page = window.middle.over
    assert isinstance(page, PrintPage)
    qtbot.waitUntil(lambda: page.sheets.count > 0, timeout=20_000)
    seen = walk(window, qtbot)
    assert missed(window, seen) == []
    assert backwards(window.middle, seen) == []


def test_f6_goes_through_the_parts_of_a_page_and_back(open_window: OpenWindow, session: Session, qtbot: QtBot) -> None:
    """The list of 补充资料 and of the sections, the table, the findings."""
    window = open_window(session)
    report = window.report
    assert report is not None
    window.review()
    QApplication.processEvents()
    for name in ("supplements", "part-10"):
        report.tabs.show_tab(report.tabs.ids.index(name))
        parts = [*report.tabs.page().panes(), report.findings.list]
        assert len(parts) == 3
        parts[0].setFocus()
        for key, order in ((NO_MODIFIER, (1, 2, 0)), (SHIFT, (2, 1, 0))):
            for part in order:
                qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, key)
                assert parts[part].hasFocus(), (name, part)


def test_a_supplement_is_chosen_from_the_keyboard(open_window: OpenWindow, session: Session, qtbot: QtBot) -> None:
    report = open_window(session).report
    assert report is not None
    report.tabs.show_tab(report.tabs.ids.index("supplements"))
    QApplication.processEvents()
    page = report.tabs.page()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert page.table_page.table is page.tables[1]
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.isAncestorOf(QApplication.focusWidget())
    assert not page.list.hasFocus()
