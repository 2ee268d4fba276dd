"""How a rule becomes a function: it looks at a case and yields what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.forms.addresses import address, table_of
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.subject_warnings import BUDGET_OF_TABLE, Doubt, warnings_for
from juesuan_desktop.forms.subjects import Subjects
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.rules.findings import LONGEST_MESSAGE, Finding, Where, shortened, where
from juesuan_desktop.rules.judging import Evidence, Verdict, gap_of

CODE_TABLES = ("收入表", "支出表", "一般公共表", "基金表", "国资表")

_SOURCE = re.compile(r"（((?:RULES|DOMAIN)\.md[^（）]*)）")

Doubts = tuple[tuple[Doubt, str], ...]


class NotRun(Exception):
    """The function cannot be run on this case; the text says why (未检查)."""


@dataclass(frozen=True)
class Case:
    """A report as rule functions see it.

    ``lines`` are code lines by table name, ``words`` what stands in cells without amounts, ``texts`` the sections by
    id; ``doubts`` what the 科目 list doubts, with the table; ``printed`` is the paper it was read from (None for a
    report made here, whose paper is always in order).
    """

    form: Form
    year: int
    evidence: Evidence
    lines: Mapping[str, Sequence[Line]]
    words: Mapping[str, str]
    texts: Mapping[str, str]
    doubts: Doubts
    printed: PrintedReport | None = None

    def amount(self, at: str) -> Decimal:
        """The amount at an address; zero for a blank. Raises NotRun where it is not known: 待填, or not read."""
        table = table_of(at)
        self.need(table)
        if at not in self.evidence.figures:
            self._need_blank(at, table)
        return self.evidence.figures.get(at, ZERO)

    def column(self, table: str, measure: str) -> Callable[[str], Decimal]:
        """As ``amount``, for one measure of a table by its lines: the table is asked about once."""
        self.need(table)
        figures = self.evidence.figures

        def amount(line: str) -> Decimal:
            found = figures.get(at := address(table, line, measure))
            if found is None:
                self._need_blank(at, table)
                return ZERO
            return found

        return amount

    def known(self, addresses: Iterable[str]) -> Iterator[str]:
        """Those addresses whose amounts are known: neither 待填 nor illegible."""
        for at in addresses:
            is_zero = table_of(at) in self.evidence.settled and at not in self.evidence.illegible
            if at in self.evidence.figures or is_zero:
                yield at

    def _need_blank(self, at: str, table: str) -> None:
        """Raise NotRun where a cell without a figure is not blank: 待填, or nobody could read it."""
        if at in self.evidence.illegible:
            raise NotRun(self.evidence.illegible[at])
        if table not in self.evidence.settled:
            raise NotRun(f"{at} 待填")

    def need(self, *tables: str) -> None:
        """Raise NotRun if one of the tables cannot be judged: missing, cut, or still empty."""
        for table in tables:
            if table in self.evidence.unread:
                raise NotRun(self.evidence.unread[table])
            if table in self.evidence.untouched:
                raise NotRun(f"「{table}」还没有填")

    def paper(self) -> PrintedReport:
        """The paper the report was read from. Raises NotRun for a report made here."""
        if self.printed is None:
            raise NotRun("本程序里的报告印出来总是合乎样表，不用检查")
        return self.printed

    @property
    def unit_kind(self) -> str:
        """单位性质. Raises NotRun where it is not given."""
        self.need("单位表")
        kind = self.words.get("单位表[单位性质]", "")
        if not kind:
            raise NotRun("没有填写单位性质")
        return kind

    def last(self, at: str) -> Decimal:
        """Last year's amount at the same address. Raises NotRun where last year is not known."""
        return self.amount(LAST_YEAR + at)


def doubts_of(subjects: Subjects, lines: Mapping[str, Sequence[Line]], year: int) -> Doubts:
    """What the 科目 list doubts about the code lines."""
    tables = ((table, lines.get(table, ())) for table in CODE_TABLES)
    return each_once((doubt, name) for name, own in tables for doubt in doubts_in(subjects, name, own, year))


def doubts_in(subjects: Subjects, table: str, lines: Sequence[Line], year: int) -> tuple[Doubt, ...]:
    """What the 科目 list doubts about the code lines of one table."""
    if table not in CODE_TABLES:
        return ()
    return tuple(warnings_for(subjects, lines, year or None, BUDGET_OF_TABLE.get(table, "")))


def each_once(doubts: Iterable[tuple[Doubt, str]]) -> Doubts:
    """Each code and sentence once, with the name of the first table it is about."""
    found: dict[tuple[str, str], tuple[Doubt, str]] = {}
    for doubt, table in doubts:
        found.setdefault((doubt.code, doubt.message), (doubt, table))
    return tuple(found.values())


class Hit(NamedTuple):
    """Something wrong: a sentence, the cells (or table, or section) it is about, both numbers where there are two."""

    message: str
    cells: tuple[str, ...] = ()
    table: str | None = None
    section: str | None = None
    printed: Decimal | None = None
    expected: Decimal | None = None
    level: str = ""


Look = Callable[[Case], Iterator[Hit]]


class RuleFunction(NamedTuple):
    """A rule in code: its id and level as in RULES.md, the kind of its findings, and the looking itself."""

    id: str
    level: str
    kind: str
    look: Look

    @property
    def words(self) -> str:
        """What it demands: the docstring without its source."""
        return _SOURCE.sub("", self.look.__doc__ or "").strip()

    @property
    def source(self) -> str:
        """Where that comes from, for whoever writes rules: 「RULES.md 3」."""
        found = _SOURCE.search(self.look.__doc__ or "")
        return found[1] if found else ""


def rule_function(rule_id: str, level: str, kind: str) -> Callable[[Look], RuleFunction]:
    """Make a rule of a generator of hits whose docstring is its source."""
    return lambda look: RuleFunction(rule_id, level, kind, look)


class FunctionOutcome(NamedTuple):
    """What the functions found: findings, how many held, which did not run and why."""

    findings: tuple[Finding, ...] = ()
    held: int = 0
    not_run: tuple[tuple[str, str], ...] = ()


def run_functions(functions: Sequence[RuleFunction], case: Case) -> FunctionOutcome:
    """Run every function on the case."""
    findings: list[Finding] = []
    not_run: list[tuple[str, str]] = []
    held = 0
    for function in functions:
        try:
            found = [_finding(function, hit, case) for hit in function.look(case)]
        except NotRun as reason:
            not_run.append((function.id, str(reason)))
            continue
        held += not found
        findings += found
    return FunctionOutcome(tuple(findings), held, tuple(not_run))


def _finding(function: RuleFunction, hit: Hit, case: Case) -> Finding:
    cells = tuple(where(cell, case.form) for cell in hit.cells)
    at = cells or (Where(table=hit.table, section=hit.section),)
    difference = gap_of(hit.printed, hit.expected)
    return Finding(
        rule=function.id,
        level=hit.level or function.level,
        kind=function.kind,
        message=shortened(hit.message, LONGEST_MESSAGE),
        where=at,
        verdict=Verdict.BROKEN.value if difference else None,
        printed=hit.printed,
        expected=hit.expected,
        difference=difference,
    )
