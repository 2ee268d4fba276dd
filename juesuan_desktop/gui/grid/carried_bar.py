"""The strip above a page whose 科目 or text come from last year: what to look at, and F9 to stand for it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from juesuan_desktop.gui.grid.cell_drawing import BAR_PATTERN
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.report.change import UNCONFIRMED

EDGE = 7


class CarriedBar(QWidget):
    """Hidden where nothing waits. It has the colour and the hatched edge of carried cells. ``confirmed`` by its button.

    Attributes:
        button: the way to confirm.
    """

    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words = look, QLabel(self)
        self.button = QPushButton(self.tr("确认（F9）"), self)
        self.button.clicked.connect(self.confirmed)
        Dress(self, look, ground="marks.carried_ground")
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE + 8, 4, 10, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def told(self) -> str:
        """What it says; empty while nothing waits."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str) -> None:
        """Say what waits to be confirmed; an empty text takes the strip away."""
        self._words.setText(words)
        self.button.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, EDGE, self.height(), QBrush(self._look.theme["marks.carried"], BAR_PATTERN))
        painter.end()


def origin(live: LiveReport, address: str) -> str:
    """Which file a carried value comes from, as its source says it."""
    return live.session.report.sources.get(address, "").removeprefix(UNCONFIRMED).strip(" ：")
