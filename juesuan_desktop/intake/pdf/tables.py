"""A lattice and the characters in it: the cells' texts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from juesuan_desktop.intake.pdf.glyphs import Glyph
from juesuan_desktop.intake.pdf.lattice import Lattice, Slot
from juesuan_desktop.intake.pdf.lines import Line, is_latin, lines_of, median, spaced

TOGETHER = 0.12
CUT = 0.15
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
        for slot, run in _placed(lattice, line):
            cells[slot] += run
    return cells


def text_of(glyphs: Iterable[Glyph], page: int) -> str:
    """What the characters of a cell say."""
    return _text(lines_of(glyphs, page))


def _holds(lattice: Lattice, x: float, y: float) -> bool:
    return lattice.edges[0] <= x < lattice.edges[-1] and lattice.levels[0] <= y < lattice.levels[-1]


def _placed(lattice: Lattice, line: Line) -> Iterator[tuple[Slot, list[Glyph]]]:
    """The line's characters by cell. A figure that reaches over a ruling stays whole, where most of it is."""
    for run in _runs(line):
        middle = median(glyph.middle for glyph in run)
        slots = [lattice.slot(_inside(lattice, glyph), middle) or (0, 0) for glyph in run]
        parts = _parts(run, slots)
        if len(parts) > 1 and _is_one(parts, run, lattice):
            yield Counter(slots).most_common(1)[0][0], run
        else:
            yield from parts


def _inside(lattice: Lattice, glyph: Glyph) -> float:
    x = (glyph.left + glyph.right) / 2
    return min(max(x, lattice.edges[0]), lattice.edges[-1] - 1)


def _runs(line: Line) -> Iterator[list[Glyph]]:
    """Characters that follow each other without a gap."""
    run: list[Glyph] = []
    for glyph in line.glyphs:
        if run and glyph.left - run[-1].right > TOGETHER * glyph.size:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _parts(run: Sequence[Glyph], slots: Sequence[Slot]) -> list[tuple[Slot, list[Glyph]]]:
    """A run cut where the cell changes."""
    parts: list[tuple[Slot, list[Glyph]]] = []
    for glyph, slot in zip(run, slots, strict=True):
        if parts and parts[-1][0] == slot:
            parts[-1][1].append(glyph)
        else:
            parts.append((slot, [glyph]))
    return parts


def _is_one(parts: Sequence[tuple[Slot, list[Glyph]]], run: Sequence[Glyph], lattice: Lattice) -> bool:
    """Whether a run over several cells is one text: a figure not whole in each, or a word that a ruling cuts."""
    if all(is_latin(glyph.text) for glyph in run):
        return not all(_WHOLE_FIGURE.fullmatch(spaced(part, "")) for _, part in parts)
    return any(_cut(glyph, lattice) for glyph in run)


def _cut(glyph: Glyph, lattice: Lattice) -> bool:
    """Whether a column's side goes through a character, not just along it."""
    margin = CUT * glyph.size
    return any(glyph.left + margin < edge < glyph.right - margin for edge in lattice.edges[1:-1])


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
