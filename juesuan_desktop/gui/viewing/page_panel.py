"""The page of the file beside the tables, while a PDF is checked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.forms.addresses import split
from juesuan_desktop.gui.grid.zoom import next_step
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.viewing.page_image import PageImages
from juesuan_desktop.intake.pdf.spots import Box
from juesuan_desktop.report.report import SECTION

LEAST_SCALE, LEAST_ON_GLASS, ROOM = 0.9, 0.6, 8  # smaller than that the figures of a wide table cannot be read
ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.6, 2.0, 2.5)
LEAST_WIDTH = 320
PAD, TINT = 4, 36


class PagePanel(QWidget):
    """Follows the figure she is at."""

    def __init__(self, viewing: Viewing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewing, self._look = viewing, look
        self._pages = PageImages(viewing.file)
        self._page: int = 1
        self._box: Box | None = None
        self._chosen, self._scale = 0.0, 1.0
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
            self._box = self._viewing.box_of(address, self._pages.spots(page))
            self.show_page(page)

    def turn_to(self, page: int) -> None:
        """Leaf through the file: nothing is marked on a page she only looks at."""
        self._box = None
        self.show_page(page)

    def show_page(self, page: int) -> None:
        """Show a page."""
        self._page = min(max(1, page), self._pages.count)
        self._draw()

    def step_zoom(self, direction: int) -> None:
        """One step larger (+1) or smaller (-1), or as wide as the panel again (0)."""
        step = next_step(ZOOMS, self._scale, direction) if direction else 0.0
        if step is not None:
            self._chosen = step
            self._draw()

    @property
    def scale(self) -> float:
        """How many pixels a point of the page takes."""
        return self._scale

    def close_file(self) -> None:
        """Let the file go."""
        self._pages.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width, another picture; Ctrl and the wheel zoom."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        width = self._pages.size(self._page).width()
        least = max(LEAST_SCALE / ratio, LEAST_ON_GLASS)
        self._scale = self._chosen or max((self._area.viewport().width() - ROOM) / width, least)
        scale = self._scale * ratio
        pixmap = QPixmap.fromImage(self._pages.image(self._page, scale))
        self.places = [self._pages.on_picture(self._page, scale, self._box)] if self._box else []
        self._mark(pixmap)
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
        self._picture.resize(pixmap.deviceIndependentSize().toSize())
        words = self.tr("第 {page} 页，共 {count} 页").format(page=self._page, count=self._pages.count)
        self._number.setText(words)
        self._picture.setAccessibleName(words)
        if self.places:
            centre, room = self.places[0].center() / ratio, self._area.viewport()
            self._area.ensureVisible(centre.x(), centre.y(), room.width() // 3, room.height() // 3)

    def _mark(self, pixmap: QPixmap) -> None:
        """A frame around the place; its shape is enough where colours are not seen."""
        painter = QPainter(pixmap)
        colour = QColor(self._look.theme["marks.broken"])
        ratio = self.devicePixelRatioF()
        painter.setPen(QPen(colour, 2 * ratio))
        ground, pad = QColor(colour), round(PAD * ratio)
        ground.setAlpha(TINT)
        painter.setBrush(ground)
        for box in self.places:
            painter.drawRect(box.adjusted(-pad, -pad, pad, pad))
        painter.end()

    def _lay_out(self) -> None:
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._picture)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAccessibleName(self.tr("原文"))
        row = QHBoxLayout()
        for words, told, deed in (
            ("◀", self.tr("上一页"), lambda: self.turn_to(self._page - 1)),
            ("▶", self.tr("下一页"), lambda: self.turn_to(self._page + 1)),
            ("−", self.tr("缩小（Ctrl+滚轮）"), lambda: self.step_zoom(-1)),
            ("+", self.tr("放大（Ctrl+滚轮）"), lambda: self.step_zoom(1)),
            ("↔", self.tr("适合宽度"), lambda: self.step_zoom(0)),
        ):
            row.addWidget(self._button(words, told, deed))
        row.addWidget(self._number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addLayout(row)
        column.addWidget(self._area, 1)
        self.setMinimumWidth(LEAST_WIDTH)

    def _button(self, words: str, told: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.clicked.connect(deed)
        return button
