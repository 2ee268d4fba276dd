"""What any file is turned into before anything is recognised: paragraphs and raw tables, with their places."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Merge = tuple[int, int, int, int]  # row, column, height, width

_HEAD_ROWS = 4


class IntakeError(Exception):
    """A file that cannot be read as a report; one sentence for people: what, where, what to do."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text. ``page`` counts from 1 where the file has pages, ``sheet`` is named where it has sheets."""

    text: str
    page: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """Cells as text, row by row, all rows equally long; a merged cell has its text in its first place.

    On a sheet the first cell stands in row ``top`` and column ``left``, counted from 0. ``whole`` says that the file
    cannot have ended within it: half a workbook would not have opened, half a text does. ``notes`` are sentences that
    people must be told with it; ``places`` tell for each cell where it stood, if it was laid out anew; ``pages`` and
    ``sheets`` are those after the first that it goes on over: (the first row there, the page), and (the first row
    there, the sheet, that row on it). ``merged`` are cells that reach over others, as far as the file tells: (row,
    column, height, width). In a file without sheets and pages ``lines`` count its rows: (the first row there, which
    table of the file that is, '' in a text, that row or line there).
    """

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    sheet: str | None = None
    top: int = 0
    left: int = 0
    whole: bool = False
    notes: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    merged: tuple[Merge, ...] = ()
    sheets: tuple[tuple[int, str, int], ...] = ()
    lines: tuple[tuple[int, str, int], ...] = ()

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def head(self) -> tuple[tuple[str, ...], ...]:
        """The first rows, where a title, a number, the unit and the money unit may stand."""
        return self.rows[:_HEAD_ROWS]

    def origin(self, row: int, column: int) -> str:
        """Where a cell stands, for people: 「Sheet1!C5」, 「第 8 页」, 「第 97 行」, 「第 3 个表第 5 行」."""
        if self.places:
            return self.places[row][column]
        if self.sheet is not None:
            start = (0, self.sheet, self.top)
            first, sheet, top = next((piece for piece in reversed(self.sheets) if piece[0] <= row), start)
            return f"{sheet}!{column_letters(self.left + column)}{top + row - first + 1}"
        counted = bisect_left(self.lines, (row + 1,))
        if counted:
            first, table, line = self.lines[counted - 1]
            return f"{table}第 {line + row - first} 行"
        page = self._page(row)
        return f"第 {page} 页" if page else ""

    def area(self, rows: tuple[int, int], columns: tuple[int, int]) -> str:
        """Where the cells between two rows and two columns stand: 「Sheet1!C5:E12」, 「第 8 页第 3–5 列」."""
        first, last = self.origin(rows[0], columns[0]), self.origin(rows[1], columns[1])
        if self.places or self.sheet is not None:
            return first if first == last else f"{first}:{last.rpartition('!')[2]}"
        across = "–".join(str(column + 1) for column in dict.fromkeys(columns))
        return f"{first}{'' if first == last or not self.lines else '起'}第 {across} 列"

    def _page(self, row: int) -> int | None:
        return next((page for first, page in reversed(self.pages) if first <= row), self.page)


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that is only a picture: what it says is not known. ``page`` counts from 1."""

    page: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about the whole file that people must be told."""

    text: str


Block = Paragraph | RawTable | Scan | Remark
Material = tuple[Block, ...]


def heads(material: Material) -> Iterator[str]:
    """The words that tell what a material is: paragraphs, names of sheets, the first rows of tables."""
    for block in material:
        if isinstance(block, Paragraph):
            yield block.text
        if isinstance(block, RawTable):
            yield from (cell for row in block.rows[:2] for cell in row)
        if isinstance(block, Paragraph | RawTable) and block.sheet:
            yield block.sheet


def raw_table(rows: list[list[str]], page: int | None = None, sheet: str | None = None) -> RawTable:
    """A raw table from rows of any length."""
    width = max((len(row) for row in rows), default=0)
    return RawTable(tuple(tuple(row) + ("",) * (width - len(row)) for row in rows), page, sheet)


def moved(merged: Iterable[Merge], row: int, column: int) -> tuple[Merge, ...]:
    """Merged cells as they lie when counting begins at another row and column."""
    return tuple((top - row, left - column, height, width) for top, left, height, width in merged)


def within(merged: Iterable[Merge], rows: int, columns: int) -> tuple[Merge, ...]:
    """Those that begin in a table of so many rows and columns."""
    return tuple(one for one in merged if 0 <= one[0] < rows and 0 <= one[1] < columns)


def column_letters(column: int) -> str:
    """A sheet's column, counted from 0, as Excel names it: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
