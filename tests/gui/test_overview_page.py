"""总览: numbers that lead to their cells, what is left to do, the deadline; papers from the menu."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.overview import APPROVED
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.overview.page import OverviewPage
from juesuan_desktop.gui.window import MainWindow

SALARY = "支出表[2010301·基本支出]"


@pytest.fixture
def page(report: OpenReport) -> OverviewPage:
    found = report.tabs.page()
    assert isinstance(found, OverviewPage)
    return found


def test_it_is_the_first_tab_and_tells_the_key_figures(page: OverviewPage, report: OpenReport) -> None:
    assert report.tabs.bar.currentIndex() == 0
    assert ("本年收入", "0.02", "—", "—", "—") in set(page.figures.texts())


def test_enter_on_a_figure_goes_to_its_cell(page: OverviewPage, hands: Hands, qtbot: QtBot) -> None:
    page.begin()
    qtbot.keyClick(page.figures, Qt.Key.Key_Down)
    qtbot.keyClick(page.figures, Qt.Key.Key_Return)
    assert hands.where() == "收支总表[支出总计]"
    assert hands.view.hasFocus()


def test_what_is_left_leads_to_the_finding(page: OverviewPage, hands: Hands, report: OpenReport, qtbot: QtBot) -> None:
    hands.enter(SALARY, "120")
    report.tabs.show_tab(0)
    rows = list(page.todo.texts())
    assert ("公开03表 支出表", "不平 1") in rows
    assert any(words.startswith("已平 ") for words, _ in rows)
    assert rows[-1][0].startswith("未检查 ")
    page.todo.setFocus()
    qtbot.keyClick(page.todo, Qt.Key.Key_Home)
    qtbot.keyClick(page.todo, Qt.Key.Key_Return)
    assert hands.where().startswith("收支总表[")


def test_the_deadline_follows_the_day_of_approval(
    page: OverviewPage, report: OpenReport, hands: Hands, qtbot: QtBot
) -> None:
    approved = date.today() - timedelta(days=5)
    page.deadline.day.setFocus()
    hands.type(f"{approved.year}年{approved.month}月{approved.day}日")
    qtbot.keyClick(page.deadline.day, Qt.Key.Key_Return)
    assert report.live.session.report.text_of(APPROVED) == page.deadline.day.text() == approved.isoformat()
    assert "还有 15 天" in page.deadline.told
    latest = approved + timedelta(days=20)
    assert f"{latest}（星期{'一二三四五六日'[latest.weekday()]}）" in page.deadline.told
    report.undo()
    assert report.live.session.report.text_of(APPROVED) is None


def test_the_last_day_is_told_as_such(page: OverviewPage, report: OpenReport) -> None:
    report.live.type_figure(APPROVED, (date.today() - timedelta(days=20)).isoformat())
    assert page.deadline.told.endswith("就是今天")


def test_without_last_year_it_says_why_nothing_is_compared(page: OverviewPage, report: OpenReport) -> None:
    assert "没有上年的报告" in page._under.text()
    report.live.session.edit("导入", {"上年.收支总表[收入总计]": "100"})
    page.refresh()
    assert "没有上年的报告" not in page._under.text()


def test_what_is_no_day_stays_with_the_reason(
    page: OverviewPage, report: OpenReport, hands: Hands, qtbot: QtBot
) -> None:
    page.deadline.day.setFocus()
    hands.type("八月")
    qtbot.keyClick(page.deadline.day, Qt.Key.Key_Return)
    assert page.deadline.told.startswith("看不懂这个日期")
    assert page.deadline.day.text() == "八月"
    assert report.live.session.report.text_of(APPROVED) is None
    assert not report.tabs.finish()
    page.deadline.day.clear()
    qtbot.keyClicks(page.deadline.day, "20240812")
    assert report.tabs.finish()


def test_charts_say_what_they_show(page: OverviewPage) -> None:
    assert "财政拨款收入 0.02 100.00%" in page.charts[0].accessibleDescription()


@pytest.mark.parametrize(("command", "words"), [("brief", "一页说明"), ("review-report", "审核报告")])
def test_papers_are_written_where_she_says(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, command: str, words: str
) -> None:
    target = tmp_path / "纸.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.commands[command].trigger()
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not window.errands.is_busy)
    with pypdfium2.PdfDocument(target) as document:
        assert words in document[0].get_textpage().get_text_bounded()
