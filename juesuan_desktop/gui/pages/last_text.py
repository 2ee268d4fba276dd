"""What last year's report said in a section, in grey below the sheet: to read, to copy from, never taken by itself."""

from math import ceil

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.look import Look

LEAST_LINES, MOST_LINES = 2, 7


class LastText(QWidget):
    """Hidden where last year said nothing. ``copyRequested`` by its button: she wants to work last year's text over.

    Attributes:
        text: last year's words.
        button: the way to copy all of them; hidden where something is written already.
    """

    copyRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _Words(self)
        self.text.setAccessibleName(self.tr("上年写的"))
        Dress(self.text, look, base="window.window", ink="window.faint")
        title = QLabel(self.tr("上年写的，只供参考，不会自动写入："), self)
        title.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        title.setWordWrap(True)
        self.button = QPushButton(self.tr("抄过来改(&L)"), self)
        self.button.setToolTip(self.tr("抄来的标「沿用未确认」：数字、年份和原因改成本年的，再按 F9 确认"))
        self.button.clicked.connect(self.copyRequested)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def tell(self, text: str, *, can_copy: bool) -> None:
        """Show last year's words; no words take the strip away."""
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self.text.updateGeometry()
        self.button.setVisible(can_copy)
        self.setVisible(bool(text))


class _Words(QPlainTextEdit):
    """As high as its text, within limits; what is longer scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high(MOST_LINES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines; what nobody reads yet begins at its beginning."""
        super().resizeEvent(event)
        self.updateGeometry()
        if not self.hasFocus():
            self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._high(LEAST_LINES))

    def _high(self, most: int) -> int:
        """So many lines: a plain document counts its height in them."""
        lines, first = min(max(round(self.document().size().height()), 1), most), self.document().firstBlock()
        line = self.blockBoundingRect(first).height() / max(first.lineCount(), 1)  # as drawn: Chinese may be taller
        return ceil(lines * max(line, self.fontMetrics().lineSpacing()) + 2 * self.document().documentMargin())
