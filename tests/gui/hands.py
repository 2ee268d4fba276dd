"""Somebody at the keyboard of the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from juesuan_desktop.gui.grid.cell_editor import CellEditor
from juesuan_desktop.gui.grid.view import GridView
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.open_report import OpenReport

WITH_TAB = Qt.FocusPolicy.TabFocus.value


def usable(place: QWidget) -> list[QWidget]:
    """What in a place a person can use with the keyboard."""
    return [one for one in place.findChildren(QWidget) if is_usable(one)]


def is_usable(widget: QWidget) -> bool:
    takes_tab = widget.focusPolicy().value & WITH_TAB
    return bool(takes_tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


class Hands:
    """Somebody at the keyboard."""

    def __init__(self, qtbot: QtBot, report: OpenReport) -> None:
        self._qtbot, self._report = qtbot, report

    @property
    def view(self) -> GridView:
        page = self._report.tabs.table_page()
        assert page is not None
        return page.view

    def at(self, address: str) -> None:
        """Go to a cell."""
        self._report.tabs.go_to(address)

    def type(self, text: str) -> None:
        """Type where the keyboard is now."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self._qtbot.keyClick(self._focus(), key, modifier)

    def enter(self, address: str, text: str) -> None:
        """Type a figure into a cell and press Enter."""
        self.at(address)
        self.type(text)
        self.press(Qt.Key.Key_Return)
        self._report.findings.refresh()  # it comes by itself a moment later

    def override(self, address: str, text: str) -> None:
        """Type a figure over a computed one, and press Enter again when asked."""
        self.enter(address, text)
        self.press(Qt.Key.Key_Return)
        self._report.findings.refresh()

    def shown(self, address: str) -> str:
        """What stands in a cell."""
        self.at(address)
        return str(self.view.currentIndex().data() or "")

    def where(self) -> str:
        """The cell she is at."""
        return self.view.current_address()

    def painted(self, address: str) -> str:
        """What is drawn in a cell of the table in front."""
        cell = self.view.model().cell(self.view.model().index_of(address))
        return self.view.picture.drawing((cell.row, cell.column)).text

    def editor(self) -> CellEditor | None:
        """The open editor."""
        return next(iter(self.view.findChildren(CellEditor)[::-1]), None)

    def badge(self, name: str) -> tuple[Mark, int] | None:
        """The sign on a table's tab."""
        names = [table.name for table in self._report.live.session.form.tables]
        return self._report.tabs.bar.badge(1 + names.index(name))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.view
