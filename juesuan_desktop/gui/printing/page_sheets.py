"""The pages of a paper one under the other, as they will leave the printer; drawn as they come into sight."""

from collections import OrderedDict
from itertools import accumulate

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from juesuan_desktop.gui.grid.zoom import next_step
from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.viewing.page_image import PageImages

FIT_WIDTH, FIT_PAGE = 0.0, -1.0
STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
DOTS, POINTS = 96, 72  # an inch at 100 %, and in a PDF
GAP, KEPT_PAGES, LINE = 14, 8, 40
FRONT = 0.35  # the page that covers this part of the height counts as the one in front
KEY = Qt.Key


class PageSheets(QAbstractScrollArea):
    """Shows pages at a zoom: ``FIT_WIDTH`` (never larger than on paper), ``FIT_PAGE``, or a part of their true size.

    ``moved`` tells that another page is in front or that the zoom is another.
    """

    moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pages: PageImages | None = None
        self._boxes: list[QRect] = []
        self._drawn: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self.zoom, self.shown_zoom = FIT_WIDTH, 1.0
        Dress(self, look, ground="paper.backdrop", base="paper.backdrop")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0

    @property
    def page(self) -> int:
        """The page in front; 0 if there is none."""
        at = self.verticalScrollBar().value() + round(self.viewport().height() * FRONT)
        return next((number for number, box in enumerate(self._boxes, 1) if at <= box.bottom() + GAP), self.count)

    def show_pages(self, pages: PageImages | None) -> None:
        """Show other pages, the first one in front; those before are closed."""
        if self._pages is not None:
            self._pages.close()
        self._pages = pages
        self._drawn.clear()
        self._lay_out()
        self.go_to(1)
        self.viewport().update()
        self.moved.emit()

    def go_to(self, page: int) -> None:
        """Bring a page to the front; the nearest there is."""
        if self._boxes:
            box = self._boxes[min(max(page, 1), self.count) - 1]
            self.verticalScrollBar().setValue(box.top() - GAP // 2)

    def set_zoom(self, zoom: float) -> None:
        """Show pages larger or smaller; the page in front stays there."""
        page, self.zoom = self.page, zoom
        self._lay_out()
        self.go_to(page)
        self.viewport().update()
        self.moved.emit()

    def step_zoom(self, direction: int) -> None:
        """One step larger (+1) or smaller (-1) than what is shown."""
        step = next_step(STEPS, self.shown_zoom, direction)
        if step is not None:
            self.set_zoom(step)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for number, box in enumerate(self._boxes, 1):
            place = box.translated(-across, -down)
            if place.intersects(event.rect()):
                painter.drawImage(place, self._image(number))
                painter.setPen(self._look.theme["paper.sheet_edge"])
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self.page
        self._lay_out()
        self.go_to(page)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._drawn.clear()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.step_zoom(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home, End and the side arrows go from page to page; Ctrl and + - 0 zoom."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        deed = {
            KEY.Key_Home: lambda: self.go_to(1),
            KEY.Key_End: lambda: self.go_to(self.count),
            KEY.Key_Right: lambda: self.go_to(self.page + 1),
            KEY.Key_Left: lambda: self.go_to(self.page - 1),
        }
        zooming = {
            KEY.Key_Plus: lambda: self.step_zoom(1),
            KEY.Key_Equal: lambda: self.step_zoom(1),
            KEY.Key_Minus: lambda: self.step_zoom(-1),
            KEY.Key_0: lambda: self.set_zoom(FIT_WIDTH),
        }
        chosen = (zooming if with_control else deed).get(KEY(event.key()))
        if chosen is None:
            super().keyPressEvent(event)
        else:
            chosen()

    # Internal

    def _lay_out(self) -> None:
        """Where every page lies, and how far one can scroll."""
        self.shown_zoom = self._zoom_now()
        scale = self.shown_zoom * DOTS / POINTS
        sizes = [(self._pages.size(page) * scale).toSize() for page in range(1, self.count + 1)] if self._pages else []
        room = self.viewport().size()
        widest = max((size.width() for size in sizes), default=0)
        middle = max(room.width(), widest + 2 * GAP) // 2
        tops = accumulate((size.height() + GAP for size in sizes), initial=GAP)
        self._boxes = [
            QRect(middle - size.width() // 2, top, size.width(), size.height())
            for size, top in zip(sizes, tops, strict=False)
        ]
        bottom = self._boxes[-1].bottom() + GAP if self._boxes else 0
        for bar, whole, seen in (
            (self.verticalScrollBar(), bottom, room.height()),
            (self.horizontalScrollBar(), widest + 2 * GAP, room.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(LINE)

    def _zoom_now(self) -> float:
        """The chosen zoom, or the one at which the widest page (the largest, as a whole) fits."""
        if self.zoom > 0 or self._pages is None:
            return self.zoom if self.zoom > 0 else 1.0
        sizes = [self._pages.size(page) * (DOTS / POINTS) for page in range(1, self.count + 1)]
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        across = (room.width() - bar - 2 * GAP) / max(size.width() for size in sizes)
        if self.zoom == FIT_PAGE:
            return max(0.1, min(across, (room.height() - 2 * GAP) / max(size.height() for size in sizes)))
        return max(0.1, min(across, 1.0))

    def _image(self, number: int) -> QImage:
        """A page drawn for the screen; the last few are kept."""
        assert self._pages is not None
        key = number, self.shown_zoom
        if key not in self._drawn:
            ratio = self.devicePixelRatioF()
            self._drawn[key] = self._pages.image(number, self.shown_zoom * DOTS / POINTS * ratio)
        self._drawn.move_to_end(key)
        while len(self._drawn) > KEPT_PAGES:
            self._drawn.popitem(last=False)
        return self._drawn[key]
