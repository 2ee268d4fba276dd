"""Which raw table is which public one: by title, columns, note and codes together; nothing is dropped without a word.

Every figure of these reports is another, so that one that is read at a wrong address is seen.
"""

import re
from dataclasses import replace
from random import Random

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.checking import check_printed
from juesuan_desktop.desk.proposal import DOUBTFUL, LIKELY, recognition_of
from juesuan_desktop.forms.grid import Cell, Role
from juesuan_desktop.intake.reading import recognise
from juesuan_desktop.report.printed import MISSING, PrintedReport, PrintedTable
from tests.files.make.grids import reworded, split_codes
from tests.files.make.source import Source
from tests.files.make.spread import Sheet, filled, material_of_sheets, misread, read_sheets, rows_of, sheets_of

FORMS = ("hunan", "national", "shanghai")


def without(*roles: Role) -> object:
    return reworded(lambda cell: None if cell.role in roles else cell)


def untitled(cell: Cell) -> Cell | None:
    return None if cell.role is Role.TITLE else cell


def bare(cell: Cell) -> Cell | None:
    return cell if cell.role.is_ruled else None


def table(report: PrintedReport, table_id: str) -> PrintedTable:
    return next(one for one in report.tables if one.id == table_id)


def told_of(report: PrintedReport) -> list[str]:
    """Everything that people are told of what was not read."""
    return [*report.remarks, *(text for one in report.tables for text in (*one.beside, *one.odd, *one.strangers))]


def found(report: PrintedReport) -> list[str]:
    """The messages of a check."""
    return [finding.message for finding in check_printed(desk().library, report).findings]


def list_of_titles(told: Source) -> Sheet:
    return Sheet("目录", [[f"{number}、{one.layout.title}"] for number, one in enumerate(told.form.tables, 1)])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_table_without_a_title_is_known_by_note_codes_and_columns(form: str, backwards: bool) -> None:
    told = filled(form)
    sheets = sheets_of(told, reworded(untitled))
    report = read_sheets(sheets[::-1] if backwards else sheets)
    assert misread(report, told) == {}
    assert report.form_id == form
    assert not any(one.is_doubtful for one in report.tables)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_the_ruled_part_is_enough(form: str) -> None:
    """No title, no note: 223 tells 国资表, the economic codes 基本支出表, the columns the others."""
    told = filled(form)
    assert misread(read_sheets(sheets_of(told, reworded(bare))), told) == {}


def test_two_empty_tables_of_the_same_columns_are_doubtful_and_told() -> None:
    """公开05表 and 公开08表 without title, note and lines: only their order tells them apart."""
    told = filled("hunan")
    empty = replace(
        told,
        lines={name: () if name in ("一般公共表", "国资表") else lines for name, lines in told.lines.items()},
        figures={at: amount for at, amount in told.figures.items() if not at.startswith(("一般公共表", "国资表"))},
    )
    report = read_sheets(sheets_of(empty, reworded(bare)))
    assert misread(report, empty) == {}
    doubtful = [one for one in report.tables if one.is_doubtful]
    assert {one.id for one in doubtful} == {"general_budget", "state_capital"}
    assert "没有表题，当作「一般公共预算财政拨款支出决算表」读，也可能是「国有资本" in doubtful[0].beside[0]
    recognition = recognition_of(doubtful[0])
    assert recognition is not None
    assert recognition.certainty == DOUBTFUL
    assert doubtful[0].beside[0] in found(report)


@pytest.mark.parametrize("form", FORMS)
def test_a_list_of_titles_is_no_title(form: str) -> None:
    """A 目录 in front, the tables in any order: the nearest title counts, on the table's own sheet."""
    told = filled(form)
    sheets = sheets_of(told)
    Random(3).shuffle(sheets)
    assert misread(read_sheets([list_of_titles(told), *sheets]), told) == {}
    stacked = [row for sheet in (list_of_titles(told), *sheets) for row in (*_wide(sheet.rows), [""] * 20)]
    assert misread(read_sheets([Sheet("全部", stacked)]), told) == {}


def _wide(rows: object) -> list[list[str]]:
    return [[*row, *[""] * (20 - len(row))] for row in rows]  # type: ignore[attr-defined]


def test_a_list_of_titles_above_a_table_without_one() -> None:
    """The last title of the list stands nearest to the first table, and is not its title."""
    told = filled("hunan")
    first, *others = told.form.tables
    rows = [*list_of_titles(told).rows, *rows_of(reworded(untitled)(told.grid(first.id)))]
    sheets = [Sheet("一", _wide(rows)), *(Sheet(one.id, rows_of(told.grid(one.id))) for one in others)]
    assert misread(read_sheets(sheets), told) == {}


def test_numbers_are_told_as_printed_and_never_decide() -> None:
    """公开07表 may be another table last year."""
    told = filled("hunan")

    def swapped(cell: Cell) -> Cell:
        return cell._replace(text=re.sub(r"公开0(\d)表", lambda found: f"公开0{10 - int(found[1])}表", cell.text))

    report = read_sheets(sheets_of(told, reworded(swapped)))
    assert misread(report, told) == {}
    assert [one.number for one in report.tables] == [f"公开0{10 - number}表" for number in range(1, 10)]


def test_codes_in_three_columns_do_not_make_another_form() -> None:
    told = filled("hunan")
    report = read_sheets(sheets_of(told, split_codes))
    assert (misread(report, told), report.form_id) == ({}, "hunan")


def test_a_leftover_copy_is_not_read_and_told() -> None:
    """A copy of 收入决算表 with other figures in front, on a sheet that is called a copy."""
    told, other = filled("hunan"), filled("hunan", seed=9)
    copy = Sheet("副本", rows_of(other.grid("income")))
    report = read_sheets([copy, *sheets_of(told)])
    assert misread(report, told) == {}
    sentence = "第二张收入决算表（工作表「副本」）没有读入，读的是工作表「Sheet2」，请核对哪一张是对的"
    assert table(report, "income").beside == (sentence,)
    assert sentence in found(report)
    recognition = recognition_of(table(report, "income"))
    assert recognition is not None
    assert (recognition.certainty, recognition.not_understood) == (LIKELY, (sentence,))


def test_an_empty_copy_gives_way_to_the_one_with_figures() -> None:
    told = filled("hunan")
    blank = replace(told, figures={})
    report = read_sheets([Sheet("A", rows_of(blank.grid("income"))), *sheets_of(told)])
    assert misread(report, told) == {}
    assert "（工作表「A」）没有读入" in table(report, "income").beside[0]


def test_which_of_two_copies_is_right_is_a_doubt() -> None:
    told, other = filled("hunan"), filled("hunan", seed=9)
    report = read_sheets([*sheets_of(told), Sheet("另一张", rows_of(other.grid("income")))])
    assert misread(report, told) == {}
    assert table(report, "income").is_doubtful
    recognition = recognition_of(table(report, "income"))
    assert recognition is not None
    assert recognition.certainty == DOUBTFUL


def test_the_same_table_twice_is_told_and_no_doubt() -> None:
    told = filled("hunan")
    report = read_sheets([*sheets_of(told), Sheet("又一张", rows_of(told.grid("income")))])
    assert table(report, "income").beside[0].endswith("读的是工作表「Sheet2」，和读的一张相同")
    assert not table(report, "income").is_doubtful


@pytest.mark.parametrize("cover", ["2023", "2022"])
def test_of_two_years_the_covers_is_read_and_the_other_told(cover: str) -> None:
    """Nine tables of each year: the cover says which is the report."""
    sets = {
        year: sheets_of(filled("hunan", year, seed), name=f"{year}-{{}}") for year, seed in (("2022", 9), ("2023", 1))
    }
    front = Sheet("封面", [[f"{cover}年度"], ["部门决算"]])
    report = read_sheets([front, *sets["2022"], *sets["2023"]])
    told = filled("hunan", cover, 1 if cover == "2023" else 9)
    assert (report.year, misread(report, told)) == (int(cover), {})
    other = 2022 + 2023 - int(cover)
    (remark,) = report.remarks
    assert remark.startswith(f"另有 {other} 年度的 9 张表（工作表「{other}-1」、工作表「{other}-2」等）没有读入")
    assert remark in found(report)


def test_of_two_years_without_a_cover_the_later_is_read() -> None:
    sets = [*sheets_of(filled("hunan", "2022", 9), name="旧{}"), *sheets_of(filled("hunan"))]
    report = read_sheets(sets)
    assert (report.year, misread(report, filled("hunan"))) == (2023, {})


def test_one_table_of_last_year_among_this_years() -> None:
    told = filled("hunan")
    last = Sheet("上年收入", rows_of(filled("hunan", "2022", 9).grid("income")))
    report = read_sheets([last, *sheets_of(told)])
    assert misread(report, told) == {}
    assert "另有 2022 年度的 1 张表（工作表「上年收入」）没有读入，读的是 2023 年度的，请核对" in report.remarks


def test_lines_with_codes_that_belong_to_no_table_are_told() -> None:
    told = filled("hunan")
    rows = [["2010301", "行政运行", "1.00"], ["2010302", "一般行政管理事务", "2.00"]]
    report = read_sheets([*sheets_of(told), Sheet("杂", rows)])
    assert misread(report, told) == {}
    assert "工作表「杂」有科目编码，但认不出是哪张公开表，没有读入，请核对" in report.remarks


def test_columns_that_the_form_has_not_are_told() -> None:
    """上海 prints six columns in 国资表, 湖南 three: read as 湖南 the others are told."""
    told = filled("shanghai")
    report = recognise("报告.xlsx", material_of_sheets(sheets_of(told)), desk().library.forms(), "hunan")
    told_beyond = "国有资本经营预算财政拨款支出决算表的「年初结转和结余」「本年收入」「年末结转和结余」栏样表里没有"
    assert any(text.startswith(told_beyond) for text in told_of(report)), told_of(report)
    read = misread(report, told)
    assert not [at for at in read if at.startswith("国资表") and at.endswith(("支出]", "基本支出]", "项目支出]"))]


def test_a_report_of_one_table_has_the_others_missing() -> None:
    report = read_sheets([Sheet("一", rows_of(filled("hunan").grid("income")))])
    assert [one.id for one in report.tables if one.state != MISSING] == ["income"]
