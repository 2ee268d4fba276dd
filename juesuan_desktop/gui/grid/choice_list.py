"""What can be chosen in a cell, in a list below its editor. The keyboard stays in the editor."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QWidget


class ChoiceList(QListWidget):
    """Lies over the table while the editor is open."""

    def __init__(self, editor: QLineEdit, choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._choices = editor, choices
        self.addItems(choices)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("可以选的"))
        self.itemClicked.connect(lambda item: self._take(item.text()))
        self.hide()

    def open(self) -> None:
        """Show it below (or above) the editor, on what stands in the cell."""
        box, room = self._editor.geometry(), self.parentWidget()
        height = self.count() * self.sizeHintForRow(0) + 2 * self.frameWidth()
        below = room is None or box.bottom() + height < room.height()
        self.setGeometry(box.x(), box.bottom() + 2 if below else box.top() - height - 2, max(box.width(), 120), height)
        self.mark(self._editor.text())
        self.show()
        self.raise_()

    def mark(self, text: str) -> None:
        """Mark the first choice that holds what was typed."""
        fitting = (row for row, choice in enumerate(self._choices) if text and text in choice)
        self.setCurrentRow(next(fitting, -1))

    def step(self, rows: int) -> None:
        """Choose another one."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + rows)))
        self._take(self._choices[self.currentRow()])

    def _take(self, choice: str) -> None:
        self._editor.setText(choice)
        self._editor.setFocus()
