"""A whole small report of Shanghai, its tables from the keyboard alone, column by column as an accountant goes."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.typist import CONTROL, KEY, Typist
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.window import MainWindow

SUBJECTS = ("2010301", "2010302", "jbyl jf", "zfgjj")
PARENTS = ("201", "20103", "2010301", "2010302", "208", "20805", "2080505", "221", "22102", "2210201")
COLUMNS = (
    ("支出表", "2010301·基本支出", ("1200000", "", "100000", "80000")),
    ("支出表", "2010302·项目支出", ("320000",)),
    ("收入表", "2010301·财政拨款收入", ("1200000", "300000", "100000", "80000")),
    ("收入表", "2010302·其他收入", ("+15000+5000",)),
    ("一般公共表", "2010301·基本支出", ("1200000", "", "100000", "80000")),
    ("一般公共表", "2010302·项目支出", ("300000",)),
    ("基本支出表", "30101", ("700000", "200000")),
    ("基本支出表", "30108", ("100000",)),
    ("基本支出表", "30113", ("80000",)),
    ("基本支出表", "30201", ("230000",)),
    ("基本支出表", "30231", ("70000",)),
    ("三公表", "公务用车运行维护费·预算数", ("80000",)),
    ("三公表", "公务用车运行维护费·决算数", ("70000",)),
)
"""Where she begins, and what she types downwards with Enter; '' only passes."""
TOTALS = {
    "收支总表[收入总计]": "1700000",
    "收支总表[支出总计]": "1700000",
    "支出表[201·本年支出合计]": "1520000",
    "财拨总表[收入总计]": "1680000",
    "一般公共表[合计·基本支出]": "1380000",
    "三公表[三公合计·决算数]": "70000",
}
EMPTY = ("基金表", "国资表")


@pytest.fixture
def session(desk: Desk, tmp_path: Path) -> Session:
    return desk.create(tmp_path / "报告.juesuan", "shanghai", 2024, "清溪区测试局")


def test_the_tables_of_shanghai_are_entered_from_the_keyboard(
    open_window: Callable[[Session | None], MainWindow], session: Session, qtbot: QtBot
) -> None:
    window = open_window(session)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    typist, report = Typist(qtbot, window), window.report
    assert report is not None
    typist.go_to("支出表")
    for words in SUBJECTS:
        typist.write(words)
        typist.press(KEY.Key_Return, CONTROL)
    typist.press(KEY.Key_Escape)
    for name in ("收入表", "支出表", "一般公共表"):
        assert tuple(line.code for line in report.live.session.report.lines[name]) == PARENTS
    for table, start, figures in COLUMNS:
        typist.go_to(f"{table}[{start}]")
        for figure in figures:
            typist.write(figure)
            typist.press(KEY.Key_Return)
    typist.go_to("收支总表")
    for _ in report.live.session.form.tables:
        assert "不平 0" in window.status.text
        typist.press(KEY.Key_F7)
        typist.press(KEY.Key_PageDown, CONTROL)
    assert window.status.text.startswith("不平 0 · 尾差 0")
    for address, amount in TOTALS.items():
        assert report.live.session.figures[address] == Decimal(amount), address
    for at, table in enumerate(report.live.session.form.tables, start=1):
        assert report.tabs.bar.badge(at) == (Mark.EMPTY if table.name in EMPTY else Mark.DONE, 0), table.name
