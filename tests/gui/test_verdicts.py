"""One count for one thing, one sentence for one stage: window, strip, paper and JSON say the same.

空表, 不适用, 未检查 and 待填 are four things; what was not checked has not passed.
"""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication

from gui.hands import Hands
from juesuan_desktop.cli.telling import check_text, report_json
from juesuan_desktop.desk.conclusion import Left, Stage, sentence
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.reviewing import verdict_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.standing import counted
from juesuan_desktop.gui.viewing.check_bar import CheckBar
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources, translations

OpenWindow = Callable[[Session | None], MainWindow]
SAMPLE = resources() / "samples" / "sample.txt"
WRONG = "收支总表[使用非财政拨款结余]"
WORDS = re.compile(r"(\w+) (\d+)")


def numbers(text: str) -> dict[str, str]:
    """「不平 0 · 尾差 3」 as words and numbers."""
    return dict(WORDS.findall(text))


@pytest.fixture(params=["sound", "wrong", "new", "foreign"])
def shown(request: pytest.FixtureRequest, open_window: OpenWindow, desk: Desk, tmp_path: Path) -> MainWindow:
    """Windows on reports of every kind."""
    if request.param == "foreign":
        return open_window(Viewing(desk.library, SAMPLE, *desk.check(SAMPLE)))
    path = tmp_path / "报告.juesuan"
    if request.param == "new":
        return open_window(desk.create(path, "hunan", 2023, "清溪县测试中心"))
    window = open_window(desk.import_(SAMPLE, path))
    if request.param == "wrong":
        assert window.report is not None
        window.report.live.type_figure(WRONG, "12345.67")
    return window


def test_every_place_counts_the_same(shown: MainWindow) -> None:
    report = shown.report
    assert report is not None
    shown.review()
    QCoreApplication.processEvents()
    live, chips = report.live, report.findings.chips
    standing, session = live.standing, live.session
    status = numbers(shown.status.text)
    chip = numbers(" ".join(one.text() for one in chips.kinds.values() if not one.isHidden()))
    paper = numbers(verdict_of(session))
    for word in ("不平", "待填", "尾差", "提示", "未检查"):
        said = {place.get(word, "0") for place in (status, chip, paper, numbers(counted(standing)))}
        assert len(said) == 1, word
    errors = sum(finding.level == "error" for finding in session.outcome.findings)
    assert status["不平"] == str(errors)
    assert status["未检查"] == str(session.outcome.counts["not_run"])
    rows = (row for row in report.findings.model.everything if row.kind is Mark.UNCHECKED and row.idle)
    assert status["未检查"] == str(sum(row.idle.times for row in rows))


def test_json_and_the_command_line_count_as_the_window_does(open_window: OpenWindow, desk: Desk) -> None:
    printed, outcome = desk.check(SAMPLE)
    report = open_window(Viewing(desk.library, SAMPLE, printed, outcome)).report
    assert report is not None
    told = numbers(counted(report.live.standing))
    line = numbers(list(check_text(printed, outcome))[1])
    assert report_json(printed, outcome)["checks"]["not_run"] == int(told["未检查"]) == int(line["未检查"])
    assert told["不平"] == line["不平"]


def test_the_sentence_never_outruns_the_counts(shown: MainWindow) -> None:
    report = shown.report
    assert report is not None
    standing = report.live.standing
    assert standing.count(Mark.UNCHECKED)
    assert "可以定稿" not in standing.verdict
    report.findings.refresh()  # it comes by itself a moment later
    assert standing.verdict in report.findings.chips.verdict
    if standing.count(Mark.BROKEN):
        assert standing.stage is Stage.WRONG
    elif standing.count(Mark.PENDING):
        assert standing.stage is Stage.PENDING
    else:
        assert "未检查的不算通过" in standing.verdict


def test_of_somebody_elses_report_nothing_is_said_about_finishing_it(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window(Viewing(desk.library, SAMPLE, *desk.check(SAMPLE)))
    report = window.report
    assert report is not None
    bar = window.findChild(CheckBar)
    assert isinstance(bar, CheckBar)
    assert report.live.standing.verdict in bar.text
    assert counted(report.live.standing) in bar.text
    for stage in Stage:
        assert "定稿" not in sentence(stage, is_own=False)


@pytest.mark.parametrize(
    ("left", "stage"),
    [
        (Left(wrong=1, pending=2, unchecked=3), Stage.WRONG),
        (Left(pending=2, unconfirmed=1, unchecked=3), Stage.PENDING),
        (Left(unconfirmed=1, unanswered=1), Stage.UNCONFIRMED),
        (Left(unanswered=1, unchecked=3), Stage.UNANSWERED),
        (Left(unchecked=3), Stage.UNCHECKED),
        (Left(), Stage.DONE),
    ],
)
def test_what_comes_first_is_said(left: Left, stage: Stage) -> None:
    assert left.stage is stage
    assert ("可以定稿" in sentence(stage, is_own=True)) is (stage is Stage.DONE)


def test_a_written_section_is_not_done_while_nobody_checks_it(hands: Hands, window: MainWindow) -> None:
    report = window.report
    assert report is not None
    for section in report.live.session.form.sections:
        report.live.type_text(section.id, "已写。")
    tabs = report.tabs
    tab = tabs.ids.index("part-10")
    assert tabs.bar.badge(tab) == (Mark.UNCHECKED, 0)
    assert "未检查" in tabs.bar.tabToolTip(tab)
    assert report.live.standing.count(Mark.PENDING) == 0


def test_supplements_nobody_filled_in_are_not_pending(window: MainWindow) -> None:
    report = window.report
    assert report is not None
    tab = report.tabs.ids.index("supplements")
    assert report.tabs.bar.badge(tab) == (Mark.UNCHECKED, 0)
    given = report.live.session.state.is_given
    missing = sum(not given(table) for table in report.live.session.form.supplements)
    assert f"{missing} 张没有填" in report.tabs.bar.tabToolTip(tab)
    page = report.tabs.page()
    assert (f"补充资料 {missing} 张没有填", "") in page.todo.texts()


def test_an_empty_table_is_called_so(hands: Hands, window: MainWindow) -> None:
    """Settled without a figure: neither 待填 nor 已平."""
    assert hands.badge("国资表") == (Mark.EMPTY, 0)
    assert hands.badge("支出表") == (Mark.DONE, 0)
    report = window.report
    assert report is not None
    told = [texts[0] for texts in report.tabs.page().todo.texts()]
    empty = sum(hands.badge(table.name) == (Mark.EMPTY, 0) for table in report.live.session.form.tables)
    assert f"空表 {empty} 张" in told
    assert f"已平 {9 - empty} 张表" in told


def test_every_sentence_has_its_english() -> None:
    told = ElementTree.parse(translations() / "juesuan_en.ts").getroot()
    context = next(one for one in told.iter("context") if one.findtext("name") == "Conclusion")
    english = {one.findtext("source"): one.find("translation") for one in context.iter("message")}
    for stage in Stage:
        for is_own in (True, False):
            translation = english[sentence(stage, is_own=is_own)]
            assert translation is not None
            assert translation.text
            assert translation.get("type") != "unfinished"
