"""A table to work in: moves, selects and types as Excel does."""

from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from juesuan_desktop.gui.cell_editor import CellEditor
from juesuan_desktop.gui.grid_delegate import GridDelegate
from juesuan_desktop.gui.grid_model import GridModel
from juesuan_desktop.gui.grid_moves import GridMoves
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.sheet_view import SheetView
from juesuan_desktop.gui.zoom import Zoom

Index = QModelIndex | QPersistentModelIndex
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OPENING = QAbstractItemView.EditTrigger
_SELECT = QItemSelectionModel.SelectionFlag


class GridView(SheetView):
    """The view of one table.

    ``addressChanged`` tells which figure is current (empty for none), ``blockChanged`` that more or fewer cells are
    selected, ``clearRequested`` that the selected ones shall be emptied, ``takeRequested`` that she takes a suggestion.
    """

    addressChanged = Signal(str)
    blockChanged = Signal()
    clearRequested = Signal()
    takeRequested = Signal()

    def __init__(self, model: GridModel, look: Look, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(model, look, zoom, parent)
        self._moves = GridMoves(model)
        self._delegate = GridDelegate(look, self._sheet, self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(_OPENING.AnyKeyPressed | _OPENING.EditKeyPressed | _OPENING.DoubleClicked)
        self._delegate.moveRequested.connect(self._leave)
        model.modelAboutToBeReset.connect(self._remember)
        model.reshaped.connect(self._restore)

    # For the page

    def current_address(self) -> str:
        """The figure she is at, empty if none."""
        return self._model.address(self.currentIndex()) or ""

    def go_to(self, address: str) -> None:
        """Make a figure current and bring it into sight."""
        index = self._model.index_of(address)
        if index.isValid():
            self.setCurrentIndex(index)
            self.bring_into_sight()
        self.setFocus()

    def bring_into_sight(self) -> None:
        """Show the current figure; one that was out of sight comes to the middle, its neighbours with it."""
        index = self.currentIndex()
        room = self.viewport().rect().adjusted(0, self.picture.frozen_height(), 0, 0)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.EnsureVisible if room.contains(self.visualRect(index)) else hint.PositionAtCenter)

    def select_all(self) -> None:
        """Every figure of the table."""
        figures = list(self._model.figures())
        if figures:
            rows, columns = [index.row() for index in figures], [index.column() for index in figures]
            self.setCurrentIndex(figures[0])
            self._reach(self._model.index(max(rows), max(columns)))

    def select(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """A block from one place of the model to another; the current cell is its first."""
        self.setCurrentIndex(self._model.index(*first))
        self._reach(self._model.index(*last))

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

    def is_editing(self) -> bool:
        """Whether a figure is being typed."""
        return self._editor() is not None

    def finish_editing(self) -> bool:
        """Take what is being typed; False if it cannot stand there and has to stay."""
        editor = self._editor()
        if editor is None:
            return True
        editor.end_word()
        if editor.fault:
            editor.complain()
            editor.setFocus()
            return False
        self.commitData(editor)
        self.closeEditor(editor, GridDelegate.EndEditHint.NoHint)
        return True

    # Excel's keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if self._ends_word(key):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.takeRequested.emit()
        elif self._moves.selects(key) and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._reach(self._moves.target(self.block.far, key, modifiers))
        elif self._moves.is_move(key):
            self._leave(key, modifiers)
        elif key in _CLEARING:
            self.clearRequested.emit()
        elif key == Qt.Key.Key_Escape and not self.block.is_one():
            self._reach(self.currentIndex())
        else:
            if key in _PAGING:
                self._moves.forget_start()
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() < self.picture.frozen_height() or not self.finish_editing():
            return
        self._moves.forget_start()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
            self._reach(self.indexAt(event.position().toPoint()))
        elif event.button() is not Qt.MouseButton.RightButton or not self._is_selected(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag over a block."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._editor() is None:
            self._reach(self.indexAt(event.position().toPoint()))
        else:
            super().mouseMoveEvent(event)

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
        self.block.shrink()
        self.viewport().update()
        self.addressChanged.emit(self._model.address(current) or "")

    # Internal

    def _ends_word(self, key: int) -> bool:
        """Whether a key only ends the word that an input method is composing in a cell that was just opened."""
        editor = self._editor()
        if editor is None or key not in ENDING or not editor.end_word():
            return False
        editor.setFocus()
        editor.deselect()
        return True

    def _reach(self, far: Index) -> None:
        """Select from the current cell to another one, and bring that into sight."""
        if not far.isValid() or far == self.block.far:
            return
        self.block.reach(far)
        self.selectionModel().select(QItemSelection(self.currentIndex(), self.block.far), _SELECT.ClearAndSelect)
        self.scrollTo(far)
        self.viewport().update()
        self.blockChanged.emit()

    def _is_selected(self, event: QMouseEvent) -> bool:
        """Whether a place lies in the selected block: the context menu is for all of it."""
        return self.selectionModel().isSelected(self.indexAt(event.position().toPoint()))

    def _editor(self) -> CellEditor | None:
        editor = self.indexWidget(self.currentIndex())
        return editor if isinstance(editor, CellEditor) else None

    def _leave(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        target = self._moves.target(self.currentIndex(), key, modifiers)
        if target.isValid():
            self.selectionModel().setCurrentIndex(target, _SELECT.ClearAndSelect)
        elif not self.block.is_one():
            self._reach(self.currentIndex())
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
