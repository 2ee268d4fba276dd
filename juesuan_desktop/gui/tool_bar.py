"""The toolbar: words beside the icons as far as there is room; the best known commands give up theirs first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from juesuan_desktop.gui.look.look import Look

EXTENSION = "qt_toolbar_ext_button"
STYLE = Qt.ToolButtonStyle


class ToolBar(QToolBar):
    """Stays where it is.

    ``yielding`` are the actions whose words go when the window is narrow, the first one first.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.yielding: Sequence[QAction] = ()
        self.setWindowTitle(self.tr("工具栏"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setToolButtonStyle(STYLE.ToolButtonTextBesideIcon)
        look.wear(self._dress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._make_room(event.size().width())
        super().resizeEvent(event)

    def _dress(self) -> None:
        self.setIconSize(QSize(self._look.icon_side, self._look.icon_side))
        more = self.findChild(QToolButton, EXTENSION)
        if more is not None:
            more.setIcon(self._look.icon("more"))  # Qt's own is black on every ground
        self._make_room(self.width())

    def _make_room(self, room: int) -> None:
        """Take away as many words as are too many for the room."""
        buttons = [button for action in self.yielding if (button := self._button(action))]
        for button in buttons:
            button.setToolButtonStyle(STYLE.ToolButtonTextBesideIcon)
        missing = self._whole_width() - room
        for button in buttons:
            if missing <= 0:
                break
            wide = button.sizeHint().width()
            button.setToolButtonStyle(STYLE.ToolButtonIconOnly)
            missing -= wide - button.sizeHint().width()

    def _button(self, action: QAction) -> QToolButton | None:
        button = self.widgetForAction(action)
        return button if isinstance(button, QToolButton) else None

    def _whole_width(self) -> int:
        widgets = [self.widgetForAction(action) for action in self.actions()]
        layout, margins = self.layout(), self.contentsMargins()
        gap = max(0, layout.spacing()) if layout is not None else 0
        edges = layout.contentsMargins() if layout is not None else margins
        return sum(widget.sizeHint().width() + gap for widget in widgets) + edges.left() + edges.right()
