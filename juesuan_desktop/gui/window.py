"""The window: start page or report, commands, findings, status. Who tells whom what is connected here, in the open."""

from collections.abc import Callable
from operator import methodcaller
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.commands import NEEDS_REPORT, Commands, fill_menus, make_commands, make_toolbar
from juesuan_desktop.gui.dialogs import tell
from juesuan_desktop.gui.files import Files
from juesuan_desktop.gui.grid_commands import DEEDS
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.seek_bar import FIND, GO
from juesuan_desktop.gui.start_page import StartPage
from juesuan_desktop.gui.status_line import StatusLine
from juesuan_desktop.gui.zoom import FITTED

FINDINGS_HEIGHT, WHY_WIDTH = 190, 300
SHORT_WINDOW = 600
EXPORTED_MILLISECONDS = 15_000


class MainWindow(QMainWindow):
    """One report at a time.

    Attributes:
        report: the open report; None on the start page.
    """

    def __init__(self, session: Session | None, desk: Desk, look: Look) -> None:
        super().__init__()
        self._look = look
        self.report: OpenReport | None = None
        self.files = Files(desk, self)
        self.commands: Commands = make_commands(self, look)
        self.status = StatusLine(look, self)
        area = Qt.DockWidgetArea
        self.dock = self._make_dock("findings", self.tr("审核结果"), area.BottomDockWidgetArea)
        self.why_dock = self._make_dock("why", self.tr("怎么算的"), area.RightDockWidgetArea)
        self.why_dock.hide()
        fill_menus(self, self.commands)
        make_toolbar(self, self.commands)
        self.setStatusBar(self.status)
        self._connect()
        if session is None:
            self._show_start()
        else:
            self.show_report(session)

    def show_report(self, session: Session) -> None:
        """Show a report in place of what is open."""
        if self.report is not None and not self.report.close():
            session.close()
            return
        for name in NEEDS_REPORT:
            self.commands[name].setEnabled(True)
        self.report = report = OpenReport(session, self._look, self.commands, self)
        report.live.changed.connect(self._show_status)
        report.live.saved.connect(self._show_status)
        report.live.saveFailed.connect(self._on_save_failed)
        report.tabs.addressChanged.connect(self.status.show_place)
        self.status.zoom.follow(report.tabs.zoom)
        self.setCentralWidget(report.tabs)
        self.dock.setWidget(report.findings)
        self.dock.setVisible(not self._is_short())
        self.why_dock.setWidget(report.why)
        self.setWindowTitle(report.title)
        self._show_status()
        report.begin()
        self.status.show_place(report.tabs.page().address())

    def review(self) -> None:
        """全审: the list of findings, ready for Enter."""
        if self.report is not None and self.report.tabs.finish():
            self.report.findings.refresh()
            self.dock.show()
            self.report.findings.begin()

    def tell_why(self) -> None:
        """怎么算的: show the panel or put it away; the table keeps the keyboard."""
        if self.report is not None:
            had_focus = self.report.why.hasFocus()
            self.why_dock.setVisible(not self.why_dock.isVisible())
            self.report.why.show_address(self.report.tabs.page().address())
            if had_focus:
                self.report.begin()

    def save_now(self) -> None:
        """Write what waits. Raises StorageError."""
        if self.report is not None:
            self.report.live.session.save()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.dock.setVisible(self.report is not None and not self._is_short())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.report is None or self.report.close():
            self.report = None
            event.accept()
        else:
            event.ignore()

    # Wiring

    def _connect(self) -> None:
        for name, slot in (
            ("new", self.files.new),
            ("open", self.files.open),
            ("import", self.files.import_),
            ("quit", self.close),
            ("review", self.review),
            ("why", self.tell_why),
            ("next-pane", self._on_report(OpenReport.next_pane)),
            ("next-place", self._on_report(OpenReport.next_place)),
            ("export", self._on_report(self._export)),
            ("undo", self._on_report(OpenReport.undo)),
            ("redo", self._on_report(OpenReport.redo)),
            ("find", self._on_report(lambda report: report.tabs.seek(FIND))),
            ("go-to", self._on_report(lambda report: report.tabs.seek(GO))),
            ("zoom-in", self._on_report(lambda report: report.tabs.zoom.step(1))),
            ("zoom-out", self._on_report(lambda report: report.tabs.zoom.step(-1))),
            ("zoom-fit", self._on_report(lambda report: report.tabs.zoom.set(FITTED))),
            *((name, self._on_report(methodcaller("do", name))) for name in DEEDS),
        ):
            self.commands[name].triggered.connect(slot)
        self.files.opened.connect(self.show_report)
        self.files.exported.connect(self._on_exported)
        self.status.reviewRequested.connect(self.review)

    def _on_report(self, action: Callable[[OpenReport], None]) -> Callable[[], None]:
        """A slot that does something with the report that is open then."""

        def slot() -> None:
            if self.report is not None:
                action(self.report)

        return slot

    def _export(self, report: OpenReport) -> None:
        if report.tabs.finish():
            self.files.export(report.live.session)

    # What happened

    def _show_status(self) -> None:
        self.status.show_report(self.report.live if self.report else None)

    def _on_save_failed(self, sentence: str) -> None:
        self._show_status()
        tell(self, self.tr("{why}\n\n改动都还在窗口里，会自动再试着保存。").format(why=sentence))

    def _on_exported(self, path: Path) -> None:
        self.status.showMessage(self.tr("已导出 {path}").format(path=path), EXPORTED_MILLISECONDS)

    # Building

    def _show_start(self) -> None:
        page = StartPage(self._look, self)
        page.requested.connect(self._begin)
        self.setCentralWidget(page)
        self.dock.hide()
        self.why_dock.hide()
        self.setWindowTitle(self.tr("决算公开"))
        for name in NEEDS_REPORT:
            self.commands[name].setEnabled(False)

    def _begin(self, wish: str) -> None:
        """What was chosen on the start page."""
        {
            "new": self.files.new,
            "open": self.files.open,
            "import": self.files.import_,
            "sample": self.files.sample,
        }[wish]()

    def _make_dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        feature = QDockWidget.DockWidgetFeature
        dock.setObjectName(name)
        dock.setFeatures(feature.DockWidgetClosable | feature.DockWidgetMovable)
        dock.setWidget(QWidget(dock))
        self.addDockWidget(area, dock)
        is_below = area == Qt.DockWidgetArea.BottomDockWidgetArea
        size, direction = (
            (FINDINGS_HEIGHT, Qt.Orientation.Vertical) if is_below else (WHY_WIDTH, Qt.Orientation.Horizontal)
        )
        self.resizeDocks([dock], [size], direction)
        return dock

    def _is_short(self) -> bool:
        """Whether the findings would leave the table no room; the status line still counts them."""
        return self.isVisible() and self.height() < SHORT_WINDOW
