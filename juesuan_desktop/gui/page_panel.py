"""The page of the file beside the tables, while a PDF is checked."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.forms.addresses import split
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.page_image import PageImages
from juesuan_desktop.report.report import SECTION

LEAST_SCALE, ROOM = 0.5, 8
LEAST_WIDTH = 320
PAD = 3


class PagePanel(QWidget):
    """Follows the figure she is at."""

    def __init__(self, viewing: Viewing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewing, self._look = viewing, look
        self._pages = PageImages(viewing.file)
        self._page, self._words = 1, ("", "")
        self.places: list[QRect] = []
        self._picture, self._number = QLabel(self), QLabel(self)
        self._area = QScrollArea(self)
        self._lay_out()
        look.wear(self._draw)
        self._area.viewport().installEventFilter(self)

    @property
    def page(self) -> int:
        """The page that is shown."""
        return self._page

    def begin(self) -> None:
        """The keyboard scrolls the page."""
        self._area.setFocus()

    def show_address(self, address: str) -> None:
        """Show the page a figure or section stands on, with the figure marked."""
        table, words = split(address) or ("", ("",))
        page = self._viewing.page_of_section(words[0]) if table == SECTION else self._viewing.page_of(address or table)
        if page is not None:
            self._words = self._viewing.words_at(address)
            self.show_page(page)

    def show_page(self, page: int) -> None:
        """Show a page."""
        self._page = min(max(1, page), self._pages.count)
        self._draw()

    def close_file(self) -> None:
        """Let the file go."""
        self._pages.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width, another picture."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        width = self._pages.size(self._page).width()
        scale = max((self._area.viewport().width() - ROOM) / width, LEAST_SCALE) * ratio
        pixmap = QPixmap.fromImage(self._pages.image(self._page, scale))
        self.places = self._pages.places(self._page, scale, self._words)
        self._mark(pixmap)
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
        self._picture.resize(pixmap.deviceIndependentSize().toSize())
        words = self.tr("第 {page} 页，共 {count} 页").format(page=self._page, count=self._pages.count)
        self._number.setText(words)
        self._picture.setAccessibleName(words)
        if self.places:
            centre = self.places[0].center() / ratio
            self._area.ensureVisible(centre.x(), centre.y(), ROOM, self._area.viewport().height() // 3)

    def _mark(self, pixmap: QPixmap) -> None:
        """A frame around the place; its shape is enough where colours are not seen."""
        painter = QPainter(pixmap)
        colour = QColor(self._look.theme["marks.broken"])
        painter.setPen(QPen(colour, 2 * self.devicePixelRatioF()))
        for box in self.places:
            painter.drawRect(box.adjusted(-PAD, -PAD, PAD, PAD))
        painter.end()

    def _lay_out(self) -> None:
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._picture)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAccessibleName(self.tr("原文"))
        row = QHBoxLayout()
        for words, told, step in (("◀", self.tr("上一页"), -1), ("▶", self.tr("下一页"), 1)):
            button = QToolButton(self)
            button.setText(words)
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.clicked.connect(lambda _=False, step=step: self.show_page(self._page + step))
            row.addWidget(button)
        row.addWidget(self._number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addLayout(row)
        column.addWidget(self._area, 1)
        self.setMinimumWidth(LEAST_WIDTH)
