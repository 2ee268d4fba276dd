"""Rules of text bound to a form and its lines: every single check, and the order in which ▣ cells fill."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.forms.form import Form
from juesuan_desktop.rules.cells import Cells, NotPrinted, UnknownWord
from juesuan_desktop.rules.checks import Check, Sum
from juesuan_desktop.rules.fill_order import in_order, one_fill_each
from juesuan_desktop.rules.notation import Rule, Term
from juesuan_desktop.rules.quantifiers import Instance, instances, reading


class Bound(NamedTuple):
    """One rule with the tables it names, and what is left of it there."""

    rule: Rule
    tables: frozenset[str]
    checks: tuple[Check, ...] = ()
    applies: bool = True
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Binding:
    """What is left of a rule book in one form: checks, fills in the order they must run, rules that do not apply.

    ``bound`` and ``cells`` are what it was made of, rule by rule and table by table.
    """

    checks: tuple[Check, ...]
    fills: tuple[Check, ...]
    faults: tuple[Fault, ...]
    bound: tuple[Bound, ...]
    cells: Cells

    @property
    def not_applicable(self) -> tuple[Rule, ...]:
        """The rules of words that this form does not print."""
        return tuple(one.rule for one in self.bound if not one.applies)

    def spans(self) -> Iterator[tuple[range, frozenset[str]]]:
        """The numbers of each rule's checks, with the tables it names."""
        start = 0
        for one in self.bound:
            yield range(start, start := start + len(one.checks)), one.tables

    @cached_property
    def touching(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the checks that look at each address."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, check in enumerate(self.checks):
            for cell in chain(*check.left, *check.right):
                here = numbers[cell]
                if not here or here[-1] != number:
                    here.append(number)
        return dict(numbers)

    @cached_property
    def filling(self) -> Mapping[str, Check]:
        """What fills each computed cell."""
        return {check.target: check for check in self.fills}

    @cached_property
    def computed(self) -> frozenset[str]:
        """The cells that are filled."""
        return frozenset(self.filling)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """Where in the order of the fills each computed cell is filled."""
        return {check.target: place for place, check in enumerate(self.fills)}

    def following(self, cells: Iterable[str]) -> tuple[Check, ...]:
        """The fills that give these cells or follow from them, in their order."""
        reached, places = list(cells), set[int]()
        for cell in reached:  # grows while it is walked
            targets = {self.checks[number].target for number in self.touching.get(cell, ())}
            new = {place for target in targets if (place := self._place.get(target)) is not None} - places
            places |= new
            reached += [self.fills[place].target for place in new]
        return tuple(self.fills[place] for place in sorted(places))


def bind(
    rules: Sequence[Rule], form: Form, lines: Mapping[str, Sequence[Line]], before: Binding | None = None
) -> Binding:
    """Every check of the rules for a form with these code lines (by table name).

    ``before`` is a binding to other lines: rules about tables whose lines are the same now are taken over from it.
    """
    cells = Cells(form, lines, before.cells if before else None)
    kept = _kept(before, cells) if before else {}
    bound = tuple(kept.get(rule) or _bound(rule, cells) for rule in rules)
    checks, doubled = one_fill_each([check for one in bound for check in one.checks])
    fills, circles = in_order([check for check in checks if check.target])
    faults = tuple(fault for one in bound for fault in one.faults)
    return Binding(tuple(checks), fills, (*faults, *doubled, *circles), bound, cells)


def _kept(before: Binding, cells: Cells) -> Mapping[Rule, Bound]:
    """The rules that the other lines do not touch."""
    others = {name for name, table in cells.tables.items() if before.cells.tables.get(name) is not table}
    return {one.rule: one for one in before.bound if one.tables.isdisjoint(others)}


def _bound(rule: Rule, cells: Cells) -> Bound:
    tables = _tables(rule)
    try:
        checks = tuple(_checks(rule, tables, cells))
    except NotPrinted:
        return Bound(rule, tables, applies=False)
    except UnknownWord as error:
        return Bound(rule, tables, faults=(rule.fault(str(error)),))
    if not checks:  # a quantifier may find nothing to run over (no 科目 yet): the rule still applies
        return Bound(rule, tables, applies=bool(rule.quantifier))
    return _filling(Bound(rule, tables, checks), cells) if rule.fills else Bound(rule, tables, checks)


def _filling(bound: Bound, cells: Cells) -> Bound:
    """What is left of a `:=` where some of its targets are □: there it only checks."""
    typed = [check.target for check in bound.checks if check.target and not cells.is_computed(check.target)]
    if not typed:
        return bound
    checks = tuple(check._replace(target="") if check.target in typed else check for check in bound.checks)
    faults = tuple(bound.rule.fault(f"{target} 在本样表里是填写格（□），不能用 :=") for target in typed)
    return bound._replace(checks=checks, faults=faults)


def _checks(rule: Rule, tables: frozenset[str], cells: Cells) -> Iterator[Check]:
    found = tuple(instances(rule, cells))
    if not found:
        return
    left_of, right_of = _side(rule, rule.left, cells), _side(rule, rule.right, cells)
    for instance in found:
        left = left_of(instance)
        target = left.plus[0] if rule.fills and len(left.plus) == 1 else ""
        yield Check(rule, instance.scope, left, right_of(instance), tables, target)


def _tables(rule: Rule) -> frozenset[str]:
    named = {term.ref.table for term in rule.left + rule.right if term.ref}
    return frozenset((named | {rule.table}) - {""})


def _side(rule: Rule, terms: Sequence[Term], cells: Cells) -> Callable[[Instance], Sum]:
    readings = [(term.sign, reading(rule, term.ref, cells)) for term in terms if term.ref is not None]
    if len(readings) == 1:
        only = readings[0][1]
        return lambda instance: Sum(only(instance))

    def signed(instance: Instance) -> Sum:
        sides: dict[int, list[str]] = {1: [], -1: []}
        for sign, read in readings:
            sides[sign] += read(instance)
        return Sum(tuple(sides[1]), tuple(sides[-1]))

    return signed
