"""A row of small widgets that goes on in the next line where the window is narrow."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets one after the other, as words in a text."""

    def __init__(self, parent: QWidget, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._place(box, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def lines(self, width: int, shown: Collection[QWidget]) -> int:
        """How many lines these of its widgets would take."""
        margins = self.contentsMargins()
        items = [item for item in self._items if item.widget() in shown]
        return sum(1 for _ in self._lines(items, width - margins.left() - margins.right()))

    def _place(self, box: QRect, *, moves: bool) -> int:
        """Put every widget in its place, in the middle of its line; the answer is the height needed."""
        room = box.marginsRemoved(self.contentsMargins())
        y = room.y()
        items = [item for item in self._items if not item.isEmpty()]
        for line in self._lines(items, room.width()):
            x, height = room.x(), max(item.sizeHint().height() for item in line)
            for item in line:
                size = item.sizeHint()
                if moves:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height + self._gap
        return y - self._gap - box.y() + self.contentsMargins().bottom()

    def _lines(self, items: Sequence[QLayoutItem], room: int) -> Iterator[list[QLayoutItem]]:
        """What stands in each line."""
        line: list[QLayoutItem] = []
        filled = 0
        for item in items:
            widget = item.widget()  # an item whose widget is hidden has no width
            width = (widget or item).sizeHint().width()
            if line and filled + width > room:
                yield line
                line, filled = [], 0
            line.append(item)
            filled += width + self._gap
        if line:
            yield line
