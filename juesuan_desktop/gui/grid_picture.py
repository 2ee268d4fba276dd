"""A table drawn on its sheet: cells, rules, the frame of the current figure, headings that stay in sight."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView

from juesuan_desktop.forms.grid import Cell
from juesuan_desktop.gui.cell_drawing import CellDrawing, drawing_of
from juesuan_desktop.gui.grid_model import MARGIN, GridModel
from juesuan_desktop.gui.grid_sheet import GridSheet
from juesuan_desktop.gui.theme import Theme

FRAME, HEADER_LINE = 2, 2
Place = tuple[int, int]


class GridPicture:
    """Draws what the viewport of a view shows. Drawings of cells are kept until their cell changes."""

    def __init__(self, view: QTableView, model: GridModel, sheet: GridSheet, theme: Theme) -> None:
        self._view, self._model, self._sheet, self._theme = view, model, sheet, theme
        self.forget()

    def forget(self) -> None:
        """The table was laid out anew."""
        self._drawings: dict[Place, CellDrawing] = {}
        self._edges = (0, *accumulate(self._sheet.measures.rows))
        self._rows: dict[int, list[Place]] = {}
        for cell in self._model.grid.cells:
            for row in range(cell.row, cell.row + cell.height):
                self._rows.setdefault(row, []).append((cell.row, cell.column))

    def forget_cell(self, cell: Cell) -> None:
        """A cell changed."""
        self._drawings.pop((cell.row, cell.column), None)

    def drawing(self, place: Place) -> CellDrawing:
        """How the cell at a place of the grid looks now."""
        if place not in self._drawings:
            cell = self._model.grid_cell(*place)
            self._drawings[place] = drawing_of(cell, self._model, self._sheet, self._theme)
        return self._drawings[place]

    def frozen_height(self) -> int:
        """How much of the viewport's top the headings cover while the sheet is scrolled."""
        return self._sheet.header_height if self._header_top() < 0 else 0

    def paint(self, event: QPaintEvent) -> None:
        """Draw what is asked for."""
        painter = QPainter(self._view.viewport())
        top = self._view.rowViewportPosition(0)
        painter.fillRect(0, top, self._sheet.width, sum(self._sheet.rows), self._theme["paper.sheet"])
        left, top = self._view.columnViewportPosition(MARGIN), self._view.rowViewportPosition(MARGIN)
        painter.translate(left, top)
        for asked in event.region():  # type: ignore[attr-defined]
            self._draw_cells(painter, asked.translated(-left, -top))
        self._rule(painter, self._sheet.rules)
        self._frame(painter)
        painter.resetTransform()
        if self.frozen_height():
            painter.translate(left, 0)
            self._draw_header(painter)
        painter.end()

    def _draw_cells(self, painter: QPainter, asked: QRect) -> None:
        for place in self._places_within(asked):
            drawing = self.drawing(place)
            if drawing.box.intersects(asked):
                drawing.draw(painter, self._theme)

    def _places_within(self, asked: QRect) -> Iterator[Place]:
        """The cells of the rows that are asked for; merged ones once."""
        first, last = (bisect_right(self._edges, edge) - 1 for edge in (asked.top(), asked.bottom()))
        for row in range(max(0, first), last + 1):
            for place in self._rows.get(row, ()):
                if row in (place[0], first):
                    yield place

    def _header_top(self) -> int:
        return self._view.rowViewportPosition(self._model.grid.header.start + MARGIN)

    def _rule(self, painter: QPainter, lines: list[QLine]) -> None:
        painter.setPen(QPen(self._theme["paper.rule"], 0))
        painter.drawLines(lines)

    def _frame(self, painter: QPainter) -> None:
        cell = self._model.cell(self._view.currentIndex())
        if cell is not None:
            pen = QPen(self._theme["paper.current"], FRAME)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(self._sheet.measures.box(cell).adjusted(1, 1, -1, -1))

    def _draw_header(self, painter: QPainter) -> None:
        """The headings again, at the top of the viewport."""
        sheet, header = self._sheet, self._model.grid.header
        width = sheet.measures.width
        painter.fillRect(-1, 0, width + 2, sheet.header_height, self._theme["paper.sheet"])
        painter.fillRect(-1, sheet.header_height, width + 1, HEADER_LINE, self._theme["paper.rule"])
        painter.translate(0, -sheet.above_header)
        for row in header:
            for place in self._rows.get(row, ()):
                if place[0] == row:
                    self.drawing(place).draw(painter, self._theme)
        self._rule(painter, sheet.header_rules)
