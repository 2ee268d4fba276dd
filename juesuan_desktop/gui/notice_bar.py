"""The strip above the page: what is being done and how far, what was done, what could not be done. Never a box."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from juesuan_desktop.gui.look.dress import WIDE, Dress, Sign, Width
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.work import Errand

PATIENCE_MILLISECONDS = 500
BAR_CHARACTERS = 14


class NoticeBar(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sign, self._words = QLabel(self), QLabel(self)
        self._drawn = Sign(self._sign, look)
        self._bar, self.button = QProgressBar(self), QPushButton(self)
        self.close_button = QToolButton(self)
        self._answer: Callable[[], None] = self.hide
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self.show)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def follow(self, work: Errand, words: str) -> None:
        """Show a piece of work while it lasts, from half a second on; the button cancels it."""
        self._say(words, None)
        self._ask(self.tr("取消(&C)"), work.cancel)
        self._bar.setRange(0, 0)
        self._bar.show()
        self.close_button.hide()
        self.hide()
        self._patience.start()
        work.progressed.connect(self._on_progress)
        work.ended.connect(self._on_ended)

    def tell(self, words: str, button: str = "", answer: Callable[[], None] | None = None) -> None:
        """Say what was done, and what can be done with it."""
        self._show(words, Mark.DONE, button, answer)

    def complain(self, sentence: str, button: str = "", answer: Callable[[], None] | None = None) -> None:
        """Say in one sentence what could not be done."""
        self._show(sentence, Mark.WARNING, button, answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels, or closes."""
        if event.key() == Qt.Key.Key_Escape:
            (self.button if self._bar.isVisible() else self.close_button).click()
        else:
            super().keyPressEvent(event)

    def _show(self, words: str, mark: Mark, button: str, answer: Callable[[], None] | None) -> None:
        self._patience.stop()
        self._say(words, mark)
        self._ask(button, answer or self.hide)
        self._bar.hide()
        self.close_button.show()
        self.show()

    def _say(self, words: str, mark: Mark | None) -> None:
        self._words.setText(words)
        self._sign.setVisible(mark is not None)
        self._drawn.show(mark)
        self.setAccessibleName(words)

    def _ask(self, words: str, answer: Callable[[], None]) -> None:
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self._answer = answer

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_ended(self) -> None:
        self._patience.stop()
        self.hide()

    def _on_button(self) -> None:
        self._answer()

    def _lay_out(self) -> None:
        Dress(self, self._look, ground="window.chosen")
        self._words.setWordWrap(True)
        Width(self._bar, self._look, just=WIDE * BAR_CHARACTERS)
        self._bar.setAccessibleName(self.tr("进度"))
        self.close_button.setText("×")
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(self.tr("关闭这条消息"))
        self.close_button.setAccessibleName(self.tr("关闭这条消息"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.hide)
        self.button.clicked.connect(self._on_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        for widget in (self._bar, self.button, self.close_button):
            row.addWidget(widget)
