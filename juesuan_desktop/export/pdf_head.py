"""A line of the head above a table: 部门 left, 年度 in the middle of the paper, 金额单位 right, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass

from juesuan_desktop.forms.grid import Align

_GAP = 10.0


@dataclass(frozen=True, slots=True)
class HeadText:
    """One text of the line: where its cell begins and ends, and how wide it is at full size."""

    start: float
    end: float
    align: Align
    width: float


def head_places(texts: Sequence[HeadText], left: float, right: float) -> tuple[float, list[float]]:
    """By how much the line must shrink (1: not at all), and where each text begins; ``texts`` run left to right."""
    needed = sum(text.width for text in texts) + _GAP * (len(texts) - 1)
    scale = min(1.0, (right - left) / needed)
    widths = [text.width * scale for text in texts]
    xs = [_wish(text, width, left, right) for text, width in zip(texts, widths, strict=True)]
    for i in range(1, len(xs)):
        xs[i] = max(xs[i], xs[i - 1] + widths[i - 1] + _GAP * scale)
    limit = right
    for i in reversed(range(len(xs))):
        xs[i] = min(xs[i], limit - widths[i])
        limit = xs[i] - _GAP * scale
    return scale, xs


def _wish(text: HeadText, width: float, left: float, right: float) -> float:
    if text.align is Align.LEFT:
        return text.start
    if text.align is Align.RIGHT:
        return text.end - width
    return (left + right - width) / 2
