"""A question in a line above the table: Enter does it, Esc does not. No box that stands in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.look import Look


class QuestionBar(QWidget):
    """Hidden until something is asked. ``closed`` when it was answered either way."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self.yes, self.no = QLabel(self), QPushButton(self), QPushButton(self.tr("不删（Esc）"), self)
        self._deed: Callable[[], object] = self.hide
        Dress(self, look, ground="marks.warning_ground")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        for widget in (self._words, self.yes, self.no):
            row.addWidget(widget)
        row.addStretch(1)
        self.yes.clicked.connect(self._do)
        self.no.clicked.connect(self._close)
        self.setFocusProxy(self.yes)
        self.hide()

    def ask(self, sentence: str, answer: str, deed: Callable[[], object]) -> None:
        """Ask; ``deed`` is done if she answers with ``answer``."""
        self._deed = deed
        self._words.setText(sentence)
        self.yes.setText(answer)
        self.yes.setAccessibleDescription(sentence)
        self.show()
        self.yes.setFocus()

    @property
    def asked(self) -> str:
        """The question; empty while nothing is asked."""
        return "" if self.isHidden() else self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._close if self.no.hasFocus() else self._do)()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        self._close()
        self._deed()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
