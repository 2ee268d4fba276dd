"""The report that every file in tests/files shows: the shipped sample, in the form and unit of a place."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from juesuan_desktop.amounts import YUAN_PER_WAN, rounded
from juesuan_desktop.app import desk
from juesuan_desktop.forms.addresses import Place
from juesuan_desktop.forms.codes import Line, is_code, parents_of
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.grid import Grid
from juesuan_desktop.forms.paper import paper
from juesuan_desktop.report.printed import PrintedReport

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "samples" / "sample.txt"
Values = Mapping[tuple[str, str], Decimal | None]


@dataclass(frozen=True)
class Source:
    """A report to be shown: its form, code lines by table name, figures by address in the form's unit."""

    form: Form
    lines: Mapping[str, tuple[Line, ...]]
    figures: Mapping[str, Decimal]
    facts: Mapping[str, str]

    def grid(self, table_id: str) -> Grid:
        """A table as it lies on the paper."""
        table = self.form.by_id[table_id]
        return paper(self.form, table, self.lines.get(table.name, ()), self.figures, self.facts)

    def values(self, table_id: str) -> Values:
        """What reading the table must give, by line and measure; blanks are None."""
        table = self.form.by_id[table_id]
        places = table.places(self.lines.get(table.name, ()))
        return {(place.line, place.measure): self.figures.get(self.form.address(place)) for place in places}


@cache
def source(form_id: str, levels: int = 1, kept_zeros: bool = True) -> Source:
    """The sample in a form. ``levels`` 3 adds 款 and 类 lines; without ``kept_zeros`` a zero is left blank."""
    printed = desk().read(SAMPLE, form_id)
    form = next(one for one in desk().library.forms() if one.id == form_id)
    figures = dict[Place, Decimal]()
    lines = dict[str, tuple[Line, ...]]()
    for table in form.tables:
        codes, amounts = _table(printed, table.id)
        if table.repeats:
            if levels > 1:
                _add_parents(codes, amounts)
            lines[table.name] = tuple(Line(code, code, codes[code]) for code in sorted(codes))
        figures |= {Place(table.name, *at): amount for at, amount in amounts.items()}
    divisor = YUAN_PER_WAN if form.amount_unit == "万元" else 1
    told = {form.address(place): rounded(amount / divisor) for place, amount in figures.items()}
    kept = {at: amount for at, amount in told.items() if amount or kept_zeros}
    return Source(form, lines, kept, {"单位": printed.unit_name, "年度": str(printed.year)})


def _table(printed: PrintedReport, table_id: str) -> tuple[dict[str, str], dict[tuple[str, str], Decimal]]:
    """The code lines of a table with their names, and all its amounts."""
    table = next(one for one in printed.tables if one.id == table_id)
    codes = {line.key: line.label or "" for line in table.lines if is_code(line.key)}
    amounts = {
        (line.key, measure): amount
        for line in table.lines
        for measure, amount in line.values.items()
        if amount is not None
    }
    return codes, amounts


def _add_parents(codes: dict[str, str], amounts: dict[tuple[str, str], Decimal]) -> None:
    names = _names()
    for (line, measure), amount in list(amounts.items()):
        for parent in parents_of(line) if is_code(line) else ():
            codes[parent] = names[parent]
            amounts[parent, measure] = amounts.get((parent, measure), Decimal(0)) + amount


@cache
def _names() -> Mapping[str, str]:
    with (ROOT / "resources" / "codes" / "functional.csv").open(encoding="utf-8-sig") as stream:
        return {row["code"]: row["name"] for row in csv.DictReader(stream)}
