"""The editor of one cell: keeps a text that does not belong there and says why under it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QHideEvent, QInputMethodEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from juesuan_desktop.forms.table import KINDS, NUMBERS
from juesuan_desktop.gui.choice_list import ChoiceList
from juesuan_desktop.gui.dress import Dress
from juesuan_desktop.gui.fonts import Fonts
from juesuan_desktop.gui.grid_model import GridModel
from juesuan_desktop.gui.look import Look

_ALWAYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_WHILE_REPLACING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class CellEditor(QLineEdit):
    """A line edit over the cell.

    Attributes:
        replaces: she typed over the figure (arrows then leave the cell) rather than opened it with F2.
    """

    def __init__(self, parent: QWidget, look: Look, font: QFont, model: GridModel, address: str) -> None:
        super().__init__(parent)
        self._model, self._address = model, address
        kind = model.kind(address)
        self.replaces = True
        self._composed, self._begun = "", ""
        self._choices: ChoiceList | None = None
        self.setFrame(False)
        Dress(self, look, base="paper.typed", ink="paper.ink")
        self.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if kind in NUMBERS else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._reason = _ReasonLabel(parent, look)
        self.textEdited.connect(self._reason.hide)
        if kind not in KINDS:
            self._choices = ChoiceList(self, kind.split("/"), parent)
            self.textEdited.connect(self._choices.mark)

    def begin(self, text: str) -> None:
        """Start from what stands in the cell."""
        self._begun = text
        self.setText(text)

    @property
    def is_changed(self) -> bool:
        """Whether she typed or chose anything."""
        return self.isModified() or self.text() != self._begun

    @property
    def fault(self) -> str:
        """Why what is typed cannot stand here; empty if it can."""
        return self._model.fault(self._address, self.text())

    def is_leaving(self, event: QKeyEvent) -> bool:
        """Whether a key takes the figure and leaves the cell."""
        return event.key() in _ALWAYS or (self.replaces and self._choices is None and event.key() in _WHILE_REPLACING)

    def end_word(self) -> bool:
        """Take the word that the input method is composing; False if there is none. Its Enter does only this."""
        if not self._composed:
            return False
        QGuiApplication.inputMethod().commit()
        if self._composed:
            word = QInputMethodEvent()
            word.setCommitString(self._composed)
            self.inputMethodEvent(word)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose; the point of the number pad is a point, whatever the keyboard makes of it."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self._choices is not None and event.key() in steps:
            self._choices.step(steps[Qt.Key(event.key())])
        elif event.text() == "," and event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            self.insert(".")
        else:
            super().keyPressEvent(event)

    def complain(self) -> None:
        """Say why the text cannot stand here."""
        self._reason.show_under(self, self.fault + self.tr("（Esc 放弃）"))

    @property
    def reason(self) -> str:
        """What is said under the cell; empty while nothing is wrong."""
        return self._reason.text() if self._reason.isVisible() else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._choices is not None:
            self._choices.open()

    def hideEvent(self, event: QHideEvent) -> None:
        self._reason.hide()
        super().hideEvent(event)

    def release(self) -> None:
        """Take the reason and the list away with the editor."""
        self._reason.deleteLater()
        if self._choices is not None:
            self._choices.deleteLater()


class _ReasonLabel(QLabel):
    """One line in a box below (or above) the editor."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._room = parent
        Dress(self, look, ground="marks.broken_ground", ink="marks.broken", font=Fonts.window)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setFrameShape(QLabel.Shape.Box)
        self.setContentsMargins(6, 3, 6, 3)
        self.hide()

    def show_under(self, editor: QWidget, text: str) -> None:
        """Show the text beside the editor, inside the table."""
        self.setText(text)
        self.adjustSize()
        room = self._room.rect()
        left = min(editor.x(), room.right() - self.width())
        below = editor.geometry().bottom() + 3
        top = below if below + self.height() < room.bottom() else editor.y() - self.height() - 3
        self.move(QPoint(max(0, left), top))
        self.show()
        self.raise_()
