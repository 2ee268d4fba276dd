"""The two lists of the overview: the key figures, and what is left to do. Enter or a double click goes there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QTreeWidget, QTreeWidgetItem, QWidget

TARGET = Qt.ItemDataRole.UserRole
ROW_AIR, NARROWEST = 7, "99,999.99　"
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Entry:
    """One row: its texts, its sign, and where it leads (None for nowhere)."""

    texts: tuple[str, ...]
    target: object = None
    icon: QIcon | None = None


class _Headings(QHeaderView):
    """Words over the columns and one line below them, as in a printed table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, box: QRect, column: int) -> None:
        item = self.parent()
        assert isinstance(item, QTreeWidget)
        role = Qt.ItemDataRole.TextAlignmentRole
        align = self.model().headerData(column, Qt.Orientation.Horizontal, role) or self.defaultAlignment()
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(box.adjusted(side, 0, -side, 0), int(align), item.headerItem().text(column))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


class PlainList(QTreeWidget):
    """A list as high as its rows. ``chosen`` carries where a row leads."""

    chosen = Signal(object)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(titles))
        self.setHeaderLabels(list(titles))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHeader(_Headings(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(titles)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, RIGHT)
        self.itemClicked.connect(self._choose)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these rows; the current one stays current by its place."""
        at = max(0, self.currentIndex().row())
        self.clear()
        self.addTopLevelItems(list(map(self._item, entries)))
        if entries:
            self.setCurrentIndex(self.model().index(min(at, len(entries) - 1), 0))
            self.clearSelection()
        self.updateGeometry()

    def texts(self) -> Iterator[tuple[str, ...]]:
        """What stands in the rows."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None:
                yield tuple(item.text(column) for column in range(self.columnCount()))

    def sizeHint(self) -> QSize:
        height = self.header().sizeHint().height() if not self.isHeaderHidden() else 0
        height += self.topLevelItemCount() * max(1, self.sizeHintForRow(0))
        return QSize(super().sizeHint().width(), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        item = self.currentItem()
        if item is not None:
            item.setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        target = item.data(0, TARGET) if item else None
        if target is not None:
            self.chosen.emit(target)

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(entry.texts))
        item.setData(0, TARGET, entry.target)
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + ROW_AIR))
        if entry.icon is not None:
            item.setIcon(0, entry.icon)
        for column in range(1, len(entry.texts)):
            item.setTextAlignment(column, RIGHT)
            width = max(map(self.fontMetrics().horizontalAdvance, (NARROWEST, f"{entry.texts[column]}　")))
            item.setSizeHint(column, QSize(width, 0))
        return item
