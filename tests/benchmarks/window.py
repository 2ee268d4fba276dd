"""What she waits for in the window: an edit until it is painted, another tab, a paste from Excel."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # what is to be painted is painted at once

from _measuring import chapter, measured, pace
from generator.balanced import codes_of_budget
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from juesuan_desktop import app
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.gui.application import application, dressed
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

TIMES, FEW = 31, 9
SAVED = 150
"""Milliseconds after which an edit is on the disk and all that waits for the paint has come."""
EDIT, TAB, PASTE = {60: 16, 500: 40}, 50, 200


def session_of(desk: Desk, folder: Path, lines: int) -> Session:
    """A report with so many 科目 lines in each of its code tables, and an amount in every cell that she fills in."""
    session = desk.create(folder / f"{lines}.juesuan", "hunan", 2023, "某县档案馆")
    chosen = keyed(codes_of_budget("一般公共预算")[:lines])
    for table in session.form.tables:
        if table.repeats:
            session.set_lines("添加科目", table, chosen)
    for table in session.form.tables:
        places = [place for place in table.places(session.lines(table)) if not table.is_computed(*place[1:])]
        amounts = {session.form.address(place): f"{at * 7919 % 10**7}.{at % 100:02}" for at, place in enumerate(places)}
        session.edit("填写", amounts)
        session.settle(table)
    session.save()
    return session


def painted() -> None:
    """Let the window paint what has changed; what it makes when there is time comes later."""
    QCoreApplication.processEvents()


def rest() -> None:
    """Let everything come that comes after the paint: the file, the list of findings, editors that are gone."""
    QTest.qWait(SAVED)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(key: Qt.Key | str) -> None:
    """One key, for whoever has the keyboard: after the first digit that is the editor."""
    QTest.keyClick(QApplication.focusWidget(), key)  # type: ignore[call-overload]


def opened(desk: Desk, look: Look, path: Path) -> tuple[MainWindow, OpenReport]:
    """The window on a report, as large as a small screen."""
    window = MainWindow(desk.open(path), desk, look)
    window.resize(1366, 768)
    window.show()
    painted()
    assert window.report is not None
    return window, window.report


def measure_first_shows(desk: Desk, look: Look, path: Path) -> None:
    """Every page when it is seen for the first time: one line for each, over several windows."""
    windows = [opened(desk, look, path) for _ in range(5)]
    for tab, name in enumerate(windows[0][1].tabs.ids[1:], 1):
        each = iter(windows)
        measured(f"第一次翻到 {name}", lambda each=each, tab=tab: show(next(each)[1], tab), times=5, target=TAB)
    for window, _ in windows:
        window.close()
        window.deleteLater()
    rest()


def show(report: OpenReport, tab: int) -> None:
    """Turn to a page and see it."""
    report.tabs.show_tab(tab)
    painted()


def measure(window: MainWindow, report: OpenReport, lines: int) -> None:
    """The window at work."""
    tabs, session = report.tabs, report.live.session
    first = session.lines(session.form.by_name["支出表"])[0].key
    cell, amounts = f"支出表[{first}·基本支出]", iter(range(10**5, 10**6))
    for tab in (*range(tabs.bar.count()), 0):
        show(report, tab)

    def write() -> None:
        """A figure typed, key by key, in the open editor."""
        rest()
        tabs.go_to(cell)
        for digit in str(next(amounts)):
            press(digit)
        painted()

    def enter() -> None:
        """Enter: taken, judged, the next figure current, painted."""
        press(Qt.Key.Key_Return)
        painted()

    def edit_and_leave(tab: int) -> None:
        """An edit that every page has to follow, seen from another page."""
        rest()
        tabs.go_to(cell)
        report.live.type_figure(cell, str(next(amounts)))
        show(report, tab - 1)

    measured("其中到全部结论", lambda: session.type_figure(cell, str(next(amounts))), times=TIMES)
    measured("打好的数按回车，到画好", enter, times=TIMES, target=EDIT[lines], ready=write)
    for tab in (4, 7, 0):
        turn = partial(show, report, tab)
        name = tabs.ids[tab]
        measured(f"改过以后翻到 {name}", turn, times=FEW, target=TAB, ready=partial(edit_and_leave, tab))
    if lines > 120:
        measure_paste(report, cell, next(amounts))


def measure_paste(report: OpenReport, cell: str, first: int) -> None:
    """A block from Excel, taken back, done again."""
    starts = iter(range(first, first + 10**6, 10**4))
    measured("粘贴 600 格", lambda: seen(partial(paste, report, cell, next(starts))), target=PASTE, ready=rest)
    measured("撤销 600 格", lambda: seen(report.undo), times=FEW, ready=rest)
    measured("重做 600 格", lambda: seen(report.redo), times=FEW, ready=rest)


def seen(action: Callable[[], object]) -> None:
    """The action, and everything it makes the window paint."""
    action()
    painted()


def paste(report: OpenReport, cell: str, first: int) -> None:
    """A block of 120 lines and 5 columns."""
    rows = ("\t".join(str(first + 5 * row + column) for column in range(5)) for row in range(120))
    report.tabs.go_to(cell)
    QGuiApplication.clipboard().setText("\n".join(rows))
    report.do("paste")


def main() -> None:
    desk, look = app.desk(), dressed(application())
    pace()
    with TemporaryDirectory() as name:
        for lines in EDIT:
            session = session_of(desk, Path(name), lines)
            path = session.project.path
            session.close()
            with chapter(f"窗口，每张科目表 {lines} 行"):
                measure_first_shows(desk, look, path)
                window, report = opened(desk, look, path)
                measure(window, report, lines)
                window.close()
    pace()


if __name__ == "__main__":
    main()
