"""Verdicts: 待填, 平, 尾差 or 不平 for every check, with the two numbers and the gap."""

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check, Sum

Figures = Mapping[str, Decimal]


class Verdict(StrEnum):
    """What a check found. 未检查 and 不适用 are not verdicts: nothing was judged."""

    HELD = "held"
    ROUNDING = "rounding"
    BROKEN = "broken"
    MISSING = "missing"


def gap_of(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    """Left minus right; None while one of them is not known."""
    return None if left is None or right is None else left - right


class Judgement(NamedTuple):
    """A check that does not simply hold. ``left`` and ``right`` are None where cells are still 待填."""

    check: Check
    verdict: Verdict
    left: Decimal | None = None
    right: Decimal | None = None

    @property
    def gap(self) -> Decimal | None:
        """Left minus right."""
        return gap_of(self.left, self.right)


@dataclass(frozen=True)
class Evidence:
    """The figures as they stand.

    ``figures`` holds every present amount by address; an absent one is zero if its table is in ``settled`` (余格填零,
    or as printed) and 待填 otherwise; those in ``computed`` follow from others and are never zero for being absent.
    ``unread`` names the tables whose checks cannot run and why, ``illegible`` single cells that hold a figure nobody
    could read. ``halves`` is half of the last printed place by table (0 for 元): the interval a printed figure stands
    for. ``untouched`` are code tables that have no line yet.
    """

    figures: Figures
    settled: frozenset[str]
    unread: Mapping[str, str] = field(default_factory=dict)
    halves: Mapping[str, Decimal] = field(default_factory=dict)
    untouched: frozenset[str] = frozenset()
    illegible: Mapping[str, str] = field(default_factory=dict)
    computed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Verdicts:
    """The outcome of all checks of a binding, by their numbers: ``found`` what does not simply hold, ``idle`` what did
    not run and why; all others hold."""

    binding: Binding
    found: Mapping[int, Judgement]
    idle: Mapping[int, str]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every check that does not simply hold, in the order of the rules."""
        return tuple(self.found[number] for number in sorted(self.found))

    @property
    def not_run(self) -> tuple[tuple[Check, str], ...]:
        """Every check that did not run, and why."""
        return tuple((self.binding.checks[number], reason) for number, reason in self.idle.items())

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many checks ended with each verdict."""
        held = len(self.binding.checks) - len(self.found) - len(self.idle)
        found = Counter(judgement.verdict for judgement in self.found.values())
        return {verdict: held if verdict is Verdict.HELD else found[verdict] for verdict in Verdict}


_HOLDS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    ":=": operator.eq,
    "=": operator.eq,
    "≥": operator.ge,
    "≤": operator.le,
}
_EXCESS: Mapping[str, Callable[[Decimal], Decimal]] = {
    ":=": abs,
    "=": abs,
    "≥": lambda gap: -gap,
    "≤": lambda gap: gap,
}


def judge(binding: Binding, evidence: Evidence) -> Verdicts:
    """Judge every check of the binding on the evidence."""
    found: dict[int, Judgement] = {}
    idle: dict[int, str] = {}
    for numbers, tables in binding.spans():
        reason = _unread(tables, evidence)
        if reason:
            idle |= dict.fromkeys(numbers, reason)
        else:
            found |= _found(binding, numbers, evidence)
    for cell, reason in evidence.illegible.items():
        for number in binding.touching.get(cell, ()):
            idle.setdefault(number, reason)
            found.pop(number, None)
    return Verdicts(binding, found, idle)


def judge_again(before: Verdicts, evidence: Evidence, changed: Iterable[str]) -> Verdicts:
    """The verdicts after only these figures changed: the checks that look at them are judged anew."""
    touching = before.binding.touching
    numbers = {number for cell in changed for number in touching.get(cell, ())} - before.idle.keys()
    found = dict(before.found)
    for number in numbers:
        found.pop(number, None)
    return replace(before, found=found | _found(before.binding, numbers, evidence))


def _found(binding: Binding, numbers: Iterable[int], evidence: Evidence) -> dict[int, Judgement]:
    checks = binding.checks
    judged = {number: judge_one(checks[number], evidence) for number in numbers}
    return {number: judgement for number, judgement in judged.items() if judgement is not None}


def _unread(tables: frozenset[str], evidence: Evidence) -> str:
    return next((evidence.unread[table] for table in sorted(tables) if table in evidence.unread), "")


def judge_one(check: Check, evidence: Evidence) -> Judgement | None:
    """The judgement of one check, None if it simply holds."""
    if evidence.untouched and check.tables & evidence.untouched:
        return Judgement(check, Verdict.MISSING)
    left, right = total(check.left, evidence), total(check.right, evidence)
    if left is None or right is None:
        return Judgement(check, Verdict.MISSING, left, right)
    if _HOLDS[check.rule.op](left, right):
        return None
    gap = left - right
    near = _EXCESS[check.rule.op](gap) <= _slack(check.cells, evidence)
    return Judgement(check, Verdict.ROUNDING if near else Verdict.BROKEN, left, right)


def total(side: Sum, evidence: Evidence) -> Decimal | None:
    """The sum of a side, None while a cell of it is 待填."""
    figures = evidence.figures
    plus, minus = side
    try:
        added = figures[plus[0]] if len(plus) == 1 else sum(map(figures.__getitem__, plus), ZERO)
        return added - sum(map(figures.__getitem__, minus), ZERO) if minus else added
    except KeyError:
        return _total_with_blanks(side, evidence)


def _total_with_blanks(side: Sum, evidence: Evidence) -> Decimal | None:
    figures = evidence.figures
    for cell in chain(*side):
        if cell not in figures and (cell in evidence.computed or table_of(cell) not in evidence.settled):
            return None
    added, taken_off = (sum((figures.get(cell, ZERO) for cell in cells), ZERO) for cells in side)
    return added - taken_off


def _slack(cells: Iterable[str], evidence: Evidence) -> Decimal:
    """How far the two sides may be apart by rounding alone: half a place for every printed figure; a blank is exact."""
    halves = evidence.halves
    return sum((halves.get(table_of(cell), ZERO) for cell in cells if cell in evidence.figures), ZERO)
