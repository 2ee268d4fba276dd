"""Characters to lines of text: by base line with tolerance, blanks by the gaps."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from juesuan_desktop.intake.pdf.glyphs import Glyph

# In sizes of the type:
NEXT_LINE = 0.5  # base lines further apart are two lines
WRITTEN_BLANK, LATIN_BLANK, WIDE_BLANK = 0.1, 0.18, 0.8  # gaps that are a blank: one is written, in Latin, in Chinese
FAR_APART = 2.5  # a gap that parts two texts
TWICE = 0.12  # the same character so near is one printed twice, to look bold


class Line(NamedTuple):
    """A line of text, from left to right. PDF points from the upper left corner of its page; ``page`` counts from 1.

    ``base`` is its usual base line, ``size`` the usual size of its type.
    """

    glyphs: tuple[Glyph, ...]
    page: int
    base: float
    size: float

    @property
    def text(self) -> str:
        """Its text; a tab between parts that stand far apart (部门：某局 → 金额单位：万元)."""
        return spaced(self.glyphs, "\t")

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Characters sorted into lines, from top to bottom. Characters a little off the base line stay in their line."""
    return [_line(_once(sorted(row, key=lambda one: one.left)), page) for row in _rows(glyphs)]


def _line(glyphs: tuple[Glyph, ...], page: int) -> Line:
    return Line(glyphs, page, median(one.base for one in glyphs), median(one.size for one in glyphs))


def spaced(glyphs: Sequence[Glyph], far: str) -> str:
    """The text of a line; ``far`` stands for a very wide gap.

    A gap between Chinese words is a blank where it is wide or a blank was written.
    """
    if not glyphs:
        return ""
    gaps = [after.left - before.right for before, after in pairwise(glyphs)]
    usual = max(median(gaps), 0) if gaps else 0
    text = [glyphs[0].text]
    for gap, before, after in zip(gaps, glyphs, glyphs[1:], strict=False):
        size = min(before.size, after.size) or 1
        if gap >= FAR_APART * size and gap >= 2 * usual:
            text.append(far)
        elif gap >= size * _blank(before, after):
            text.append(" ")
        text.append(after.text)
    return "".join(text)


def _blank(before: Glyph, after: Glyph) -> float:
    """How wide a gap is a blank, in sizes of the type."""
    if after.after_blank:
        return WRITTEN_BLANK
    return LATIN_BLANK if is_latin(before.text) and is_latin(after.text) else WIDE_BLANK


def median(places: Iterable[float]) -> float:
    """The place in the middle (the upper one of two); the statistics module takes too long to load."""
    ordered = sorted(places)
    return ordered[len(ordered) // 2]


def is_latin(text: str) -> bool:
    """Whether a character belongs to a figure or a western word."""
    return text < "\u2000"


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters by base line: each row's base lines lie within NEXT_LINE of a line's height."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: one.base):
        if row and glyph.base - row[0].base > NEXT_LINE * min(row[0].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _once(row: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """A line without the second strokes of a character made bold by drawing it twice."""
    kept: list[Glyph] = []
    for glyph in row:
        near = [one for one in kept[-2:] if abs(one.left - glyph.left) < TWICE * glyph.size]
        if not any(one.text == glyph.text and abs(one.base - glyph.base) < TWICE * glyph.size for one in near):
            kept.append(glyph)
    return tuple(kept)
