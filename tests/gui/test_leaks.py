"""However long she works, the window holds no more than it shows."""

import gc
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.state import State
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

CELL = "支出表[2010301·基本支出]"
KEPT = (Session, State, OpenReport, GridModel)


def _held(window: MainWindow) -> Counter[str]:
    """What the window has made and not let go: its own parts by kind, and the values behind them."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    parts = Counter(type(one).__name__ for one in window.findChildren(QObject))
    values = Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, KEPT))
    return parts + values


def _work(hands: Hands, report: OpenReport, amounts: range) -> None:
    """Type, be refused, take back, do again, look for a word, ask why, turn the pages."""
    for amount in amounts:
        hands.enter(CELL, str(amount))
        report.undo()
        report.redo()
        report.do("copy")
        report.do("paste")
    hands.at(CELL)
    hands.type("x")
    hands.press(Qt.Key.Key_Escape)
    for tab in range(report.tabs.bar.count()):
        report.tabs.show_tab(tab)
    report.tabs.seek("find")
    hands.press(Qt.Key.Key_Escape)


def test_work_leaves_nothing_behind(hands: Hands, window: MainWindow, report: OpenReport) -> None:
    _work(hands, report, range(1, 3))
    before = _held(window)
    _work(hands, report, range(3, 15))
    assert _held(window) - before == Counter()


def test_a_report_goes_with_all_its_pages_when_another_is_opened(
    desk: Desk, window: MainWindow, file: Path, tmp_path: Path
) -> None:
    def open_another(number: int) -> None:
        assert window.report is not None
        for tab in range(window.report.tabs.bar.count()):
            window.report.tabs.show_tab(tab)
        window.show_todo()
        other = tmp_path / f"{number}.juesuan"
        other.write_bytes(file.read_bytes())
        window.show_report(desk.open(other))

    open_another(0)
    before = _held(window)
    for number in (1, 2, 3):
        open_another(number)
    assert _held(window) - before == Counter()
