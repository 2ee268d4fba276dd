"""What small offices make of the paper by hand: codes typed as numbers, one long list, heads in one cell, own words."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.checking import check_printed
from juesuan_desktop.forms.grid import Cell, Grid, Role
from juesuan_desktop.intake.lines.wholeness import why_cut
from juesuan_desktop.intake.material import IntakeError, Paragraph, RawTable
from juesuan_desktop.intake.reading import material_of, recognise
from juesuan_desktop.intake.recognition.finding import Found
from juesuan_desktop.intake.recognition.identity import Surroundings
from juesuan_desktop.intake.recognition.spelling import table_title
from juesuan_desktop.report.printed import PrintedLine
from tests.files.make.grids import reworded, split_codes
from tests.files.make.source import SAMPLE, source
from tests.files.make.spread import UNIT, Change, Sheet, filled, material_of_sheets, misread, read_sheets, rows_of
from tests.files.make.spread import sheets_of as sheets


def typed_as_numbers(ending: str) -> Change:
    """201 | 06 | 01 becomes 201 | 6 | 1 when typed into cells that are not text."""
    return reworded(
        lambda cell: (
            cell._replace(text=str(int(cell.text)) + ending) if cell.role is Role.CODE and cell.text.isdigit() else cell
        )
    )


@pytest.mark.parametrize("ending", ["", ".0"])
@pytest.mark.parametrize("form", ["shanghai", "national"])
def test_parts_of_codes_that_lost_their_zero(form: str, ending: str) -> None:
    told, change = filled(form), typed_as_numbers(ending)
    report = read_sheets(sheets(told, lambda grid: change(split_codes(grid))))
    assert misread(report, told) == {}


def one_below_the_other(grid: Grid) -> Grid:
    """The right half of a table in two blocks put below the left one."""
    half, ruled = grid.columns // 2, grid.ruled_rows()

    def moved(cell: Cell) -> Cell:
        is_right = cell.role.is_ruled and cell.column >= half
        return cell._replace(row=cell.row + len(ruled), column=cell.column - half) if is_right else cell

    cells = tuple(moved(cell) for cell in grid.cells if cell.role is not Role.NOTE)
    return replace(grid, cells=cells, rows=grid.rows + len(ruled), columns=half)


def stacked(grid: Grid) -> Grid:
    return one_below_the_other(grid) if grid.id in ("overall", "basic_detail") else grid


def test_both_sides_of_a_table_one_below_the_other() -> None:
    told = filled("shanghai")
    assert misread(read_sheets(sheets(told, stacked)), told) == {}


def test_columns_may_be_numbered_in_words() -> None:
    change = reworded(
        lambda cell: (
            cell._replace(text=f"第{cell.text}栏") if cell.role is Role.HEADER and cell.text.isdigit() else cell
        )
    )
    told = filled("hunan")
    assert misread(read_sheets(sheets(told, change)), told) == {}


def test_the_total_of_a_table_of_codes_may_be_called_otherwise() -> None:
    change = reworded(
        lambda cell: cell._replace(text="总 计") if cell.role is Role.LABEL and cell.text == "合计" else cell
    )
    told = filled("national")
    assert misread(read_sheets(sheets(told, change)), told) == {}


def upright(told_rows: list[tuple[str, str, str]]) -> Sheet:
    head = ["财政拨款“三公”经费支出决算表", "", ""]
    return Sheet("三公", [head, ["项目", "预算数", "决算数"], *map(list, told_rows)])


def test_the_total_of_a_list_may_have_a_number() -> None:
    words = ("一、“三公”经费支出", "1.因公出国（境）费", "2.公务用车购置及运行维护费", "（1）公务用车购置费")
    words = (*words, "（2）公务用车运行维护费", "3.公务接待费")
    rows = [(word, f"{number}.50", f"{number}.25") for number, word in enumerate(words, 1)]
    report = recognise("三公.xlsx", material_of_sheets([upright(rows)]), desk().library.forms())
    three = next(table for table in report.tables if table.id == "three_public")
    assert [list(line.values.values()) for line in three.lines] == [
        [Decimal(f"{number}.50"), Decimal(f"{number}.25")] for number in range(1, 7)
    ]


HEADS = (
    [[f"编报单位：{UNIT}", "", "金额单位:元"], ["", "2023 年度", ""]],
    [[UNIT, "2023年度", "金额单位：元"], ["公开表", "", "公开01表"]],
    [[f"填报单位（部门）：{UNIT}（公章）", "", "单位：元"], ["2023年度", "", ""]],
)


@pytest.mark.parametrize("head", HEADS[::2])
def test_head_lines_are_no_table(head: list[list[str]]) -> None:
    """The title stands above them, so that they were taken for the table."""
    told = filled("hunan")

    def written(table_id: str) -> Sheet:
        grid = told.grid(table_id)
        rows = rows_of(reworded(lambda cell: None if cell.role is Role.HEAD else cell)(grid))
        wide = [row + [""] * (grid.columns - len(row)) for row in head]
        return Sheet(table_id, [rows[0], *wide, *(row for row in rows[1:] if any(row))])

    report = read_sheets([written(table.id) for table in told.form.tables])
    assert misread(report, told) == {}
    assert (report.year, report.unit_name, report.amount_unit) == (2023, UNIT, "元")


def test_title_unit_and_year_may_share_a_cell() -> None:
    def together(cell: Cell) -> Cell | None:
        if cell.role is Role.TITLE:
            return cell._replace(text=f"{cell.text}\n编制单位：清溪县河湖\n管理服务中心　　2023年度　　金额单位：元")
        return None if cell.role is Role.HEAD else cell

    told = filled("hunan")
    report = read_sheets(sheets(told, reworded(together)))
    assert misread(report, told) == {}
    assert (report.year, report.unit_name, report.amount_unit) == (2023, UNIT, "元")


NOWHERE = Found("", Surroundings(RawTable(()), (), ()), "", 0, is_titled=True, is_last=False)


@pytest.mark.parametrize("table_id", ["overall", "appropriation", "basic_detail"])
def test_a_table_of_what_is_not_zero_is_whole(table_id: str) -> None:
    """Some print no line that is zero; where one that counts is missing, the table is cut."""
    printed = desk().read(SAMPLE)
    table = desk().library.form(printed.form_id).by_id[table_id]
    lines = next(one for one in printed.tables if one.id == table_id).lines

    def counts(line: PrintedLine) -> bool:
        return any(line.values.values())

    kept = [line for line in lines if line.code is None or counts(line)]
    assert len(kept) < len(lines) - 8
    assert why_cut(table, kept, NOWHERE, Decimal(0)) == ""
    last = max(line.key for line in kept if line.code)
    assert "可能被截断" in why_cut(table, [line for line in kept if line.key != last], NOWHERE, Decimal(0))
    assert "可能被截断" in why_cut(table, [line for line in kept if line.code], NOWHERE, Decimal(0))


def test_a_heading_code_left_out_is_no_amount_left_out() -> None:
    """302 is not printed, its 款 are: they count in 公用经费合计 all the same (found by fuzzing)."""
    printed = desk().read(SAMPLE)
    table = desk().library.form(printed.form_id).by_id["basic_detail"]
    lines = next(one for one in printed.tables if one.id == "basic_detail").lines
    assert why_cut(table, [line for line in lines if line.key != "302"], NOWHERE, Decimal(0)) == ""


def test_tables_that_follow_on_the_text_are_no_part_of_it() -> None:
    """Some places print them last, with no heading before them."""
    texts = [block for block in material_of(SAMPLE) if isinstance(block, Paragraph)]
    report = recognise("报告", (*texts, *material_of_sheets(sheets(source("hunan")))), desk().library.forms())
    assert {one.id: one.text for one in report.sections} == {one.id: one.text for one in desk().read(SAMPLE).sections}


ORDINALS = ("{n}.", "({n})", "{n}、", "{cn}.", "{cn}．", "{cn}　", "（{cn}）", "　　")


@pytest.mark.parametrize("written", ORDINALS)
def test_lines_may_be_numbered_in_any_way(written: str) -> None:
    def change(cell: Cell) -> Cell:
        number, mark, words = cell.text.partition("、")
        if cell.role is not Role.LABEL or not mark or number not in CHINESE:
            return cell
        return cell._replace(text=written.format(cn=number, n=CHINESE.index(number) + 1) + words)

    told = filled("hunan")
    assert misread(read_sheets(sheets(told, reworded(change))), told) == {}


CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"]


def test_the_detail_may_print_names_without_codes() -> None:
    told = filled("hunan")
    change = reworded(lambda cell: cell._replace(text="") if cell.text.isdigit() and cell.role is Role.CODE else cell)
    nameless = [rows_of(change(told.grid(table.id))) for table in told.form.tables if table.id == "basic_detail"]
    others = [Sheet(table.id, rows_of(told.grid(table.id))) for table in told.form.tables if table.id != "basic_detail"]
    assert not any("30101" in row for row in nameless[0])
    assert misread(read_sheets([*others, Sheet("06", nameless[0])]), told) == {}


def test_merged_headings_may_be_filled_in() -> None:
    """Some programs undo merged cells and write their words into each."""
    told = filled("hunan")

    def rows(table_id: str) -> list[list[str]]:
        grid = told.grid(table_id)
        found = [list(row) for row in rows_of(grid)]
        for cell in grid.cells:
            for row in range(cell.row, cell.row + cell.height) if cell.role in (Role.HEADER, Role.TITLE) else ():
                found[row][cell.column : cell.column + cell.width] = [cell.text] * cell.width
        return found

    assert misread(read_sheets([Sheet(table.id, rows(table.id)) for table in told.form.tables]), told) == {}


EMPTY_NOTES = (
    "说明：我单位没有政府性基金收入，故本表无数据。",
    "本部门2023年度没有政府性基金收支，故本表无数据。",
    "备注：本单位2023年无此项预算收支，此表为空。",
    "（本表为空表）",
)


@pytest.mark.parametrize("note", EMPTY_NOTES)
@pytest.mark.parametrize("zero", ["", "0.00", "—"])
def test_an_empty_table_may_say_so_in_other_words(note: str, zero: str) -> None:
    heads = ["年初结转和结余", "本年收入", "本年支出", "基本支出", "项目支出", "年末结转和结余"]
    title = ["政府性基金预算财政拨款收入支出决算表", *[""] * 7]
    lines = [["科目代码", "科目名称", *heads], ["合计", "", *[zero] * 6]]
    fund = Sheet("07", [title, *lines, [note, *[""] * 7]])
    others = [sheet for sheet in sheets(source("hunan"), name="{}") if sheet.name != "7"]
    report = read_sheets([*others, fund])
    assert [one for one in check_printed(desk().library, report).findings if one.rule == "P-9"] == []


def test_text_parted_by_commas_may_be_called_xls(tmp_path: Path) -> None:
    told = filled("hunan")
    text = io.StringIO()
    for table in told.form.tables:
        csv.writer(text).writerows([*rows_of(told.grid(table.id)), []])
    path = tmp_path / "公开表.xls"
    path.write_bytes(text.getvalue().encode("gbk"))
    assert misread(desk().read(path), told) == {}


@pytest.mark.parametrize("before", ["2023年度部门", "部门", UNIT, f"{UNIT}2023年度", "清溪县某局"])
def test_words_before_a_title(before: str) -> None:
    told = filled("shanghai")
    change = reworded(lambda cell: cell._replace(text=before + cell.text) if cell.role is Role.TITLE else cell)
    report = read_sheets(sheets(told, change)[::-1])
    assert misread(report, told) == {}
    assert [table.title for table in report.tables] == [before + table.layout.title for table in told.form.tables]


@pytest.mark.parametrize("title", ["项目支出决算表", "社会支出决算表", "财政拨款收入决算表"])
def test_what_only_ends_like_a_title_is_none(title: str) -> None:
    assert table_title(title) == title


def test_a_code_kept_as_text_by_a_web_system(tmp_path: Path) -> None:
    """In a text or a web page it is ="2010301"."""
    told = filled("hunan")
    change = reworded(lambda cell: cell._replace(text=f'="{cell.text}"') if cell.role is Role.CODE else cell)
    rows = [row for table in told.form.tables for row in (*rows_of(change(told.grid(table.id))), [])]
    path = tmp_path / "公开表.xls"
    path.write_bytes("\r\n".join("\t".join(row) for row in rows).encode("gbk"))
    assert misread(desk().read(path), told) == {}
    page = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    path.write_bytes(f"<html><body><table>{page}</table></body></html>".encode("gbk"))
    assert misread(desk().read(path), told) == {}


def test_a_web_page_of_frames_holds_no_tables(tmp_path: Path) -> None:
    path = tmp_path / "公开表.xls"
    path.write_text('<html><frameset rows="*,39"><frame src="公开表.files/sheet001.htm"></frameset></html>', "utf-8")
    with pytest.raises(IntakeError, match=r"只有框架.*另存为"):
        desk().read(path)
