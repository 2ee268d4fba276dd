"""A table drawn on its sheet: cells, rules, the frame of the current figure, headings and names that stay in sight."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView

from juesuan_desktop.forms.grid import Cell, Role
from juesuan_desktop.gui.grid.block import Block
from juesuan_desktop.gui.grid.cell_drawing import CellDrawing, drawing_of
from juesuan_desktop.gui.grid.model import MARGIN, GridModel
from juesuan_desktop.gui.grid.sheet import GridSheet
from juesuan_desktop.gui.look.look import Look

FRAME, HEADER_LINE, TINT = 2, 2, 40
HEADER_SHARE = 2  # headings that would take half of the room scroll away with the rest
_NAMED = (Role.LABEL, Role.CODE)
Place = tuple[int, int]


class GridPicture:
    """Draws what the viewport of a view shows. Drawings of cells are kept until their cell changes."""

    def __init__(self, view: QTableView, model: GridModel, sheet: GridSheet, block: Block, look: Look) -> None:
        self._view, self._model, self._sheet, self._block, self._look = view, model, sheet, block, look
        self.forget()

    def forget(self) -> None:
        """The table was laid out anew."""
        self._drawings: dict[Place, CellDrawing] = {}
        self._edges = (0, *accumulate(self._sheet.measures.rows))
        self._side = side_columns(self._model.grid.cells)
        self._rows: defaultdict[int, list[Place]] = defaultdict(list)
        for cell in self._model.grid.cells:
            for row in range(cell.row, cell.row + cell.height):
                self._rows[row].append((cell.row, cell.column))

    def forget_cells(self, cells: Iterable[Cell]) -> None:
        """Cells changed."""
        for cell in cells:
            self._drawings.pop((cell.row, cell.column), None)

    def drawing(self, place: Place) -> CellDrawing:
        """How the cell at a place of the grid looks now."""
        if place not in self._drawings:
            cell = self._model.grid_cell(*place)
            self._drawings[place] = drawing_of(cell, self._model, self._sheet, self._look.theme)
        return self._drawings[place]

    def frozen_height(self) -> int:
        """How much of the viewport's top the headings cover while the sheet is scrolled."""
        is_roomy = self._view.viewport().height() > HEADER_SHARE * self._sheet.header_height
        return self._sheet.header_height if is_roomy and self._header_top() < 0 else 0

    def frozen_width(self) -> int:
        """How much of the viewport's left the names of the lines cover while the sheet is scrolled sideways."""
        columns = self._sheet.measures.columns
        width, widest = sum(columns[: self._side]), max(columns[self._side :], default=0)
        is_roomy = self._view.viewport().width() >= width + widest
        return width if is_roomy and self._view.columnViewportPosition(MARGIN) < 0 else 0

    def paint(self, event: QPaintEvent) -> None:
        """Draw what is asked for."""
        painter = QPainter(self._view.viewport())
        top = self._view.rowViewportPosition(0)
        painter.fillRect(0, top, self._sheet.width, sum(self._sheet.rows), self._look.theme["paper.sheet"])
        left, top = self._view.columnViewportPosition(MARGIN), self._view.rowViewportPosition(MARGIN)
        painter.translate(left, top)
        shown: dict[Place, None] = {}
        for asked in event.region():  # type: ignore[attr-defined]  # a region is a row of boxes; the stub does not say so
            shown |= dict.fromkeys(self._places_within(asked.translated(-left, -top)))
        for place in shown:  # each once: what is drawn twice looks bold
            self.drawing(place).draw(painter, self._look.theme)
        self._rule(painter, shown)
        self._frame(painter)
        painter.resetTransform()
        self._draw_frozen(painter, left, top)
        painter.end()

    def _draw_frozen(self, painter: QPainter, left: int, top: int) -> None:
        """What stays in sight, the corner of both last."""
        side, head = self.frozen_width(), self.frozen_height()
        if side:
            self._draw_side(painter, top, side)
        strips = {left: self._view.viewport().width(), **({0: side} if side else {})}
        for at, width in strips.items() if head else ():
            painter.save()
            painter.setClipRect(0, 0, width, head + HEADER_LINE)
            painter.translate(at, 0)
            self._draw_header(painter)
            painter.restore()

    def _places_within(self, asked: QRect) -> Iterator[Place]:
        """The cells that are asked for; merged ones once."""
        first, last = (bisect_right(self._edges, edge) - 1 for edge in (asked.top(), asked.bottom()))
        for row in range(max(0, first), last + 1):
            for place in self._rows.get(row, ()):
                if row in (place[0], first) and self.drawing(place).box.intersects(asked):
                    yield place

    def _header_top(self) -> int:
        return self._view.rowViewportPosition(self._model.grid.header.start + MARGIN)

    def _rule(self, painter: QPainter, places: Iterable[Place]) -> None:
        painter.setPen(QPen(self._look.theme["paper.rule"], 0))
        painter.drawLines([line for place in places for line in self.drawing(place).rules])

    def _frame(self, painter: QPainter) -> None:
        """The selected block tinted, the current figure framed."""
        cell = self._model.cell(self._view.currentIndex())
        if cell is None:
            return
        colour = self._look.theme["paper.current"]
        box = self._sheet.measures.box(cell)
        block = self._block.rectangle()
        if block.width() * block.height() > 1:
            self._tint(painter, box, colour)
        pen = QPen(colour, FRAME)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _tint(self, painter: QPainter, current: QRect, colour: QColor) -> None:
        """All figures of the block but the current one."""
        tint = QColor(colour)
        tint.setAlpha(TINT)
        whole = QRect()
        for cell in self._block.figures():
            box = self._sheet.measures.box(cell)
            whole = whole.united(box)
            if box != current:
                painter.fillRect(box, tint)
        painter.setPen(QPen(colour, 1))
        painter.drawRect(whole.adjusted(0, 0, -1, -1))

    def _draw_side(self, painter: QPainter, top: int, width: int) -> None:
        """The names of the lines again, at the left of the viewport."""
        painter.save()
        seen = QRect(0, -top, width, self._view.viewport().height())
        painter.setClipRect(0, 0, width + HEADER_LINE, seen.height())
        painter.translate(0, top)
        places = [at for at in self._places_within(seen) if self._is_at_side(at)]
        for drawing in map(self.drawing, places):
            painter.fillRect(drawing.box, self._look.theme["paper.sheet"])
            painter.fillRect(width, drawing.box.y(), HEADER_LINE, drawing.box.height(), self._look.theme["paper.rule"])
            drawing.draw(painter, self._look.theme)
        self._rule(painter, places)
        painter.restore()

    def _is_at_side(self, place: Place) -> bool:
        """Whether a cell is ruled and lies wholly in the columns of the names."""
        cell = self._model.grid_cell(*place)
        return cell.role.is_ruled and cell.column + cell.width <= self._side

    def _draw_header(self, painter: QPainter) -> None:
        """The headings again, at the top of the viewport."""
        sheet, header = self._sheet, self._model.grid.header
        width = sheet.measures.width
        painter.fillRect(-1, 0, width + 2, sheet.header_height, self._look.theme["paper.sheet"])
        painter.fillRect(-1, sheet.header_height, width + 1, HEADER_LINE, self._look.theme["paper.rule"])
        painter.translate(0, -sheet.above_header)
        places = [place for row in header for place in self._rows.get(row, ()) if place[0] == row]
        for place in places:
            self.drawing(place).draw(painter, self._look.theme)
        self._rule(painter, places)


def side_columns(cells: Iterable[Cell]) -> int:
    """How many columns at the left hold the names of the lines; 0 where names stand among the figures too."""
    places = [(cell.column, cell.role.is_figure) for cell in cells if cell.role in _NAMED or cell.role.is_figure]
    first = min((column for column, is_figure in places if is_figure), default=0)
    return 0 if any(column >= first for column, is_figure in places if not is_figure) else first
