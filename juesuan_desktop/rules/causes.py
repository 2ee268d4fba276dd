"""What probably went wrong when two numbers that should agree do not."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.amounts import YUAN_PER_WAN, printed
from juesuan_desktop.forms.addresses import split, table_of
from juesuan_desktop.rules.checks import Check, Sum

MOST_TWINS = 3
TELLING_DIGITS = 4  # 150,000 stands in two places by chance, 151,230 does not
Kin = Callable[[str, str], bool]


def _strangers(_one: str, _other: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A check that does not hold: both totals, and every operand with the sign it has in left − right.

    ``kin`` tells whether two cells stand in one rule: a sum of one line equals that line, which is no slip.
    """

    left: Decimal
    right: Decimal
    operands: tuple[tuple[str, int, Decimal], ...]
    figures: Mapping[str, Decimal]
    kin: Kin = _strangers

    @property
    def gap(self) -> Decimal:
        """Left minus right."""
        return self.left - self.right


def discrepancy(
    check: Check, left: Decimal, right: Decimal, figures: Mapping[str, Decimal], kin: Kin = _strangers
) -> Discrepancy:
    """The numbers of a check that does not hold."""
    operands = (*_signed(check.left, 1, figures), *_signed(check.right, -1, figures))
    return Discrepancy(left, right, operands, figures, kin)


def likely_cause(wrong: Discrepancy) -> str:
    """The most specific cause that fits, as one sentence; '' if none does."""
    if not wrong.gap:
        return ""
    return next((cause for find in _CAUSES for cause in find(wrong)), "")


def _signed(side: Sum, sign: int, figures: Mapping[str, Decimal]) -> Iterator[tuple[str, int, Decimal]]:
    for cells, own in ((side.plus, 1), (side.minus, -1)):
        for cell in cells:
            yield cell, sign * own, figures.get(cell, Decimal(0))


def _money_unit(wrong: Discrepancy) -> Iterator[str]:
    """元 typed for 万元, or the reverse: for a whole side or for one operand."""
    if wrong.left and wrong.right and _ratio(wrong.left, wrong.right):
        yield "两边相差 10000 倍，疑似元、万元弄混"
    for cell, _, value, meant in _corrected(wrong):
        if value and meant and _ratio(value, meant):
            yield f"{cell} 若换算元、万元即可相符，疑似单位弄混"


def _ratio(one: Decimal, other: Decimal) -> bool:
    return one == other * YUAN_PER_WAN or other == one * YUAN_PER_WAN


def _sign(wrong: Discrepancy) -> Iterator[str]:
    """An operand with the wrong sign makes a gap of twice its amount."""
    for cell, _, value, meant in _corrected(wrong):
        if value and meant == -value:
            yield f"{cell} 若改变正负号即可相符，疑似符号弄反"


def _swapped_digits(wrong: Discrepancy) -> Iterator[str]:
    """Two neighbouring digits changed places: the gap is divisible by 9."""
    for cell, _, value, meant in _corrected(wrong):
        if value != meant and _are_swapped(value, meant):
            yield f"{cell} 若为 {printed(meant)} 即可相符，疑似数字换位"


def _are_swapped(one: Decimal, other: Decimal) -> bool:
    first, second = f"{one:.2f}", f"{other:.2f}"
    places = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(places) != 2:
        return False
    a, b = places
    return first[a] == second[b] and first[b] == second[a] and "." not in first[a : b + 1].strip("0123456789-")


def _decimal_point(wrong: Discrepancy) -> Iterator[str]:
    """A decimal point that slipped by one or two places."""
    for cell, _, value, meant in _corrected(wrong):
        if value and meant and any(value == meant * power or meant == value * power for power in (10, 100)):
            yield f"{cell} 若为 {printed(meant)} 即可相符，疑似小数点错位"


def _left_out(wrong: Discrepancy) -> Iterator[str]:
    """The gap is just one operand's amount: left out, or counted twice."""
    if len(wrong.operands) < 3:
        return
    for cell, _, value in wrong.operands:
        if value and abs(value) == abs(wrong.gap):
            yield f"差额正好等于 {cell}，疑似重复计算或漏计"


def _wrong_row(wrong: Discrepancy) -> Iterator[str]:
    """The figure stands in another line of the same measure: copied from the wrong line."""
    for cell, twin in _twins(wrong):
        if table_of(cell) == table_of(twin) and _words(cell)[1:] == _words(twin)[1:]:
            yield f"{cell} 与 {twin} 数字相同，疑似抄错行"


def _wrong_table(wrong: Discrepancy) -> Iterator[str]:
    """The figure stands in few other places, in another table: copied from the wrong table. One 科目 often has the
    same amount in several tables: that is no slip."""
    pairs = list(_twins(wrong))
    for cell, twin in pairs:
        if (
            table_of(cell) != table_of(twin)
            and _words(cell)[:1] != _words(twin)[:1]
            and sum(one == cell for one, _ in pairs) <= MOST_TWINS
        ):
            yield f"{cell} 与 {twin} 数字相同，疑似用错表"


def _twins(wrong: Discrepancy) -> Iterator[tuple[str, str]]:
    """Operands that are not zero, each with every uninvolved cell of the same amount."""
    involved = {cell for cell, _, _ in wrong.operands}
    twins: dict[Decimal, list[str]] = {value: [] for _, _, value in wrong.operands if _is_telling(value)}
    for at, amount in wrong.figures.items():
        if amount in twins and at not in involved:
            twins[amount].append(at)
    for cell, _, value in wrong.operands:
        yield from ((cell, at) for at in twins.get(value, ()) if not wrong.kin(cell, at))


def _is_telling(value: Decimal) -> bool:
    """Whether two cells of this amount are hardly so by chance."""
    return len(value.normalize().as_tuple().digits) >= TELLING_DIGITS


def _words(address: str) -> tuple[str, ...]:
    """Line and measure."""
    found = split(address)
    return found[1] if found else ()


def _corrected(wrong: Discrepancy) -> Iterator[tuple[str, int, Decimal, Decimal]]:
    """Each operand with the value that would close the gap."""
    for cell, sign, value in wrong.operands:
        yield cell, sign, value, value - sign * wrong.gap


_CAUSES: tuple[Callable[[Discrepancy], Iterator[str]], ...] = (
    _money_unit,
    _sign,
    _swapped_digits,
    _decimal_point,
    _left_out,
    _wrong_row,
    _wrong_table,
)
