"""Plain writing on a sheet: paragraphs indented as on paper. Undo belongs to the report, not to this field."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from juesuan_desktop.gui.look.dress import WIDE, Dress, Width
from juesuan_desktop.gui.look.look import Look

PAUSE_MILLISECONDS = 1000
LINE_HEIGHT, LINE_CHARACTERS, INDENT_CHARACTERS, MARGIN = 150, 42, 2, 36
TYPE_SIZE = 1.1
_REPORT_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TextEditor(QTextEdit):
    """A text field. ``paused`` says that she stopped writing or left.

    Attributes:
        is_unfinished: something was written that nobody has taken yet.
    """

    paused = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_unfinished = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.paused)
        self._dress(look)
        self.textChanged.connect(self._on_written)

    def text(self) -> str:
        """What is written, a line for each paragraph."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text; nobody has written it just now. The caret stays where it can."""
        at = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._set_paragraphs()
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and Ctrl+Y are the report's."""
        if isinstance(event, QKeyEvent) and _is_asked_of_the_report(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pause.stop()
        self.paused.emit()

    def _on_written(self) -> None:
        self.is_unfinished = True
        self._pause.start()

    def _dress(self, look: Look) -> None:
        Dress(self, look, base="paper.sheet", ink="paper.ink", font=lambda fonts: fonts.sheet(TYPE_SIZE))
        room = 2 * MARGIN + self.verticalScrollBar().sizeHint().width()
        Width(self, look, most=WIDE * LINE_CHARACTERS, room=room)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        indent = "　" * INDENT_CHARACTERS  # Qt indents what is written, not this
        self.setPlaceholderText(indent + self.tr("在这里写本节文字"))
        look.wear(self._set_paragraphs)

    def _set_paragraphs(self) -> None:
        """How paragraphs look; nobody writes anything by that."""
        look = QTextBlockFormat()
        look.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        look.setTextIndent(self.fontMetrics().horizontalAdvance("国" * INDENT_CHARACTERS))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self.blockSignals(True)
        cursor.mergeBlockFormat(look)
        self.blockSignals(False)


def _is_asked_of_the_report(event: QKeyEvent) -> bool:
    is_asked = event.type() == QEvent.Type.ShortcutOverride
    return is_asked and any(event.matches(key) for key in _REPORT_KEYS)
