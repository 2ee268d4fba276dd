"""What she waits for in the window: an edit until it is painted, another tab, a paste from Excel."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # what is to be painted is painted at once

from _measuring import chapter, measured
from generator.balanced import codes_of_budget
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from juesuan_desktop import app
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.gui.application import application, dressed
from juesuan_desktop.gui.window import MainWindow

TIMES = 15


def session_of(desk: Desk, folder: Path, lines: int) -> Session:
    """A report being filled in, with so many 科目 lines in each of its code tables."""
    session = desk.create(folder / f"{lines}.juesuan", "hunan", 2023, "某县档案馆")
    chosen = keyed(codes_of_budget("一般公共预算")[:lines])
    for table in session.form.tables:
        if table.repeats:
            session.set_lines("添加科目", table, chosen)
        session.settle(table)
    session.save()
    return session


def seen(action: Callable[[], object]) -> Callable[[], None]:
    """The action, and everything it makes the window paint."""

    def done() -> None:
        action()
        QCoreApplication.processEvents()

    return done


def measure(window: MainWindow) -> None:
    """The window on one report."""
    report = window.report
    assert report is not None
    tabs, session = report.tabs, report.live.session
    lines = len(session.lines(session.form.by_name["支出表"]))
    first = session.lines(session.form.by_name["支出表"])[0].key
    cell, amounts = f"支出表[{first}·基本支出]", iter(range(1, 100_000))
    for tab in (*range(tabs.bar.count()), 0):
        seen(lambda tab=tab: tabs.show_tab(tab))()
    seen(lambda: tabs.go_to(cell))()

    def type_one() -> None:
        report.live.type_figure(cell, str(next(amounts)))

    def type_by_key() -> None:
        tabs.go_to(cell)
        QTest.keyClicks(QApplication.focusWidget(), str(next(amounts)))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    measured("其中到全部结论", lambda: session.type_figure(cell, str(next(amounts))), times=TIMES)
    measured("改一个数到画好", seen(type_one), times=TIMES, target=16 if lines < 100 else 40)
    measured("键盘打一个数、回车到画好", seen(type_by_key), times=TIMES)
    measured("换页", seen(lambda: tabs.show_tab(tabs.bar.currentIndex() + 1)), times=TIMES, target=50)
    if lines > 120:
        measured("粘贴 600 格", seen(lambda: paste(window, cell, next(amounts))), times=5, target=200)


def paste(window: MainWindow, cell: str, first: int) -> None:
    """A block of 120 lines and 5 columns from Excel."""
    assert window.report is not None
    rows = ("\t".join(str(first + 5 * row + column) for column in range(5)) for row in range(120))
    window.report.tabs.go_to(cell)
    QGuiApplication.clipboard().setText("\n".join(rows))
    window.report.do("paste")


def main() -> None:
    desk, look = app.desk(), dressed(application())
    with TemporaryDirectory() as name:
        for lines in (60, 500):
            with chapter(f"窗口，每张科目表 {lines} 行"):
                window = MainWindow(session_of(desk, Path(name), lines), desk, look)
                window.resize(1366, 768)
                window.show()
                QCoreApplication.processEvents()
                measure(window)
                window.close()


if __name__ == "__main__":
    main()
