"""The balancing figure of an empty 年末: what she would type if all else is right. Shown, never taken by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check, Sum
from juesuan_desktop.rules.judging import Evidence

CLOSING = "年末"


@dataclass(frozen=True)
class Suggestions:
    """What the empty 年末 cells of a report would be."""

    binding: Binding
    evidence: Evidence

    def of(self, address: str) -> Decimal | None:
        """The amount that makes the balance of an empty 年末 hold; None where something else is still unknown.

        A negative 年末 is not suggested: then something else is wrong.
        """
        if CLOSING not in address or address in self.evidence.figures:
            return None
        for check in self._balances(address):
            amount = _Balance(self.binding.filling, self.evidence, address).solved(check)
            if amount is not None and amount >= ZERO:
                return amount
        return None

    def _balances(self, address: str) -> Iterator[Check]:
        """The checks with `=` that the cell decides, directly or through the totals it goes into."""
        waiting, seen = [address], {address}
        while waiting:
            for number in self.binding.touching.get(waiting.pop(), ()):
                check = self.binding.checks[number]
                if check.rule.op == "=":
                    yield check
                elif check.target and check.target not in seen:
                    seen.add(check.target)
                    waiting.append(check.target)


class _Balance:
    """Solves a check for one unknown cell. Blanks of settled tables are zero, all other blanks are unknown."""

    def __init__(self, fills: Mapping[str, Check], evidence: Evidence, wanted: str) -> None:
        self._fills, self._evidence, self._wanted = fills, evidence, wanted

    def solved(self, check: Check) -> Decimal | None:
        """What the wanted cell must be; None if other cells are unknown or it cancels out."""
        left, right = self._side(check.left), self._side(check.right)
        if left is None or right is None or abs(left[1] - right[1]) != 1:
            return None
        return (right[0] - left[0]) / (left[1] - right[1])

    def _side(self, side: Sum) -> tuple[Decimal, int] | None:
        """The known amount of a side, and how often the wanted cell is in it."""
        total, times = ZERO, 0
        for sign, cells in ((1, side.plus), (-1, side.minus)):
            for cell in cells:
                found = self._cell(cell)
                if found is None:
                    return None
                total, times = total + sign * found[0], times + sign * found[1]
        return total, times

    def _cell(self, cell: str) -> tuple[Decimal, int] | None:
        if cell == self._wanted:
            return ZERO, 1
        amount, fill = self._evidence.figures.get(cell), self._fills.get(cell)
        if fill is not None and (amount is None or self._wanted_is_in(fill)):
            return None if fill.tables & self._evidence.untouched else self._side(fill.right)
        if amount is None and table_of(cell) not in self._evidence.settled:
            return None
        return amount or ZERO, 0

    def _wanted_is_in(self, fill: Check) -> bool:
        """Whether a total counts the wanted cell as zero, its table being settled."""
        return self._wanted in fill.right.cells
