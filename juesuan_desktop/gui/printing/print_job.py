"""The pages of a PDF on their way to a printer: one for each turn of the event loop, so that the window stays alive."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from juesuan_desktop.gui.viewing.page_image import PageImages

FINEST = 360  # dots an inch in shades of grey: as fine as twice that in black, a quarter of it to send
POINTS = 72
SAME_SIZE = 0.99  # A4 in dots is never quite A4 in points


class PrintJob(QObject):
    """Prints pages by their numbers, in this order. Exactly one of ``done`` (how many), ``failed``, ``cancelled``."""

    done = Signal(int)
    failed = Signal()
    cancelled = Signal()
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(
        self, pages: PageImages, numbers: Sequence[int], printer: QPrinter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pages, self._numbers, self._printer = pages, tuple(numbers), printer
        self._painter, self._at = QPainter(), 0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; the printer may refuse."""
        self._printer.setFullPage(True)
        self._turn_paper(self._numbers[0])
        if self._printer.isValid() and self._painter.begin(self._printer):
            self._turn.start()
        else:
            self._refuse()

    def cancel(self) -> None:
        """Stop; what the printer has already, it may still print."""
        if self._painter.isActive():
            self._turn.stop()
            self._printer.abort()
            self._painter.end()
            self.ended.emit()
            self.cancelled.emit()

    def _step(self) -> None:
        number = self._numbers[self._at]
        if self._at:
            self._turn_paper(number)
            if not self._printer.newPage():
                self._painter.end()
                self._refuse()
                return
        self._draw(number)
        self._at += 1
        self.progressed.emit(self._at, len(self._numbers))
        if not self._painter.isActive():
            return  # she cancelled just now
        if self._at < len(self._numbers):
            self._turn.start()
        elif self._painter.end():
            self.ended.emit()
            self.done.emit(len(self._numbers))
        else:
            self._refuse()

    def _turn_paper(self, number: int) -> None:
        """Upright or across, as the page is."""
        size, turned = self._pages.size(number), QPageLayout.Orientation
        across = size.width() > size.height()
        self._printer.setPageOrientation(turned.Landscape if across else turned.Portrait)

    def _draw(self, number: int) -> None:
        """The page in its true size; on smaller paper as large as fits, on larger paper in the middle."""
        device = self._printer.resolution()
        paper, page = self._printer.pageLayout().fullRectPixels(device), self._pages.size(number) * (device / POINTS)
        fits = min(paper.width() / page.width(), paper.height() / page.height())
        shrunk = fits if fits < SAME_SIZE else 1.0
        left, top = ((paper.width() - page.width() * shrunk) / 2, (paper.height() - page.height() * shrunk) / 2)
        part = ceil(device / FINEST)  # so many dots of the printer are one of ours, across and down
        for row, band in self._pages.bands(number, device / part / POINTS * shrunk):
            place = QRectF(left, top + row * part, band.width() * part, band.height() * part)
            self._painter.drawImage(place, band)

    def _refuse(self) -> None:
        self.ended.emit()
        self.failed.emit()
