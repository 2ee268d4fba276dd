"""What the figures of a table show beside their amount: a finding, an override, a carried value, a suggestion."""

from collections.abc import Mapping
from dataclasses import dataclass

from juesuan_desktop.amounts import printed
from juesuan_desktop.desk.suggesting import CLOSING, Suggestions
from juesuan_desktop.forms.grid import Cell, Role
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.marks import SEVERITY, Mark, mark_of

_RANK = {mark: rank for rank, mark in enumerate(SEVERITY)}


@dataclass(frozen=True, slots=True)
class Sign:
    """The signs of one figure.

    ``mark`` is the worst of its findings, ``suggestion`` the grey amount of an empty 年末; ``is_override`` says that a
    computed figure stands as typed or imported, ``is_carried`` that it comes from last year and nobody confirmed it.
    """

    mark: Mark | None = None
    is_override: bool = False
    is_carried: bool = False
    suggestion: str = ""


NO_SIGN = Sign()
Signs = Mapping[str, Sign]


def signs_of(live: LiveReport, cells: Mapping[str, Cell]) -> Signs:
    """The signs of a table's figures by address; most have none."""
    report, at = live.session.report, live.standing.at
    carried = report.sources.keys() & set(report.unconfirmed) & cells.keys()
    overrides = {at for at in report.figures.keys() & cells.keys() if cells[at].role is Role.COMPUTED}
    suggested = _suggested(live, cells)
    signed = (at.keys() & cells.keys()) | carried | overrides | suggested.keys()
    return {
        address: Sign(
            _worst(live, address) if address in at else None,
            address in overrides,
            address in carried,
            suggested.get(address, ""),
        )
        for address in signed
    }


def _worst(live: LiveReport, address: str) -> Mark:
    return min((mark_of(finding) for finding in live.standing.at[address]), key=_RANK.__getitem__)


def _suggested(live: LiveReport, cells: Mapping[str, Cell]) -> Mapping[str, str]:
    """The grey amounts of empty 年末 cells."""
    empty = [at for at, cell in cells.items() if not cell.text and CLOSING in at and cell.role is Role.TYPED]
    if not empty:
        return {}
    state = live.session.state
    suggestions = Suggestions(state.binding, state.evidence)
    found = ((at, suggestions.of(at)) for at in empty)
    return {at: printed(amount) for at, amount in found if amount is not None}
