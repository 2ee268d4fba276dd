"""The sheet a table lies on: its zoom, the sizes of its rows and columns, its rules."""

from PySide6.QtCore import QLine

from juesuan_desktop.forms.grid import Cell
from juesuan_desktop.gui.grid_measure import (
    BOTTOM_MARGIN,
    SIDE_MARGIN,
    TOP_MARGIN,
    Measures,
    SheetFonts,
    fitting_zoom,
    measure,
    rules_of,
)
from juesuan_desktop.gui.grid_model import GridModel
from juesuan_desktop.gui.look import Look

LEAST_ZOOM, LEAST_ZOOM_ON_GLASS = 0.6, 0.85


class GridSheet:
    """How a table is laid out at the present zoom.

    Attributes:
        fonts, measures: what its words are written in, how large its cells are.
        rules, header_rules: the lines of the table, and of its headings alone, from the table's upper left.
    """

    fonts: SheetFonts
    measures: Measures
    rules: list[QLine]
    header_rules: list[QLine]

    def __init__(self, model: GridModel, look: Look, room: int, scale: float) -> None:
        self._model, self._look = model, look
        self._zoom, self._fitted = 0.0, (0, 0.0)
        self.fit(room, scale)

    def lay_out(self) -> None:
        """Measure the table as it is now."""
        grid = self._model.grid
        self.fonts = SheetFonts.at(self._look.fonts, self._zoom)
        self.measures = measure(grid, self.fonts)
        ruled = [cell for cell in grid.cells if cell.role.is_ruled]
        self.rules = rules_of(ruled, self.measures)
        self.header_rules = rules_of((cell for cell in ruled if cell.row in grid.header), self.measures)

    def fit(self, room: int, scale: float) -> bool:
        """Zoom so that the sheet fits a width, within what can be read on the screen; whether anything changed."""
        if (room, scale) == self._fitted:
            return False
        self._fitted = (room, scale)
        least = max(LEAST_ZOOM, LEAST_ZOOM_ON_GLASS / scale)
        zoom = fitting_zoom(self._model.grid, self._look.fonts, room - 2 * SIDE_MARGIN, least)
        if zoom == self._zoom:
            return False
        self._zoom = zoom
        self.lay_out()
        return True

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

    def is_too_narrow_for(self, cell: Cell) -> bool:
        """Whether an amount has grown out of its column."""
        return self.fonts.text_width(cell.text) > self.measures.columns[cell.column]
