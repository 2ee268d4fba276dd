"""A window on a small balanced report."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop import app
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.gui.application import dressed
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

LINES = keyed([("2010301", "行政运行"), ("2010302", "一般行政管理事务")])
FIGURES = {
    "收入表[2010301·财政拨款收入]": "100",
    "收入表[2010302·财政拨款收入]": "50",
    "支出表[2010301·基本支出]": "100",
    "支出表[2010302·项目支出]": "50",
    "一般公共表[2010301·基本支出]": "100",
    "一般公共表[2010302·项目支出]": "50",
    "基本支出表[30101]": "100",
}
CODE_TABLES = ("收入表", "支出表", "一般公共表")


@pytest.fixture(scope="session")
def desk() -> Desk:
    return app.desk()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    os.environ["JUESUAN_LANG"] = "zh_CN"  # whatever the PC speaks
    return dressed(qapp)


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    """A balanced report: 150 in, 150 out, nothing 待填."""
    path = tmp_path / "报告.juesuan"
    session = desk.create(path, "hunan", 2023, "清溪县测试中心")
    for name in CODE_TABLES:
        session.set_lines(f"加行 {name}", session.form.by_name[name], LINES)
    for address, text in FIGURES.items():
        session.type_figure(address, text)
    for table in session.form.tables:
        session.settle(table)
    session.close()
    return path


@pytest.fixture
def session(desk: Desk, file: Path) -> Session:
    return desk.open(file)


@pytest.fixture
def open_window(desk: Desk, look: Look, qtbot: QtBot) -> Iterator[Callable[[Session | None], MainWindow]]:
    """Opens windows; after the test none may be left over."""

    def opened(session: Session | None) -> MainWindow:
        window = MainWindow(session, desk, look)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        windows.append(window)
        return window

    windows: list[MainWindow] = []
    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.topLevelWidgets() == []


@pytest.fixture
def window(open_window: Callable[[Session | None], MainWindow], session: Session) -> MainWindow:
    return open_window(session)


@pytest.fixture
def report(window: MainWindow) -> OpenReport:
    assert window.report is not None
    return window.report


@pytest.fixture
def hands(qtbot: QtBot, report: OpenReport) -> Hands:
    return Hands(qtbot, report)
