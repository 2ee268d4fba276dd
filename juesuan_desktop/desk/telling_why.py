"""「怎么算的」 of one figure: what it is, where it comes from, every rule that touches it, and what became of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.form import LAST_YEAR
from juesuan_desktop.report.change import COMPUTED, TYPED
from juesuan_desktop.rules.explaining import Explanation, Operand, explain

NOT_RUN = "not_run"


@dataclass(frozen=True, slots=True)
class Part:
    """One operand: its sign in its side, where it stands, what its line is called, its amount (None while 待填)."""

    sign: int
    address: str
    label: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule at the figure. ``verdict`` is one of the four, or ``NOT_RUN`` with its reason in ``cause``."""

    id: str
    sentence: str
    relation: str
    fills: bool
    verdict: str
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    left_total: Decimal | None
    right_total: Decimal | None
    cause: str

    @property
    def gap(self) -> Decimal | None:
        """Left minus right."""
        return None if self.left_total is None or self.right_total is None else self.left_total - self.right_total


@dataclass(frozen=True, slots=True)
class Event:
    """One change of the figure; ``at`` is empty while it waits to be saved."""

    at: str
    gesture: str
    before: str | None
    after: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Why:
    """All that can be told of a figure. ``computed`` is what the rules give, where it is computed."""

    address: str
    table: str
    label: str
    measure: str
    amount: Decimal | None
    source: str
    is_override: bool
    computed: Decimal | None
    rules: tuple[Rule, ...]
    history: tuple[Event, ...]

    @property
    def gap(self) -> Decimal | None:
        """As it stands minus as it computes, where it stands against its computation."""
        if not self.is_override or self.amount is None or self.computed is None:
            return None
        return self.amount - self.computed


def why(session: Session, address: str) -> Why | None:
    """What can be told of the figure at an address; None where there is no figure."""
    place = session.form.place(address)
    if place is None:
        return None
    table, labels = session.form.by_name[place.table], _Labels(session)
    rules = tuple(_rules(session, address, labels))
    is_computed = table.is_computed(place.line, place.measure)
    standing = session.report.text_of(address) is not None
    filling = next((rule for rule in rules if rule.fills), None)
    return Why(
        address=address,
        table=table.full_title,
        label=labels.line(address),
        measure=place.measure,
        amount=session.figures.get(address),
        source=session.report.sources.get(address, TYPED) if standing else (COMPUTED if is_computed else ""),
        is_override=is_computed and standing,
        computed=filling.right_total if filling else None,
        rules=rules,
        history=history(session, address),
    )


def history(session: Session, address: str) -> tuple[Event, ...]:
    """Every change at an address, the latest first: what is in the file, then what still waits."""
    return tuple(
        Event(gesture.at, gesture.name, change.before, change.after, change.source)
        for gesture in (*session.saved, *session.unsaved)
        for change in gesture.changes
        if change.address == address
    )[::-1]


def _rules(session: Session, address: str, labels: "_Labels") -> Iterator[Rule]:
    idle = {id(check): reason for check, reason in session.outcome.verdicts.not_run}
    for one in explain(address, session.binding, session.state.evidence):
        reason = idle.get(id(one.check), "")
        yield _rule(one, reason, labels)


def _rule(one: Explanation, reason: str, labels: "_Labels") -> Rule:
    return Rule(
        id=one.check.rule.id,
        sentence=one.sentence,
        relation=one.check.rule.op,
        fills=one.fills,
        verdict=NOT_RUN if reason else one.verdict,
        left=tuple(labels.part(operand) for operand in one.left),
        right=tuple(labels.part(operand) for operand in one.right),
        left_total=one.left_total,
        right_total=one.right_total,
        cause=reason or one.cause,
    )


class _Labels:
    """What the lines of the report are called."""

    def __init__(self, session: Session) -> None:
        self._form = session.form
        self._names: Mapping[str, Mapping[str, str]] = {
            name: {line.key: line.name for line in lines} for name, lines in session.report.lines.items()
        }

    def part(self, operand: Operand) -> Part:
        """An operand with the words of its line."""
        return Part(operand.sign, operand.address, self.line(operand.address), operand.amount)

    def line(self, address: str) -> str:
        """「行政运行」 of `支出表[2010301·基本支出]`."""
        place = self._form.place(address)
        if place is None:
            return address
        name = place.table.removeprefix(LAST_YEAR)
        return self._names.get(name, {}).get(place.line) or self._form.by_name[place.table].label(place.line)
