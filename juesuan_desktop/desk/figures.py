"""What stands in the tables: typed figures, filled ones, and what of them goes to paper."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal

from juesuan_desktop.amounts import WAN, YUAN, YUAN_PER_WAN, converted, half_place, rounded
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.report.printed import MISSING, PrintedReport, PrintedTable, amounts_in, pages_told
from juesuan_desktop.report.report import Report
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.judging import Evidence

Figures = Mapping[str, Decimal]


def evidence_of(report: Report, form: Form) -> Evidence:
    """The report being filled in, as evidence: an empty □ is 待填 until its table is settled."""
    untouched = frozenset(
        table.name
        for table in form.tables
        if table.repeats and not report.lines.get(table.name) and table.name not in report.settled
    )
    halves = {table.name: half_place(WAN, WAN) for table in form.tables} if report.amount_unit == WAN else {}
    if report.last_amount_unit == WAN:
        halves |= {LAST_YEAR + table.name: half_place(WAN, YUAN) for table in form.tables}
    known = {table_of(address) for address in (*report.figures, *report.words)} | report.settled
    return Evidence(report.figures, report.settled, unknown_beside(form, known), halves, untouched)


def unknown_beside(form: Form, known: AbstractSet[str]) -> dict[str, str]:
    """Why checks against tables that lie beside the report cannot run: 补充资料 not given, last year not known."""
    beside = {table.name: f"没有填写补充资料「{table.layout.title}」" for table in form.supplements}
    if not any(name.startswith(LAST_YEAR) for name in known):
        beside |= {name: "没有上年的报告" for name in form.by_name if name.startswith(LAST_YEAR)}
    return {name: reason for name, reason in beside.items() if name not in known}


def printed_evidence(printed: PrintedReport, form: Form) -> Evidence:
    """A report as printed: blanks are exact zeros; what was not read leaves its checks 未检查."""
    unread = unknown_beside(form, frozenset())
    unread |= {table.name: reason for table in form.tables if (reason := why_unread(printed, table))}
    return Evidence(
        figures={
            table.address(line.key, measure): amount
            for found in printed.tables
            for table in [form.by_id[found.id]]
            for line, measure, amount in amounts_in(found, table)
        },
        settled=frozenset(form.by_name),
        unread=unread,
        halves={found.name: found.half for found in printed.tables if found.half},
        illegible={
            form.by_id[found.id].address(line, measure): why
            for found in printed.tables
            for (line, measure), why in found.unread.items()
        },
    )


def table_in(table: PrintedTable, printed: PrintedReport, unit: str) -> PrintedTable:
    """A table of the report with its figures in another money unit, exactly, and as precise as it was printed."""

    def one(amount: Decimal | None) -> Decimal | None:
        return amount if amount is None else converted(amount, printed.amount_unit, unit)

    lines = tuple(replace(line, values={m: one(amount) for m, amount in line.values.items()}) for line in table.lines)
    return replace(table, lines=lines, half=half_place(printed.unit_of(table), unit))


def coarse_tables(printed: PrintedReport, unit: str) -> frozenset[str]:
    """The names of tables that are printed more coarsely than figures are kept in a unit."""
    exact = half_place(unit, unit)
    return frozenset(table.name for table in printed.tables if half_place(printed.unit_of(table), unit) > exact)


def on_paper(figures: Figures, report: Report, form: Form) -> Figures:
    """The figures as the form prints them: in its unit, and nothing at all in a table without figures (空表)."""
    shown = without_empty(figures, report, form)
    if report.amount_unit == YUAN and form.amount_unit == WAN:
        return {at: rounded(amount / YUAN_PER_WAN) for at, amount in shown.items()}
    return shown


def without_blank_totals(figures: Figures, report: Report, form: Form, fills: Iterable[Check]) -> Figures:
    """The figures but for totals of nothing but blanks, where the report's file or else its form has them blank.

    ``fills`` are what computes, in the order in which one needs the other.
    """
    if not (form.blank_totals if report.blank_totals is None else report.blank_totals):
        return figures
    blank = blank_totals(report.figures, fills)
    return {at: amount for at, amount in figures.items() if at not in blank}


def blank_totals(known: Figures, fills: Iterable[Check]) -> AbstractSet[str]:
    """The computed cells that nothing known goes into."""
    fed: set[str] = set(known)
    blank: set[str] = set()
    for check in fills:
        if check.target not in fed:
            has_some = any(cell in fed for cell in (*check.right.plus, *check.right.minus))
            (fed if has_some else blank).add(check.target)
    return blank


def without_empty(figures: Figures, report: Report, form: Form) -> Figures:
    """The figures but for those of 空表, whose computed zeros stay blank."""
    empty = {table.name for table in form.tables if is_empty(table, report, figures)}
    return {at: amount for at, amount in figures.items() if table_of(at) not in empty}


def is_empty(table: Table, report: Report, figures: Figures) -> bool:
    """空表: no line added, nothing typed, and everything computed is zero."""
    if report.lines.get(table.name):
        return False
    here = [table.address(place.line, place.measure) for place in table.places()]
    return not any(at in report.figures or figures.get(at) for at in here)


def why_unread(printed: PrintedReport, table: Table) -> str:
    """Why a table's checks cannot run: it is missing (perhaps on a scanned page), unseen, or cut; '' if it is whole."""
    found = next((one for one in printed.tables if one.id == table.id), None)
    if found is not None and found.state != MISSING:
        return f"{table.full_title}不完整：{found.cut}" if found.cut else ""
    if found is not None and found.cut:
        return f"{table.full_title}{found.cut}"
    scans = f"：{pages_told(printed.scans)}是扫描图片，读不出文字" if printed.scans else ""
    return f"缺少{table.full_title}{scans}"
