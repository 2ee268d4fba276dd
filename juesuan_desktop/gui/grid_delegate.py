"""Draws the cells of a table as they lie on paper, and opens the editor of a figure."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPolygon
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from juesuan_desktop.forms.grid import Align, Cell, Role
from juesuan_desktop.gui.cell_editor import CellEditor, fault_in
from juesuan_desktop.gui.grid_measure import PAD, SheetFonts, told
from juesuan_desktop.gui.grid_model import GridModel
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.marks import Mark, paint_mark

MARK_SIDE, CORNER = 8, 7
Index = QModelIndex | QPersistentModelIndex
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_GROUNDS = {Role.HEADER: "paper.header", Role.COMPUTED: "paper.computed", Role.TYPED: "paper.typed"}


class GridDelegate(QStyledItemDelegate):
    """The paper look of a table. ``moveRequested`` asks to leave the editor with a key, once its figure is taken."""

    moveRequested = Signal(int, object)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.fonts = SheetFonts.at(look.fonts, 1.0)

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, GridModel)
        cell = model.cell(index)
        rect: QRect = option.rect
        if cell is None:
            painter.fillRect(rect, self._colour("paper.sheet"))
            return
        self.paint_cell(painter, rect, model, cell)

    def paint_cell(self, painter: QPainter, rect: QRect, model: GridModel, cell: Cell) -> None:
        """Draw one cell: ground, words, signs. The rules are the view's."""
        mark = model.mark(cell) if cell.address else None
        painter.fillRect(rect, self._ground(model, cell, mark))
        self._words(painter, rect, cell)
        if mark is not None:
            paint_mark(painter, QRectF(rect.x() + 3, rect.y() + 3, MARK_SIDE, MARK_SIDE), mark, self._look.theme)
        if cell.address and model.is_override(cell):
            self._corner(painter, rect)

    def _ground(self, model: GridModel, cell: Cell, mark: Mark | None) -> QColor:
        if mark is not None and mark is not Mark.NOTE:
            return self._colour(f"marks.{mark}_ground")
        if cell.address and model.is_override(cell):
            return self._colour("paper.overridden")
        if cell.role is Role.PAPER and not cell.text:
            return self._colour("paper.unfilled")
        return self._colour(_GROUNDS.get(cell.role, "paper.sheet"))

    def _words(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if not cell.text:
            return
        painter.setFont(self.fonts.of(cell.role))
        painter.setPen(self._colour(self._ink(cell)))
        box = rect.adjusted(PAD, 0, -PAD, 0)
        wrap = 0 if cell.role.is_figure else Qt.TextFlag.TextWordWrap
        text = told(cell, painter.fontMetrics(), box.width())
        painter.drawText(box, _ALIGN[cell.align] | Qt.AlignmentFlag.AlignVCenter | wrap, text)

    def _ink(self, cell: Cell) -> str:
        is_number = cell.role is Role.HEADER and (cell.text.isdigit() or cell.text in ("栏次", "行次"))
        return "paper.line_no" if cell.role is Role.PAPER or is_number else "paper.ink"

    def _corner(self, painter: QPainter, rect: QRect) -> None:
        """The mark of a figure that stands against its computation."""
        right, top = rect.right(), rect.top()
        corner = QPolygon()
        for x, y in ((right - CORNER, top), (right, top), (right, top + CORNER)):
            corner.append(QPoint(x, y))
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("marks.override"))
        painter.drawPolygon(corner)
        painter.restore()

    def _colour(self, name: str) -> QColor:
        return self._look.theme[name]

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return CellEditor(parent, self._look, self.fonts.text)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        if not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        assert isinstance(model, GridModel)
        if editor.isModified() and not fault_in(editor.text()):
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        editor.release()
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, CellEditor) or not isValid(editor):
            return False  # the window is being taken apart: Qt's own filter would reach for a view that is gone
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and editor.is_leaving(event):
            self._leave(editor, event)
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            return not self._stays_open(editor, event) and super().eventFilter(editor, event)
        return super().eventFilter(editor, event)

    def _stays_open(self, editor: CellEditor, event: QFocusEvent) -> bool:
        """Whether the editor stays open: she is in another window or a menu, or what she typed is no amount."""
        if event.reason() in _ELSEWHERE:
            return True
        if fault_in(editor.text()):
            editor.complain()
            return True
        return False

    def _leave(self, editor: CellEditor, event: QKeyEvent) -> None:
        """Take the figure and move on; a text that is none stays where it is, with the reason under it."""
        if fault_in(editor.text()):
            editor.complain()
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.moveRequested.emit(event.key(), event.modifiers())
