"""「怎么算的」 of one figure: what it is, where it comes from, every rule that touches it, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.form import LAST_YEAR
from juesuan_desktop.report.change import COMPUTED, TYPED
from juesuan_desktop.rules.explaining import Explainer, Explanation
from juesuan_desktop.rules.judging import gap_of


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
    rules: tuple[Explanation, ...]
    history: tuple[Event, ...]

    @property
    def gap(self) -> Decimal | None:
        """As it stands minus as it computes, where it stands against its computation."""
        return gap_of(self.amount, self.computed) if self.is_override else None


def why(session: Session, address: str) -> Why | None:
    """What can be told of the figure at an address; None where there is no figure."""
    place = session.form.place(address)
    if place is None:
        return None
    table, labels = session.form.by_name[place.table], _Labels(session)
    not_run = session.outcome.verdicts.not_run
    rules = Explainer(session.binding, session.state.evidence, not_run, labels.line).explain(address)
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


class _Labels:
    """What the lines of the report are called."""

    def __init__(self, session: Session) -> None:
        self._form = session.form
        self._names: Mapping[str, Mapping[str, str]] = {
            name: {line.key: line.name for line in lines} for name, lines in session.report.lines.items()
        }

    def line(self, address: str) -> str:
        """「行政运行」 of `支出表[2010301·基本支出]`."""
        place = self._form.place(address)
        if place is None:
            return address
        name = place.table.removeprefix(LAST_YEAR)
        return self._names.get(name, {}).get(place.line) or self._form.by_name[place.table].label(place.line)
