"""What the figures of a table show beside their amount: a finding, an override, a carried value, a suggestion."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.amounts import CENT_PLACES, printed
from juesuan_desktop.desk.carried import CARRIED
from juesuan_desktop.desk.so_far import SoFar
from juesuan_desktop.desk.suggesting import CLOSING, Suggestions
from juesuan_desktop.forms.grid import Cell, Role
from juesuan_desktop.forms.paper import PLACES
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.marks import SEVERITY, Mark, mark_of
from juesuan_desktop.rules.findings import Finding

_RANK = {mark: rank for rank, mark in enumerate(SEVERITY)}


@dataclass(frozen=True, slots=True)
class Sign:
    """The signs of one figure.

    ``mark`` is the worst of its findings, ``suggestion`` the grey amount of an empty 年末, ``so_far`` that of a total
    some of whose cells are still 待填; ``is_override`` says that a computed figure stands as typed or imported,
    ``is_carried`` that it comes from last year and nobody confirmed it; ``answered`` that she did
    (沿用已确认) or changed it (沿用已改).
    """

    mark: Mark | None = None
    is_override: bool = False
    is_carried: bool = False
    suggestion: str = ""
    so_far: str = ""
    answered: str = ""

    @property
    def grey(self) -> str:
        """The amount that is shown where none stands."""
        return self.suggestion or self.so_far


NO_SIGN = Sign()
CARRIED_SIGN = Sign(is_carried=True)
Signs = Mapping[str, Sign]


def findings_at(live: LiveReport, address: str | None) -> tuple[Finding, ...]:
    """The findings a figure tells: not that it was carried over, for that it has a sign of its own."""
    return tuple(finding for finding in live.standing.of_cell(address) if finding.rule != CARRIED)


def first_labels(cells: Iterable[Cell], rows: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where the words of these rows begin: their 科目编码, or their name where no code is printed."""
    first: dict[int, int] = {}
    for cell in cells:
        if cell.role in (Role.CODE, Role.LABEL) and cell.row in rows:
            first[cell.row] = min(cell.column, first.get(cell.row, cell.column))
    return iter(first.items())


class TableSigns:
    """Reads the signs of one table's figures; which of them can be overridden or suggested is known beforehand."""

    def __init__(self, live: LiveReport, cells: Iterable[Cell]) -> None:
        self._live = live
        figures = [cell for cell in cells if cell.address]
        self._here = frozenset(cell.address or "" for cell in figures)
        self._computed = [cell.address or "" for cell in figures if cell.role is Role.COMPUTED]
        typed = (cell.address or "" for cell in figures if cell.role is Role.TYPED)
        self._closing = [at for at in typed if CLOSING in at]

    def now(self) -> Signs:
        """The signs by address; most figures have none."""
        report, found = self._live.session.report, self._live.standing.at
        overrides = {at for at in self._computed if at in report.figures}
        carried = self._here.intersection(report.unconfirmed)
        answered = {at: kind for at, kind in report.answered.items() if at in self._here}
        suggested, so_far = self._suggested(), self._so_far()
        signed = self._here.intersection(found) | carried | overrides
        signed |= suggested.keys() | so_far.keys() | answered.keys()
        return {
            at: Sign(
                self._worst(at) if at in found else None,
                is_override=at in overrides,
                is_carried=at in carried,
                suggestion=suggested.get(at, ""),
                so_far=so_far.get(at, ""),
                answered=answered.get(at, ""),
            )
            for at in signed
        }

    def _worst(self, at: str) -> Mark | None:
        marks = (mark_of(finding) for finding in findings_at(self._live, at))
        return min(marks, key=_RANK.__getitem__, default=None)

    def _suggested(self) -> Mapping[str, str]:
        """The grey amounts of empty 年末 cells."""
        state = self._live.session.state
        empty = [at for at in self._closing if at not in state.figures]
        suggestions = Suggestions(state.binding, state.evidence)
        found = ((at, suggestions.of(at)) for at in empty)
        return {at: self._printed(at, amount) for at, amount in found if amount is not None}

    def _so_far(self) -> Mapping[str, str]:
        """The grey amounts of totals that wait for cells which are 待填."""
        state = self._live.session.state
        waiting = [at for at in self._computed if at not in state.figures]
        if not waiting:
            return {}
        running = SoFar(state.binding, state.figures)
        return {at: self._printed(at, amount) for at in waiting if (amount := running.of(at))}

    def _printed(self, at: str, amount: Decimal) -> str:
        """An amount as the paper prints what stands there: two cars are no 2.00."""
        return printed(amount, PLACES.get(self._live.session.form.kind(at), CENT_PLACES))
