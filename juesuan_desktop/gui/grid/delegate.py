"""Opens the editor of a figure and takes what was typed; a text that is no amount stays."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from juesuan_desktop.gui.grid.block import Block
from juesuan_desktop.gui.grid.cell_editor import CellEditor
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.grid.moves import DOWN
from juesuan_desktop.gui.grid.sheet import GridSheet
from juesuan_desktop.gui.look.focus_frame import AWAY_FOR_A_WHILE
from juesuan_desktop.gui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
INSET = 2


class GridDelegate(QStyledItemDelegate):
    """``moveRequested`` asks to leave the cell with a key, once its figure is taken.

    ``fillRequested`` carries a text for the whole selected block.
    """

    moveRequested = Signal(int, object)
    fillRequested = Signal(str)

    def __init__(self, look: Look, sheet: GridSheet, block: Block, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._sheet, self._block = look, sheet, block

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, GridModel)
        return CellEditor(parent, self._look, self._sheet.fonts.text, model, model.address(index) or "")

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Inside the frame of the cell, in its type."""
        editor.setFont(self._sheet.fonts.text)
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(INSET, INSET, -INSET, -INSET))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        if not editor.is_changed:
            editor.begin(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        assert isinstance(model, GridModel)
        if editor.may_be_taken:
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        editor.release()
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, CellEditor) or not isValid(editor):
            return False  # the window is being taken apart: Qt's own filter would reach for a view that is gone
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and editor.is_leaving(event):
            if not editor.end_word():
                self._leave(editor, event)
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            return not self._stays_open(editor, event) and super().eventFilter(editor, event)
        return super().eventFilter(editor, event)

    def _stays_open(self, editor: CellEditor, event: QFocusEvent) -> bool:
        """Whether the editor stays open: she is in another window or a menu, or what she typed cannot stand here."""
        return event.reason() in AWAY_FOR_A_WHILE or editor.holds()

    def _leave(self, editor: CellEditor, event: QKeyEvent) -> None:
        """Take what was typed and move on; what cannot stand here stays where it is, with the reason under it.

        With Ctrl+Enter she stays, and a selected block is filled, as in Excel.
        """
        if editor.holds(by_key=True):
            return
        stays = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in DOWN
        fills, text = stays and not self._block.is_one(), editor.text()
        if not fills:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if fills:
            self.fillRequested.emit(text)
        elif not stays:
            self.moveRequested.emit(event.key(), event.modifiers())
