"""Last year's report into this year's: what carries is there to be confirmed, what does not is not, and 上年 stays."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan_desktop import app
from juesuan_desktop.desk.carried import confirmable
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.importing import taken
from juesuan_desktop.desk.only_hers import only_hers
from juesuan_desktop.desk.printing import printed_of
from juesuan_desktop.desk.proposal import Proposal
from juesuan_desktop.desk.rolling import rolled
from juesuan_desktop.desk.rollover_proposal import rollover_proposal
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.forms.form import LAST_YEAR
from juesuan_desktop.forms.table import COUNT, MONEY, SCORE, TEXT
from juesuan_desktop.locations import resources
from juesuan_desktop.report.printed import MISSING, PrintedReport
from juesuan_desktop.report.report import UNIT, lines_address

SAMPLE = resources() / "samples" / "sample.txt"
OWN = "D:\\决算\\去年.juesuan"
LISTS = {"机构表": ("办公室", "河湖管理科"), "决算单位表": ("清溪县河湖管理服务中心本级",)}
FILLED = {
    "单位表[单位性质]": "事业单位",
    "单位表[单位负责人]": "张三",
    "单位表[邮政编码]": "414000",
    "单位表[批复文号]": "清财决〔2024〕12号",
    "单位表[批复日期]": "2024-08-12",
    "资产表[机要通信用车]": "1",
    "资产表[大型设备]": "3",
    "机构表[办公室]": "综合协调",
    "决算单位表[清溪县河湖管理服务中心本级]": "无",
    "采购表[货物·采购金额]": "184000.00",
    "三公实物表[公务接待·批次]": "9",
    "会议培训表[会议·金额]": "4800.00",
    "会议培训表[会议·主要内容]": "河湖管护会议",
    "机关运行表[机关运行经费]": "759500.00",
    "绩效表[绩效自评·项目数]": "3",
}
CARRIED = {at for at in FILLED if at.startswith(("单位表", "资产表", "机构表", "决算单位表")) and "批复" not in at}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return app.desk()


@pytest.fixture(scope="module")
def sample(desk: Desk) -> PrintedReport:
    return desk.read(SAMPLE)


@pytest.fixture(scope="module")
def last(desk: Desk, sample: PrintedReport) -> PrintedReport:
    """Last year's report as our own file has it."""
    return printed_of(worked_on(desk, sample, FILLED), OWN)


def worked_on(desk: Desk, found: PrintedReport, supplements: Mapping[str, str]) -> Session:
    session = Session.begin(desk.library, None, taken(desk.library, found, "去年.txt"))
    tables = session.form.by_name
    session.set_all_lines("加行", [(tables[name], keyed([("", one) for one in ones])) for name, ones in LISTS.items()])
    session.set_lines("加行", tables["预算表"], session.report.lines["一般公共表"])
    session.edit("填写", supplements)
    return session


def next_year(desk: Desk, last: PrintedReport, form_id: str = "") -> Session:
    form = desk.library.form(form_id or last.form_id)
    return Session.begin(desk.library, None, rolled(desk.library, last, form, last.year + 1, last.file))


@pytest.fixture
def proposal(desk: Desk, last: PrintedReport) -> Proposal:
    outcome = worked_on(desk, desk.read(SAMPLE), FILLED).outcome
    return rollover_proposal(desk.library, last, outcome, desk.library.form("hunan"), last.year + 1)


# ------------------------------------------------------------------------------------- 补充资料 of our own


def test_who_they_are_what_they_own_and_how_they_are_made_up_waits_to_be_confirmed(
    desk: Desk, last: PrintedReport
) -> None:
    report = next_year(desk, last).report
    now = {at: report.text_of(at) for at in FILLED}
    assert {at for at, text in now.items() if text} == CARRIED
    assert all(now[at] == FILLED[at] for at in CARRIED)
    assert set(report.unconfirmed) >= CARRIED | {lines_address(name) for name in LISTS} | {UNIT}
    assert report.sources["单位表[单位负责人]"] == f"沿用未确认 {OWN} 单位表[单位负责人]"


@pytest.mark.parametrize("name", ["采购表", "预留采购表", "三公实物表", "会议培训表", "机关运行表", "绩效表"])
def test_what_is_asked_anew_each_year_is_last_years_only(desk: Desk, last: PrintedReport, name: str) -> None:
    report = next_year(desk, last).report
    known = {at for at in (*report.figures, *report.words, *report.settled) if at.startswith(name)}
    beside = {at: text for at, text in FILLED.items() if at.startswith(name)}
    assert known == set()
    for at, text in beside.items():
        is_amount = text.replace(".", "").isdigit()
        assert report.text_of(LAST_YEAR + at) == (text if is_amount else None), "years are compared by amounts"


def test_budget_lines_come_without_their_amounts(desk: Desk, sample: PrintedReport) -> None:
    session = worked_on(desk, sample, FILLED)
    line = session.report.lines["预算表"][-1].key
    session.edit("填写", {f"预算表[{line}·年初预算数]": "1000.00"})
    report = next_year(desk, printed_of(session, OWN)).report
    assert report.lines["预算表"] == session.report.lines["预算表"]
    assert not [at for at in report.figures if at.startswith("预算表")]
    assert report.figures[f"上年.预算表[{line}·年初预算数]"] == 1000


def test_names_and_dates_are_not_kept_as_last_years(desk: Desk, last: PrintedReport) -> None:
    report = next_year(desk, last).report
    assert not [at for at in (*report.figures, *report.words) if at.startswith("上年.单位表")]


def test_three_public_and_running_costs_of_last_year_are_only_compared_by(desk: Desk, last: PrintedReport) -> None:
    report = next_year(desk, last).report
    assert not [at for at in report.figures if at.startswith("三公表")]
    assert report.figures["上年.三公表[三公合计·决算数]"] == Decimal("55600.80")
    assert report.figures["上年.机关运行表[机关运行经费]"] == Decimal(759500)


def test_a_report_known_in_wan_carries_counts_as_they_are(desk: Desk, last: PrintedReport) -> None:
    report = next_year(desk, replace(last, amount_unit="万元")).report
    assert report.figures["资产表[大型设备]"] == 3
    assert report.figures["上年.机关运行表[机关运行经费]"] == Decimal(759500) * 10000
    assert [line.name for line in report.lines["机构表"]] == list(LISTS["机构表"])
    doubtful = {at for at in report.unconfirmed if "按元核对" in report.sources[at]}
    assert "收支总表[年初结转和结余]" in doubtful
    assert not [at for at in doubtful if at.startswith(("单位表", "资产表", "节", "报告"))]


def test_another_place_prints_the_parents_of_the_lines_and_no_appendix(desk: Desk, last: PrintedReport) -> None:
    report = next_year(desk, last, "shanghai").report
    codes = [line.code for line in report.lines["支出表"]]
    assert codes[:4] == ["208", "20805", "2080505", "2080506"]
    assert all(line.name for line in report.lines["支出表"])
    assert "附件" not in report.texts


# ------------------------------------------------------------------------------------------- openings


def without(last: PrintedReport, table: str) -> PrintedReport:
    tables = tuple(replace(one, state=MISSING, lines=()) if one.name == table else one for one in last.tables)
    return replace(last, tables=tables)


def test_of_a_table_that_was_not_read_no_opening_is_invented(desk: Desk, last: PrintedReport) -> None:
    report = next_year(desk, without(last, "财拨总表")).report
    assert "收支总表[年初结转和结余]" in report.figures
    assert not [at for at in report.figures if at.startswith("财拨总表")]


def test_a_blank_closing_balance_opens_with_zero(desk: Desk, last: PrintedReport) -> None:
    fund = next(one for one in last.tables if one.name == "基金表")
    lines = tuple(replace(line, values={**line.values, "年末结转和结余": None}) for line in fund.lines)
    tables = tuple(replace(one, lines=lines) if one is fund else one for one in last.tables)
    report = next_year(desk, replace(last, tables=tables)).report
    openings = [amount for at, amount in report.figures.items() if at.startswith("基金表[") and "年初" in at]
    assert openings == [0, 0]


# ---------------------------------------------------------------------------------------------- texts


def test_of_the_appendix_only_the_headings_come(desk: Desk, last: PrintedReport) -> None:
    text = next_year(desk, last).report.texts["附件"]
    assert text.splitlines()[:3] == ["一、部门概况", "（一）部门基本情况", "1. 人员情况"]
    assert not [line for line in text.splitlines() if "。" in line or "2023" in line]


def test_texts_about_the_year_stay_beside_it(desk: Desk, last: PrintedReport) -> None:
    session = next_year(desk, last)
    assert session.report.texts.keys() == {"职责", "机构", "名词解释", "附件"}
    assert "2023年度收、支总计" in session.last_text("收支总体")


# --------------------------------------------------------------------------------------- shown before


def test_every_value_stands_beside_last_years_with_its_place(proposal: Proposal) -> None:
    groups = {group.id: group for group in proposal.groups}
    unit = {item.label: (item.before, item.after, item.origin) for item in groups["unit"].items}
    assert unit["单位表 邮政编码"] == ("414000", "414000", "单位表[邮政编码]"), "no amount"
    opening = next(item for item in groups["opening"].items if item.label == "收支总表 年初结转和结余")
    assert (opening.before, opening.origin) == (opening.after, "收支总表[年末结转和结余]")
    assert {item.note for item in groups["assets"].items} == {"请按 12 月 31 日实有数核对"}
    duties = {item.label: item.note for item in groups["duties"].items}
    assert (duties["职责"], duties["机构"]) == ("", "文中写到 2023 年，不会自动改，请核对")
    assert {item.after for item in groups["reasons"].items} == {""}, "grey hints are nobody's text yet"
    figures = [item for group in proposal.groups if group.id.startswith("last") for item in group.items]
    assert len(figures) > 300
    assert all(item.origin for item in (*groups["opening"].items, *figures))


def test_amounts_known_in_wan_only_say_so(desk: Desk, last: PrintedReport) -> None:
    wan = replace(last, amount_unit="万元")
    outcome = worked_on(desk, desk.read(SAMPLE), FILLED).outcome
    proposal = rollover_proposal(desk.library, wan, outcome, desk.library.form("hunan"), last.year + 1)
    notes = {group.id: {item.note for item in group.items} for group in proposal.groups}
    assert notes["opening"] == {"按元核对"}
    assert notes["unit"] == {""}


def test_what_a_public_file_does_not_have_is_asked_for(desk: Desk) -> None:
    notes = {group.id: group.note for group in desk.propose_rollover(SAMPLE, 2024).groups}
    assert notes["assets"] == "上年的文件里没有国有资产占用情况，要您填"
    assert notes["unit"] == "带来，请确认；上年的文件里没有单位基本情况，要您填"


def test_what_the_form_does_not_have_is_not_asked_for(desk: Desk) -> None:
    notes = {group.id: group.note for group in desk.propose_rollover(SAMPLE, 2024, "shanghai").groups}
    assert notes["attachment"] == "本样表没有"


def test_nothing_carries_silently(proposal: Proposal) -> None:
    written = {change.address for change in proposal.gesture.changes}
    told = {item.address for group in proposal.groups for item in group.items}
    silent = {at.removeprefix(LAST_YEAR).partition("[")[2] for at in written - told}
    assert silent == {"样表]", "年度]", "金额单位]", "行]", "余格]"}


def test_without_its_lines_nothing_of_a_list_is_taken(desk: Desk, proposal: Proposal, tmp_path: Path) -> None:
    session = desk.begin(
        proposal, tmp_path / "n.juesuan", frozenset({lines_address("机构表"), lines_address("基金表")})
    )
    kept = {at.partition("[")[0] for at in session.report.unconfirmed}
    assert not kept & {"机构表", "基金表"}
    assert "决算单位表" in kept
    session.close()


# ------------------------------------------------------------------------------- what only she can know


def told(session: Session) -> list[str]:
    return [finding.message for finding in only_hers(session)]


def test_the_list_names_each_thing_once_and_what_to_look_at(desk: Desk, last: PrintedReport) -> None:
    messages = told(next_year(desk, last))
    assert len(set(messages)) == len(messages)
    assert "单位名称「清溪县河湖管理服务中心」沿用上年，还没有确认" in messages
    assert "公开02表 收入决算表的科目沿用上年，还没有确认" in messages
    assert "国有资产占用情况有 2 处沿用上年，还没有确认；请按 12 月 31 日实有数核对" in messages
    assert "「一、部门职责」沿用上年，还没有确认" in messages
    assert "政府采购情况还没有填（不公开）；没有的请按「余格填零」" in messages
    assert not [message for message in messages if "内设机构" in message and "待填" in message], "a duty may be blank"


def test_confirming_each_and_filling_the_rest_empties_the_list(desk: Desk, last: PrintedReport) -> None:
    session = next_year(desk, last)
    for finding in only_hers(session):
        session.confirm(confirmable(finding, session.form))
    assert session.report.unconfirmed == ()
    assert "单位基本情况还有 8 格待填；其余确为零请按「余格填零」" in told(session)
    session.edit("填写", {f"单位表[{line}]": "有" for line in session.form.by_name["单位表"].fixed_lines})
    for table in (*session.form.tables, *session.form.supplements):
        session.settle(table)
    session.edit("写", {f"节[{section.id}]": "写好了" for section in session.form.sections})
    assert told(session) == []
    assert session.report.text_of("单位表[单位负责人]") == "有", "余格填零 leaves words alone"


def test_an_almost_full_table_names_what_is_missing(desk: Desk, last: PrintedReport) -> None:
    session = next_year(desk, last)
    rest = [line for line in session.form.by_name["单位表"].fixed_lines if "批复" not in line]
    session.edit("填写", {f"单位表[{line}]": "有" for line in rest})
    assert "单位基本情况还没有填批复文号、批复日期" in told(session)


# ------------------------------------------------------------------------------------- year after year

TEXTS = st.sampled_from(["甲", "0730-1234567", "414000", "2024-08-12", "清溪县 人民路 1 号", "00"])
VALUES: Mapping[str, st.SearchStrategy[str]] = {
    MONEY: st.decimals(0, 10**9, places=2, allow_nan=False).map(lambda amount: f"{amount:f}"),
    COUNT: st.integers(0, 999).map(str),
    SCORE: st.decimals(0, 100, places=2, allow_nan=False).map(lambda score: f"{score:f}"),
    TEXT: TEXTS,
}


@st.composite
def supplements(draw: Callable[..., str]) -> Mapping[str, str]:
    """Any 补充资料, some cells empty."""
    form, given_cells = app.desk().library.form("hunan"), {}
    for table in form.supplements:
        lines = keyed([("", name) for name in LISTS.get(table.name, ())])
        for place in table.places(lines):
            kind = table.kind(place.line, place.measure)
            if not table.is_computed(place.line, place.measure) and draw(st.booleans()):
                values = VALUES[kind] if kind in VALUES else st.sampled_from(kind.split("/"))
                given_cells[table.address(place.line, place.measure)] = draw(values)
    return given_cells


@settings(max_examples=12)
@given(cells=supplements())
def test_each_year_begins_with_the_last_one_and_only_that(
    desk: Desk, sample: PrintedReport, cells: Mapping[str, str]
) -> None:
    first = worked_on(desk, sample, cells)
    second = next_year(desk, printed_of(first, OWN))
    third = next_year(desk, printed_of(second, OWN))
    for before, after in ((first, second), (second, third)):
        assert_follows(before, after)
    assert third.report.year == first.report.year + 2


def assert_follows(before: Session, after: Session) -> None:
    """上年 is the year before to the cent; all else of this year's waits to be confirmed and stood there before."""
    report, form = after.report, after.form
    assert not [at for at in report.sources if at.startswith(LAST_YEAR * 2)]
    supplements = {table.name for table in form.supplements}
    for at, amount in before.figures.items():
        if not at.startswith(LAST_YEAR) and at.partition("[")[0] in supplements and form.kind(at) != TEXT:
            stood = report.figures.get(LAST_YEAR + at)
            assert stood == amount or (stood is None and not amount), at
    mine = {at for at in report.sources if not at.startswith((LAST_YEAR, "报告"))}
    assert mine <= set(report.unconfirmed)
    for at in mine:
        place = form.place(at)
        if place is not None and place.table in supplements:
            assert form.by_name[place.table].carry(place.line, place.measure), at
            assert report.text_of(at) == before.report.text_of(at)
