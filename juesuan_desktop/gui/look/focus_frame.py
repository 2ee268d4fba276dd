"""Where the keyboard is: one frame around whatever has it, drawn here and nowhere else.

A widget may say with ``focus_box()`` which part of it has the keyboard, with ``focus_owner()`` whose frame it shares.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget
from shiboken6 import isValid

from juesuan_desktop.gui.look.look import Look

LINE, OUTSIDE = 2, 1
AWAY_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The keyboard is in another window or a menu, and comes back."""
_MOVING = frozenset(
    (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)
)


class FocusWatch(QObject):
    """Frames the keyboard's place in every window of the program."""

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__(app)
        self._look = look
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window().windowType() is Qt.WindowType.Popup:
            return
        owner = getattr(now, "focus_owner", lambda: now)()
        present = now.window().findChild(FocusFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
        (present or FocusFrame(self._look, now.window())).follow(owner)


class FocusFrame(QWidget):
    """Lies over a window, around the widget that has its keyboard; the mouse goes through it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._widget: QWidget | None = None
        self._watched: list[QWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def follow(self, widget: QWidget) -> None:
        """Stay around a widget, wherever it is laid."""
        for one in filter(isValid, self._watched):
            one.removeEventFilter(self)
        self._widget, self._watched = widget, [_painted(widget), *_up_from(widget)]
        for one in self._watched:
            one.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What moves the widget moves the frame; what is painted anew may have another current row."""
        kind = event.type()
        if kind in _MOVING or (kind == QEvent.Type.Paint and watched is self._watched[0]):
            self._soon.start()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme["window.focus"])
        painter.end()

    def _settle(self) -> None:
        box = self._box()
        self.setVisible(not box.isEmpty())
        if box.isEmpty() or box == self.geometry():
            return
        self.setGeometry(box)
        self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(LINE, LINE, -LINE, -LINE)))
        self.raise_()

    def _box(self) -> QRect:
        """Where the frame lies in the window; empty where the widget is not seen."""
        widget = self._widget
        if widget is None or not isValid(widget) or not widget.isVisible() or widget.window() is not self.parent():
            return QRect()
        box = _in_window(widget, part_with_keyboard(widget)).adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        for one in _up_from(widget.parentWidget()):
            box = box.intersected(_in_window(one, one.rect()))
        return box


def part_with_keyboard(widget: QWidget) -> QRect:
    """Which part of a widget has the keyboard: what it says itself, the current row of a list, else all of it."""
    tell = getattr(widget, "focus_box", None)
    if tell is not None:
        return QRect(tell())
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QTableView):
        room = widget.viewport().rect()
        row = widget.visualRect(widget.currentIndex())
        seen = QRect(0, row.y(), room.width(), row.height()).intersected(room)
        if not row.isEmpty() and not seen.isEmpty():
            return seen.translated(widget.viewport().pos())
    return widget.rect()


def _painted(widget: QWidget) -> QWidget:
    """What of a widget paints its content: of a list the part that scrolls."""
    return widget.viewport() if isinstance(widget, QAbstractItemView) else widget


def _up_from(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and all it lies in."""
    while widget is not None:
        yield widget
        widget = None if widget.isWindow() else widget.parentWidget()


def _in_window(widget: QWidget, box: QRect) -> QRect:
    return QRect(widget.mapTo(widget.window(), box.topLeft()), box.size())
