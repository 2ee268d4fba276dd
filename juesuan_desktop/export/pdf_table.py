"""A table on paper: split between pages, its header repeated, drawn as rules and texts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, takewhile

from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.pdf_fit import HEAD, LEADING, PAD, Plan, Wrapped, fit, use_of
from juesuan_desktop.export.pdf_head import HeadText, head_places
from juesuan_desktop.export.pdf_pages import MIDDLE, Page, Rule, Text, sheet_page
from juesuan_desktop.forms.grid import Align, Cell, Grid, Role

_ROUNDING = 0.01


def table_pages(grid: Grid, fonts: Fonts) -> list[Page]:
    """The pages of a table: rows are never split, further pages begin with the grid's header rows."""
    sample = sheet_page(grid.landscape)
    plan = fit(grid, sample.right - sample.left, sample.bottom - sample.top, fonts)
    by_row = _cells_by_row(grid)
    pages = []
    for rows in _split(grid, plan, sample.bottom - sample.top):
        sheet = _Sheet(grid, plan, rows)
        for place, row in enumerate(rows):
            for index in by_row[row]:
                sheet.add(index, place, fonts)
            sheet.add_head(
                [grid.cells[index] for index in by_row[row] if grid.cells[index].role is Role.HEAD], place, fonts
            )
        pages.append(sheet.finished())
    return pages


class _Sheet:
    """One page of the table while it is drawn; places count the rows of this page."""

    def __init__(self, grid: Grid, plan: Plan, rows: Sequence[int]) -> None:
        self.page = sheet_page(grid.landscape)
        self._grid, self._plan, self._rows = grid, plan, rows
        self._xs = list(accumulate(plan.widths, initial=self.page.left))
        self._ys = list(accumulate((plan.heights[row] for row in rows), initial=self.page.top))
        self._across = defaultdict[int, set[int]](set)  # edge between two places → columns with a line
        self._down = defaultdict[int, set[int]](set)  # edge between two columns → places with a line

    def add(self, index: int, place: int, fonts: Fonts) -> None:
        """Draw a cell whose first row on this page is at ``place``."""
        cell = self._grid.cells[index]
        if place and self._rows[place - 1] in range(cell.row, self._rows[place]):
            return  # drawn with the row above
        covered = range(cell.row, cell.row + cell.height)
        end = place + sum(1 for _ in takewhile(covered.__contains__, self._rows[place:]))
        if cell.role.is_ruled:
            self._frame(range(cell.column, cell.column + cell.width), range(place, end))
        if self._rows[place] == cell.row and cell.role is not Role.HEAD:
            self._write(cell, (self._ys[place] + self._ys[end]) / 2, self._plan.texts[index], fonts)

    def add_head(self, cells: list[Cell], place: int, fonts: Fonts) -> None:
        """Draw a line of the head."""
        face = fonts[Use.SONG]
        cells = sorted((cell for cell in cells if cell.text), key=lambda cell: cell.column)
        texts = [
            HeadText(
                self._xs[cell.column], self._xs[cell.column + cell.width], cell.align, face.width(cell.text) * HEAD
            )
            for cell in cells
        ]
        scale, xs = head_places(texts, self._xs[0], self._xs[-1])
        baseline = (self._ys[place] + self._ys[place + 1]) / 2 + MIDDLE * HEAD
        for cell, x in zip(cells, xs, strict=True):
            self.page.marks.append(Text(x, baseline, cell.text, Use.SONG, HEAD * scale))

    def finished(self) -> Page:
        """The page with its lines, each drawn once and in one piece."""
        for edge, columns in self._across.items():
            for run in _runs(columns):
                self.page.marks.append(Rule(self._xs[run.start], self._ys[edge], self._xs[run.stop], self._ys[edge]))
        for edge, places in self._down.items():
            for run in _runs(places):
                self.page.marks.append(Rule(self._xs[edge], self._ys[run.start], self._xs[edge], self._ys[run.stop]))
        return self.page

    def _frame(self, columns: range, places: range) -> None:
        for edge in (places.start, places.stop):
            self._across[edge].update(columns)
        for edge in (columns.start, columns.stop):
            self._down[edge].update(places)

    def _write(self, cell: Cell, middle: float, text: Wrapped, fonts: Fonts) -> None:
        use = use_of(cell.role)
        left, right = self._xs[cell.column] + PAD, self._xs[cell.column + cell.width] - PAD
        baseline = middle - (len(text.lines) - 1) * text.size * LEADING / 2 + MIDDLE * text.size
        for line in filter(None, text.lines):
            spare = right - left - fonts[use].width(line) * text.size
            x = left + spare * {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}[cell.align]
            self.page.marks.append(Text(x, baseline, line, use, text.size))
            baseline += text.size * LEADING


def _cells_by_row(grid: Grid) -> dict[int, list[int]]:
    by_row = defaultdict[int, list[int]](list)
    for index, cell in enumerate(grid.cells):
        for row in range(cell.row, cell.row + cell.height):
            by_row[row].append(index)
    return by_row


def _split(grid: Grid, plan: Plan, height: float) -> Iterator[list[int]]:
    """The rows of each page."""
    rows = list(range(grid.header.stop))
    used = sum(plan.heights[row] for row in rows)
    fresh = True
    for band in _bands(grid, plan, height - sum(plan.heights[row] for row in grid.header)):
        needed = sum(plan.heights[row] for row in band)
        if used + needed > height + _ROUNDING and not fresh:
            yield rows
            rows = list(grid.header)
            used = sum(plan.heights[row] for row in rows)
        rows.extend(band)
        used, fresh = used + needed, False
    yield rows


def _bands(grid: Grid, plan: Plan, height: float) -> Iterator[range]:
    """The rows below the header in groups that stay on one page: merged cells, and the notes with the last row."""
    joined = set(range(grid.ruled_rows().stop, grid.rows))  # rows that stay with the row above
    for cell in grid.cells:
        joined.update(range(cell.row + 1, cell.row + cell.height))
    starts = [row for row in range(grid.header.stop, grid.rows) if row not in joined or row == grid.header.stop]
    for start, stop in zip(starts, [*starts[1:], grid.rows], strict=True):
        if sum(plan.heights[start:stop]) <= height + _ROUNDING:
            yield range(start, stop)
        else:
            yield from (range(row, row + 1) for row in range(start, stop))


def _runs(numbers: set[int]) -> Iterator[range]:
    """Neighbouring numbers as ranges."""
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield range(run[0], run[-1] + 1)
