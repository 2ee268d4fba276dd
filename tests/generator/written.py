"""A balanced report written as text, tables parted by tabs, the way published ones come."""

from collections.abc import Iterator

from generator.balanced import Balanced
from juesuan_desktop.amounts import YUAN_PER_WAN, rounded
from juesuan_desktop.forms.grid import Grid, Role
from juesuan_desktop.forms.paper import filled, paper

UNIT = "青石县样本中心"


def as_text(report: Balanced) -> str:
    """The whole report on paper: cover, nine tables with notes, a heading for each section."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Balanced) -> Iterator[str]:
    form, facts = report.form, {"单位": UNIT, "年度": str(report.year)}
    yield from (filled(line, facts) for line in form.cover)
    figures = report.figures
    if form.amount_unit == "万元":
        figures = {at: rounded(amount / YUAN_PER_WAN) for at, amount in figures.items()}
    for part in form.parts:
        yield f"{part.number}\n\n{filled(part.title, facts)}"
        for table in form.tables if part.tables else ():
            lines = report.lines.get(table.name, ())
            shown = figures if lines or not table.repeats else {}
            yield from _paper(paper(form, table, lines, shown, facts))
        for section in part.sections:
            yield f"{filled(section.title, facts)}\n\n（略）".strip()


def _paper(grid: Grid) -> Iterator[str]:
    """Head and notes as lines of text, the ruled part as rows of cells."""
    rows: dict[int, list[str]] = {row: [""] * grid.columns for row in range(grid.rows)}
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    ruled = grid.ruled_rows()
    titles = [cell.text for cell in grid.cells if cell.role in (Role.TITLE, Role.HEAD)]
    yield from titles
    yield "\n".join("\t".join(rows[row]) for row in ruled)
    yield from (cell.text for cell in grid.cells if cell.role is Role.NOTE)
