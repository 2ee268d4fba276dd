"""What a file would bring, shown first; what is refused stays away; nothing is written before."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop import app
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.import_proposal import AGREES, STANDS, open_report_proposal
from juesuan_desktop.desk.proposal import BY_TITLE, LIKELY, SURE, Group, Proposal
from juesuan_desktop.desk.rollover_proposal import rollover_proposal
from juesuan_desktop.desk.session import Session
from juesuan_desktop.locations import resources
from juesuan_desktop.report.printed import PrintedTable
from juesuan_desktop.report.report import blanks_address, lines_address

SAMPLE = resources() / "samples" / "sample.txt"
SHEETS = Path(__file__).resolve().parents[1] / "files" / "hunan.xlsx"
TYPED = "支出表[2130101·基本支出]"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return app.desk()


@pytest.fixture(scope="module")
def proposal(desk: Desk) -> Proposal:
    return desk.propose_import(SAMPLE)


def group(proposal: Proposal, name: str) -> Group:
    return next(one for one in proposal.groups if one.id == name)


def some_typed(proposal: Proposal, table: str) -> str:
    return next(item.address for item in group(proposal, table).items if item.taken)


def test_every_table_says_how_it_was_known_and_what_was_read(proposal: Proposal) -> None:
    recognised = {one.id: one.recognition for one in proposal.groups if one.recognition}
    assert len(recognised) == 9
    assert {(one.by, one.certainty) for one in recognised.values()} == {(BY_TITLE, SURE)}
    assert recognised["overall"].figures == len(group(proposal, "overall").items) > 40
    assert (proposal.balances, proposal.doubt) == (True, "")


def test_figures_of_a_workbook_name_their_cells(desk: Desk) -> None:
    proposal = desk.propose_import(SHEETS)
    items = [item for one in proposal.groups if one.recognition for item in one.items]
    assert items
    assert all("!" in item.origin for item in items)


def test_taking_all_is_importing(desk: Desk, proposal: Proposal, tmp_path: Path) -> None:
    one = desk.begin(proposal, tmp_path / "one.juesuan")
    other = desk.import_(SAMPLE, tmp_path / "other.juesuan")
    assert one.report == other.report
    one.close()
    other.close()


def test_a_refused_table_stays_away_with_its_lines(proposal: Proposal) -> None:
    refused = {item.address for item in group(proposal, "income").items if item.taken}
    addresses = {change.address for change in proposal.taking(frozenset(refused)).changes}
    assert not [at for at in addresses if at.startswith("收入表[")]
    assert lines_address("支出表") in addresses


def test_of_a_refused_cell_the_table_is_not_settled(proposal: Proposal) -> None:
    at = some_typed(proposal, "expenditure")
    addresses = {change.address for change in proposal.taking(frozenset({at})).changes}
    assert at not in addresses
    assert blanks_address("支出表") not in addresses, "left out is 待填, not zero"
    assert {lines_address("支出表"), blanks_address("收入表")} <= addresses


def test_computed_figures_agree_or_stand_as_printed(desk: Desk, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace("总计\t31\t10,435,223.91", "总计\t31\t10,435,223.92")
    wrong.write_text(text, encoding="utf-8")
    proposal = desk.propose_import(wrong)
    notes = {item.address: (item.note, item.taken) for item in group(proposal, "overall").items}
    assert notes["收支总表[收入总计]"] == (STANDS, True)
    assert notes["收支总表[支出总计]"] == (AGREES, False)
    assert not proposal.balances


def test_a_file_without_a_money_unit_asks(desk: Desk, tmp_path: Path) -> None:
    silent = tmp_path / "silent.txt"
    text = SAMPLE.read_text(encoding="utf-8")
    silent.write_text(text.replace("金额单位：元", "").replace("单位：元", ""), encoding="utf-8")
    proposal = desk.propose_import(silent)
    assert "没有写明金额单位" in proposal.doubt
    as_wan = desk.propose_import(silent, amount_unit="万元")
    assert as_wan.printed.amount_unit == "万元"
    assert {table.half for table in as_wan.printed.tables} == {Decimal("0.005")}


def test_what_was_not_understood_makes_it_less_sure(desk: Desk, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace("5,182,457.84", "5182457.8.4")
    odd.write_text(text, encoding="utf-8")
    recognition = group(desk.propose_import(odd), "basic_detail").recognition
    assert recognition is not None
    assert recognition.certainty == LIKELY
    assert "不是金额" in recognition.not_understood[0]


def test_what_is_said_of_the_whole_file_is_not_held_against_its_first_table(desk: Desk, tmp_path: Path) -> None:
    silent = tmp_path / "silent.txt"
    text = SAMPLE.read_text(encoding="utf-8")
    silent.write_text(text.replace("金额单位：元", "").replace("单位：元", ""), encoding="utf-8")
    proposal = desk.propose_import(silent)
    assert proposal.printed.remarks == ("没有认出金额单位：按湖南样表的元读，请核对",)
    recognition = group(proposal, "overall").recognition
    assert recognition is not None
    assert (recognition.certainty, recognition.not_understood) == (SURE, ())
    finding = next(one for one in proposal.outcome.findings if one.message.startswith("没有认出金额单位"))
    assert (finding.rule, finding.where) == ("F-6", ())


# ------------------------------------------------------------------------------- into the open report


@pytest.fixture
def session(desk: Desk, tmp_path: Path) -> Session:
    return desk.create(tmp_path / "mine.juesuan", "hunan", 2023, "清溪县河湖管理服务中心")


def into(desk: Desk, session: Session, path: Path) -> Proposal:
    found, outcome = desk.check(path, session.form.id)
    return open_report_proposal(session, found, outcome, path.name)


def test_one_gesture_brings_the_figures_and_undo_takes_them_back(desk: Desk, session: Session) -> None:
    proposal = into(desk, session, SAMPLE)
    before = session.report
    gesture = session.take(proposal.taking())
    assert gesture is not None
    assert gesture.name == "导入 sample.txt"
    assert not session.outcome.has_errors
    assert session.figures["收支总表[收入总计]"] == Decimal("10435223.91")
    assert session.report.sources["收支总表[年初结转和结余]"].startswith("导入 sample.txt")
    session.undo()
    assert session.report == before
    session.close()


def test_only_chosen_tables_are_taken_and_hers_stay(desk: Desk, session: Session) -> None:
    session.type_figure("三公表[公务接待费·决算数]", "1")
    proposal = into(desk, session, SAMPLE)
    item = next(one for one in group(proposal, "three_public").items if one.address == "三公表[公务接待费·决算数]")
    assert (item.before, item.after) != (item.after, item.after)
    refused = {one.address for each in proposal.groups if each.id != "income" for one in each.items}
    session.take(proposal.taking(frozenset(refused)))
    assert session.figures["三公表[公务接待费·决算数]"] == 1
    assert session.report.lines.keys() == {"收入表"}
    session.close()


def test_a_report_in_wan_comes_in_yuan_and_says_so(desk: Desk, session: Session, tmp_path: Path) -> None:
    wan = tmp_path / "wan.txt"
    wan.write_text(SAMPLE.read_text(encoding="utf-8").replace("单位：元", "单位：万元"), encoding="utf-8")
    proposal = into(desk, session, wan)
    session.take(proposal.taking())
    assert session.figures["收支总表[收入总计]"] == Decimal("104352239100")
    assert "按元核对" in session.report.sources["收支总表[年初结转和结余]"]
    session.close()


def test_a_file_of_another_year_is_doubted(desk: Desk, tmp_path: Path) -> None:
    other = desk.create(tmp_path / "other.juesuan", "hunan", 2024, "清溪县河湖管理服务中心")
    assert "2023" in into(desk, other, SAMPLE).doubt
    other.close()


# ------------------------------------------------------------------------------------------ roll-over


def test_what_carries_and_what_does_not(desk: Desk) -> None:
    proposal = desk.propose_rollover(SAMPLE, 2024)
    carried = {one.id: len(one.items) for one in proposal.groups}
    assert carried["unit"] == 1
    assert carried["opening"] >= 2
    assert sum(count for name, count in carried.items() if name.startswith("last")) > 300
    assert carried["lines"] >= 4
    assert (carried["duties"], carried["terms"], carried["attachment"]) == (2, 1, 1)
    assert {carried[name] for name in ("fixed", "three_public", "assets", "counts", "dates", "money")} == {0}
    written = {change.address for change in proposal.gesture.changes if not change.address.startswith("上年.")}
    told = {item.address for one in proposal.groups for item in one.items}
    assert {at.partition("[")[0] for at in written - told} == {"报告"}, "nothing carries over silently"


def test_openings_stand_beside_last_years_closing(desk: Desk) -> None:
    proposal = desk.propose_rollover(SAMPLE, 2024)
    for item in group(proposal, "opening").items:
        assert item.before == item.after


def test_a_refused_opening_is_left_to_fill_in(desk: Desk, tmp_path: Path) -> None:
    proposal = desk.propose_rollover(SAMPLE, 2024)
    session = desk.begin(proposal, tmp_path / "next.juesuan", frozenset({"收支总表[年初结转和结余]"}))
    assert "收支总表[年初结转和结余]" not in session.report.figures
    assert session.report.year == 2024
    session.close()


def test_a_gap_of_years_is_told(desk: Desk) -> None:
    assert "2023 年度" in desk.propose_rollover(SAMPLE, 2025).doubt


def test_years_in_carried_prose_are_told(desk: Desk) -> None:
    notes = {one.id: one.note for one in desk.propose_rollover(SAMPLE, 2024).groups}
    assert "不带" in notes["counts"]


def test_last_years_file_of_no_known_year_is_doubted(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "去年.txt"
    path.write_text(SAMPLE.read_text(encoding="utf-8").replace("2023", "").replace("2022", ""), encoding="utf-8")
    assert "没有认出文件是哪个年度的" in desk.propose_rollover(path, 2024).doubt


def test_last_years_file_is_read_by_its_own_form_whatever_the_new_one_is(desk: Desk) -> None:
    proposal = desk.propose_rollover(SAMPLE, 2024, "shanghai")
    assert (proposal.printed.form_id, proposal.printed.amount_unit) == ("hunan", "元")
    last = group(proposal, "last.overall").items
    assert {item.after for item in last if item.address == "上年.收支总表[收入总计]"} == {"10,435,223.91"}
    assert "机构" in {item.label for item in group(proposal, "duties").items}


def test_doubts_of_the_year_and_of_the_money_unit_are_both_told(desk: Desk, tmp_path: Path) -> None:
    silent = tmp_path / "silent.txt"
    text = SAMPLE.read_text(encoding="utf-8")
    silent.write_text(text.replace("金额单位：元", "").replace("单位：元", ""), encoding="utf-8")
    doubt = desk.propose_rollover(silent, 2025).doubt
    assert "不是 2025 年度的上一年" in doubt
    assert "没有写明金额单位" in doubt


def test_each_table_of_last_year_says_how_it_was_known(desk: Desk, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace("5,182,457.84", "5182457.8.4")
    odd.write_text(text, encoding="utf-8")
    proposal = desk.propose_rollover(odd, 2024)
    known = {one.id: one.recognition for one in proposal.groups if one.recognition is not None}
    assert set(known) == {f"last.{table.id}" for table in desk.library.form("hunan").tables}
    assert known["last.overall"].certainty == SURE
    assert "不是金额" in known["last.basic_detail"].not_understood[0]
    titles = {one.id: one.title for one in proposal.groups}
    assert titles["last.income"] == "公开02表 收入决算表 → 上年数"


def test_a_table_that_last_years_file_does_not_have_is_named(desk: Desk) -> None:
    last, outcome = desk.check(SAMPLE)
    gone = tuple(PrintedTable(one.id, one.name) if one.id == "gov_fund" else one for one in last.tables)
    form = desk.library.form("hunan")
    proposal = rollover_proposal(desk.library, replace(last, tables=gone), outcome, form, 2024)
    missing = group(proposal, "last.gov_fund")
    assert (missing.recognition, missing.note, missing.items) == (None, "文件里没有这张表", ())


def test_codes_of_last_year_say_their_names(desk: Desk) -> None:
    proposal = desk.propose_rollover(SAMPLE, 2024)
    labels = {item.address: item.label for one in proposal.groups for item in one.items}
    assert labels["上年.收支总表[208]"] == "208 八、社会保障和就业支出"
    assert labels["基金表[2120803·年初结转和结余]"].startswith("基金表 2120803 ")
    assert labels["基金表[2120803·年初结转和结余]"].endswith(" · 年初结转和结余")
    assert labels["收支总表[年初结转和结余]"] == "收支总表 年初结转和结余"
    lines = next(item for item in group(proposal, "lines").items if item.address == lines_address("基金表"))
    assert lines.after.startswith("2 行：2120803 ")


def test_a_code_that_has_ended_is_told_before_it_is_taken(desk: Desk, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text(SAMPLE.read_text(encoding="utf-8").replace("2130314\t防汛", "2010308\t信访事务"), encoding="utf-8")
    lines = group(desk.propose_rollover(old, 2024), "lines")
    assert lines.doubts == ("2010308 信访事务 据科目库只用到 2023 年度，请核对",)
    assert lines.note == "只带科目，不带金额"
    assert group(desk.propose_rollover(SAMPLE, 2024), "lines").doubts == ()
