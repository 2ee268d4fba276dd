"""One calm line at the foot of a table: why nothing was pasted, what could not be found. It goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.fonts import Fonts
from juesuan_desktop.gui.look.look import Look

SHOWN_MILLISECONDS = 12_000
EDGE = 10


class Notice(QLabel):
    """Lies over the lower edge of a widget while it has something to say."""

    def __init__(self, look: Look, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        Dress(self, look, ground="marks.warning_ground", ink="window.text", font=Fonts.window)
        self.setFrameShape(QLabel.Shape.Box)
        self.setMargin(6)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MILLISECONDS)
        self._end.timeout.connect(self.hide)
        place.installEventFilter(self)
        self.hide()

    @property
    def told(self) -> str:
        """What it says now; empty while it is away."""
        return "" if self.isHidden() else self.text()

    def tell(self, sentence: str) -> None:
        """Say a sentence; an empty one takes the last away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        self._settle()
        self.raise_()
        self._end.start()

    def eventFilter(self, place: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(place, event)

    def _settle(self) -> None:
        room = self._place.rect()
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 4 * EDGE, room.width() - 2 * EDGE)
        height = self.heightForWidth(width)
        self.setGeometry((room.width() - width) // 2, room.height() - height - EDGE, width, height)
