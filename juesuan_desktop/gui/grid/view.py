"""A table to work in: moves, selects and types as Excel does."""

from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from juesuan_desktop.gui.grid.cell_editor import CellEditor
from juesuan_desktop.gui.grid.delegate import GridDelegate
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.grid.selecting_view import SELECT, SelectingView
from juesuan_desktop.gui.grid.zoom import Zoom
from juesuan_desktop.gui.look.focus_frame import AWAY_FOR_A_WHILE
from juesuan_desktop.gui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_OPENING = QAbstractItemView.EditTrigger
_BY_HAND = (_OPENING.AnyKeyPressed, _OPENING.EditKeyPressed, _OPENING.DoubleClicked)
_PASSING = (Qt.FocusReason.MouseFocusReason, *AWAY_FOR_A_WHILE)


class GridView(SelectingView):
    """The view of one table.

    ``addressChanged`` tells which figure is current (empty for none), ``clearRequested`` that the selected ones shall
    be emptied, ``fillRequested`` that all of them shall become a text, ``takeRequested`` that she takes a suggestion,
    ``refused`` says why nothing can be typed where she is.
    """

    addressChanged = Signal(str)
    clearRequested = Signal()
    fillRequested = Signal(str)
    takeRequested = Signal()
    refused = Signal(str)

    def __init__(self, model: GridModel, look: Look, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(model, look, zoom, parent)
        self._delegate = GridDelegate(look, self._sheet, self.block, self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(_OPENING.AnyKeyPressed | _OPENING.EditKeyPressed | _OPENING.DoubleClicked)
        self._delegate.moveRequested.connect(self._leave)
        self._delegate.fillRequested.connect(self.fillRequested)
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
            self._moves.forget_start()
            self.stand_at(index)
            self.bring_into_sight()
        self.setFocus()

    def begin(self) -> None:
        """Stand at the first typed cell where nothing is current yet, and show where that is."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._moves.first())

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
        if editor.holds():
            editor.setFocus()
            return False
        self.commitData(editor)
        self.closeEditor(editor, GridDelegate.EndEditHint.NoHint)
        return True

    # Excel's keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if self._ends_word(key) or self._stays_in_editor(key, modifiers):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.takeRequested.emit()
        elif self._moves.selects(key) and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._reach(self._moves.target(self.block.far, key, modifiers))
        elif self._moves.is_move(key):
            self._leave(key, modifiers)
        elif key == Qt.Key.Key_Delete and not self._refuse():
            self.clearRequested.emit()
        elif key == Qt.Key.Key_Backspace:
            self._empty_and_type()
        elif key == Qt.Key.Key_Escape and not self.block.is_one():
            self._reach(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method hands over without composing begins the edit as a key does."""
        is_begun = self._editor() is not None
        if not is_begun and event.commitString() and self.edit(self.currentIndex(), _OPENING.AnyKeyPressed, None):
            QCoreApplication.sendEvent(self._editor(), event)  # type: ignore[arg-type]  # edit() has opened it
        else:
            super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """She comes back to the table: the current figure is shown."""
        super().focusInEvent(event)
        if event.reason() not in _PASSING and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._draws = False
        if self.is_covered(event.position().toPoint()) or not self.finish_editing():
            return
        self._draws = True
        self._moves.forget_start()
        self._is_on_print = self.is_print_at(event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
            self._reach(self.indexAt(event.position().toPoint()))
        elif event.button() is not Qt.MouseButton.RightButton or not self._is_selected(event):
            super().mousePressEvent(event)
            self._reach(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag over a block, from the cell where the button went down."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif self._draws and self._editor() is None:
            self._reach(self.indexAt(event.position().toPoint()))

    def edit(self, *arguments: Any) -> Any:
        """Open the editor; opened with F2 or the mouse it keeps the figure and the caret stands behind it."""
        by_hand = len(arguments) > 1 and arguments[1] in _BY_HAND
        if by_hand and self._refuse():
            return False
        if by_hand:
            self.bring_into_sight()
        answer = super().edit(*arguments)
        opened = len(arguments) > 1 and arguments[1] in (_OPENING.EditKeyPressed, _OPENING.DoubleClicked)
        editor = self._editor()
        if opened and editor is not None:
            editor.replaces = False
            editor.end(False)
        return answer

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._is_on_print = False
        if not self._walks:
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

    def _stays_in_editor(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether a key that an open editor left over goes nowhere: its text cannot stand, or Shift would select."""
        if not self.is_editing() or not self._moves.is_move(key):
            return False
        return bool(modifiers & Qt.KeyboardModifier.ShiftModifier) or not self.finish_editing()

    def _editor(self) -> CellEditor | None:
        editor = self.indexWidget(self.currentIndex())
        return editor if isinstance(editor, CellEditor) else None

    def _leave(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        here = self.currentIndex()
        walks = not self.block.is_one() and not self._moves.selects(key)
        if not walks and (target := self._moves.target(here, key, modifiers)).isValid():
            self.selectionModel().setCurrentIndex(target, SELECT.ClearAndSelect)
        elif walks:
            self._walk(key, modifiers)
        elif not self.block.is_one():
            self._reach(here)
        self.setFocus()

    def _empty_and_type(self) -> None:
        """Backspace: the current cell is emptied and open, as in Excel; Esc brings its figure back."""
        if self.edit(self.currentIndex(), _OPENING.AnyKeyPressed, None) and (editor := self._editor()):
            editor.clear()

    def _refuse(self) -> bool:
        """Whether nothing can be typed here; says why."""
        if self._model.live.session.is_read_only:
            self.refused.emit(self.tr("这份报告只供检查，不能改；要改请用上方的「另存为可编辑文件」"))
        elif self._is_on_print:
            words = self.tr("这里是印好的，不填数；要填的是 {address}，请点它或按方向键")
            self.refused.emit(words.format(address=self.current_address()))
        else:
            return False
        return True

    def _remember(self) -> None:
        here, bars = self.currentIndex(), (self.verticalScrollBar(), self.horizontalScrollBar())
        self._kept = self.current_address(), (here.row(), here.column()), tuple(bar.value() for bar in bars)

    def _restore(self) -> None:
        """After lines came or went: the same place on the sheet, the same figure current if it is still there."""
        address, place, (down, right) = self._kept
        self.lay_out()
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)
        index = self._model.index_of(address)
        self.setCurrentIndex(index if index.isValid() else self._moves.near(*place))

    _kept: tuple[str, tuple[int, int], tuple[int, ...]] = ("", (-1, -1), (0, 0))
    _is_on_print = False
    _draws = False
