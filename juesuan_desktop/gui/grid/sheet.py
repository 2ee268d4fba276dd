"""The sheet a table lies on: its zoom, the sizes of its rows and columns, its rules."""

from juesuan_desktop.forms.grid import Cell
from juesuan_desktop.gui.grid.columns import Columns
from juesuan_desktop.gui.grid.measure import (
    BOTTOM_MARGIN,
    PAD,
    SIDE_MARGIN,
    TOP_MARGIN,
    Measures,
    SheetFonts,
    height_of,
    is_amount,
    measure,
)
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.look.look import Look

LEAST_ZOOM, LEAST_ZOOM_ON_GLASS = 0.6, 0.85


class GridSheet:
    """How a table is laid out at the present zoom.

    Attributes:
        fonts, measures: what its words are written in, how large its cells are.
    """

    fonts: SheetFonts
    measures: Measures

    def __init__(self, model: GridModel, look: Look, room: int, scale: float, chosen: float) -> None:
        self._model, self._look = model, look
        self.zoom, self._fitted = 0.0, (0, 0.0, 0.0, look.fonts)
        self.fit(room, scale, chosen)

    def lay_out(self) -> None:
        """Measure the table as it is now."""
        self._lay_out(Columns(self._model.grid))

    def fit(self, room: int, scale: float, chosen: float) -> bool:
        """Zoom as chosen, or so that the sheet fits a width and can be read; whether anything changed,
        the size of its type included."""
        before, self._fitted = self._fitted, (room, scale, chosen, self._look.fonts)
        if before == self._fitted:
            return False
        least = max(LEAST_ZOOM, LEAST_ZOOM_ON_GLASS / scale)
        columns = Columns(self._model.grid)
        zoom = chosen or columns.fitting_zoom(self._look.fonts, room - 2 * SIDE_MARGIN, least)
        if zoom == self.zoom and before[-1] == self._fitted[-1]:
            return False
        self.zoom, self.fonts = zoom, SheetFonts.at(self._look.fonts, zoom)
        self._lay_out(columns)
        return True

    def _lay_out(self, columns: Columns) -> None:
        self.measures = measure(self._model.grid, self.fonts, columns.at(self.fonts))

    @property
    def width(self) -> int:
        """The whole sheet, margins and all."""
        return self.measures.width + 2 * SIDE_MARGIN

    @property
    def columns(self) -> tuple[int, ...]:
        """Widths of the model's columns."""
        return (SIDE_MARGIN, *self.measures.columns, SIDE_MARGIN)

    @property
    def rows(self) -> tuple[int, ...]:
        """Heights of the model's rows."""
        return (TOP_MARGIN, *self.measures.rows, BOTTOM_MARGIN)

    @property
    def header_height(self) -> int:
        """How high the headings are."""
        header = self._model.grid.header
        return sum(self.measures.rows[header.start : header.stop])

    @property
    def above_header(self) -> int:
        """How much of the table (title, head) lies above the headings."""
        return sum(self.measures.rows[: self._model.grid.header.start])

    def is_too_small_for(self, cell: Cell) -> bool:
        """Whether an amount has grown out of its column, or words out of their row."""
        column, ruler = self.measures.columns[cell.column], self.fonts.ruler(cell.role)
        if is_amount(cell):
            return ruler.width(cell.text) + 2 * PAD > column
        return height_of(cell, ruler, column - 2 * PAD) > self.measures.rows[cell.row]
