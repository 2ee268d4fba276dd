"""The line at the bottom: where she is, how the report stands, when it was saved."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from juesuan_desktop.gui.grid.zoom import ZoomButton
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import WIDE, Sign
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, word
from juesuan_desktop.gui.standing import COUNTED

PLACE_CHARACTERS, GAP = 9, 6  # where she is must be told too


class StatusLine(QStatusBar):
    """「不平 0 · 尾差 3 · 待填 12 · 提示 2 · 已保存 14:02」. ``reviewRequested`` when a count is clicked.

    Where there is little room the counts keep their signs and give up their words: the line never widens the window.
    """

    reviewRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live: LiveReport | None = None
        self._place, self._saved = _Place(self), QLabel(self)
        self.zoom = ZoomButton(self)
        self._counts = {mark: self._count_button(mark, look) for mark in COUNTED}
        self.addWidget(self._place, 1)
        for button in self._counts.values():
            self.addPermanentWidget(button)
        self.addPermanentWidget(self.zoom)
        self.addPermanentWidget(self._saved)
        self._saved.setContentsMargins(8, 0, 10, 0)
        self.setSizeGripEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_report(None)
        look.wear(self._make_room)

    def show_report(self, live: LiveReport | None) -> None:
        """Show how the report stands."""
        self._live = live
        if live is None:
            self.show_place("")
        for shown in (self.zoom, *self._counts.values()):
            shown.setVisible(live is not None)
        self._saved.setText(_saved_text(live) if live else "")
        self._make_room()

    def show_place(self, text: str) -> None:
        """Say where she is."""
        self._place.setText(text)
        self._place.setToolTip(text)

    @property
    def text(self) -> str:
        """The counts and the saving in one line."""
        return " · ".join((*(button.accessibleName() for button in self._counts.values()), self._saved.text()))

    @property
    def place(self) -> str:
        """Where she is."""
        return self._place.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_room()

    def _make_room(self) -> None:
        """The counts with their words, if that leaves room for the place."""
        least = self.fontMetrics().horizontalAdvance(WIDE * PLACE_CHARACTERS)
        self._tell_counts(in_words=True)
        shown = (self.zoom, self._saved, *self._counts.values())
        if sum(one.sizeHint().width() + GAP for one in shown) + least > self.width():
            self._tell_counts(in_words=False)

    def _tell_counts(self, *, in_words: bool) -> None:
        for mark, button in self._counts.items():
            count = str(self._live.standing.count(mark)) if self._live is not None else ""
            told = f"{word(mark)} {count}" if count else ""
            button.setAccessibleName(told)
            button.setText(told if in_words else count)
            button.setToolTip(self.tr("{told}：看审核结果（F8）").format(told=told))

    def _count_button(self, mark: Mark, look: Look) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        Sign(button, look, mark)
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        button.clicked.connect(self.reviewRequested)
        return button


class _Place(QLabel):
    """Where she is, cut where there is no room: it never widens the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(8, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        told = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)
        painter.end()


def _saved_text(live: LiveReport) -> str:
    if live.session.is_read_only:
        return QCoreApplication.translate("StatusLine", "只读 · 检查")
    if not live.is_saved:
        return QCoreApplication.translate("StatusLine", "尚未保存")
    at = live.session.saved_at
    clock = datetime.fromisoformat(at).astimezone().strftime("%H:%M") if at else ""
    return QCoreApplication.translate("StatusLine", "已保存 {time}").format(time=clock).strip()
