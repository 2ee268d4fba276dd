"""A whole small report from the keyboard alone, from the start page to 不平 0: nothing is put in behind the window."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QToolButton, QTreeWidget
from pytestqt.qtbot import QtBot

from gui.typist import ALT, CONTROL, KEY, MOST_STEPS, SHIFT, Typist
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.pages.new_page import NewPage
from juesuan_desktop.gui.window import MainWindow

UNIT = "清溪县测试中心"
# What she types into 加行 of 支出表: a code, a name, pinyin initials. The fund's line goes with them.
SUBJECTS = ("2010301", "ybxzglsw", "机关事业单位基本养老保险缴费", "zfgjj", "2120803")
CODES = ("2010301", "2010302", "2080505", "2120803", "2210201")
FIGURES = {
    "支出表[2010301·基本支出]": "1200000",
    "支出表[2010302·项目支出]": "320,000.00",
    "支出表[2080505·基本支出]": "=50000+50000",
    "支出表[2120803·项目支出]": "500000",
    "支出表[2210201·基本支出]": "８００００",
    "收入表[2010301·财政拨款收入]": "1200000",
    "收入表[2010302·财政拨款收入]": "300000",
    "收入表[2010302·其他收入]": "20000",
    "收入表[2080505·财政拨款收入]": "100000",
    "收入表[2120803·财政拨款收入]": "500000",
    "收入表[2210201·财政拨款收入]": "80000",
    "一般公共表[2010301·基本支出]": "1200000",
    "一般公共表[2010302·项目支出]": "300000",
    "一般公共表[2080505·基本支出]": "100000",
    "一般公共表[2210201·基本支出]": "80000",
    "基金表[2120803·本年收入]": "500000",
    "基金表[2120803·项目支出]": "500000",
    "基本支出表[30101]": "700000",
    "基本支出表[30102]": "200000",
    "基本支出表[30108]": "100000",
    "基本支出表[30113]": "80000",
    "基本支出表[30201]": "150000",
    "基本支出表[30211]": "50000",
    "基本支出表[30217]": "30000",
    "基本支出表[30231]": "70000",
    "三公表[公务用车运行维护费·预算数]": "80000",
    "三公表[公务接待费·预算数]": "40000",
    "三公表[公务用车运行维护费·决算数]": "70000",
    "三公表[公务接待费·决算数]": "30000",
    "三公实物表[公务用车保有]": "2",
    "三公实物表[公务接待·批次]": "18",
    "三公实物表[公务接待·人次]": "150",
    "资产表[其他用车]": "2",
}
TOTALS = {
    "收支总表[收入总计]": "2200000",
    "收支总表[支出总计]": "2200000",
    "财拨总表[收入总计]": "2180000",
    "一般公共表[合计·本年支出]": "1680000",
    "基金表[合计·本年支出]": "500000",
    "三公表[三公合计·决算数]": "100000",
    "基本支出表[人员经费合计]": "1080000",
    "基本支出表[公用经费合计]": "300000",
}
EMPTY = ("国资表",)


@pytest.fixture
def window(open_window: Callable[[Session | None], MainWindow]) -> MainWindow:
    return open_window(None)


@pytest.fixture(autouse=True)
def no_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A box of the system would wait for ever."""
    for ask in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_: pytest.fail("a box of the system was opened"))


@pytest.fixture
def typist(window: MainWindow, qtbot: QtBot) -> Typist:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return Typist(qtbot, window)


def begin(typist: Typist, window: MainWindow, file: Path) -> OpenReport:
    """From the start page, by its letter, to the new report."""
    typist.press(KEY.Key_N, ALT)
    typist.wait(lambda: isinstance(window.middle.over, NewPage))
    typist.press(KEY.Key_Y, ALT)
    typist.press(KEY.Key_A, CONTROL)
    typist.write("2023")
    typist.press(KEY.Key_U, ALT)
    typist.write(UNIT)
    typist.press(KEY.Key_S, ALT)
    typist.press(KEY.Key_A, CONTROL)
    typist.write(str(file))
    typist.press(KEY.Key_Return)
    typist.wait(lambda: window.report is not None)
    assert window.report is not None
    assert f"{UNIT}　2023年度" in window.windowTitle()
    return window.report


def test_a_whole_report_is_entered_from_the_keyboard(
    typist: Typist, window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "报告.juesuan"
    report = begin(typist, window, file)
    assert "待填 0" not in window.status.text
    add_subjects(typist, report)
    for address, text in FIGURES.items():
        typist.enter(address, text)
    fill_with_zeros(typist, report)
    write_texts(typist, report)

    assert window.status.text.startswith("不平 0 · 尾差 0 · 待填 0"), report.live.standing.findings
    for address, amount in TOTALS.items():
        assert report.live.session.figures[address] == Decimal(amount), address
    for at, table in enumerate(report.live.session.form.tables, start=1):
        assert report.tabs.bar.badge(at) == (Mark.EMPTY if table.name in EMPTY else Mark.DONE, 0), table.name
    typist.press(KEY.Key_F8)
    assert report.findings.isVisible()
    assert "没有不平" in report.findings.chips.verdict

    qtbot.waitUntil(lambda: report.live.is_saved)
    typist.press(KEY.Key_Q, CONTROL)
    assert not window.isVisible()
    kept = desk.open(file)
    assert (kept.report.unit_name, kept.report.year) == (UNIT, 2023)
    assert {at: kept.figures[at] for at in TOTALS} == {at: Decimal(amount) for at, amount in TOTALS.items()}
    assert not kept.outcome.has_errors
    kept.close()


def add_subjects(typist: Typist, report: OpenReport) -> None:
    """科目: once in 支出表, from there into the tables they belong to."""
    for _ in range(MOST_STEPS):
        page = report.tabs.table_page()
        if page is not None and page.table.name == "支出表":
            break
        typist.press(KEY.Key_PageDown, CONTROL)
    for words in SUBJECTS:  # the bar is open by itself where a table has no lines yet, and stays open
        typist.write(words)
        typist.press(KEY.Key_Return)
        typist.tab_to(QPushButton, "同时加到")
        typist.press(KEY.Key_Space)
        typist.tab_to(QLineEdit)
    typist.press(KEY.Key_Escape)
    lines = report.live.session.report.lines
    for name in ("支出表", "收入表"):
        assert [line.code for line in lines[name]] == list(CODES), name
    assert "2120803" in [line.code for line in lines["基金表"]]
    assert "2120803" not in [line.code for line in lines["一般公共表"]]


def fill_with_zeros(typist: Typist, report: OpenReport) -> None:
    """余格填零 on every public table, tab by tab."""
    typist.go_to("收支总表[收入总计]")
    for _ in report.live.session.form.tables:
        typist.press(KEY.Key_F7)
        typist.press(KEY.Key_PageDown, CONTROL)


def write_texts(typist: Typist, report: OpenReport) -> None:
    """A sentence for every section: Shift+Tab to the list of sections, down, Tab back, write."""
    written: set[str] = set()
    wanted = {section.id for section in report.live.session.form.sections}
    for _ in range(MOST_STEPS * 3):
        address = typist.place
        if address.startswith("节[") and address not in written:
            typist.write("本节是测试用的文字。")
            written.add(address)
        if len(written) == len(wanted):
            break
        before = typist.place
        typist.press(KEY.Key_Tab, SHIFT)
        if isinstance(typist.focus, QTreeWidget):
            typist.press(KEY.Key_Down)
            typist.press(KEY.Key_Tab)
        if typist.place == before:
            typist.press(KEY.Key_PageDown, CONTROL)
    assert len(written) == len(wanted), wanted
    typist.press(KEY.Key_PageDown, CONTROL)


def test_tool_buttons_do_not_catch_the_keyboard(typist: Typist, window: MainWindow) -> None:
    """On the start page Tab goes round through what one can choose, and comes back."""
    first = typist.focus
    seen = []
    for _ in range(MOST_STEPS):
        typist.press(KEY.Key_Tab)
        seen.append(typist.focus)
        if typist.focus is first:
            break
    assert typist.focus is first
    assert not any(isinstance(widget, QToolButton) for widget in seen)
