"""What a total comes to so far, while some of what goes into it is still 待填. Shown, never kept or checked."""

from dataclasses import dataclass, field
from decimal import Decimal

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
            fill = self.binding.filling.get(cell)
            self._known[cell] = self._summed(fill) if fill else None
        return self._known[cell]

    def _summed(self, fill: Check) -> Decimal | None:
        known, total = False, ZERO
        for sign, cells in ((1, fill.right.plus), (-1, fill.right.minus)):
            for amount in map(self.of, cells):
                if amount is not None:
                    known, total = True, total + sign * amount
        return total if known else None
