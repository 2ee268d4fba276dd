"""Pieces that pages are put together from."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from juesuan_desktop.gui.look.dress import Dress, headline
from juesuan_desktop.gui.look.look import Look

RIM = "\u2002"  # behind numbers, so that what follows at the left of the next column stands apart
Index = QModelIndex | QPersistentModelIndex


class Page(QWidget):
    """A page that is dealt with first, over what is open.

    No page has a focus proxy: Qt's Tab then never comes to what stands before the proxy.
    """

    def begin(self) -> None:
        """Ready for the keyboard."""
        raise NotImplementedError


class ScrolledPage(QScrollArea):
    """A page that keys scroll; Tab stops at it only while there is something to scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def _on_range(self, least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most > least else Qt.FocusPolicy.NoFocus)


def set_in_the_middle(page: QWidget, content: QWidget) -> None:
    """The content of a page between two margins, which go first where the window is narrow."""
    whole = QHBoxLayout(page)
    whole.addStretch(1)
    whole.addWidget(content, 1000)
    whole.addStretch(1)


def tab_through(*widgets: QWidget) -> None:
    """Tab goes from one to the next."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def stacked(widgets: Iterable[QWidget]) -> QVBoxLayout:
    """Widgets one below the other, from the top."""
    column = QVBoxLayout()
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column


def line_across(parent: QWidget) -> QFrame:
    """A thin line between two parts of a page."""
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line


def heading(words: str, look: Look) -> QLabel:
    """What stands above a page."""
    label = QLabel(words)
    Dress(label, look, font=headline)
    return label


def told_in(label: QLabel, look: Look, colour: str) -> Dress:
    """A label tells something, in a colour of its own (which can change), on as many lines as it needs."""
    label.setWordWrap(True)
    return Dress(label, look, ink=colour)


class Rimmed(QStyledItemDelegate):
    """Draws what is set at the right of its column with a rim."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if option.text and option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            option.text += RIM
