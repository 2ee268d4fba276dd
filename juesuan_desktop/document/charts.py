"""A composition as bars: plain values in points from the top left, drawn alike on screen and on paper.

Every bar says its name, amount and share itself, so the picture holds in grey and without colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.amounts import ZERO, printed
from juesuan_desktop.forms.grid import Align

MOST_BARS = 7
ROW, BAR, SIZE = 19.0, 10.0, 9.5
NAME, AMOUNT, SHARE = 122.0, 66.0, 48.0
_GAP = 6.0
_BASELINE = 0.36  # from the middle of a Chinese character down to its baseline, at size 1


@dataclass(frozen=True, slots=True)
class Slice:
    """One part of a whole."""

    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text; ``x`` is where it begins or, aligned right, ends; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    align: Align = Align.LEFT
    size: float = SIZE


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, and how high it is."""

    marks: tuple[Bar | Label, ...]
    height: float


def bars(slices: Sequence[Slice], width: float) -> Chart:
    """A bar for each part, as long as its amount; what is beyond ``MOST_BARS`` is one bar."""
    shown = _few(slices)
    whole = sum((part.amount for part in slices), ZERO)
    most = max((part.amount for part in shown), default=ZERO)
    marks: list[Bar | Label] = []
    for row, part in enumerate(shown):
        marks += _row(part, row * ROW, width, whole, most)
    return Chart(tuple(marks), len(shown) * ROW)


def share(part: Decimal, whole: Decimal) -> str:
    """「16.20%」; nothing of nothing."""
    return f"{printed(part / whole * 100)}%" if whole else ""


def _few(slices: Sequence[Slice]) -> Sequence[Slice]:
    if len(slices) <= MOST_BARS:
        return slices
    rest = slices[MOST_BARS - 1 :]
    return (*slices[: MOST_BARS - 1], Slice(f"其余 {len(rest)} 项", sum((part.amount for part in rest), ZERO)))


def _row(part: Slice, top: float, width: float, whole: Decimal, most: Decimal) -> Iterator[Bar | Label]:
    baseline = top + ROW / 2 + _BASELINE * SIZE
    room = width - NAME - AMOUNT - SHARE - 2 * _GAP
    length = float(max(part.amount, ZERO) / most) * room if most > 0 else 0.0
    yield Label(0.0, baseline, part.name)
    yield Bar(NAME + _GAP, top + (ROW - BAR) / 2, max(length, 0.5), BAR)
    yield Label(width - SHARE, baseline, printed(part.amount), Align.RIGHT)
    yield Label(width, baseline, share(part.amount, whole), Align.RIGHT)
