"""What is drawn over the cells of a table: rules, the frame of the current figure, headings that stay in sight."""

from PySide6.QtCore import QLine, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from juesuan_desktop.gui.grid_delegate import GridDelegate
from juesuan_desktop.gui.grid_model import MARGIN, GridModel
from juesuan_desktop.gui.grid_sheet import GridSheet
from juesuan_desktop.gui.look import Look

FRAME, HEADER_LINE = 2, 2


class GridOverlay:
    """Draws over a view, in the coordinates of its viewport."""

    def __init__(
        self, view: QTableView, model: GridModel, sheet: GridSheet, delegate: GridDelegate, look: Look
    ) -> None:
        self._view, self._model, self._sheet = view, model, sheet
        self._delegate, self._theme = delegate, look.theme

    def frozen_height(self) -> int:
        """How much of the viewport's top the headings cover while the sheet is scrolled."""
        return self._sheet.header_height if self._header_top() < 0 else 0

    def paint(self) -> None:
        """Draw everything."""
        painter = QPainter(self._view.viewport())
        self._rule(painter, self._sheet.rules, self._view.rowViewportPosition(MARGIN))
        self._frame(painter)
        if self.frozen_height():
            self._header(painter)
        painter.end()

    def _header_top(self) -> int:
        return self._view.rowViewportPosition(self._model.grid.header.start + MARGIN)

    def _rule(self, painter: QPainter, lines: list[QLine], top: int) -> None:
        painter.save()
        painter.translate(self._view.columnViewportPosition(MARGIN), top)
        painter.setPen(QPen(self._theme["paper.rule"], 0))
        painter.drawLines(lines)
        painter.restore()

    def _frame(self, painter: QPainter) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            pen = QPen(self._theme["paper.current"], FRAME)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(self._view.visualRect(index).adjusted(0, 0, -1, -1))

    def _header(self, painter: QPainter) -> None:
        view, model, sheet = self._view, self._model, self._sheet
        lift, height = -self._header_top(), sheet.header_height
        painter.fillRect(0, 0, sheet.width, height, self._theme["paper.sheet"])
        for cell in model.grid.cells:
            if cell.row in model.grid.header:
                rect = view.visualRect(model.index(cell.row + MARGIN, cell.column + MARGIN))
                self._delegate.paint_cell(painter, rect.translated(0, lift), model, cell)
        self._rule(painter, sheet.header_rules, -sheet.above_header)
        left = view.columnViewportPosition(MARGIN)
        painter.fillRect(left, height, sheet.measures.width, HEADER_LINE, self._theme["paper.rule"])
