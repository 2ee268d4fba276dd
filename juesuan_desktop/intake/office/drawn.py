"""A table that is drawn cell by cell with spans (HTML, Word, SpreadsheetML), laid out on a grid."""

from typing import Any

from juesuan_desktop.intake.refusal import LONGEST_TEXT, MOST_CHARACTERS, MOST_COLUMNS, within


class Drawn:
    """Takes cells in reading order; a cell has its text in its first place, the places it covers are blank.

    A span goes no further than there are rows and columns of other cells, so that a hostile one costs nothing.
    """

    def __init__(self) -> None:
        self._rows: list[dict[int, str]] = []
        self._reserved: dict[int, int] = {}  # column → the row down to which a cell above covers it
        self._column = 0
        self._room = MOST_CHARACTERS
        self._merged: list[tuple[int, int, int, int]] = []

    def row(self, number: int | None = None) -> None:
        """Begin the next row (or that row, counted from 0)."""
        wanted = len(self._rows) if number is None else max(number, len(self._rows))
        within(wanted + 1, 1)
        self._rows += [{} for _ in range(wanted + 1 - len(self._rows))]
        self._column = 0

    def skip(self, columns: int) -> None:
        """Leave places blank."""
        within(1, self._column + columns)
        self._column += columns

    def at(self, column: int) -> None:
        """Go on in that column, counted from 0."""
        within(1, column + 1)
        self._column = column

    def cell(self, text: str, width: int = 1, height: int = 1) -> None:
        """Put the next cell into the first free place of the row."""
        if not self._rows:
            self.row()
        here = len(self._rows) - 1
        while self._reserved.get(self._column, -1) >= here:
            self._column += 1
        width = max(1, min(width, MOST_COLUMNS))
        within(1, self._column + 1)
        self._rows[here][self._column] = text[: min(LONGEST_TEXT, self._room)].strip()
        self._room -= len(text)
        if text and width * height > 1:
            self._merged.append((here, self._column, height, width))
        for column in range(self._column, self._column + width):
            if height > 1:
                self._reserved[column] = here + height - 1
        self._column += width

    def grid(self) -> list[list[str]]:
        """All rows, equally long."""
        width = max((max(row, default=-1) + 1 for row in self._rows), default=0)
        within(len(self._rows), width)
        return [[row.get(column, "") for column in range(width)] for row in self._rows]

    def told(self) -> dict[str, Any]:
        """The grid and the cells that reach over others (row, column, height, width), as the child tells them."""
        return {"grid": self.grid(), "merged": self._merged}


def number(text: str | None, otherwise: int = 1) -> int:
    """A span or place that a file gives as text."""
    text = (text or "").strip()
    return int(text[:9]) if text.isascii() and text.isdigit() else otherwise
