"""The editor of one figure: keeps a text that is no amount and says why under it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from juesuan_desktop.amounts import AmountError, typed
from juesuan_desktop.gui.look import Look

_ALWAYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_WHILE_REPLACING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


def fault_in(text: str) -> str:
    """Why a text is no amount, in one sentence; empty if it is one."""
    try:
        typed(text)
    except AmountError as error:
        return str(error)
    return ""


class CellEditor(QLineEdit):
    """A line edit over the cell.

    Attributes:
        replaces: she typed over the figure (arrows then leave the cell) rather than opened it with F2.
    """

    def __init__(self, parent: QWidget, look: Look, font: QFont) -> None:
        super().__init__(parent)
        self.replaces = True
        self.setFrame(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, look.theme["paper.typed"])
        self.setPalette(palette)
        self.setFont(font)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason = _ReasonLabel(parent, look)
        self.textEdited.connect(self._reason.hide)

    def is_leaving(self, event: QKeyEvent) -> bool:
        """Whether a key takes the figure and leaves the cell."""
        return event.key() in _ALWAYS or (self.replaces and event.key() in _WHILE_REPLACING)

    def complain(self) -> None:
        """Say why the text is no amount."""
        self._reason.show_under(self, fault_in(self.text()) + self.tr("（Esc 放弃）"))

    @property
    def reason(self) -> str:
        """What is said under the cell; empty while nothing is wrong."""
        return self._reason.text() if self._reason.isVisible() else ""

    def hideEvent(self, event: QHideEvent) -> None:
        self._reason.hide()
        super().hideEvent(event)

    def release(self) -> None:
        """Take the reason away with the editor."""
        self._reason.deleteLater()


class _ReasonLabel(QLabel):
    """One line in a box below (or above) the editor."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._room = parent
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, look.theme["marks.broken_ground"])
        palette.setColor(QPalette.ColorRole.WindowText, look.theme["marks.broken"])
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setFrameShape(QLabel.Shape.Box)
        self.setContentsMargins(6, 3, 6, 3)
        self.setFont(look.fonts.window())
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
