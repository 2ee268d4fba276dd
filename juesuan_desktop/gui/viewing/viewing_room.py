"""A report that is only looked at, with the strip that says so and, for a PDF, the page beside the tables."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.viewing.check_bar import CheckBar
from juesuan_desktop.gui.viewing.page_panel import PagePanel

SHARE = 0.42


def room_of(report: OpenReport, dock: QDockWidget, look: Look, edit: Callable[[Viewing], object]) -> QWidget:
    """What shows a report; one that is only looked at has a strip that says so."""
    session = report.live.session
    if not isinstance(session, Viewing):
        return report.tabs
    room = ViewingRoom(session, report, dock, look)
    room.editRequested.connect(edit)
    return room.place


class ViewingRoom(QObject):
    """``editRequested`` carries the report that should become editable.

    Attributes:
        place: what stands in the middle of the window.
    """

    editRequested = Signal(Viewing)

    def __init__(self, viewing: Viewing, report: OpenReport, dock: QDockWidget, look: Look) -> None:
        super().__init__(report)
        self._viewing, self._report, self._dock, self._look = viewing, report, dock, look
        self.place = QWidget(report.tabs.parentWidget())
        self.bar = CheckBar(viewing, report.live.standing, look, self.place)
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(report.tabs)
        self.bar.editRequested.connect(lambda: self.editRequested.emit(viewing))
        self.bar.pageRequested.connect(self._toggle_page)
        self.panel: PagePanel | None = None
        report.tabs.addressChanged.connect(self._follow)
        if viewing.file.suffix.lower() == ".pdf":
            self._show_page()

    def _show_page(self) -> None:
        """The page of the file, made when it is first looked at."""
        self.panel = PagePanel(self._viewing, self._look, self._dock)
        self._dock.setWidget(self.panel)
        self.panel.destroyed.connect(self.panel.close_file)
        self._dock.show()
        QTimer.singleShot(0, self._widen)
        self._follow(self._report.tabs.page().address())

    def _widen(self) -> None:
        """Wide enough to read, once the window has laid out the rest."""
        window = self._dock.parentWidget()
        if isinstance(window, QMainWindow):
            window.resizeDocks([self._dock], [round(window.width() * SHARE)], Qt.Orientation.Horizontal)

    def _toggle_page(self) -> None:
        self._dock.setVisible(not self._dock.isVisible())

    def _follow(self, address: str) -> None:
        if self.panel is not None and address:
            self.panel.show_address(address)
