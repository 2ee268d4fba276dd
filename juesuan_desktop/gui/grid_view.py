"""A table on its sheet of paper: moves and types as Excel does, keeps its headings in sight, fits the width."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from juesuan_desktop.gui.cell_editor import CellEditor, fault_in
from juesuan_desktop.gui.grid_delegate import GridDelegate
from juesuan_desktop.gui.grid_model import MARGIN, GridModel
from juesuan_desktop.gui.grid_moves import ARROWS, GridMoves
from juesuan_desktop.gui.grid_picture import GridPicture
from juesuan_desktop.gui.grid_sheet import GridSheet
from juesuan_desktop.gui.look import Look

Index = QModelIndex | QPersistentModelIndex
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_GOING_ELSEWHERE = (*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OPENING = QAbstractItemView.EditTrigger
Scroll = QAbstractItemView.ScrollMode


class GridView(QTableView):
    """The view of one table. ``addressChanged`` tells which figure is current (empty for none)."""

    addressChanged = Signal(str)

    def __init__(self, model: GridModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._moves, self._sheet = (
            GridMoves(model),
            GridSheet(model, look, self._room(parent), self.devicePixelRatioF()),
        )
        self._delegate = GridDelegate(look, self._sheet, self)
        self.picture = GridPicture(self, model, self._sheet, look.theme)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._delegate.moveRequested.connect(self._leave)
        model.modelAboutToBeReset.connect(self._remember)
        model.reshaped.connect(self._restore)
        self._apply()

    # For the page

    def current_address(self) -> str:
        """The figure she is at, empty if none."""
        return self._model.address(self.currentIndex()) or ""

    def go_to(self, address: str) -> None:
        """Make a figure current and bring it into sight."""
        index = self._model.index_of(address)
        if index.isValid():
            self.setCurrentIndex(index)
        self.setFocus()

    def begin(self) -> None:
        """Stand at the first typed cell where nothing is current yet; the sheet still shows its top."""
        if self.currentIndex().isValid():
            return
        self.setAutoScroll(False)
        self.setCurrentIndex(self._moves.first())
        self.setAutoScroll(True)

    def take_focus(self) -> None:
        """The keyboard goes where it was: to an open editor, else to the table."""
        (self._editor() or self).setFocus()

    def finish_editing(self) -> bool:
        """Take what is being typed; False if it is no amount and has to stay."""
        editor = self._editor()
        if editor is None:
            return True
        if fault_in(editor.text()):
            editor.complain()
            editor.setFocus()
            return False
        self.commitData(editor)
        self.closeEditor(editor, GridDelegate.EndEditHint.NoHint)
        return True

    def lay_out(self) -> None:
        """Give every row and column the size its words need now."""
        self._sheet.lay_out()
        self._apply()

    # Excel's keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._moves.is_move(event.key()):
            self._leave(event.key(), event.modifiers())
        elif event.key() in _CLEARING:
            self._model.setData(self.currentIndex(), "")
        else:
            if event.key() in _GOING_ELSEWHERE:
                self._moves.forget_start()
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() < self.picture.frozen_height() or not self.finish_editing():
            return
        self._moves.forget_start()
        super().mousePressEvent(event)

    def edit(self, *arguments: Any) -> Any:
        """Open the editor; opened with F2 or the mouse it keeps the figure and the caret stands behind it."""
        answer = super().edit(*arguments)
        opened = len(arguments) > 1 and arguments[1] in (_OPENING.EditKeyPressed, _OPENING.DoubleClicked)
        editor = self._editor()
        if opened and editor is not None:
            editor.replaces = False
            editor.end(False)
        return answer

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.addressChanged.emit(self._model.address(current) or "")

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(top_left, bottom_right, roles)
        cell = self._model.cell(top_left)
        if cell is not None:
            self.picture.forget_cell(cell)
            if self._sheet.is_too_narrow_for(cell):
                self.lay_out()

    # Headings stay in sight

    def paintEvent(self, event: QPaintEvent) -> None:
        self.picture.paint(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QTableView.ScrollHint.EnsureVisible) -> None:
        super().scrollTo(index, hint)
        hidden = self.picture.frozen_height() - self.visualRect(index).top()
        if index.isValid() and hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def viewportEvent(self, event: QEvent) -> bool:
        """No tooltip of a cell that lies under the headings."""
        if isinstance(event, QHelpEvent) and event.pos().y() < self.picture.frozen_height():
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Internal

    def _dress(self) -> None:
        theme, palette = self._look.theme, self.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, theme["paper.backdrop"])
        self.setPalette(palette)
        self.setAutoFillBackground(True)
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
        self.setEditTriggers(_OPENING.AnyKeyPressed | _OPENING.EditKeyPressed | _OPENING.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)

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

    def _editor(self) -> CellEditor | None:
        editor = self.indexWidget(self.currentIndex())
        return editor if isinstance(editor, CellEditor) else None

    def _leave(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        target = self._moves.target(self.currentIndex(), key, modifiers)
        if target.isValid():
            self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.setFocus()

    def _remember(self) -> None:
        bars = self.verticalScrollBar(), self.horizontalScrollBar()
        self._kept = self.current_address(), tuple(bar.value() for bar in bars)

    def _restore(self) -> None:
        """After lines came or went: the same place on the sheet, the same figure current if it is still there."""
        address, (down, right) = self._kept
        self.lay_out()
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)
        index = self._model.index_of(address)
        self.setCurrentIndex(index if index.isValid() else self._moves.first())

    _kept: tuple[str, tuple[int, ...]] = ("", (0, 0))

    def _room(self, place: QWidget | None = None) -> int:
        """The width there is for the sheet, in the view or in the place where the view will be."""
        return (place or self).width() - self.verticalScrollBar().sizeHint().width()

    def _fit(self) -> None:
        """As large as the window's width allows."""
        if self._sheet.fit(self._room(), self.devicePixelRatioF()):
            self._apply()
        self._centre()

    def _centre(self) -> None:
        side = max(0, (self._room() - self._sheet.width) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
