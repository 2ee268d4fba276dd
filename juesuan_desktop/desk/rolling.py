"""From last year's report to this year's draft (DOMAIN.md 3.4). What carries, `vocabulary.csv` says in its column 结转.

Carried values are marked 沿用未确认 until she confirms or changes them. Figures and texts of last year stay beside them
as `上年.表[…]`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from juesuan_desktop.amounts import YUAN, YUAN_PER_WAN
from juesuan_desktop.desk.figures import coarse_tables
from juesuan_desktop.desk.file_pages import origins_of
from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.addresses import Place, address, split, table_of
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.lineage import with_parents
from juesuan_desktop.forms.table import MONEY, NUMBERS, Table
from juesuan_desktop.forms.vocabulary import FUNCTIONAL, HEADINGS, KEPT
from juesuan_desktop.report.change import IMPORTED, TYPED, UNCONFIRMED, UNSURE, Change, Gesture
from juesuan_desktop.report.printed import MISSING, PrintedLine, PrintedReport, PrintedTable, amounts_in
from juesuan_desktop.report.report import (
    AMOUNT_UNIT,
    BLANKS,
    FORM,
    LAST_AMOUNT_UNIT,
    LINES,
    REPORT,
    SECTION,
    UNIT,
    YEAR,
    ZERO_BLANKS,
    amount_of,
    blanks_address,
    lines_address,
    lines_of,
    lines_text,
    section_address,
)
from juesuan_desktop.storage import OWN_SUFFIX

Values = Mapping[str, str]
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.．、])[^，。；：]{1,24}")


@dataclass(frozen=True, slots=True)
class Brought:
    """A value for this year's report, the address in last year's where it stood, what it was there."""

    address: str
    after: str
    stood: str
    before: str
    remark: str = ""


def rolled(library: Library, last: PrintedReport, form: Form, year: int, file_name: str) -> Gesture:
    """The gesture that begins this year's report out of last year's."""
    source = _Sources(last, form, file_name)
    facts = {FORM: form.id, YEAR: str(year), AMOUNT_UNIT: YUAN}
    if last.amount_unit != YUAN:
        facts[LAST_AMOUNT_UNIT] = last.amount_unit
    changes = (
        *(Change(at, None, value, TYPED) for at, value in facts.items()),
        *(Change(one.address, None, one.after, source.of(one)) for one in brought(library, last, form, year)),
    )
    return Gesture(f"从 {file_name} 生成 {year} 年度", changes)


def values_of(last: PrintedReport, form: Form) -> dict[str, str]:
    """Everything that last year's report says and this form has a place for, as it would be kept, in 元."""
    values = {UNIT: last.unit_name, **last.unpublished}
    for found in last.tables:
        table = form.by_id.get(found.id)
        if table is not None and found.state != MISSING:
            values |= _printed(found, table)
    if last.amount_unit != YUAN:
        values = {at: _in_yuan(value) if form.kind(at) == MONEY else value for at, value in values.items()}
    values |= {section_address(one.id): one.text for one in last.sections}
    return {at: value for at, value in values.items() if value and _has_place(at, form)}


def brought(library: Library, last: PrintedReport, form: Form, year: int) -> Iterator[Brought]:
    """What goes into this year's report: last year's figures and texts as 上年, and what carries over."""
    values, subjects = values_of(last, form), library.catalogue.of(FUNCTIONAL)
    for at, value in values.items():
        if _is_compared(at, form):
            yield Brought(LAST_YEAR + at, value, at, value)
    yield from _kept(values, form, REPORT)
    for table in (*form.tables, *form.supplements):
        lines = _lines(values, table, lambda code: subjects.name(code, year))
        if lines is not None:
            yield lines
        for place in table.places(lines_of(lines.after) if lines else ()):
            yield from _figure(values, table, place)
    yield from _kept(values, form, SECTION)


class _Sources:
    """Where in the file a value stood, as its source tells it."""

    def __init__(self, last: PrintedReport, form: Form, file_name: str) -> None:
        self._form, self._name = form, file_name
        self._unsure = coarse_tables(last, YUAN)
        self._is_own = last.file.lower().endswith(OWN_SUFFIX)
        pages = {section_address(one.id): f"第 {one.page} 页" for one in last.sections if one.page}
        self._origins = origins_of(last, form) | pages

    def of(self, one: Brought) -> str:
        """「沿用未确认 去年.xlsx 收支总表!C40」; a figure of our own file stands at its address."""
        kind = IMPORTED if one.address.startswith(LAST_YEAR) else UNCONFIRMED
        unsure = UNSURE if table_of(one.stood) in self._unsure and self._form.kind(one.stood) == MONEY else ""
        is_figure = self._form.place(one.stood) is not None and not one.stood.endswith(f"[{LINES}]")
        place = self._origins.get(one.stood, one.stood if self._is_own and is_figure else "")
        return f"{kind} {self._name}{unsure} {place}".rstrip()


def _printed(found: PrintedTable, table: Table) -> Iterator[tuple[str, str]]:
    """A table that was read: its blanks are zeros if it was read whole, its lines and figures."""
    if found.is_whole:
        yield blanks_address(table.name), ZERO_BLANKS
    if table.repeats:
        added = "\n".join(_line_text(line) for line in found.lines if line.key not in table.fixed_lines)
        yield lines_address(table.name), lines_text(lines_of(added))
    for line, measure, amount in amounts_in(found, table):
        yield table.address(line.key, measure), format(amount, "f")


def _in_yuan(text: str) -> str:
    """An amount of 万元; what is no amount stays as it is."""
    amount = amount_of(text)
    return text if amount is None else format(amount * YUAN_PER_WAN, "f")


def _line_text(line: PrintedLine) -> str:
    return f"{line.code or ''}\t{line.label or ''}"


def _has_place(at: str, form: Form) -> bool:
    """Whether this form has the section, the table or the figure an address means."""
    table, words = split(at) or ("", ("",))
    if table == SECTION:
        return words[0] in (section.id for section in form.sections)
    return table == REPORT or form.place(at) is not None or (words[0] in (LINES, BLANKS) and table in form.by_name)


def _is_compared(at: str, form: Form) -> bool:
    """Whether years are compared by it: figures, the lines they stand in, texts; names and dates are not."""
    table, words = split(at) or ("", ("",))
    return table == SECTION or words[0] in (LINES, BLANKS) or form.kind(at) in NUMBERS


def _lines(values: Values, table: Table, name_of: Callable[[str], str]) -> Brought | None:
    """The lines without their amounts; parents as this form prints them."""
    at = lines_address(table.name)
    before, carry = values.get(at, ""), table.words.listed
    shown = [line for line in lines_of(before) if not line.code or line.level in table.levels]
    if not shown or carry is None:
        return None
    return Brought(at, lines_text(with_parents(shown, (), table.levels, name_of)), at, before, carry.remark)


def _figure(values: Values, table: Table, place: Place) -> Iterator[Brought]:
    """A □ as it stood; 年初 as 年末 stood, where a blank of a table that was read is zero."""
    carry = table.carry(place.line, place.measure)
    if carry is None or table.is_computed(place.line, place.measure):
        return
    at = table.address(place.line, place.measure)
    stood = at if carry.how == KEPT else _closing(table, place.line, carry.how)
    blank = "0" if carry.how != KEPT and blanks_address(table.name) in values else ""
    before = values.get(stood, blank)
    if before:
        yield Brought(at, before, stood, before, carry.remark)


def _closing(table: Table, line: str, words: str) -> str:
    """Where a balance stood: in another column of its line, else in the line of that name."""
    return table.address(line, words) if table.words.is_measure(words) else address(table.name, words)


def _kept(values: Values, form: Form, table: str) -> Iterator[Brought]:
    """Facts and texts that stay, or of a text the headings."""
    for word, carry in form.vocabulary[table].carries.items():
        at = address(table, word)
        before = values.get(at, "")
        after = _headings(before) if carry.how == HEADINGS else before
        if after:
            yield Brought(at, after, at, before, carry.remark)


def _headings(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if _HEADING.fullmatch(line.rstrip()))
