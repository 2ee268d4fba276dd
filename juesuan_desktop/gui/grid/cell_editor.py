"""The editor of one cell: keeps what does not belong there, or not without a second thought, and says why under it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QHideEvent, QInputMethodEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from juesuan_desktop.forms.table import KINDS, NUMBERS
from juesuan_desktop.gui.grid.choice_list import ChoiceList
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.fonts import Fonts
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark

INKS = {Mark.BROKEN: "marks.broken", Mark.WARNING: "window.text"}
_ALWAYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_WHILE_REPLACING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class CellEditor(QLineEdit):
    """A line edit over the cell.

    Attributes:
        replaces: she typed over the figure (arrows then leave the cell) rather than opened it with F2.
    """

    def __init__(self, parent: QWidget, look: Look, font: QFont, model: GridModel, address: str) -> None:
        super().__init__(parent)
        self._model, self._address, self._asked = model, address, ""
        kind = model.kind(address)
        self.replaces = True
        self._composed, self._begun = "", ""
        self._choices: ChoiceList | None = None
        self.setAccessibleName(model.name(address))
        self.setFrame(False)
        Dress(self, look, base="paper.typed", ink="paper.ink")
        self.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if kind in NUMBERS else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._reason = _ReasonLabel(parent, look)
        self.textEdited.connect(self._on_edited)
        if kind not in KINDS:
            self._choices = ChoiceList(self, kind.split("/"), parent)
            self.textEdited.connect(self._choices.mark)

    def focus_owner(self) -> QWidget:
        """The table keeps the keyboard's frame."""
        viewport = self.parentWidget()
        return (viewport.parentWidget() if viewport else None) or self

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

    def holds(self, *, by_key: bool = False) -> bool:
        """Whether the text has to stay here, and says why: it cannot stand in the cell, or the program computes it.

        Over a computed figure it is taken when the key that leaves the cell is pressed a second time.
        """
        if fault := self.fault:
            self._reason.show_under(self, fault + self.tr("（Esc 放弃）"), Mark.BROKEN)
            return True
        if not self.is_changed or not self._overrides or (by_key and self._is_confirmed):
            return False
        self._asked = self.text() if by_key else ""
        again = self.tr("再按一次 Enter，这一格就改为手填；以后按 Ctrl+0 恢复计算（Esc 放弃）")
        self._reason.show_under(self, again, Mark.WARNING)
        return True

    @property
    def may_be_taken(self) -> bool:
        """Whether the text is an edit that may be kept."""
        return self.is_changed and not self.fault and (self._is_confirmed or not self._overrides)

    @property
    def reason(self) -> str:
        """What is said under the cell; empty while nothing is wrong."""
        return self._reason.text() if self._reason.isVisible() else ""

    @property
    def _overrides(self) -> bool:
        return self._model.overrides(self._address, self.text())

    @property
    def _is_confirmed(self) -> bool:
        """Whether she has heard that this text would stand against the computation, and pressed the key for it."""
        return bool(self._asked) and self._asked == self.text()

    def _on_edited(self) -> None:
        """Another text: what was said is over; over a computed figure she hears what typing means."""
        self._reason.hide()
        if self._model.is_worked_out(self._address):
            words = self.tr("这一格由程序计算；要改为手填请按两次 Enter（Esc 放弃）")
            self._reason.show_under(self, words, Mark.WARNING)

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
        self._dress = Dress(self, look, ground="marks.broken_ground", ink="marks.broken", font=Fonts.window)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setFrameShape(QLabel.Shape.Box)
        self.setContentsMargins(6, 3, 6, 3)
        self.hide()

    def show_under(self, editor: QWidget, text: str, mark: Mark) -> None:
        """Show the text beside the editor, inside the table."""
        self._dress.write_in(INKS[mark], f"marks.{mark}_ground")
        editor.setAccessibleDescription(text)
        self.setText(text)
        self.setWordWrap(False)
        self.adjustSize()
        room = self._room.rect()
        if self.width() > room.width():
            self.setWordWrap(True)
            self.resize(room.width(), self.heightForWidth(room.width()))
        left = min(editor.x(), room.right() - self.width())
        below = editor.geometry().bottom() + 3
        top = below if below + self.height() < room.bottom() else editor.y() - self.height() - 3
        self.move(QPoint(max(0, left), top))
        self.show()
        self.raise_()
