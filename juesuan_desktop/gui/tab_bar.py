"""Tabs in two lines, number above name, each with a sign of how what it shows stands."""

from collections import Counter

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStylePainter, QTabBar, QToolButton, QWidget

from juesuan_desktop.gui.look.focus_frame import LINE
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, paint_mark
from juesuan_desktop.gui.standing import QUIET, Tally, told, worst

SIDE, GAP, ABOVE = 8, 5, 4
EDGE = 3


class TabBar(QTabBar):
    """The tabs of a report."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tallies: list[Tally | None] = []
        self._numbers: list[str] = []
        self._names: list[str] = []
        self.setExpanding(False)
        self.setDrawBase(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys bring every tab into sight

    def add(self, number: str, name: str, whole: str) -> None:
        """One more tab; ``whole`` is its full title."""
        self._numbers.append(number)
        self._names.append(name)
        self._tallies.append(None)
        self.setTabToolTip(self.addTab(f"{number} {name}".strip()), whole)

    def show_tally(self, tab: int, tally: Tally, state: str = "") -> None:
        """Show how what is behind a tab stands, in a sign and in words (``state`` where a tally does not say it)."""
        if self._tallies[tab] == tally:
            return
        words = state if state and worst(tally) in QUIET else told(tally)
        before, self._tallies[tab] = self.tabSizeHint(tab), Counter(tally)
        name = f"{self._numbers[tab]} {self._names[tab]}"
        self.setAccessibleTabName(tab, f"{name}，{words}")
        whole = self.tabToolTip(tab).partition("\n")[0]
        self.setTabToolTip(tab, f"{whole}\n{words}")
        if self.tabSizeHint(tab) == before:
            self.update(self.tabRect(tab))
        else:
            self.setTabText(tab, self.tabText(tab))  # Qt lays all tabs out anew

    def badge(self, tab: int) -> tuple[Mark, int] | None:
        """The sign on a tab and its number; None where nothing is judged."""
        tally = self._tallies[tab]
        if tally is None:
            return None
        mark = worst(tally)
        return mark, 0 if mark in QUIET else tally[mark]

    def focus_box(self) -> QRect:
        """The tab in front has the keyboard; its edge in the same colour stays to be seen beside the frame."""
        return self.tabRect(self.currentIndex()).adjusted(LINE, EDGE + LINE, -LINE, -LINE)

    def tabSizeHint(self, tab: int) -> QSize:
        name, number = QFontMetrics(self.font()), QFontMetrics(self._small())
        badge = number.horizontalAdvance(self._count(tab)) + number.ascent() + GAP
        above = number.horizontalAdvance(self._numbers[tab]) + GAP + badge
        width = max(name.horizontalAdvance(self._names[tab]), above) + 2 * SIDE
        return QSize(width, name.height() + number.height() + 2 * ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        for tab in range(self.count()):
            if not event.rect().intersects(self.tabRect(tab)):
                continue
            option = QStyleOptionTab()
            self.initStyleOption(option, tab)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTabShape, option)
            self._paint_tab(painter, tab, self.tabRect(tab).adjusted(SIDE, ABOVE, -SIDE, -ABOVE))

    def _paint_tab(self, painter: QPainter, tab: int, box: QRect) -> None:
        theme, is_chosen = self._look.theme, tab == self.currentIndex()
        painter.setFont(self.font())
        painter.setPen(theme["window.accent" if is_chosen else "window.text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._names[tab])
        painter.setFont(self._small())
        painter.setPen(theme["window.faint"])
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._numbers[tab])
        if is_chosen:
            edge = self.tabRect(tab)
            painter.fillRect(edge.x() + 1, edge.y(), edge.width() - 2, EDGE, theme["window.accent"])
        badge = self.badge(tab)
        if badge is not None:
            self._paint_badge(painter, box, badge[0], self._count(tab))

    def _paint_badge(self, painter: QPainter, box: QRect, mark: Mark, text: str) -> None:
        """The sign at the upper right, its number before the edge."""
        metrics = QFontMetrics(self._small())
        side = metrics.ascent() * 3 // 4
        right = box.right() - metrics.horizontalAdvance(text)
        line = metrics.height()
        colour: QColor = self._look.theme[f"marks.{mark}"]
        paint_mark(painter, QRectF(right - side - 2, box.y() + (line - side) / 2, side, side), mark, self._look.theme)
        painter.setPen(colour)
        painter.drawText(QRect(right, box.y(), box.right() - right + 1, line), Qt.AlignmentFlag.AlignLeft, text)

    def _count(self, tab: int) -> str:
        """The number beside the sign."""
        badge = self.badge(tab)
        return str(badge[1]) if badge and badge[1] else ""

    def _small(self) -> QFont:
        return self._look.fonts.small()
