"""Public tables that were recognised, read into printed lines with their money unit, title and notes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from juesuan_desktop.amounts import REPORT_UNITS, YUAN_PER, converted, half_place
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.intake.lines.table_reader import TableReader
from juesuan_desktop.intake.lines.wholeness import why_cut
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.recognition.finding import Found
from juesuan_desktop.intake.recognition.identity import TITLE_ROWS
from juesuan_desktop.intake.recognition.money import money_unit, says_unit
from juesuan_desktop.intake.recognition.spelling import Spelling, table_number, table_title
from juesuan_desktop.report.printed import EMPTY, FILLED, PrintedLine, PrintedTable

LONGEST_HEAD = 40  # prose may speak of any table
NOTHING_READ = "表里有数，一个也没有读懂"
_NOTE = re.compile(r"\s*(?:注|说明|备注|\d)|.*(?:数据|空表|表为空)[。）)]?$")


@dataclass(frozen=True, slots=True)
class Units:
    """The money unit of a report, and what one table's own head says ('' for nothing)."""

    report: str
    said: str = ""

    @property
    def own(self) -> str:
        """What the table's amounts are printed in."""
        return self.said or self.report

    def told(self, name: str) -> Iterator[str]:
        """A sentence about a table that is printed in another unit than the report."""
        times = YUAN_PER[self.own] / YUAN_PER[self.report]
        if times > 1:
            exact = f"每个数只准到 {(2 * half_place(self.own, self.report)).normalize():,f} {self.report}"
            yield f"{name}印的是{self.own}，报告按{self.report}读：已乘 {times:,f} 换算，{exact}，请核对"
        elif times < 1:
            yield f"{name}印的是{self.own}，报告按{self.report}读：已除以 {1 / times:,f} 换算，请核对"


def money_units(found: Sequence[Found], elsewhere: Sequence[str]) -> list[str]:
    """What each table's head says its amounts are in, '' for nothing; if none says it, what is said elsewhere."""
    said = [money_unit((*_top_cells(one.raw), *one.before)) for one in found]
    return said if any(said) else [money_unit(elsewhere)] * len(found)


def report_unit(units: Sequence[str], usual: str) -> str:
    """元 or 万元: what most tables are printed in; the usual one where they say neither."""
    said = Counter(unit for unit in units if unit in REPORT_UNITS)
    most = [unit for unit in said if said[unit] == max(said.values())]
    return usual if not most or usual in most else most[0]


def read_table(found: Found, spellings: Sequence[Spelling], form: Form, units: Units) -> PrintedTable:
    """A recognised table read into lines. Of several spellings the one that leaves least unread is taken.

    Its amounts are in the report's money unit, whatever it is printed in.
    """
    lines, reader = _best_reading(found, spellings, units.own)
    table = form.by_id[found.id]
    kept = tuple(_own_measures(line, table, units) for line in lines if table.measures_of(line.key))
    lost = [line.label or line.key for line in lines if not table.measures_of(line.key)]
    number, half = _number(found), half_place(units.own, units.report)
    name = number or table.layout.title
    state = FILLED if _amounts(kept) or reader.is_lost else EMPTY
    return PrintedTable(
        id=table.id,
        name=table.name,
        number=number,
        title=_title(found, reader.spelling),
        page=found.raw.page,
        state=state,
        lines=kept,
        cut=NOTHING_READ if reader.is_lost else why_cut(table, kept, found, half),
        unread={**dict(_absent(lines, table, reader, name)), **reader.unread} if state == FILLED else {},
        half=half,
        notes=tuple(filter(_NOTE.match, found.after)),
        odd=(*found.raw.notes, *reader.odd, *units.told(name), *_without_place(name, lines, table)),
        strangers=tuple(lost),
        headings=tuple(reader.odd_headings()),
        unit_line=_unit_line(found),
        amount_unit=units.said,
        places=frozenset(reader.places),
        beside=found.beside,
        is_doubtful=found.is_doubtful,
    )


def _best_reading(
    found: Found, spellings: Sequence[Spelling], unit: str
) -> tuple[tuple[PrintedLine, ...], TableReader]:
    """The first reading that leaves nothing unread, else the one that reads most."""
    readings = []
    for spelling in sorted(spellings, key=lambda one: -_headings_known(found, one)):
        reader = TableReader(found.raw, spelling, unit)
        readings.append((reader.read(), reader))
        if not reader.odd and _amounts(readings[-1][0]):
            return readings[-1]
    return min(readings, key=lambda reading: (-_amounts(reading[0]), len(reading[1].odd)))


def _headings_known(found: Found, spelling: Spelling) -> int:
    return sum(word in spelling.measures or word in spelling.heads for word in found.here.headings)


def _own_measures(line: PrintedLine, table: Table, units: Units) -> PrintedLine:
    """The line with just the measures the form has for it, in order, in the report's money unit."""
    values = {measure: line.values.get(measure) for measure in table.measures_of(line.key)}
    if units.own != units.report:
        values = {measure: amount and converted(amount, units.own, units.report) for measure, amount in values.items()}
    return replace(line, values=values)


def _absent(
    lines: Sequence[PrintedLine], table: Table, reader: TableReader, name: str
) -> Iterator[tuple[tuple[str, str], str]]:
    """The figures of the form that were not found in the table, and why: they may be anything, not zero."""
    for line in lines:
        for measure in table.measures_of(line.key):
            if measure not in line.values:
                yield (line.key, measure), f"{name}没有认出「{measure}」栏"
    if reader.has_strays:
        printed = {line.key for line in lines}
        for word in table.fixed_lines:
            for measure in table.measures_of(word) if word not in printed else ():
                yield (word, measure), f"{name}里有数认不出是哪一行，可能是「{table.label(word)}」"


def _without_place(name: str, lines: Sequence[PrintedLine], table: Table) -> Iterator[str]:
    """What the paper has and the form has not: the headings of columns with amounts."""
    beyond = dict.fromkeys(
        measure for line in lines for measure, amount in line.values.items() if amount and measure not in table.measures
    )
    if beyond:
        yield f"{name}的「{'」「'.join(beyond)}」栏样表里没有，没有读入，请核对"


def _number(found: Found) -> str | None:
    """「公开03表」 in the table's own cells or in a head line before it."""
    heads = (text for text in found.before if len(text) <= LONGEST_HEAD)
    return next(filter(None, map(table_number, (*_top_cells(found.raw), *heads))), None)


def _top(raw: RawTable) -> list[str]:
    return [cell for row in raw.rows[:TITLE_ROWS] for cell in row if cell]


def _top_cells(raw: RawTable) -> list[str]:
    return [cell for row in raw.head for cell in row if cell]


def _title(found: Found, spelling: Spelling) -> str | None:
    texts = (*_top(found.raw), *found.before)
    return next((squeezed(text) for text in texts if table_title(text) in spelling.titles), None)


def _unit_line(found: Found) -> str | None:
    """「单位：元」 as printed with the table."""
    return next((squeezed(text) for text in (*_top_cells(found.raw), *found.before) if says_unit(text)), None)


def _amounts(lines: Sequence[PrintedLine]) -> int:
    return sum(amount is not None for line in lines for amount in line.values.values())
