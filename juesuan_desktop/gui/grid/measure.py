"""How wide and high the cells of a table are: the form's widths and the words in them, in a font."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from juesuan_desktop.forms.grid import Align, Cell, Grid, Role
from juesuan_desktop.gui.look.fonts import Fonts

PAD, LINE_PAD = 4, 4
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 22, 16, 26
WRAP = Qt.TextFlag.TextWordWrap
UNBOUND = 100_000
DIGITS = "0123456789"
ZOOMS = tuple(step / 20 for step in range(22, 10, -1))


class Ruler:
    """How wide and high words are in a font; what it has measured it knows."""

    def __init__(self, font: QFont) -> None:
        self.metrics = QFontMetrics(font)
        self.height = self.metrics.height()
        self._known: dict[str, int] = {}
        self.widest_digit = max(DIGITS, key=lambda digit: self.width(digit * 9))

    def width(self, text: str) -> int:
        """How wide a text is in one line."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self.metrics.horizontalAdvance(text)
        return known


@dataclass(frozen=True)
class SheetFonts:
    """The fonts of a table at one zoom."""

    text: QFont
    title: QFont

    @classmethod
    @lru_cache(maxsize=len(ZOOMS))
    def at(cls, fonts: Fonts, zoom: float) -> "SheetFonts":
        """The fonts at a zoom, the same for all tables: what one of them has measured the others know."""
        return cls(fonts.sheet(zoom), fonts.title(zoom))

    @cached_property
    def _rulers(self) -> tuple[Ruler, Ruler]:
        return Ruler(self.text), Ruler(self.title)

    def ruler(self, role: Role) -> Ruler:
        """What measures the words of a role."""
        return self._rulers[role is Role.TITLE]

    def of(self, role: Role) -> QFont:
        """The font of a role."""
        return self.title if role is Role.TITLE else self.text


@dataclass(frozen=True)
class Measures:
    """Sizes in pixels, the sheet's margins not counted."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]

    @property
    def width(self) -> int:
        """The table from left to right."""
        return sum(self.columns)

    @cached_property
    def edges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where columns and rows begin and end."""
        return (0, *accumulate(self.columns)), (0, *accumulate(self.rows))

    def box(self, cell: Cell) -> QRect:
        """Where a cell lies, counted from the table's upper left."""
        across, down = self.edges
        left, top = across[cell.column], down[cell.row]
        return QRect(left, top, across[cell.column + cell.width] - left, down[cell.row + cell.height] - top)


def is_amount(cell: Cell) -> bool:
    """Whether a cell holds a number, which always has its room in one line; words are wrapped."""
    return cell.role.is_figure and cell.align is Align.RIGHT


def measure(grid: Grid, fonts: SheetFonts, columns: tuple[int, ...]) -> Measures:
    """The sizes that show every word and every amount of the table in columns of these widths."""
    return Measures(columns, _rows(grid, fonts, columns))


def _rows(grid: Grid, fonts: SheetFonts, columns: tuple[int, ...]) -> tuple[int, ...]:
    edges = (0, *accumulate(columns))
    rows = [fonts.ruler(Role.LABEL).height + 2] * grid.rows
    amount = fonts.ruler(Role.TYPED).height + LINE_PAD
    for cell in sorted(grid.cells, key=lambda cell: cell.height):
        if is_amount(cell) and rows[cell.row] >= amount:
            continue  # most of a long table's cells
        width = edges[cell.column + cell.width] - edges[cell.column] - 2 * PAD
        needed = height_of(cell, fonts.ruler(cell.role), width)
        last = cell.row + cell.height - 1
        rows[last] += max(0, needed - sum(rows[cell.row : last + 1]))
    return tuple(rows)


def height_of(cell: Cell, ruler: Ruler, width: int) -> int:
    """How high a cell must be for its words."""
    extra = ruler.height // 2 if cell.role is Role.TITLE else LINE_PAD
    if is_amount(cell) or ruler.width(cell.text) <= width:
        return ruler.height + extra
    text = told(cell, ruler, width)
    return ruler.metrics.boundingRect(QRect(0, 0, width, UNBOUND), WRAP, text).height() + extra


def told(cell: Cell, ruler: Ruler, width: int) -> str:
    """The words of a cell; a heading too long for its width is cut into lines of about equal length."""
    advance = ruler.width(cell.text) if cell.role is Role.HEADER else 0
    if advance <= width or width <= 0:
        return cell.text
    each = ceil(len(cell.text) / ceil(advance / width))
    return "\n".join(cell.text[start : start + each] for start in range(0, len(cell.text), each))
