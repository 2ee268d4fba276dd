"""What an import would bring: into a new file of ours, or this year's figures into the report that is open."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from juesuan_desktop.amounts import YUAN, printed, rounded
from juesuan_desktop.desk.checking import Outcome, printed_lines
from juesuan_desktop.desk.figures import coarse_tables, printed_evidence, table_in
from juesuan_desktop.desk.file_pages import origins_of
from juesuan_desktop.desk.importing import computed, taken
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.proposal import (
    Group,
    Item,
    Proposal,
    recognition_of,
    told_together,
    unit_doubt_of,
    words_of,
)
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.state import state_of
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.lineage import sorted_by_code
from juesuan_desktop.forms.table import Table
from juesuan_desktop.report.change import IMPORTED, UNSURE, Change, Gesture
from juesuan_desktop.report.printed import PrintedReport, PrintedTable, amounts_in
from juesuan_desktop.report.report import (
    ZERO_BLANKS,
    Report,
    applied,
    blanks_address,
    lines_address,
    lines_text,
    section_address,
)

AGREES, STANDS = "由计算得出，一致", "与计算不符，照印保留"
TEXTS = "texts"


def new_file_proposal(library: Library, found: PrintedReport, outcome: Outcome, file_name: str) -> Proposal:
    """The file as a report of its own."""
    form = library.form(found.form_id)
    gesture = taken(library, found, file_name)
    groups = (*_tables(found, form, gesture, {}), *_texts(found, {}))
    return Proposal(found, outcome, unit_doubt_of(found), groups, gesture)


def open_report_proposal(session: Session, found: PrintedReport, outcome: Outcome, file_name: str) -> Proposal:
    """The file's figures for the report that is open, which keeps what the file does not have."""
    gesture = Gesture(f"导入 {file_name}", tuple(_Merge(session, found, file_name).changes()))
    before = {at: printed(amount) for at, amount in session.figures.items()}
    shown = _converted(found, session.report.amount_unit)
    groups = (*_tables(shown, session.form, gesture, before), *_texts(found, session.report.texts))
    return Proposal(found, outcome, told_together(*_other_facts(session.report, found)), groups, gesture)


def _other_facts(report: Report, found: PrintedReport) -> Iterator[str]:
    """A file of another year or unit is most likely the wrong one."""
    if found.year and found.year != report.year:
        yield f"文件是 {found.year} 年度的，打开的报告是 {report.year} 年度的，请核对"
    if found.unit_name and found.unit_name != report.unit_name:
        yield f"文件的单位是「{found.unit_name}」，打开的报告是「{report.unit_name}」，请核对"
    yield unit_doubt_of(found)


def _tables(found: PrintedReport, form: Form, gesture: Gesture, before: Mapping[str, str]) -> Iterator[Group]:
    written = {change.address for change in gesture.changes}
    for table in found.tables:
        own = form.by_id[table.id]
        items = tuple(_items(table, own, written, before))
        note = "" if recognition_of(table) else "文件里没有这张表"
        yield Group(table.id, own.full_title, items, recognition_of(table), note)


def _items(found: PrintedTable, table: Table, written: set[str], before: Mapping[str, str]) -> Iterator[Item]:
    for line, measure, amount in amounts_in(found, table):
        at = table.address(line.key, measure)
        is_computed = table.is_computed(line.key, measure)
        note = (STANDS if at in written else AGREES) if is_computed else ""
        label = f"{line.code or ''} {line.label or table.label(line.key)} · {measure}".strip()
        origin = line.origins.get(measure, "")
        yield Item(at, label, before.get(at, ""), printed(amount), origin, note, taken=at in written)


def _texts(found: PrintedReport, before: Mapping[str, str]) -> Iterator[Group]:
    items = tuple(
        Item(
            section_address(section.id),
            section.title,
            words_of(before.get(section.id)),
            words_of(section.text),
            f"第 {section.page} 页" if section.page else "",
        )
        for section in found.sections
        if section.text
    )
    if items:
        yield Group(TEXTS, "文字部分", items)


def _converted(found: PrintedReport, unit: str) -> PrintedReport:
    """The figures in the money unit of the report they go to."""
    if found.amount_unit == unit:
        return found
    tables = tuple(table_in(table, found, unit) for table in found.tables)
    return replace(found, amount_unit=unit, tables=tables if unit == YUAN else tuple(map(_to_the_cent, tables)))


def _to_the_cent(table: PrintedTable) -> PrintedTable:
    """As the figures of a report in 万元 are kept: two decimals."""
    lines = tuple(
        replace(line, values={m: amount if amount is None else rounded(amount) for m, amount in line.values.items()})
        for line in table.lines
    )
    return replace(table, lines=lines)


class _Merge:
    """The changes that bring a file's figures into an open report."""

    def __init__(self, session: Session, found: PrintedReport, file_name: str) -> None:
        self._session = session
        self._report, self._form = session.report, session.form
        self._found = _converted(found, session.report.amount_unit)
        self._unsure = coarse_tables(found, session.report.amount_unit)
        self._file_name = file_name
        self._origins = origins_of(found, session.form)

    def changes(self) -> Iterator[Change]:
        """Lines and typed figures first, then what stands against its computation, then texts."""
        wanted = dict(self._lines()) | dict(self._typed())
        first = tuple(self._changes(wanted))
        yield from first
        yield from self._changes(dict(self._overrides(applied(self._report, first))))
        yield from self._changes({section_address(one.id): one.text for one in self._found.sections if one.text})

    def _changes(self, wanted: Mapping[str, str]) -> Iterator[Change]:
        for at, after in wanted.items():
            before = self._report.text_of(at)
            if before != after:
                unsure = UNSURE if table_of(at) in self._unsure and self._form.place(at) else ""
                source = f"{IMPORTED} {self._file_name}{unsure} {self._origins.get(at, '')}"
                yield Change(at, before, after, source.rstrip())

    def _lines(self) -> Iterator[tuple[str, str]]:
        """Her own 科目 lines and the file's; every table that was read whole is settled."""
        for name, lines in printed_lines(self._found, self._form).items():
            own = self._session.lines(self._form.by_name[name])
            codes = {(line.code or line.name) for line in own}
            new = [line for line in lines if (line.code or line.name) not in codes]
            if new:
                yield lines_address(name), lines_text(_merged(own, new))
        for table in self._found.tables:
            if recognition_of(table) and table.is_whole:
                yield blanks_address(table.name), ZERO_BLANKS

    def _typed(self) -> Iterator[tuple[str, str]]:
        for found in self._found.tables:
            table = self._form.by_id[found.id]
            for line, measure, amount in amounts_in(found, table):
                if not table.is_computed(line.key, measure):
                    yield table.address(line.key, measure), f"{amount:f}"

    def _overrides(self, report: Report) -> Iterator[tuple[str, str]]:
        """Computed figures that are not what the computation gives out of the file's own figures."""
        state = state_of(self._session.library, self._form, report)
        printed_figures = printed_evidence(self._found, self._form).figures
        known = {**state.figures, **printed_figures}
        for check in state.binding.fills:
            amount = printed_figures.get(check.target)
            if amount is not None and amount != computed(check, known):
                yield check.target, f"{amount:f}"


def _merged(own: tuple[Line, ...], new: list[Line]) -> tuple[Line, ...]:
    """By code where hers are in order, else hers first."""
    whole = (*own, *new)
    return sorted_by_code(whole) if list(own) == list(sorted_by_code(own)) else whole
