"""元 and 万元: each table by its own head, converted exactly into the report's unit, as precise as it was printed."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from juesuan_desktop.amounts import rounded
from juesuan_desktop.app import desk
from juesuan_desktop.desk.checking import check_printed
from juesuan_desktop.desk.importing import taken
from juesuan_desktop.desk.proposal import in_unit, recognition_of, unit_doubt_of
from juesuan_desktop.forms.grid import Cell, Role
from juesuan_desktop.intake.recognition.money import money_unit
from juesuan_desktop.intake.recognition.spelling import plain_word
from juesuan_desktop.report.printed import PrintedReport, PrintedTable
from tests.files.make.grids import reworded
from tests.files.make.source import Source, source
from tests.files.make.spread import Change, Sheet, filled, misread, read_sheets, rows_of, sheets_of

WAN = Decimal(10_000)
SAID = {
    "单位:万元": "万元",
    "单位：万 元": "万元",
    "（单位：万元）": "万元",
    "计量单位：人民币万元": "万元",
    "单位（万元）": "万元",
    "万元": "万元",
    "金额：万元": "万元",
    "金额单位：  元": "元",
    "单位：万元、人": "万元",
    "收入决算表（元）": "元",
    "单位：千元": "千元",
    "单位：亿元": "亿元",
    "金额单位：元/万元": "",
    "单位：个": "",
    "各单位元旦值班费": "",
    "部门：万元县财政局": "",
}


def in_wan(told: Source) -> Source:
    """The same report in 万元, to two decimals."""
    return replace(told, figures={at: rounded(amount / WAN) for at, amount in told.figures.items()})


def said(words: str) -> Change:
    """Another unit line."""
    return reworded(lambda cell: cell._replace(text=words) if _says_unit(cell) else cell)


def _says_unit(cell: Cell) -> bool:
    return cell.role is Role.HEAD and "单位：" in cell.text and "元" in cell.text


def mixed(told: Source, other: Source, table_id: str, words: str) -> PrintedReport:
    """One table of another unit among the others."""
    return read_sheets(
        Sheet(one.id, rows_of(said(words)(other.grid(one.id)) if one.id == table_id else told.grid(one.id)))
        for one in told.form.tables
    )


def table(report: PrintedReport, table_id: str) -> PrintedTable:
    return next(one for one in report.tables if one.id == table_id)


def figures(told: Source, table_id: str) -> dict[str, Decimal]:
    name = told.form.by_id[table_id].name
    return {at: amount for at, amount in told.figures.items() if at.startswith(f"{name}[")}


@pytest.mark.parametrize("words", SAID)
def test_what_a_head_line_says(words: str) -> None:
    assert money_unit([words]) == SAID[words]


def test_a_line_of_its_own_counts_before_a_heading() -> None:
    assert money_unit(["决算数（元）", "金额单位：万元"]) == "万元"
    assert money_unit(["合计（万元）", "人数", "小计（万元）", "单价（元）"]) == "万元"


def test_a_heading_with_its_unit_is_the_heading() -> None:
    assert plain_word("决算数\n（万元）") == "决算数"
    assert plain_word("小计(单位：元)") == "小计"
    assert plain_word("因公出国(境)费") == "因公出国（境）费"


@pytest.mark.parametrize("words", [one for one, unit in SAID.items() if unit == "万元"])
def test_every_way_of_writing_it_is_understood(words: str) -> None:
    told = in_wan(filled("hunan"))
    report = read_sheets(sheets_of(told, said(words)))
    assert (misread(report, told), report.amount_unit, unit_doubt_of(report)) == ({}, "万元", "")
    assert {one.half for one in report.tables} == {Decimal("0.005")}


def test_the_unit_may_stand_in_the_headings_only() -> None:
    """「决算数（万元）」「小计（万元）」, no unit line anywhere."""

    def heading(cell: Cell) -> Cell | None:
        if _says_unit(cell):
            return None
        has_unit = cell.role is Role.HEADER and cell.text in ("金额", "决算数", "小计", "合计", "基本支出", "预算数")
        return cell._replace(text=f"{cell.text}（万元）") if has_unit else cell

    told = in_wan(filled("hunan"))
    report = read_sheets(sheets_of(told, reworded(heading)))
    assert (misread(report, told), report.amount_unit) == ({}, "万元")


@pytest.mark.parametrize("table_id", ["three_public", "basic_detail", "income"])
def test_a_table_in_wan_among_yuan_is_converted_exactly_and_keeps_its_precision(table_id: str) -> None:
    told = filled("hunan")
    other = in_wan(told)
    report = mixed(told, other, table_id, "单位：万元")
    exact = replace(told, figures=told.figures | {at: one * WAN for at, one in figures(other, table_id).items()})
    assert (misread(report, exact), report.amount_unit) == ({}, "元")
    assert {one.id: one.half for one in report.tables if one.half} == {table_id: Decimal(50)}
    (sentence,) = table(report, table_id).odd
    assert sentence.endswith("印的是万元，报告按元读：已乘 10,000 换算，每个数只准到 100 元，请核对")
    recognition = recognition_of(table(report, table_id))
    assert recognition is not None
    assert sentence in recognition.not_understood


def test_a_table_in_yuan_among_wan_is_converted_exactly() -> None:
    told = filled("shanghai")
    yuan = replace(told, figures={at: amount * WAN + Decimal("0.37") for at, amount in told.figures.items()})
    report = mixed(told, yuan, "three_public", "单位：元")
    exact = replace(told, figures=told.figures | {at: one / WAN for at, one in figures(yuan, "three_public").items()})
    assert (misread(report, exact), report.amount_unit) == ({}, "万元")
    assert [one.id for one in report.tables if not one.half] == ["three_public"]


def test_mixed_units_are_a_finding() -> None:
    """RULES.md P-11: 全套单位一致."""
    told = filled("hunan")
    report = mixed(told, in_wan(told), "three_public", "单位：万元")
    found = [one for one in check_printed(desk().library, report).findings if one.rule == "P-11"]
    assert [one.message for one in found] == ["公开09表印的是万元，和全套的元不一致，请统一"]
    assert found[0].where[0].table == "three_public"
    same = [one.rule for one in check_printed(desk().library, read_sheets(sheets_of(told))).findings]
    assert "P-11" not in same


def test_what_was_rounded_away_is_no_error() -> None:
    """公开06表 of a report that balances, printed in 万元: its sums are off by less than its last place."""
    told = source("hunan")
    outcome = check_printed(desk().library, mixed(told, in_wan(told), "basic_detail", "单位：万元"))
    assert not [one.message for one in outcome.findings if one.level == "error"]
    assert outcome.counts["rounding"] > 0
    assert {one.rule for one in outcome.findings if one.verdict == "rounding"} >= {"T06-1", "X0506-1"}


def test_she_may_say_another_unit_for_the_whole_file() -> None:
    """What says 万元 of itself stays worth what it says; the others are read anew."""
    told = filled("hunan")
    other = in_wan(told)
    report = in_unit(mixed(told, other, "three_public", "单位：万元"), "万元")
    exact = replace(told, figures=told.figures | figures(other, "three_public"))
    assert misread(report, exact) == {}
    assert {one.half for one in report.tables} == {Decimal("0.005")}


def test_what_is_imported_from_the_coarser_table_is_to_be_checked() -> None:
    told = filled("hunan")
    report = mixed(told, in_wan(told), "three_public", "单位：万元")
    unsure = {one.address for one in taken(desk().library, report, "报告.xlsx").changes if "按元核对" in one.source}
    assert unsure
    assert all(at.startswith("三公表[") for at in unsure)


@pytest.mark.parametrize(("unit", "worth"), [("千元", 1_000), ("亿元", 100_000_000)])
def test_units_that_no_report_uses_are_converted_and_doubted(unit: str, worth: int) -> None:
    told = filled("hunan")
    report = read_sheets(sheets_of(told, said(f"单位：{unit}")))
    exact = replace(told, figures={at: amount * worth for at, amount in told.figures.items()})
    assert (misread(report, exact), report.amount_unit) == ({}, "元")
    assert unit_doubt_of(report).startswith(f"写的是「{unit}」，决算很少用这个单位")


def test_a_table_whose_amounts_cannot_be_in_its_unit_is_doubted() -> None:
    """The head of one table says 万元, its amounts are in 元."""
    told = filled("hunan")
    report = mixed(told, told, "three_public", "单位：万元")
    assert "像是「元」" in unit_doubt_of(report)


@pytest.mark.parametrize("unit", ["元", "万元"])
def test_amounts_may_have_their_unit_behind_them(unit: str) -> None:
    """1,234.50万元 in a table in 万元."""
    told = filled("hunan") if unit == "元" else in_wan(filled("hunan"))
    report = read_sheets(sheets_of(told, reworded(_behind(unit, said=unit))))
    assert (misread(report, told), report.amount_unit) == ({}, unit)


def test_an_amount_with_another_unit_than_its_table_is_told() -> None:
    told = filled("hunan")
    report = read_sheets(sheets_of(told, reworded(_behind("万元", said="元"))))
    income = table(report, "income")
    assert not any(amount for line in income.lines for amount in line.values.values())
    assert all("万元」" in text and text.endswith("不是金额，未读入") for text in income.odd)
    assert (income.state, income.cut) == ("filled", "表里有数，一个也没有读懂")


def _behind(unit: str, said: str) -> Callable[[Cell], Cell]:
    """The unit behind every amount, and what the head says."""

    def change(cell: Cell) -> Cell:
        if _says_unit(cell):
            return cell._replace(text=f"单位：{said}")
        return cell._replace(text=f"{cell.text}{unit}", amount=None) if cell.amount else cell

    return change
