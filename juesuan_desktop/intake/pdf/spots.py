"""Where on a page of a PDF each text stands: the cells of its tables, and the lines between them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from juesuan_desktop.intake.pdf.glyphs import Frame, Glyph, glyphs_of
from juesuan_desktop.intake.pdf.lattice import Lattice, lattices_of
from juesuan_desktop.intake.pdf.lines import lines_of
from juesuan_desktop.intake.pdf.rulings import drawing_of
from juesuan_desktop.intake.pdf.tables import cells_of, split_off, text_of

Box = tuple[float, float, float, float]
OUTSIDE = -1
ABOVE, BELOW = 0.85, 0.15  # of the size of the type: how far it reaches above and below its base line


class Spot(NamedTuple):
    """A text and its box: left, bottom, right, top in PDF points, y upwards as in the file.

    ``table`` counts the tables of the page (OUTSIDE: a line between them), ``row`` and ``column`` its cells.
    """

    text: str
    box: Box
    table: int = OUTSIDE
    row: int = 0
    column: int = 0


def spots_of(document: Any, page: int) -> list[Spot]:
    """All texts of a page, which is counted from 1."""
    sheet = document[page - 1]
    try:
        glyphs, frame = glyphs_of(sheet.raw, sheet.get_rotation())
        lattices = lattices_of(drawing_of(sheet.raw, frame))
    finally:
        sheet.close()
    inside, outside = split_off(lattices, glyphs)
    spots = [Spot(line.text, _box(line.glyphs, frame)) for line in lines_of(outside, page)]
    for number, (lattice, own) in enumerate(zip(lattices, inside, strict=True)):
        spots += _cells(lattice, own, frame, number)
    return spots


def _cells(lattice: Lattice, glyphs: Iterable[Glyph], frame: Frame, table: int) -> Iterator[Spot]:
    for (row, column), own in sorted(cells_of(lattice, glyphs, 1).items()):
        yield Spot(text_of(own, 1), _box(own, frame), table, row, column)


def _box(glyphs: Iterable[Glyph], frame: Frame) -> Box:
    own = list(glyphs)
    first = frame.back(min(one.left for one in own), min(one.base - ABOVE * one.size for one in own))
    last = frame.back(max(one.right for one in own), max(one.base + BELOW * one.size for one in own))
    return min(first[0], last[0]), min(first[1], last[1]), max(first[0], last[0]), max(first[1], last[1])
