"""Checking a report as printed, and telling what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from juesuan_desktop.desk.figures import printed_evidence, why_unread
from juesuan_desktop.desk.file_pages import file_pages
from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.codes import Line, is_code
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.forms.form import Form, Section
from juesuan_desktop.forms.paper import filled
from juesuan_desktop.forms.table import Table
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.report.report import Report
from juesuan_desktop.rules.findings import (
    COMPLETE,
    ERROR,
    FORMAT,
    INFO,
    LONGEST_MESSAGE,
    WARNING,
    Finding,
    Where,
    findings_of,
    in_order,
    shortened,
)
from juesuan_desktop.rules.functions.case import Case, FunctionOutcome, doubts_of, run_functions
from juesuan_desktop.rules.functions.shelf import RULE_FUNCTIONS
from juesuan_desktop.rules.judging import Verdict, Verdicts, judge

PENDING = "P-16"
"""The rule of what is still 待填."""


@dataclass(frozen=True)
class Outcome:
    """What checking a report gave."""

    findings: tuple[Finding, ...]
    verdicts: Verdicts
    not_applicable: int
    functions: FunctionOutcome
    faults: tuple[Fault, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many checks ended how, in the words of the contract; a function that found something is broken."""
        counts = {verdict.value: count for verdict, count in self.verdicts.counts.items()}
        counts[Verdict.HELD] += self.functions.held
        counts[Verdict.BROKEN] += len({finding.rule for finding in self.functions.findings})
        not_run = len(self.verdicts.not_run) + len(self.functions.not_run) + len(self.faults)
        return {**counts, "not_run": not_run, "not_applicable": self.not_applicable}

    @property
    def has_errors(self) -> bool:
        """Whether anything blocks publishing."""
        return any(finding.level == ERROR for finding in self.findings)

    def not_run(self) -> tuple[tuple[str, str], ...]:
        """Each rule with checks that did not run, and why, once."""
        checks = ((check.rule.id, reason) for check, reason in self.verdicts.not_run)
        broken = ((fault.file, f"规则读不懂，没有启用：{fault}") for fault in self.faults)
        return tuple(dict.fromkeys((*checks, *self.functions.not_run, *broken)))


def check_printed(library: Library, printed: PrintedReport) -> Outcome:
    """Check a report as it was read from paper."""
    form = library.form(printed.form_id)
    lines = printed_lines(printed, form)
    binding, evidence = library.bind(form, lines), printed_evidence(printed, form)
    texts = {section.id: section.text for section in printed.sections}
    doubts = doubts_of(library.catalogue.of(FUNCTIONAL), lines, printed.year)
    case = Case(form, printed.year, evidence, lines, {}, texts, doubts, printed)
    verdicts, functions = judge(binding, evidence), run_functions(RULE_FUNCTIONS, case)
    told = (*incomplete(printed, form), *findings_of(verdicts, form), *functions.findings, *oddities(printed))
    found = map(file_pages(printed, form).marked, told)
    faults = (*library.book.faults, *binding.faults)
    return Outcome(in_order(found), verdicts, len(binding.not_applicable), functions, faults)


def incomplete(printed: PrintedReport, form: Form) -> Iterator[Finding]:
    """P-10: the public tables must all be there, and whole."""
    for table in form.tables:
        reason = why_unread(printed, table)
        if reason:
            message = shortened(f"{reason}，请补齐后再检查", LONGEST_MESSAGE)
            yield Finding("P-10", ERROR, COMPLETE, message, (Where(table=table.id),))


def oddities(printed: PrintedReport) -> Iterator[Finding]:
    """What the reader could not make sense of, in the file as a whole and in each table."""
    for text in printed.remarks:
        yield Finding("F-6", INFO, FORMAT, shortened(text, LONGEST_MESSAGE))
    for table in printed.tables:
        at = (Where(table=table.id),)
        for text in table.beside:
            yield Finding("P-18", WARNING, COMPLETE, shortened(text, LONGEST_MESSAGE), at)
        for text in table.odd:
            yield Finding("F-6", INFO, FORMAT, shortened(text, LONGEST_MESSAGE), at)
        for label in table.strangers:
            text = f"{table.number or table.title or table.name}的「{label}」不在样表里，没有读入，请核对"
            rule = "S-6" if is_code(label) else "F-6"
            yield Finding(rule, INFO, FORMAT, shortened(text, LONGEST_MESSAGE), at)


def pending(report: Report, form: Form, typed: Mapping[str, Mapping[str, Where]]) -> Iterator[Finding]:
    """P-16: cells still 待填, one finding a table. ``typed`` are the places of the □ by table and address."""
    for table in form.tables:
        if table.name in report.settled:
            continue
        places = typed[table.name].items()
        empty = tuple(place for at, place in places if at not in report.figures and at not in report.words)
        if table.repeats and not report.lines.get(table.name):
            message = f"{table.full_title}还没有科目；没有数据请按「余格填零」"
        elif empty:
            message = f"{table.full_title}还有 {len(empty)} 格待填；其余确为零请按「余格填零」"
        else:
            continue
        at_all = (Where(table=table.id),)
        yield Finding(PENDING, INFO, COMPLETE, message, empty or at_all, Verdict.MISSING.value)
    yield from unwritten(report, form)


def unwritten(report: Report, form: Form) -> Iterator[Finding]:
    """P-16: sections without text."""
    for section in form.sections:
        if section.id not in report.texts:
            at = (Where(section=section.id),)
            message = f"「{section_title(section, report)}」还没有写"
            yield Finding(PENDING, INFO, COMPLETE, message, at, Verdict.MISSING.value)


def section_title(section: Section, report: Report) -> str:
    """What a section is called in this report; its name where it has no title."""
    return filled(section.title, {"年度": str(report.year)}) or section.id


def empty_cells(report: Report, table: Table) -> Iterator[str]:
    """The □ cells of a table that hold nothing."""
    for place in table.places(report.lines.get(table.name, ())):
        at = table.address(place.line, place.measure)
        if at not in report.figures and at not in report.words and not table.is_computed(place.line, place.measure):
            yield at


def printed_lines(printed: PrintedReport, form: Form) -> Mapping[str, tuple[Line, ...]]:
    """The code lines of every table whose lines are added, by table name."""
    return {
        table.name: tuple(
            Line(line.key, line.code or "", line.label or "")
            for line in found.lines
            if line.key not in table.fixed_lines
        )
        for found in printed.tables
        for table in [form.by_id[found.id]]
        if table.repeats
    }
