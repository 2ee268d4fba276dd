"""A form is a picture of itself: a CSV that looks like the paper, with six signs.

text = printed, `印=名` printed words and the trade's name, `←` `↑` part of the cell left or above, `□` typed,
`▣` computed, `…项` `…类款` a line that repeats (each further `…` goes on with the code, the last one is the name).
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

LEFT, UP, TYPED, COMPUTED, MORE = "←", "↑", "□", "▣", "…"


class Kind(StrEnum):
    """What a cell of a picture is."""

    PRINTED = "printed"
    BOX = "box"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Sketch:
    """One cell of a picture, with its span. ``word`` is the trade's name (the printed words if none is given)."""

    row: int
    column: int
    kind: Kind
    printed: str = ""
    word: str = ""
    computed: bool = False
    height: int = 1
    width: int = 1


@dataclass(frozen=True)
class Picture:
    """The cells of a table's picture; ``owner[row][column]`` is the cell that covers a place."""

    file: str
    owner: tuple[tuple[Sketch, ...], ...]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.owner)

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.owner[0]) if self.owner else 0

    def cells(self) -> tuple[Sketch, ...]:
        """Every cell once, row by row."""
        return tuple(cell for row in self.beginning for cell in row)

    @cached_property
    def beginning(self) -> tuple[tuple[Sketch, ...], ...]:
        """The cells that begin in each row, from left to right."""
        return tuple(
            tuple(cell for column, cell in enumerate(covered) if (cell.row, cell.column) == (row, column))
            for row, covered in enumerate(self.owner)
        )

    @cached_property
    def body(self) -> int:
        """The first row with a box or a repeating line: everything above is header."""
        return min((cell.row for cell in self.cells() if cell.kind is not Kind.PRINTED), default=self.rows)


class PictureError(ValueError):
    """A picture that cannot be read; ``row`` and ``column`` are counted from 1."""

    def __init__(self, row: int, column: int, message: str) -> None:
        super().__init__(f"第 {column} 列：{message}")
        self.row, self.column = row, column


def draw(file: str, raw: list[list[str]]) -> Picture:
    """The picture that the CSV rows show. Raises PictureError where a merge sign points nowhere."""
    width = max((len(row) for row in raw), default=0)
    rows = [row + [""] * (width - len(row)) for row in raw]
    anchors = [[_anchor(rows, r, c) for c in range(width)] for r in range(len(rows))]
    cells = {
        (r, c): replace(_sketch(r, c, rows[r][c]), height=height, width=width)
        for (r, c), (height, width) in _spans(anchors).items()
    }
    return Picture(file, tuple(tuple(cells[at] for at in row) for row in anchors))


def _anchor(rows: list[list[str]], row: int, column: int) -> tuple[int, int]:
    """The place whose cell covers (row, column), following ← and ↑."""
    r, c = row, column
    while rows[r][c] in (LEFT, UP):
        r, c = (r, c - 1) if rows[r][c] == LEFT else (r - 1, c)
        if r < 0 or c < 0:
            raise PictureError(row + 1, column + 1, f"「{rows[row][column]}」的{'左' if r >= 0 else '上'}边没有格子")
    return r, c


def _spans(anchors: list[list[tuple[int, int]]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Height and width of every cell, by its place."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(anchors):
        for c, at in enumerate(row):
            height, width = spans.get(at, (1, 1))
            spans[at] = (max(height, r - at[0] + 1), max(width, c - at[1] + 1))
    return spans


def _sketch(row: int, column: int, text: str) -> Sketch:
    if text in (TYPED, COMPUTED):
        return Sketch(row, column, Kind.BOX, computed=text == COMPUTED)
    if text.startswith(MORE):
        return Sketch(row, column, Kind.REPEAT, word=text.removeprefix(MORE))
    printed, _, word = text.partition("=")
    return Sketch(row, column, Kind.PRINTED, printed, word or printed)
