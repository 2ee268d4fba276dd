"""A report whose every figure is another, spread over sheets as a workbook has them, without the file around it."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random

from juesuan_desktop.app import desk
from juesuan_desktop.forms.codes import Line, parents_of
from juesuan_desktop.forms.grid import Cell, Grid
from juesuan_desktop.intake.continuing import joined
from juesuan_desktop.intake.material import Material
from juesuan_desktop.intake.reading import recognise
from juesuan_desktop.intake.sheets import blocks_of
from juesuan_desktop.intake.workbook.figures import number_text
from juesuan_desktop.report.printed import PrintedReport
from tests.files.make.source import ROOT, Source

UNIT = "清溪县河湖管理服务中心"
CODES = ("2010301", "2010302", "2019999", "2080505", "2080506", "2210201")
OWN_CODES = {"基金表": ("2120801", "2120804", "2296002"), "国资表": ("2230105", "2239901")}
CENT, LEAST, MOST = Decimal("0.01"), 100_00, 99_999_999_99
Change = Callable[[Grid], Grid]
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name and what stands on it."""

    name: str
    rows: Rows


@cache
def filled(form_id: str, year: str = "2023", seed: int = 1, unit: str = UNIT) -> Source:
    """A report in a form's own unit, with a figure of its own at every address."""
    random = Random(seed)
    form = next(one for one in desk().library.forms() if one.id == form_id)
    most = MOST if form.amount_unit == "元" else MOST // 10_000
    lines = {table.name: _lines(table.name, table.levels) for table in form.tables if table.repeats}
    figures = {
        form.address(place): random.randint(LEAST, most) * CENT
        for table in form.tables
        for place in table.places(lines.get(table.name, ()))
    }
    return Source(form, lines, figures, {"单位": unit, "年度": year})


def _lines(table: str, levels: Sequence[str]) -> tuple[Line, ...]:
    codes = set(OWN_CODES.get(table, CODES))
    if "类" in levels:
        codes |= {parent for code in codes for parent in parents_of(code)}
    return tuple(Line(code, code, _names()[code]) for code in sorted(codes))


@cache
def _names() -> dict[str, str]:
    with (ROOT / "resources" / "codes" / "functional.csv").open(encoding="utf-8-sig") as stream:
        return {row["code"]: row["name"] for row in csv.DictReader(stream)}


def same(grid: Grid) -> Grid:
    return grid


def rows_of(grid: Grid, keep: Callable[[int], bool] = lambda row: True) -> Rows:
    """A grid as a workbook's reader gives it; of a merged cell only the first place has a text."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = _text(cell)
    return [row for number, row in enumerate(rows) if keep(number)]


def _text(cell: Cell) -> str:
    return cell.text if cell.amount is None else number_text(cell.amount)


def sheets_of(told: Source, change: Change = same, name: str = "Sheet{}") -> list[Sheet]:
    """One sheet for each table, in the form's order."""
    tables = enumerate(told.form.tables, 1)
    return [Sheet(name.format(number), rows_of(change(told.grid(table.id)))) for number, table in tables]


def material_of_sheets(sheets: Iterable[Sheet]) -> Material:
    """What a workbook of these sheets gives."""
    return tuple(joined(block for one in sheets for block in blocks_of(one.rows, one.name, whole=True)))


def read_sheets(sheets: Iterable[Sheet], file: str = "报告.xlsx") -> PrintedReport:
    """The report read from a workbook of these sheets."""
    return recognise(file, material_of_sheets(sheets), desk().library.forms())


def misread(report: PrintedReport, told: Source) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """Every address where the report is not what was shown: what was, and what was read."""
    read: dict[str, Decimal | None] = {}
    for found in report.tables:
        table = told.form.by_id[found.id]
        for line in found.lines:
            known = table.measures_of(line.key)
            read |= {
                table.address(line.key, measure) if measure in known else f"{table.name}[{line.key}·{measure}]": amount
                for measure, amount in line.values.items()
                if amount is not None
            }
    wanted = {at: told.figures.get(at) for at in {*told.figures, *read}}
    return {at: (amount, read.get(at)) for at, amount in wanted.items() if amount != read.get(at)}
