"""The toolbar: words beside the icons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar, QWidget

from juesuan_desktop.gui.look import Look


class ToolBar(QToolBar):
    """Stays where it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("工具栏"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        look.wear(self._dress)

    def _dress(self) -> None:
        self.setIconSize(QSize(self._look.icon_side, self._look.icon_side))
