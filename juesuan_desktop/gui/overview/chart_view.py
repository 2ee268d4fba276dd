"""A composition on the screen: the same bars as on paper, in the colours of the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from juesuan_desktop.document.charts import MOST_BARS, ROW, Bar, Label, Slice, bars
from juesuan_desktop.forms.grid import Align
from juesuan_desktop.gui.look.fonts import INTERFACE_POINTS
from juesuan_desktop.gui.look.look import Look

NARROWEST = 310.0  # points


class ChartView(QWidget):
    """Bars; what they say is also its accessible description."""

    def __init__(self, title: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slices: Sequence[Slice] = ()
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_slices(self, slices: Sequence[Slice]) -> None:
        """Draw these parts."""
        if slices != self._slices:
            self._slices = slices
            told = [mark.text for mark in bars(slices, NARROWEST).marks if isinstance(mark, Label)]
            self.setAccessibleDescription(" ".join(told))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        rows = max(1, min(len(self._slices), MOST_BARS))
        return QSize(round(NARROWEST * self._scale()), round(rows * ROW * self._scale()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self._scale()
        theme = self._look.theme
        for mark in bars(self._slices, self.width() / scale).marks:
            if isinstance(mark, Bar):
                box = QRectF(mark.x * scale, mark.y * scale, mark.width * scale, mark.height * scale)
                painter.fillRect(box, theme["window.accent"])
            else:
                self._write(painter, mark, scale, theme["window.text"])
        painter.end()

    def _write(self, painter: QPainter, label: Label, scale: float, ink: QColor) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(label.size * scale)))
        width = QFontMetricsF(font).horizontalAdvance(label.text) if label.align is Align.RIGHT else 0.0
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(label.x * scale - width, label.y * scale), label.text)

    def _scale(self) -> float:
        """Pixels to a point of the drawing: its type is as large as the window's."""
        points = self.font().pointSizeF()
        return self.logicalDpiY() / 72 * points / INTERFACE_POINTS
