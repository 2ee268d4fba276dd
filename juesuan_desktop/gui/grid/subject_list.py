"""The 科目 that fit what she types, in a list below the field: code and name, and what speaks against it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from juesuan_desktop.forms.subjects import Subject
from juesuan_desktop.gui.look.look import Look

SHOWN_ROWS, WIDTH_CHARACTERS = 9, 34
_SUBJECT = Qt.ItemDataRole.UserRole


class SubjectList(QListWidget):
    """Lies over the page below a field; the keyboard stays in the field. ``chosen`` carries the one clicked."""

    chosen = Signal(Subject)

    def __init__(self, look: Look, field: QWidget, doubt: Callable[[Subject], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._field, self._doubt, self._look = field, doubt, look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("科目"))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_SUBJECT)))
        self.hide()

    def offer(self, subjects: Sequence[Subject]) -> None:
        """Show these, the first chosen; none hides the list."""
        self.clear()
        for subject in subjects:
            self.addItem(self._item(subject))
        self.setVisible(bool(subjects))
        if subjects:
            self.setCurrentRow(0)
            self._settle()

    def step(self, rows: int) -> None:
        """Choose another one."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + rows)))

    @property
    def subject(self) -> Subject | None:
        """The chosen one while the list is shown."""
        return None if self.isHidden() or self.currentRow() < 0 else self.currentItem().data(_SUBJECT)

    def _item(self, subject: Subject) -> QListWidgetItem:
        doubt = self._doubt(subject)
        item = QListWidgetItem(f"{subject.code}　{subject.name}" + (f"　（{doubt}）" if doubt else ""))
        item.setData(_SUBJECT, subject)
        if doubt:
            item.setForeground(self._look.theme["window.faint"])
        return item

    def _settle(self) -> None:
        """Below the field, over whatever lies there."""
        rows = min(self.count(), SHOWN_ROWS)
        height = rows * self.sizeHintForRow(0) + 2 * self.frameWidth()
        width = max(self.sizeHintForColumn(0) + 30, self.fontMetrics().horizontalAdvance("国" * WIDTH_CHARACTERS))
        room = self._room
        below = self._field.mapTo(room, QPoint(0, self._field.height() + 2))
        size = QSize(min(width, room.width() - below.x() - 4), min(height, room.height() - below.y() - 4))
        self.resize(size)
        self.move(below)
        self.raise_()
