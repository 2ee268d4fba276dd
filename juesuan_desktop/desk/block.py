"""Blocks of cells to and from the clipboard, as Excel and WPS write them: tabs between cells, a line a row."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.amounts import ZERO, AmountError, parse, rounded
from juesuan_desktop.desk.clipboard import ClipboardError, rows_of, text_of
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.grid import Cell, Grid, Role

Place = tuple[int, int]
Take = Callable[[str, str], str | None]
"""Makes the value to keep of an address and a text; raises AmountError where the text cannot stand there."""


class BlockError(ClipboardError):
    """The clipboard cannot be pasted here; one sentence says why, nothing was changed."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste wants.

    ``wanted`` are values by address; ``passed_by`` is what was copied for the cells that go on being computed; the
    pasted block ends at ``last``.
    """

    wanted: Mapping[str, str | None]
    passed_by: Mapping[str, str]
    last: Place

    @property
    def computed(self) -> int:
        """How many computed cells are left to be computed."""
        return len(self.passed_by)


def copied(cells: Sequence[Cell]) -> str:
    """The cells as clipboard text, blanks between where the selection has gaps."""
    if not cells:
        return ""
    rows = range(min(cell.row for cell in cells), max(cell.row for cell in cells) + 1)
    columns = range(min(cell.column for cell in cells), max(cell.column for cell in cells) + 1)
    texts = {(cell.row, cell.column): cell.text for cell in cells}
    return text_of([texts.get((row, column), "") for column in columns] for row in rows)


def pasted(text: str, grid: Grid, selected: Sequence[Place], take: Take) -> Pasted:
    """What pasting a clipboard text at the selected cells means; ``take`` makes values of texts.

    One copied cell fills the whole selection, a block is repeated in it where it goes into it evenly; one that was
    copied together with the codes and names of its lines is laid on them. Raises
    ClipboardError, and then nothing is to be changed: an amount outside the figures, a text in a figure.
    """
    rows = rows_of(text)
    if not text.strip("\t\r\n ") and len(rows) == 1:
        raise BlockError("剪贴板里没有内容，没有粘贴")
    cells = {(cell.row, cell.column): cell for cell in grid.cells}
    single = len(rows) == 1 and len(rows[0]) == 1
    corner = _corner(selected, min)
    start = corner if single else _with_names(rows[0][0], corner, cells)
    block = _repeated(rows, selected) if start == corner else rows
    targets = [(at, rows[0][0]) for at in selected] if single else list(_laid(block, start))
    wanted: dict[str, str | None] = {}
    passed_by: dict[str, str] = {}
    for at, value in targets:
        cell = cells.get(at)
        if cell is None or cell.address is None:
            _must_say_nothing(value, at, start, cell)
        elif cell.role is Role.COMPUTED:
            passed_by[cell.address] = value
        else:
            wanted[cell.address] = _taken(value, cell.address, take, "没有粘贴")
    return Pasted(wanted, passed_by, _corner([at for at, _ in targets if at in cells] or selected, max))


def is_other(copied_text: str, computed: Decimal | None) -> bool:
    """Whether another amount was copied for a cell than is computed there; words and blanks say nothing."""
    try:
        amount = parse(copied_text)
    except AmountError:
        return False
    return amount is not None and rounded(amount) != rounded(computed or ZERO)


def filled_down(
    grid: Grid, selected: Sequence[Place], values: Mapping[str, str | None], take: Take
) -> dict[str, str | None]:
    """Ctrl+D: in each selected column the top cell's value for every typed cell below it.

    Raises BlockError where it cannot stand in one of them, and then nothing is to be changed.
    """
    cells = {(cell.row, cell.column): cell for cell in grid.cells}
    wanted: dict[str, str | None] = {}
    for column in sorted({column for _, column in selected}):
        rows = sorted(row for row, at in selected if at == column)
        top = cells.get((rows[0], column))
        if top is None or top.address is None:
            continue
        value = values.get(top.address) or ""
        for row in rows[1:]:
            below = cells.get((row, column))
            if below is not None and below.address is not None and below.role is Role.TYPED:
                wanted[below.address] = _taken(value, below.address, take, "没有填充")
    return wanted


def _with_names(first: str, start: Place, cells: Mapping[Place, Cell]) -> Place:
    """Where a block begins: left of the selection where its first words are printed there, in the same row."""
    row, column = start
    places = ((row, left) for left in range(column) if first.strip())
    printed = (at for at in places if (cell := cells.get(at)) is not None and cell.address is None)
    return next((at for at in printed if squeezed(cells[at].text) == squeezed(first)), start)


def _repeated(rows: list[list[str]], selected: Sequence[Place]) -> list[list[str]]:
    """The copied block as often as it fits evenly beside and below itself in the selection, as Excel does it."""
    (top, left), (bottom, right) = _corner(selected, min), _corner(selected, max)
    times = [_times(bottom - top + 1, len(rows)), _times(right - left + 1, max(map(len, rows)))]
    down, beside = times if all(times) else (1, 1)
    if beside == 1:
        return rows * down
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] * beside for row in rows] * down


def _times(room: int, size: int) -> int:
    """How often something goes into a room: once into a single cell, 0 where it does not go in evenly."""
    return 1 if room == 1 else (0 if room % size else room // size)


def _corner(places: Sequence[Place], outermost: Callable[[Iterable[int]], int]) -> Place:
    return outermost(row for row, _ in places), outermost(column for _, column in places)


def _laid(rows: Sequence[Sequence[str]], start: Place) -> Iterator[tuple[Place, str]]:
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            yield (start[0] + down, start[1] + right), value


def _must_say_nothing(value: str, at: Place, start: Place, cell: Cell | None) -> None:
    """Outside the figures only blanks may land, or the words that are printed there anyway."""
    if value.strip() and (cell is None or squeezed(value) != squeezed(cell.text)):
        down, right = at[0] - start[0] + 1, at[1] - start[1] + 1
        raise BlockError(f"剪贴板第 {down} 行第 {right} 列的「{squeezed(value)[:20]}」落在不能填的地方，没有粘贴")


def _taken(value: str, address: str, take: Take, outcome: str) -> str | None:
    try:
        return take(address, value)
    except AmountError as error:
        raise BlockError(f"{address}：{error}，{outcome}") from error
