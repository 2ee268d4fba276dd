"""What a total comes to so far, while some of what goes into it is still 待填. Shown, never kept or checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import chain

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.judging import Figures


@dataclass(frozen=True)
class SoFar:
    """The totals of a report as far as they are known."""

    binding: Binding
    figures: Figures
    _known: dict[str, Decimal | None] = field(default_factory=dict)

    def of(self, cell: str) -> Decimal | None:
        """The figure of a cell, of a total that waits the sum of what is there; None where nothing is."""
        if cell in self.figures:
            return self.figures[cell]
        if cell not in self._known:
            fill = self._fills.get(cell)
            self._known[cell] = self._summed(fill) if fill else None
        return self._known[cell]

    @cached_property
    def _fills(self) -> Mapping[str, Check]:
        return {check.target: check for check in self.binding.fills}

    def _summed(self, fill: Check) -> Decimal | None:
        there = {cell: amount for cell in chain(*fill.right) if (amount := self.of(cell)) is not None}
        if not there:
            return None
        added, taken_off = (sum((there.get(cell, ZERO) for cell in cells), ZERO) for cells in fill.right)
        return added - taken_off
