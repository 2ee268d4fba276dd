"""Icons: our own drawings, in the colour of the theme."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZE = 20
INK = "currentColor"


class Icons:
    """Icons by the name of their file."""

    def __init__(self, folder: Path, colour: QColor, disabled: QColor, scale: float = 1.0) -> None:
        self._folder, self._scale = folder, scale
        self._inks = {QIcon.Mode.Normal: colour, QIcon.Mode.Disabled: disabled}
        self.icon = lru_cache(maxsize=None)(self._icon)

    def _icon(self, name: str) -> QIcon:
        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        icon = QIcon()
        for mode, ink in self._inks.items():
            for scale in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
                icon.addPixmap(_drawn(drawing.replace(INK, ink.name()), self._scale, scale), mode)
        return icon


def _drawn(drawing: str, size: float, scale: float) -> QPixmap:
    side = round(SIZE * size * scale)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
