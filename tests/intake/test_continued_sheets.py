"""Tables that go on over the next sheet, and what only looks so."""

from dataclasses import replace

import pytest

from juesuan_desktop.forms.grid import Grid, Role
from juesuan_desktop.intake.continuing import joined
from juesuan_desktop.intake.material import Paragraph, RawTable
from tests.files.make.grids import reworded, split_codes
from tests.files.make.source import Source
from tests.files.make.spread import Change, Sheet, filled, misread, read_sheets, rows_of, same, sheets_of

FORMS = ("hunan", "national", "shanghai")
LONG = 8


def on_two_sheets(told: Source, repeated: str, change: Change = same, names: str = "表{}({})") -> list[Sheet]:
    """Every long table broken before its last third; the second sheet repeats title and header, the header, nothing."""
    sheets = []
    for number, table in enumerate(told.form.tables, 1):
        grid = change(told.grid(table.id))
        end = _break(grid)
        sheets.append(Sheet(f"表{number}", rows_of(grid, lambda row, end=end: row < end)))
        if end < grid.rows:
            rows = rows_of(grid, lambda row, grid=grid, end=end: row >= end or _is_repeated(grid, row, repeated))
            sheets.append(Sheet(names.format(number, 2), rows))
    return sheets


def _break(grid: Grid) -> int:
    ruled = grid.ruled_rows()
    return ruled.stop - len(ruled) // 3 if len(ruled) > LONG else grid.rows


def _is_repeated(grid: Grid, row: int, repeated: str) -> bool:
    return {"title": row < grid.header.stop, "header": row in grid.header, "nothing": False}[repeated]


def continued_title(sheets: list[Sheet]) -> list[Sheet]:
    """续 behind every title of a second sheet."""
    return [
        Sheet(one.name, [[f"{one.rows[0][0]}（续）", *one.rows[0][1:]], *one.rows[1:]]) if "(2)" in one.name else one
        for one in sheets
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("repeated", ["title", "header", "nothing"])
def test_a_table_goes_on_over_the_next_sheet(form: str, repeated: str) -> None:
    told = filled(form)
    report = read_sheets(on_two_sheets(told, repeated))
    assert misread(report, told) == {}
    assert not any((*one.beside, *one.odd, one.cut) != ("",) for one in report.tables)


@pytest.mark.parametrize("form", FORMS)
def test_the_title_of_the_next_sheet_says_that_it_goes_on(form: str) -> None:
    told = filled(form)
    assert misread(read_sheets(continued_title(on_two_sheets(told, "title"))), told) == {}


def test_the_names_of_the_sheets_may_say_nothing() -> None:
    told = filled("hunan")
    assert misread(read_sheets(on_two_sheets(told, "header", names="Sheet{}{}")), told) == {}


def test_codes_in_three_columns_go_on() -> None:
    """Many lines begin with 201: that does not make the second piece a copy of the first."""
    told = filled("national")
    assert misread(read_sheets(on_two_sheets(told, "header", split_codes)), told) == {}


def test_every_figure_says_on_which_sheet_it_stands() -> None:
    told = filled("hunan")
    report = read_sheets(on_two_sheets(told, "header"))
    table = next(one for one in report.tables if one.id == "income")
    header = len(told.grid("income").header)
    places = [line.origins["本年收入合计"] for line in table.lines]
    assert places[-3:] == [f"表2(2)!C{header + 1 + number}" for number in range(3)]
    assert {place.partition("!")[0] for place in places[:-3]} == {"表2"}


def test_two_tables_of_the_same_header_are_two() -> None:
    """基金表 and 国资表 of 上海 have the same six columns: without titles their notes and codes tell them apart."""
    told = filled("shanghai")
    bare = reworded(lambda cell: cell if cell.role.is_ruled or cell.role is Role.NOTE else None)
    assert misread(read_sheets(sheets_of(told, bare)), told) == {}


HEADER = ("科目代码", "科目名称", "本年支出合计")
FIRST = RawTable((HEADER, ("合计", "", "3.00"), ("2010301", "行政运行", "1.00")), sheet="一")


def pieces(*rows: tuple[str, ...], between: tuple[str, ...] = ()) -> int:
    """How many tables the first one and a second one of these rows on the next sheet make."""
    texts = [Paragraph(text, sheet="二") for text in between]
    return sum(isinstance(one, RawTable) for one in joined([FIRST, *texts, RawTable(rows, sheet="二")]))


def test_what_goes_on_and_what_does_not() -> None:
    more = ("2010302", "一般行政管理事务", "2.00")
    assert pieces(HEADER, more) == 1
    assert pieces(more) == 1
    assert pieces(("2010302", "一般行政管理事务", "2")) == 1, "whole yuan have no point on a sheet"
    assert pieces(HEADER, *FIRST.rows[1:]) == 2, "the same lines are a copy"
    assert pieces(HEADER, ("合计", "", "9.00"), ("2100101", "其他", "9.00")) == 2, "a table has one 合计"
    assert pieces(HEADER, more, between=("支出决算表",)) == 2, "another title begins another table"
    assert pieces(("1.00", "2.00", "3.00")) == 2, "nothing but amounts"
    assert pieces(("行政运行", "2010302", "2.00")) == 2, "amounts where words stood"
    assert pieces(HEADER) == 2, "a header without lines"


def test_a_note_under_the_first_piece_ends_it_unless_the_paper_says_that_it_goes_on() -> None:
    note = Paragraph("注：本表反映部门本年度各项支出情况。", sheet="表3")
    first = replace(FIRST, sheet="表3")
    piece = RawTable((HEADER, ("2010302", "一般行政管理事务", "2.00")), sheet="表4")
    assert len(joined([first, note, piece])) == 3
    table, kept = joined([first, note, replace(piece, sheet="表3(2)")])
    assert isinstance(table, RawTable)
    assert (len(table.rows), kept) == (4, note)
