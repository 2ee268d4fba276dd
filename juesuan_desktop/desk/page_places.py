"""The one place on a page of a PDF where a printed figure stands: beside the name of its line, else below it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from juesuan_desktop.amounts import AmountError, parse
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.pdf.spots import OUTSIDE, Box, Spot

Some = TypeVar("Some")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is printed: of the line its code and name, of the figure its amount.

    ``line_rank`` counts the lines before it that are called the same, ``amount_rank`` the same amounts before it in
    its line; of a rank that is not on the page the last one is taken.
    """

    code: str = ""
    name: str = ""
    amount: Decimal | None = None
    line_rank: int = 0
    amount_rank: int = 0


def box_of(spots: Iterable[Spot], sought: Sought) -> Box | None:
    """The figure; where it is blank, or not to be found, the name of its line."""
    cells = [spot for spot in spots if spot.table != OUTSIDE]
    rows: dict[tuple[int, int], list[Spot]] = defaultdict(list)
    for spot in cells:
        rows[spot.table, spot.row].append(spot)
    named = [(name, row) for row in rows.values() for name in _names(row, sought)]
    named.sort(key=lambda one: (one[0].table, one[0].column, one[0].row))
    found = [(name, figures) for name, row in named if (figures := _beside(row, name, sought))]
    if found:
        return _nth(_nth(found, sought.line_rank)[1], sought.amount_rank).box
    found = [(name, figures) for name, row in named if (figures := _below(cells, row, name, sought))]
    if len(found) > 1:  # printed once among the budgets, once among what was spent
        return _nth(found, sought.amount_rank)[1][0].box
    spots_there = found[0][1] if found else [name for name, _ in named[sought.line_rank :][:1]]
    return _nth(spots_there, sought.amount_rank).box if spots_there else None


def heading_box(spots: Iterable[Spot], title: str) -> Box | None:
    """The line between the tables that begins a section."""
    wanted = squeezed(title)
    lines = [spot for spot in spots if spot.table == OUTSIDE and wanted and wanted in squeezed(spot.text)]
    return min(lines, key=lambda spot: len(spot.text)).box if lines else None


def _names(row: Sequence[Spot], sought: Sought) -> list[Spot]:
    """The cells of a row that name the line: its code, whole or 类, 款, 项 side by side, else its words."""
    coded = [spot for spot in row if sought.code and _code_up_to(row, spot) == sought.code]
    return coded[-1:] or [spot for spot in row if sought.name and squeezed(spot.text) == sought.name]


def _code_up_to(row: Sequence[Spot], spot: Spot) -> str:
    """The digits of the code cells that end with this one; '' if it is none."""
    if not squeezed(spot.text).isdigit():
        return ""
    before = [one for one in row if one.column <= spot.column]
    start = next((at for at in range(len(before) - 1, -1, -1) if not squeezed(before[at].text).isdigit()), -1)
    own = [squeezed(one.text) for one in before[start + 1 :]]
    return own[-1] if len(own[-1]) > 2 else "".join(own)


def _beside(row: Sequence[Spot], name: Spot, sought: Sought) -> list[Spot]:
    """The cells right of the name that print the amount."""
    return [spot for spot in row if spot.column > name.column and _prints(spot, sought)]


def _below(cells: Sequence[Spot], row: Sequence[Spot], name: Spot, sought: Sought) -> list[Spot]:
    """Where lines are headings: the cells below the name that print the amount."""
    end = min((spot.column for spot in row if spot.column > name.column), default=name.column + 2)
    under = (spot for spot in cells if spot.table == name.table and spot.row > name.row)
    return [spot for spot in under if name.column <= spot.column < end and _prints(spot, sought)]


def _prints(spot: Spot, sought: Sought) -> bool:
    return sought.amount is not None and _amount(spot.text) == sought.amount


def _amount(text: str) -> Decimal | None:
    try:
        return parse(text)
    except AmountError:
        return None


def _nth(found: Sequence[Some], rank: int) -> Some:
    return found[min(rank, len(found) - 1)]
