"""What a report's code lines and year alone decide: it stays as it is while figures are typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.subject_warnings import Doubt
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.report.report import Report
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.cells import TableCells
from juesuan_desktop.rules.findings import Where
from juesuan_desktop.rules.functions.case import CODE_TABLES, Doubts, doubts_in, each_once


class TableGround(NamedTuple):
    """The same of one table: its □ by address, in printed order, and what the 科目 list doubts about its codes."""

    lines: Sequence[Line]
    typed: Mapping[str, Where]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Ground:
    """The rules bound to the lines, and what else follows from them; ``tables`` are the public ones by name."""

    year: int
    lines: Mapping[str, Sequence[Line]]
    binding: Binding
    tables: Mapping[str, TableGround]

    @cached_property
    def doubts(self) -> Doubts:
        """What the 科目 list doubts about the codes."""
        return each_once(
            (doubt, name) for name in CODE_TABLES if name in self.tables for doubt in self.tables[name].doubts
        )


def ground_of(library: Library, form: Form, report: Report, before: Ground | None = None) -> Ground:
    """The ground of a report; what the lines and year of ``before`` decided in the same way is taken over from it."""
    if before is not None and (before.year, before.lines) == (report.year, report.lines):
        return before
    binding = library.bind(form, report.lines, before.binding if before else None)
    kept = before.tables if before is not None and before.year == report.year else {}
    tables = {}
    for table in form.tables:
        lines, same = report.lines.get(table.name, ()), kept.get(table.name)
        if same is None or same.lines != lines:
            doubts = doubts_in(library.catalogue.of(FUNCTIONAL), table.name, lines, report.year)
            same = TableGround(lines, _typed(binding.cells.tables[table.name]), doubts)
        tables[table.name] = same
    return Ground(report.year, report.lines, binding, tables)


def _typed(cells: TableCells) -> Mapping[str, Where]:
    rows = cells.addresses.items()
    places = ((at, line, measure) for line, row in rows for measure, at in row.items() if at not in cells.computed)
    return {at: Where(at, cells.table.id, line, measure) for at, line, measure in places}
