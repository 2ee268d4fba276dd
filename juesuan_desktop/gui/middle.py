"""The middle of the window: the start page or the report, and at times a page that is dealt with first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from juesuan_desktop.gui.notice_bar import NoticeBar
from juesuan_desktop.gui.pages.page_parts import Page

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Middle(QWidget):
    """``laid`` tells that a page lies over what is open, ``cleared`` that it is gone again."""

    laid = Signal()
    cleared = Signal()

    def __init__(self, notice: NoticeBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget(self)
        self._base: QWidget | None = None
        self._over: Page | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(notice)
        column.addWidget(self._stack, 1)

    @property
    def base(self) -> QWidget | None:
        """The start page, or what shows the report."""
        return self._base

    @property
    def over(self) -> Page | None:
        """The page that lies over it, if any."""
        return self._over

    def show_base(self, page: QWidget) -> None:
        """Show another start page or report."""
        self.clear()
        before, self._base = self._base, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        _let_go(self._stack, before)

    def lay(self, page: Page) -> None:
        """Lay a page over what is open."""
        before, self._over = self._over, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.begin()
        _let_go(self._stack, before)
        self.laid.emit()

    def clear(self) -> None:
        """Take the page away again."""
        if self._over is None:
            return
        before, self._over = self._over, None
        if self._base is not None:
            self._stack.setCurrentWidget(self._base)
        _let_go(self._stack, before)
        self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a page that is dealt with first; Enter presses the button the keyboard is at, as Space does."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._over is not None:
            self.clear()
        elif event.key() in ENTER and isinstance(button, QAbstractButton) and not event.isAutoRepeat():
            button.click()
        else:
            super().keyPressEvent(event)


def _let_go(stack: QStackedWidget, page: QWidget | None) -> None:
    if page is not None:
        stack.removeWidget(page)
        page.deleteLater()
