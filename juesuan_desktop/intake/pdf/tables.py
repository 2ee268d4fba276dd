"""A lattice and the characters in it: the cells' texts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from juesuan_desktop.intake.pdf.glyphs import Glyph
from juesuan_desktop.intake.pdf.lattice import Lattice, Slot
from juesuan_desktop.intake.pdf.lines import Line, is_latin, lines_of
from juesuan_desktop.intake.pdf.placing import placed

APART = "；"
_FIGURE = re.compile(r"[\d,.%-]+")
_WHOLE_FIGURE = re.compile(r"-?[\d,]+\.\d+%?")
_TWO_FIGURES = re.compile(r"(?<=[\d)])\t(?=[\d(-])")


class Piece(NamedTuple):
    """A ruled table, or what one page holds of it. PDF points from the upper left corner; ``page`` counts from 1.

    All rows have a text for each column; a merged cell has its text in its first place, '' elsewhere. ``pages`` as in
    `RawTable`.
    """

    page: int
    edges: tuple[float, ...]
    levels: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    pages: tuple[tuple[int, int], ...] = ()

    @property
    def base(self) -> float:
        """Where it stands among the lines of its page."""
        return self.levels[0]


def split_off(lattices: Sequence[Lattice], glyphs: Iterable[Glyph]) -> tuple[list[list[Glyph]], list[Glyph]]:
    """The characters in each lattice, and those outside of all."""
    inside: list[list[Glyph]] = [[] for _ in lattices]
    outside: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.middle
        home = next((n for n, lattice in enumerate(lattices) if _holds(lattice, x, y)), None)
        (outside if home is None else inside[home]).append(glyph)
    return inside, outside


def piece(lattice: Lattice, glyphs: Iterable[Glyph], page: int) -> Piece:
    """The table that characters make in a lattice."""
    texts = {slot: text_of(run, page) for slot, run in cells_of(lattice, glyphs, page).items()}
    rows = (tuple(texts.get((row, column), "") for column in range(lattice.columns)) for row in range(lattice.rows))
    return Piece(page, lattice.edges, lattice.levels, tuple(rows))


def cells_of(lattice: Lattice, glyphs: Iterable[Glyph], page: int) -> dict[Slot, list[Glyph]]:
    """The characters in each cell that has any."""
    cells: dict[Slot, list[Glyph]] = defaultdict(list)
    for line in lines_of(glyphs, page):
        for slot, run in placed(lattice, line):
            cells[slot] += run
    return cells


def text_of(glyphs: Iterable[Glyph], page: int) -> str:
    """What the characters of a cell say."""
    return _text(lines_of(glyphs, page))


def _holds(lattice: Lattice, x: float, y: float) -> bool:
    return lattice.edges[0] <= x < lattice.edges[-1] and lattice.levels[0] <= y < lattice.levels[-1]


def _text(lines: Sequence[Line]) -> str:
    """A cell's lines made one: Chinese words and broken figures without a blank, two figures never glued."""
    text = ""
    for line in lines:
        more = _TWO_FIGURES.sub(APART, line.text).replace("\t", " ")
        text += _joint(text, more) + more
    return text


def _joint(before: str, after: str) -> str:
    if not before or not (is_latin(before[-1]) and is_latin(after[0])):
        return ""
    if _FIGURE.fullmatch(before) and _FIGURE.fullmatch(after):
        return APART if _WHOLE_FIGURE.fullmatch(before) and _WHOLE_FIGURE.fullmatch(after) else ""
    return " "
