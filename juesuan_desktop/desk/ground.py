"""What a report's code lines and year alone decide: it stays as it is while figures are typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.subject_warnings import Doubt
from juesuan_desktop.forms.table import Table
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.report.report import Report
from juesuan_desktop.rules.binding import Binding
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
    kept = before.tables if before is not None and before.year == report.year else {}
    tables = {}
    for table in form.tables:
        lines = report.lines.get(table.name, ())
        same = kept.get(table.name)
        tables[table.name] = same if same and same.lines == lines else _ground(library, table, lines, report.year)
    binding = library.bind(form, report.lines, before.binding if before else None)
    return Ground(report.year, report.lines, binding, tables)


def _ground(library: Library, table: Table, lines: Sequence[Line], year: int) -> TableGround:
    typed = (place for place in table.places(lines) if not table.is_computed(place.line, place.measure))
    places = [(table.address(place.line, place.measure), place) for place in typed]
    where = {at: Where(at, table.id, place.line, place.measure) for at, place in places}
    return TableGround(lines, where, doubts_in(library.catalogue.of(FUNCTIONAL), table.name, lines, year))
