"""After a roll-over: what came from last year is marked where it stands, and one key confirms it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.overview.page import OverviewPage
from juesuan_desktop.gui.pages.text_page import TextPage
from juesuan_desktop.gui.panels.todo_panel import TodoPanel
from juesuan_desktop.gui.window import MainWindow

CARS, HEAD = "资产表[机要通信用车]", "单位表[单位负责人]"


@pytest.fixture
def session(desk: Desk, file: Path, tmp_path: Path) -> Session:
    """This year's draft out of a small report with some 补充资料."""
    last = desk.open(file)
    last.edit(
        "填写",
        {
            CARS: "2",
            HEAD: "张三",
            "节[职责]": "2023 年起负责河湖管护。",
            "节[附件]": "一、概况\n正文。",
            "采购表[货物·采购金额]": "9",
        },
    )
    last.close()
    proposal = desk.propose_rollover(file, 2024)
    return desk.begin(proposal, tmp_path / "本年.juesuan")


@pytest.fixture
def panel(window: MainWindow) -> TodoPanel:
    window.show_todo()
    panel = window.panels.todo.widget()
    assert isinstance(panel, TodoPanel)
    return panel


def choose(panel: TodoPanel, words: str) -> None:
    row = next(row for row in range(panel.list.count()) if words in panel.list.item(row).text())
    panel.list.setCurrentRow(row)
    panel.list.setFocus()


def listed(panel: TodoPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def text_page(report: OpenReport, section: str) -> TextPage:
    report.tabs.go_to(f"节[{section}]")
    page = report.tabs.page()
    assert isinstance(page, TextPage)
    return page


def told_of(report: OpenReport, address: str) -> str:
    page = report.tabs.table_page()
    assert page is not None
    model: GridModel = page.model
    return str(model.index_of(address).data(Qt.ItemDataRole.ToolTipRole))


def test_counts_of_last_year_are_marked_and_say_what_to_look_at(report: OpenReport, hands: Hands) -> None:
    assert hands.shown(CARS) == "2"
    assert "请按 12 月 31 日实有数核对" in told_of(report, CARS)
    hands.press(Qt.Key.Key_F9)
    assert CARS not in report.live.session.report.unconfirmed
    assert hands.shown(HEAD) == "张三"
    assert "沿用上年" in told_of(report, HEAD)
    assert hands.shown("采购表[货物·采购金额]") == ""


def test_the_blank_confirms_what_the_list_stands_at(panel: TodoPanel, report: OpenReport, qtbot: QtBot) -> None:
    choose(panel, "单位名称")
    before = len(listed(panel))
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert "报告[单位名称]" not in report.live.session.report.unconfirmed
    assert len(listed(panel)) == before - 1
    choose(panel, "公开02表 收入决算表的科目")
    panel.confirm.click()
    assert "收入表[行]" not in report.live.session.report.unconfirmed


def test_what_is_empty_can_only_be_filled_in(panel: TodoPanel, report: OpenReport, qtbot: QtBot) -> None:
    choose(panel, "政府采购情况还没有填")
    assert not panel.confirm.isEnabled()
    before = report.live.session.report
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert report.live.session.report == before
    panel.list.itemActivated.emit(panel.list.currentItem())
    assert report.tabs.page().address() == "采购表[货物·采购金额]"


@pytest.mark.parametrize("words", ["单位名称", "部门职责"])
def test_a_click_leads_to_a_fact_and_to_a_text(panel: TodoPanel, report: OpenReport, words: str) -> None:
    report.tabs.go_to("支出表")
    choose(panel, words)
    panel.list.itemClicked.emit(panel.list.currentItem())
    assert isinstance(report.tabs.page(), OverviewPage if words == "单位名称" else TextPage)


def test_a_carried_text_says_so_and_is_confirmed_where_it_is_read(report: OpenReport, hands: Hands) -> None:
    page = text_page(report, "职责")
    assert page.carried.told.endswith("；文中写到 2023 年，不会自动改")
    hands.press(Qt.Key.Key_F9)
    assert "节[职责]" not in report.live.session.report.unconfirmed
    assert page.carried.told == ""
    report.live.save()
    page.refresh()
    assert f"沿用上年，{datetime.now():%Y-%m-%d}确认" in page.length


def test_the_headings_of_the_appendix_say_what_to_do(report: OpenReport) -> None:
    assert text_page(report, "附件").carried.told.endswith("；请写本年度的内容")


def test_another_wording_is_hers(report: OpenReport, hands: Hands) -> None:
    page = text_page(report, "职责")
    hands.type("x")
    page.finish()
    assert page.carried.told == ""
    assert "确认" not in page.length
    report.undo()
    assert text_page(report, "职责").carried.told


def test_texts_of_this_year_have_no_strip(report: OpenReport) -> None:
    assert text_page(report, "收支总体").carried.told == ""


def test_filling_the_rest_with_zeros_leaves_words_alone(report: OpenReport, hands: Hands) -> None:
    hands.at(HEAD)
    hands.press(Qt.Key.Key_F7)
    assert hands.shown(HEAD) == "张三"
    assert hands.shown("单位表[填表人]") == ""


def test_a_report_that_is_only_looked_at_confirms_nothing(
    desk: Desk, file: Path, open_window: Callable[[Session | None], MainWindow]
) -> None:
    window = open_window(desk.view(file))
    window.show_todo()
    panel = window.panels.todo.widget()
    assert isinstance(panel, TodoPanel)
    assert not panel.confirm.isEnabled()
