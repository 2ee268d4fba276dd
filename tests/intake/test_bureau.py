"""The bureau's 财决 workbook fills the public tables, each figure with its source and a doubt about the mapping."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from juesuan_desktop.app import desk as new_desk
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.importing import taken
from juesuan_desktop.intake.material import IntakeError, Material, Paragraph, RawTable
from juesuan_desktop.intake.reading import material_of, recognise
from juesuan_desktop.intake.recognition.bureau import KINDS
from juesuan_desktop.intake.recognition.bureau_header import header_of
from juesuan_desktop.report.printed import PrintedReport, PrintedTable
from tests.files.make.source import source

FILE = Path(__file__).resolve().parents[1] / "files" / "bureau.xls"
MAPPING = {
    "overall": "财决01表 → 公开01表",
    "income": "财决03表 → 公开02表",
    "expenditure": "财决04表 → 公开03表",
    "appropriation": "财决01-1表 → 公开04表",
    "general_budget": "财决07表 → 公开05表",
    "basic_detail": "财决08-1表 → 公开06表",
    "gov_fund": "财决09表 → 公开07表",
    "state_capital": "财决11表 → 公开08表",
    "three_public": "财决附03表 → 公开09表",
}


@cache
def desk() -> Desk:
    return new_desk()


@cache
def report() -> PrintedReport:
    return desk().read(FILE)


def table(table_id: str) -> PrintedTable:
    return next(one for one in report().tables if one.id == table_id)


def read_from(material: Material) -> PrintedReport:
    return recognise("财决.xls", material, desk().library.forms())


def changed(sheet: str, change: dict[str, str]) -> Material:
    """The workbook with other words in the cells of one sheet."""

    def one(block: object) -> object:
        if not isinstance(block, RawTable) or not (block.sheet or "").startswith(sheet):
            return block
        return replace(block, rows=tuple(tuple(change.get(cell, cell) for cell in row) for row in block.rows))

    return tuple(map(one, material_of(FILE)))  # type: ignore[arg-type]


@pytest.mark.parametrize("table_id", MAPPING)
def test_every_figure_is_that_of_the_public_table(table_id: str) -> None:
    read = {(line.key, measure): v for line in table(table_id).lines for measure, v in line.values.items()}
    wanted = source("hunan", 3, False).values(table_id)
    assert {at: read.get(at) for at in wanted} == wanted
    assert {at for at, amount in read.items() if amount is not None} <= set(wanted)
    assert table(table_id).cut == ""


def test_the_mapping_is_the_one_of_the_trade() -> None:
    assert {kind.table for kind in KINDS.values()} == set(MAPPING)
    assert (report().year, report().unit_name, report().amount_unit) == (2023, "清溪县河湖管理服务中心", "元")


@pytest.mark.parametrize("table_id", MAPPING)
def test_every_figure_says_where_it_stood_and_that_the_mapping_is_not_confirmed(table_id: str) -> None:
    told = f"{MAPPING[table_id]}，对应关系未证实，请核对"
    assert told in table(table_id).odd
    for line in table(table_id).lines:
        assert {measure for measure, amount in line.values.items() if amount is not None} == set(line.origins)
        assert all(told in origin for origin in line.origins.values())


def test_the_source_is_a_cell_of_the_sheet() -> None:
    total = next(line for line in table("income").lines if line.key == "合计")
    assert total.origins["财政拨款收入"].startswith("Z03 收入决算表(财决03表)!F8（")
    staff = next(line for line in table("basic_detail").lines if line.key == "人员经费合计")
    assert staff.origins["决算数"].startswith("由 301、303 相加（")


def test_what_has_no_public_table_is_listed() -> None:
    told = " ".join(text for one in report().tables for text in one.odd)
    assert any("财决05表、财决12表没有对应的公开表" in text for text in report().remarks)
    assert "公开02表：没有取 事业收入·其中：教育收费" in told
    assert "公开05表：没有取 年初结转和结余·基本支出结转" in told


def test_an_import_keeps_the_doubt_beside_every_figure() -> None:
    changes = [change for change in taken(desk().library, report(), FILE.name).changes if "财决" in change.source]
    assert len(changes) > 80
    assert all("未证实" in change.source for change in changes)


def test_without_a_whole_year_budget_the_three_public_have_none() -> None:
    three = next(one for one in read_from(changed("F03", {"全年预算数": "调增数"})).tables if one.id == "three_public")
    assert "财决附03表 → 公开09表：没有取 预算数" in three.odd
    assert all(line.values["预算数"] is None for line in three.lines)
    assert any(line.values["决算数"] for line in three.lines)


def test_the_whole_year_budget_is_known_in_both_spellings() -> None:
    read = read_from(changed("F03", {"全年预算数": "全年(调整)预算数"}))
    assert next(one for one in read.tables if one.id == "three_public") == table("three_public")


def test_a_table_of_another_number_and_title_is_not_taken() -> None:
    """Number and title must agree: Z03 may be another table in another year."""
    material = tuple(
        replace(block, text="固定资产收支表") if isinstance(block, Paragraph) and block.text == "支出决算表" else block
        for block in material_of(FILE)
    )
    renamed = tuple(
        replace(block, sheet="Z04 固定资产表") if (getattr(block, "sheet", "") or "").startswith("Z04") else block
        for block in material
    )
    read = read_from(renamed)
    assert next(one for one in read.tables if one.id == "expenditure").state == "missing"
    assert any("财决04表、" in text for text in read.remarks)


def test_names_cut_at_31_characters_are_known() -> None:
    sheets = {block.sheet for block in material_of(FILE) if isinstance(block, RawTable)}
    assert {len(sheet or "") for sheet in sheets} >= {31}
    assert any((sheet or "").endswith("(财决08-") for sheet in sheets)


def short_names(material: Material) -> Material:
    """Sheets called 「Z01_1」 and nothing more: the titles stand on the sheets."""
    return tuple(
        replace(block, sheet=(block.sheet or "").partition(" ")[0] or None)
        if isinstance(block, Paragraph | RawTable)
        else block
        for block in material
    )


def test_sheets_may_be_called_by_their_number_only() -> None:
    read = read_from(short_names(material_of(FILE)))
    assert {one.id: one.lines for one in read.tables} == {one.id: one.lines for one in report().tables}


def test_a_bureaus_layout_is_never_read_as_a_public_one() -> None:
    """Z03 whose names of 科目 cannot be found: wider than 公开02表, so it is told and not read."""
    read = read_from(changed("Z03", {"科目名称": "名称"}))
    assert next(one for one in read.tables if one.id == "income").state == "missing"
    assert any("财决03表" in text and "没有读入" in text for text in read.remarks)


def test_headings_merged_across_and_down() -> None:
    rows = (
        ("项目", "", "本年支出", "", "", "年末"),
        ("编码", "科目名称", "合计", "基本支出", "", ""),
        ("", "", "", "小计", "人员经费", ""),
        ("栏次", "", "1", "2", "3", "4"),
        ("合计", "", "1.00", "", "", ""),
    )
    header = header_of(RawTable(rows))
    assert header.body == 4
    assert header.paths[2:] == (
        ("本年支出", "合计"),
        ("本年支出", "基本支出", "小计"),
        ("本年支出", "基本支出", "人员经费"),
        ("年末",),
    )


def test_whatever_is_missing_it_reads_or_refuses() -> None:
    """Rows, columns and words taken out at random: never anything but a report or a sentence."""
    material = material_of(FILE)
    for number in range(60):
        try:
            read_from(tuple(_damaged(block, Random(f"{number} {at}")) for at, block in enumerate(material)))
        except IntakeError:
            continue


def _damaged(block: object, random: Random) -> object:
    if not isinstance(block, RawTable) or random.random() < 0.3:
        return block
    rows = [list(row) for row in block.rows]
    for _ in range(random.choice((1, 3, 30))):
        row = random.choice(rows)
        row[random.randrange(len(row))] = random.choice(("", "合计", "行次", "栏次", "2010301", "—", "决算数", "1.00"))
    first, last = sorted(random.randrange(len(rows) + 1) for _ in range(2))
    del rows[first : min(last, first + random.choice((0, 1, 5)))]
    width = random.choice((len(block.rows[0]), random.randrange(1, len(block.rows[0]) + 1)))
    return replace(block, rows=tuple(tuple(row[:width]) for row in rows) or (("",) * width,))


def test_a_few_sheets_in_yuan_are_of_no_place_that_prints_wan() -> None:
    kept = ("Z01", "Z03", "Z04")
    few = tuple(block for block in material_of(FILE) if str(getattr(block, "sheet", "")).startswith(kept))
    read = read_from(few)
    assert (read.amount_unit, desk().library.form(read.form_id).amount_unit) == ("元", "元")
