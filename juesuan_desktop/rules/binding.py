"""Rules of text bound to a form and its lines: every single check, and the order in which ▣ cells fill."""

import graphlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.forms.form import Form
from juesuan_desktop.rules.cells import Cells, NotPrinted, UnknownWord
from juesuan_desktop.rules.notation import PER_LINE, Rule, Term
from juesuan_desktop.rules.quantifiers import Case, cases, cells_of


@dataclass(frozen=True, slots=True)
class Sum:
    """Addresses added and addresses taken off."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """All its addresses."""
        return self.plus + self.minus


@dataclass(frozen=True)
class Check:
    """One rule for one line, measure or code. ``target`` is the cell it fills ('' if it only checks)."""

    rule: Rule
    scope: str
    left: Sum
    right: Sum
    tables: frozenset[str]
    target: str = ""

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """All addresses it looks at, the left side first, each once."""
        return tuple(dict.fromkeys(self.left.cells + self.right.cells))


@dataclass(frozen=True)
class Binding:
    """What is left of a rule book in one form: checks, fills in the order they must run, rules that do not apply."""

    checks: tuple[Check, ...]
    fills: tuple[Check, ...]
    not_applicable: tuple[Rule, ...]
    faults: tuple[Fault, ...]

    @cached_property
    def touching(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the checks that look at each address."""
        numbers: dict[str, list[int]] = {}
        for number, check in enumerate(self.checks):
            for cell in check.cells:
                numbers.setdefault(cell, []).append(number)
        return {cell: tuple(found) for cell, found in numbers.items()}


def bind(rules: Sequence[Rule], form: Form, lines: Mapping[str, Sequence[Line]]) -> Binding:
    """Every check of the rules for a form with these code lines (by table name)."""
    cells = Cells(form, lines)
    checks: list[Check] = []
    idle: list[Rule] = []
    faults: list[Fault] = []
    for rule in rules:
        try:
            found = list(_checks(rule, cells))
        except NotPrinted:
            idle.append(rule)
        except UnknownWord as error:
            faults.append(rule.fault(str(error)))
        else:
            checks += found
            idle += [] if found or _quantified_over_lines(rule) else [rule]
    checks, doubled = _one_fill_each(checks, cells.computed)
    fills, circles = _in_order([check for check in checks if check.target])
    return Binding(tuple(checks), fills, tuple(idle), (*faults, *doubled, *circles))


def _quantified_over_lines(rule: Rule) -> bool:
    """A quantifier may find nothing to run over (no 科目 yet): the rule still applies."""
    return bool(rule.quantifier)


def _checks(rule: Rule, cells: Cells) -> Iterator[Check]:
    tables = _tables(rule)
    for case in cases(rule, cells):
        left, right = _sum(rule, rule.left, case, cells), _sum(rule, rule.right, case, cells)
        target = left.plus[0] if rule.fills and len(left.plus) == 1 else ""
        yield Check(rule, case.scope, left, right, tables, target)


def _tables(rule: Rule) -> frozenset[str]:
    named = {term.ref.table for term in rule.left + rule.right if term.ref}
    return frozenset((named | {rule.table}) - {""})


def _sum(rule: Rule, terms: Sequence[Term], case: Case, cells: Cells) -> Sum:
    if len(terms) == 1 and terms[0].ref is not None:
        return Sum(cells_of(rule, terms[0].ref, case, cells))
    sides: dict[int, list[str]] = {1: [], -1: []}
    for term in terms:
        if term.ref is not None:
            sides[term.sign] += cells_of(rule, term.ref, case, cells)
    return Sum(tuple(sides[1]), tuple(sides[-1]))


def _one_fill_each(checks: list[Check], computed: frozenset[str]) -> tuple[list[Check], list[Fault]]:
    """Each ▣ is filled by one rule: 每行 wins over 每栏 and 逐级, any other second `:=` is a fault."""
    filler: dict[str, int] = {}
    faults: list[Fault] = []
    kept = list(checks)
    for index, check in enumerate(checks):
        if not check.target:
            continue
        if check.target not in computed:
            faults.append(check.rule.fault(f"{check.target} 在本样表里是填写格（□），不能用 :="))
            kept[index] = replace(check, target="")
            continue
        other = filler.setdefault(check.target, index)
        if other == index:
            continue
        loser = _loser(kept[other], check)
        if loser is None:
            faults.append(check.rule.fault(f"{check.target} 已由 {kept[other].rule.id} 填写，不能再有第二个 :="))
            loser = check
        gone, filler[check.target] = (index, other) if loser is check else (other, index)
        kept[gone] = replace(checks[gone], target="")
    return kept, faults


def _loser(first: Check, second: Check) -> Check | None:
    rows = [check.rule.quantifier == PER_LINE for check in (first, second)]
    if rows == [True, False]:
        return second
    return first if rows == [False, True] else None


def _in_order(fills: list[Check]) -> tuple[tuple[Check, ...], list[Fault]]:
    """Fills sorted so that each finds its operands filled."""
    by_target = {check.target: check for check in fills}
    graph = {target: [cell for cell in check.right.cells if cell in by_target] for target, check in by_target.items()}
    try:
        order = tuple(graphlib.TopologicalSorter(graph).static_order())
    except graphlib.CycleError as error:
        circle = error.args[1]
        return (), [by_target[circle[0]].rule.fault(f"互相计算，绕成了圈：{' → '.join(circle)}")]
    return tuple(by_target[target] for target in order), []
