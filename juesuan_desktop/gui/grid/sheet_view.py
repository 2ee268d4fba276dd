"""A table on its sheet of paper: sizes, zoom, headings that stay in sight. Typing and moving is the grid view's."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from juesuan_desktop.gui.grid.block import Block
from juesuan_desktop.gui.grid.model import MARGIN, GridModel
from juesuan_desktop.gui.grid.picture import GridPicture
from juesuan_desktop.gui.grid.sheet import GridSheet
from juesuan_desktop.gui.grid.zoom import Zoom
from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
Scroll = QAbstractItemView.ScrollMode


class SheetView(QTableView):
    """Shows the table of a model as large as the zoom says."""

    def __init__(self, model: GridModel, look: Look, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model, self._zoom = look, model, zoom
        self._sheet = GridSheet(model, look, self._room(parent), self.devicePixelRatioF(), zoom.value)
        self.block = Block(model, self.currentIndex)
        self.picture = GridPicture(self, model, self._sheet, self.block, look)
        self.setModel(model)
        self._dress()
        self._apply()
        model.cellsChanged.connect(self._forget)
        zoom.changed.connect(self._rezoom)
        look.changed.connect(self._redraw)

    def lay_out(self) -> None:
        """Give every row and column the size its words need now."""
        self._sheet.lay_out()
        self._apply()

    def bring_into_sight(self) -> None:
        """Show the current figure; one that was out of sight comes to the middle, its neighbours with it."""
        index = self.currentIndex()
        room = self.viewport().rect().adjusted(self.picture.frozen_width(), self.picture.frozen_height(), 0, 0)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.EnsureVisible if room.contains(self.visualRect(index)) else hint.PositionAtCenter)

    def a_page_from(self, index: QModelIndex, direction: int) -> QModelIndex:
        """The figure of the same column about a screenful further down (1) or up (-1); invalid if none is further."""
        room = self.viewport().height() - self.picture.frozen_height() - self.rowHeight(index.row())
        here = self.rowViewportPosition(index.row())
        far = {
            row: (self.rowViewportPosition(row) - here) * direction
            for row, column in self._model.places()
            if column == index.column()
        }
        ahead = sorted((way, row) for row, way in far.items() if way > 0)
        if not ahead:
            return QModelIndex()
        within = [row for way, row in ahead if way <= room]
        return self._model.index((within or [ahead[0][1]])[-1], index.column())

    def is_print_at(self, point: QPoint) -> bool:
        """Whether a point lies on what is only printed: a word, a number of a line, a cell that stays blank."""
        cell = self._model.cell(self.indexAt(point))
        return cell is not None and cell.address is None and cell.role.is_ruled

    def is_covered(self, point: QPoint) -> bool:
        """Whether headings or names that stay in sight lie over a point."""
        return point.y() < self.picture.frozen_height() or point.x() < self.picture.frozen_width()

    def keyboardSearch(self, search: str) -> None:
        """A letter begins an edit or nothing; it never looks for a cell."""

    # Headings stay in sight

    def paintEvent(self, event: QPaintEvent) -> None:
        self.picture.paint(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QTableView.ScrollHint.EnsureVisible) -> None:
        super().scrollTo(index, hint)
        if not index.isValid():
            return
        box, picture = self.visualRect(index), self.picture
        for bar, hidden in (
            (self.verticalScrollBar(), picture.frozen_height() - box.top()),
            (self.horizontalScrollBar(), picture.frozen_width() - box.left()),
        ):
            bar.setValue(bar.value() - max(0, hidden))

    def viewportEvent(self, event: QEvent) -> bool:
        """No tooltip of a cell that lies under the headings or names."""
        if isinstance(event, QHelpEvent) and self.is_covered(event.pos()):
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self._zoom.step(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current figure stays in sight when a panel takes room."""
        was_seen = self._is_seen(QRect(QPoint(), event.oldSize()))
        super().resizeEvent(event)
        self._fit()
        if was_seen:
            self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    # Internal

    def _dress(self) -> None:
        Dress(self, self._look, ground="paper.backdrop", base="paper.backdrop")
        self.setFrameShape(QTableView.Shape.NoFrame)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(Scroll.ScrollPerPixel)
        self.setHorizontalScrollMode(Scroll.ScrollPerPixel)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)

    def _forget(self, addresses: set[str]) -> None:
        """These figures look different: draw them anew, and make room where one has outgrown its cell."""
        cells = [cell for at in addresses if (cell := self._model.figure(at))]
        self.picture.forget_cells(cells)
        if any(cell.text and self._sheet.is_too_small_for(cell) for cell in cells):
            self.lay_out()

    def _apply(self) -> None:
        """Take over the sheet's sizes and merged cells."""
        self.picture.forget()
        for column, width in enumerate(self._sheet.columns):
            self.setColumnWidth(column, width)
        for row, height in enumerate(self._sheet.rows):
            self.setRowHeight(row, height)
        self.clearSpans()
        for cell in self._model.grid.cells:
            if cell.height > 1 or cell.width > 1:
                self.setSpan(cell.row + MARGIN, cell.column + MARGIN, cell.height, cell.width)
        self._centre()

    def _room(self, place: QWidget | None = None) -> int:
        """The width there is for the sheet, in the view or in the place where the view will be."""
        return (place or self).width() - self.verticalScrollBar().sizeHint().width()

    def _fit(self) -> None:
        """As large as chosen, or as the window's width allows."""
        if self._sheet.fit(self._room(), self.devicePixelRatioF(), self._zoom.value):
            self._apply()
        self._centre()
        if self.isVisible():
            self._zoom.show(self._sheet.zoom)

    def _rezoom(self) -> None:
        """Another zoom was chosen; a table out of sight takes it when it is shown."""
        was_seen = self._is_seen(self.viewport().rect())
        if self.isVisible():
            self._fit()
            if was_seen:
                self.scrollTo(self.currentIndex())

    def _is_seen(self, room: QRect) -> bool:
        return room.intersects(self.visualRect(self.currentIndex()))

    def _redraw(self) -> None:
        """The look is another one; what is being typed stays. A table out of sight is measured when it is shown."""
        self.picture.forget()
        self._rezoom()
        self.viewport().update()

    def _centre(self) -> None:
        side = max(0, (self._room() - self._sheet.width) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
