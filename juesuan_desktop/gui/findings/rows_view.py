"""The list of findings itself: wrapped sentences, keys that go to the cells, a reason typed in place."""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from juesuan_desktop.desk.reasons import usual_reasons
from juesuan_desktop.gui.findings.model import EXPECTED, GAP, KIND, MESSAGE, NUMBERS, PRINTED, TABLE, WHY, FindingsModel
from juesuan_desktop.gui.look.dress import SignSize
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, word
from juesuan_desktop.gui.pages.page_parts import RIM, Rimmed

WIDTHS = {
    TABLE: "公开01、02、03",
    PRINTED: "99,999,999.99",
    EXPECTED: "99,999,999.99",
    GAP: "9,999,999.99",
}
WRAPPED = (MESSAGE, WHY)
BESIDE = (*NUMBERS, WHY)  # where these are empty the sentence goes on over them
SIDE, ABOVE = 4, 3
LEAST_CHARACTERS, REASON_CHARACTERS = 27, 24
MESSAGE_SHARE, ROOM = 0.62, 32
Index = QModelIndex | QPersistentModelIndex


class FindingsList(QTreeView):
    """The rows. ``activatedRow``: Enter or a double click; ``stepped``: the blank goes on to the next cell."""

    activatedRow = Signal(QModelIndex)
    stepped = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setIndentation(14)
        self.setWordWrap(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegate(_Wrapped(self))
        self._widths: dict[int, int] = {}
        self.doubleClicked.connect(self._take)
        self.header().setStretchLastSection(False)
        self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)
        SignSize(self, look)
        look.changed.connect(self.size_columns)

    def size_columns(self) -> None:
        """Numbers as wide as they are, sentence and cause share the rest."""
        header, metrics = self.header(), self.fontMetrics()
        header.setMinimumSectionSize(40)
        longest = max(metrics.horizontalAdvance(word(mark)) for mark in Mark)
        self._widths = {
            column: max(metrics.horizontalAdvance(text + RIM) for text in (sample, self._longest(column))) + 16
            for column, sample in WIDTHS.items()
        }
        self._widths[KIND] = self.indentation() + longest + self.iconSize().width() + ROOM
        for column, width in self._widths.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self._share_width()

    def _longest(self, column: int) -> str:
        """The longest number of a column: half of one would read as another."""
        model = self.model()
        return model.longest(column) if isinstance(model, FindingsModel) and column in NUMBERS else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Sentence and cause share what the rest leaves; where that is little, the numbers stand in the sentence."""
        fixed = sum(self._widths.values())
        narrow = self.viewport().width() - fixed < self.fontMetrics().horizontalAdvance("国" * LEAST_CHARACTERS)
        model = self.model()
        if isinstance(model, FindingsModel) and model.tells_numbers is not narrow:
            model.tell_numbers(in_words=narrow)
            for column in NUMBERS:
                self.setColumnHidden(column, narrow)
        shown = sum(width for column, width in self._widths.items() if not self.isColumnHidden(column))
        self.setColumnWidth(MESSAGE, max(40, round((self.viewport().width() - shown) * MESSAGE_SHARE)))

    def write_reason(self) -> None:
        """Open the editor of the chosen row where it takes a reason."""
        index = self.currentIndex().siblingAtColumn(WHY)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the editor left it over
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self.write_reason()
        elif key == Qt.Key.Key_Space:
            self.stepped.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, index: QModelIndex) -> None:
        """Open a group, write a reason, or go to the cell."""
        first = index.siblingAtColumn(KIND)
        if self.model().rowCount(first):
            self.setExpanded(first, not self.isExpanded(first))
        elif index.column() == WHY and self.sender() is not None and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif index.isValid():
            self.activatedRow.emit(index)


class _Wrapped(Rimmed):
    """Rows as high as their sentences; the editor is a plain line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        metrics = option.fontMetrics
        line = QSize(0, metrics.height() + 2 * ABOVE)
        if index.column() not in WRAPPED or not isinstance(view, QTreeView):
            return line
        columns = _sentence(view, index) if index.column() == MESSAGE else (WHY,)
        room = QRect(0, 0, sum(map(view.columnWidth, columns)) - 2 * SIDE, 1000)
        text = str(index.data() or "")
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere, text)
        return line.expandedTo(QSize(0, wrapped.height() + 2 * ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A sentence that goes on is drawn in each of its columns as far as the column shows it."""
        view = self.parent()
        columns = _sentence(view, index) if isinstance(view, QTreeView) else ()
        if index.column() not in columns or not isinstance(view, QTreeView):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        left, width = view.columnViewportPosition(MESSAGE), sum(map(view.columnWidth, columns))
        option.rect = QRect(left, option.rect.top(), width, option.rect.height())
        super().paint(painter, option, index.sibling(index.row(), MESSAGE))
        painter.restore()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Room for a sentence, over whole numbers if need be; never higher than a line."""
        box, metrics = QRect(option.rect), option.fontMetrics
        least = box.right() - metrics.horizontalAdvance("国" * REASON_CHARACTERS)
        if least < box.left():
            box.setLeft(_column_left(option.widget, least))
        height = min(box.height(), editor.sizeHint().height())
        editor.setGeometry(box.left(), box.center().y() - height // 2, box.width(), height)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setPlaceholderText(self.tr("为什么可以这样（写入报告，可撤销）"))
        model = index.model()
        finding = model.finding(index) if isinstance(model, FindingsModel) else None
        reasons = usual_reasons(finding) if finding else ()
        if reasons:
            editor.setPlaceholderText(self.tr("选一个，或自己写"))
            editor.setCompleter(_choice(reasons, editor))
            QTimer.singleShot(0, editor.completer(), editor.completer().complete)  # all of them, to choose from
        editor.setAccessibleName(self.tr("出错说明"))
        return editor


def _sentence(view: QTreeView, index: Index) -> tuple[int, ...]:
    """The columns a row's sentence lies in: its own, and the empty ones that follow."""
    if view.header().sectionsMoved():
        return (MESSAGE,)
    row = index.row()
    empty = takewhile(lambda at: view.isColumnHidden(at) or not index.sibling(row, at).data(), BESIDE)
    return (MESSAGE, *empty)


def _column_left(view: QWidget, at: int) -> int:
    """Where the column begins that lies there: half a number would read as another one."""
    if not isinstance(view, QTreeView) or view.columnAt(at) <= MESSAGE:
        return at
    return view.columnViewportPosition(view.columnAt(at))


def _choice(reasons: Sequence[str], editor: QLineEdit) -> QCompleter:
    """The official reasons, by any part of their words."""
    completer = QCompleter(list(reasons), editor)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
