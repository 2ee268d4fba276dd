"""The findings as rows: one for each, 尾差 and 未检查 in one row that opens, filtered by kind and table.

A row only points at its finding: words are made for the few rows that are seen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from juesuan_desktop.desk import reviewing
from juesuan_desktop.desk.idle_checks import IdleRule, idle_rules
from juesuan_desktop.desk.reasons import reason_of
from juesuan_desktop.forms.form import Form
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.marks import Mark, mark_of, word, word_of
from juesuan_desktop.rules.findings import Finding, without_numbers

_ON_PAPER = {
    Mark.BROKEN: reviewing.BROKEN,
    Mark.WARNING: reviewing.HINT,
    Mark.DONE: reviewing.ANSWERED,
    Mark.PENDING: reviewing.PENDING,
    Mark.ROUNDING: reviewing.ROUNDING,
    Mark.NOTE: reviewing.NOTE,
    Mark.UNCHECKED: reviewing.UNCHECKED,
}
TEXTS = ""
"""The table of findings that are about no table."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a finding, a rule that did not run, or a group of such."""

    kind: Mark
    finding: Finding | None = None
    reason: str = ""
    idle: IdleRule | None = None
    children: tuple["Row", ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What she wants to see; an empty set wants everything."""

    kinds: frozenset[Mark] = frozenset()
    tables: frozenset[str] = frozenset()

    def takes(self, row: Row) -> bool:
        """Whether a row is wanted."""
        if self.kinds and row.kind not in self.kinds:
            return False
        return not self.tables or not self.tables.isdisjoint(tables_of(row))


class Rows:
    """Makes the rows of a report; the rules that did not run are worked out anew only where they are others."""

    def __init__(self, live: LiveReport) -> None:
        self._live = live
        self._basis: tuple[object, ...] = ()
        self._idle: tuple[Row, ...] = ()

    def now(self) -> tuple[Row, ...]:
        """Every finding as a row, then the rules that did not run; nothing grouped yet."""
        return (*map(self._row, self._live.standing.findings), *self._not_run())

    def _row(self, finding: Finding) -> Row:
        report = self._live.session.report
        reason = reason_of(report, finding) if report.reasons else ""
        return Row(Mark.DONE if reason else mark_of(finding), finding, reason)

    def _not_run(self) -> tuple[Row, ...]:
        outcome = self._live.session.outcome
        basis = (outcome.verdicts.binding, outcome.verdicts.idle, outcome.functions.not_run)
        if [id(one) for one in basis[:2]] != [id(one) for one in self._basis[:2]] or basis[2] != self._basis[2]:
            self._basis = basis
            self._idle = tuple(Row(Mark.UNCHECKED, idle=idle) for idle in idle_rules(outcome))
        return self._idle


def grouped(rows: Iterable[Row], wish: Wish) -> tuple[Row, ...]:
    """The wanted rows; those of 尾差 and 未检查 are one row each, last."""
    wanted = [row for row in rows if wish.takes(row)] if wish != Wish() else list(rows)
    single = (row for row in wanted if row.kind not in (Mark.ROUNDING, Mark.UNCHECKED))
    return (*single, *_groups(wanted))


def tables_of(row: Row) -> frozenset[str]:
    """The ids of the tables a row is about."""
    if row.finding is None:
        return frozenset()
    return frozenset(place.table or TEXTS for place in row.finding.where) or frozenset({TEXTS})


def kind_words(row: Row) -> str:
    """What kind of row it is."""
    if row.kind == Mark.DONE:
        return QCoreApplication.translate("FindingRows", "已说明")
    return word_of(row.finding) if row.finding else word(row.kind)


def message(row: Row, *, with_numbers: bool = False) -> str:
    """The sentence of a row; its numbers stand beside it unless they are wanted in it."""
    if row.finding is not None:
        return row.finding.message if with_numbers else without_numbers(row.finding)
    if row.idle is not None:
        return f"{row.idle.reason}：{row.idle.words}"
    translate = QCoreApplication.translate
    if row.kind == Mark.UNCHECKED:
        told = translate("FindingRows", "未检查 {count} 项，不算通过；打开看原因")
        return told.format(count=sum(child.idle.times for child in row.children if child.idle))
    return translate("FindingRows", "尾差 {count} 处，由四舍五入造成，不是错误").format(count=len(row.children))


def place_words(row: Row, form: Form) -> str:
    """The tables it is about, by number: 「公开01、04」; else the sections, or the rule that did not run."""
    if row.finding is None:
        return row.idle.rule if row.idle else ""
    tables = dict.fromkeys(place.table for place in row.finding.where if place.table)
    found = [form.by_id[table] for table in tables]
    numbers = [table.layout.number.removesuffix("表") or table.name for table in found]
    told = "、".join((*numbers[:1], *(number.removeprefix("公开") for number in numbers[1:])))
    return told or "、".join(filter(None, (place.section for place in row.finding.where)))


def wish_on_paper(wish: Wish, form: Form) -> str:
    """What a filter shows, in the words of the 审核报告: 「不平、提示；公开01表」."""
    kinds = "、".join(told for kind, told in _ON_PAPER.items() if kind in wish.kinds)
    tables = [table.layout.number or table.name for table in form.tables if table.id in wish.tables]
    places = "、".join((*tables, *(["文字部分"] if TEXTS in wish.tables else [])))
    return "；".join(filter(None, (kinds, places)))


def _groups(rows: Iterable[Row]) -> Iterator[Row]:
    rows = tuple(rows)
    for kind in (Mark.ROUNDING, Mark.UNCHECKED):
        children = tuple(row for row in rows if row.kind == kind)
        if children:
            yield Row(kind, children=children)
