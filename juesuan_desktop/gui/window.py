"""The window: start page or report, commands, findings, status. Who tells whom what is connected here, in the open."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.commands import DEEDS, NEEDS_REPORT, Commands, fill_bars, make_commands
from juesuan_desktop.gui.dropping import Dropping
from juesuan_desktop.gui.errands import Errands
from juesuan_desktop.gui.files import Files
from juesuan_desktop.gui.layout_keeper import keep_layout
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import Memory
from juesuan_desktop.gui.middle import Middle
from juesuan_desktop.gui.notice_bar import NoticeBar
from juesuan_desktop.gui.pages.start_page import StartPage
from juesuan_desktop.gui.panels.panels import Panels
from juesuan_desktop.gui.printing.paperwork import Paperwork
from juesuan_desktop.gui.recent_menu import RecentMenu
from juesuan_desktop.gui.status_line import StatusLine
from juesuan_desktop.gui.view_menu import ViewMenu
from juesuan_desktop.report.change import Gesture

if TYPE_CHECKING:
    from juesuan_desktop.gui.keeping import Keeping
    from juesuan_desktop.gui.open_report import OpenReport


class MainWindow(QMainWindow):
    """One report at a time.

    Attributes:
        report: the open report; None on the start page.
    """

    def __init__(self, session: Session | None, desk: Desk, look: Look, memory: Memory | None = None) -> None:
        super().__init__()
        self._look, self.memory = look, memory or Memory()
        self.report: OpenReport | None = None
        self.notice = NoticeBar(look)
        self.middle = Middle(self.notice, self)
        self.setCentralWidget(self.middle)
        self.errands = Errands(self.notice, self)
        self.files = Files(desk, look, self.memory, self.middle, self.errands, self)
        self.files.present = lambda: self.report.live.session if self.report else None
        self.papers = Paperwork(self._ready, look, self.memory, self.middle, self.errands, self)
        self.commands: Commands = make_commands(self, look)
        self.status = StatusLine(look, self)
        self.panels = Panels(self, look)
        self.dock, self.why_dock = self.panels.findings, self.panels.why
        fill_bars(self, self.commands, look, RecentMenu(self.memory, self.files.open_path, self))
        self.view = ViewMenu(self.memory, self)
        Dropping(self, self.files.open_path, desk.suffixes)
        self.setStatusBar(self.status)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt's own would show panels of no report
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
        from juesuan_desktop.gui.keeping import Keeping
        from juesuan_desktop.gui.open_report import OpenReport  # all pages come with it: the start page needs none
        from juesuan_desktop.gui.viewing.viewing_room import room_of

        self.report = report = OpenReport(session, self._look, self.commands, self)
        self._follow(report, Keeping(report.live, self.notice, self.memory, self))
        self.panels.begin(report.findings, report.why)
        self.middle.show_base(room_of(report, self.panels.page, self._look, self.files.make_editable))
        self._show_panels()
        self._show_status()
        report.begin()
        self.status.show_place(report.tabs.page().address())

    def review(self) -> None:
        """全审: the list of findings, ready for Enter."""
        report = self._ready()
        if report is not None:
            report.findings.refresh()
            self.panels.show_findings()
            report.findings.begin()

    def tell_why(self) -> None:
        """怎么算的: show the panel or put it away; the table keeps the keyboard."""
        if self.report is not None:
            had_focus = self.report.why.hasFocus()
            self.panels.toggle_why()
            self.report.why.show_address(self.report.tabs.page().address())
            if had_focus:
                self.report.begin()

    def save_now(self) -> None:
        """Write what waits. Raises StorageError."""
        if self.report is not None:
            self.report.live.write()

    def is_engaged(self) -> bool:
        """Whether something would be lost with the window: a page that is dealt with, a reading, a cell being typed."""
        is_typing = self.report is not None and self.report.tabs.is_typing()
        return self.middle.over is not None or self.errands.is_busy or is_typing

    def let_go(self) -> Session | None:
        """Hand the report to another window; what was typed is taken first."""
        if self.report is None:
            return None
        session = self.report.live.session
        self.report.deleteLater()
        self.report = None
        return session

    def keep(self) -> None:
        """Remember how the window lies."""
        keep_layout(self, self.memory, self.panels.kept_as if self.report else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._show_panels()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        if self.report is None or self.report.close():
            self.report = None
            self.middle.clear()
            self.errands.give_up()
            event.accept()
        else:
            event.ignore()

    # Wiring

    def _connect(self) -> None:
        for name, slot in (
            ("new", self.files.new),
            ("open", self.files.open),
            ("import", self.files.import_),
            ("rollover", self.files.roll_over),
            ("check-report", self.files.check),
            ("sample", self.files.sample),
            ("quit", self.close),
            ("review", self.review),
            ("why", self.tell_why),
            ("todo", self.show_todo),
            ("export", self.papers.export),
            ("brief", self.papers.export_brief),
            ("review-report", self.papers.export_review),
            ("print", self.papers.preview),
            *((name, partial(self._perform, name)) for name in DEEDS),
        ):
            self.commands[name].triggered.connect(slot)
        self.files.opened.connect(self.show_report)
        self.files.merged.connect(self._on_merged)
        self.files.rolledOver.connect(self.show_todo)
        self.middle.laid.connect(self._allow)
        self.middle.cleared.connect(self._allow)
        self.status.reviewRequested.connect(self.review)

    def _follow(self, report: "OpenReport", keeping: "Keeping") -> None:
        """What the window hears of a report, as long as it is open."""
        for told in (report.live.changed, report.live.saved, report.live.saveFailed):
            told.connect(self._show_status)
        self.commands["save"].triggered.connect(keeping.save)
        self.commands["save-as"].triggered.connect(keeping.save_as)
        report.elsewhereRequested.connect(keeping.save_as)
        report.printRequested.connect(self.papers.show_paper)
        report.tabs.addressChanged.connect(self.status.show_place)
        report.tabs.blockTold.connect(self.status.show_place)
        report.tabs.zoom.keep_in(self.memory)
        self.status.zoom.follow(report.tabs.zoom)

    def _perform(self, name: str) -> None:
        """A command for the report that is open then."""
        if self.report is not None:
            self.report.deeds[name]()

    def _ready(self) -> "OpenReport | None":
        """The open report with what she types taken; None while that cannot stand, or while a page lies over it."""
        return self.report if self._is_in_front() and self.report and self.report.tabs.finish() else None

    # What happened

    def _is_in_front(self) -> bool:
        """Whether a report is open and no page lies over it."""
        return self.report is not None and self.middle.over is None

    def _show_status(self) -> None:
        """What the report is called and how it stands; nothing of that while another page is in front."""
        if self.report is not None:
            self.setWindowTitle(self.report.title)
        self.status.show_report(self.report.live if self.report and self._is_in_front() else None)
        self.status.setVisible(self._is_in_front())

    def _on_merged(self, gesture: Gesture) -> None:
        if self.report is not None and self.report.live.take(gesture):
            words = self.tr("{name}：取用 {count} 项，可以撤销（Ctrl+Z）")
            self.notice.tell(words.format(name=gesture.name, count=len(gesture.changes)))
            self.report.begin()

    def _allow(self) -> None:
        """While a page lies over the report, what edits the report has to wait."""
        for name in NEEDS_REPORT:
            self.commands[name].setEnabled(self._is_in_front())
        self._show_status()
        if self.middle.over is not None:
            self.panels.set_aside()
        elif self.report is not None:
            self.panels.bring_back()
            self.report.allow()
            self.report.begin()
            self.status.show_place(self.report.tabs.page().address())

    # Building

    def _show_start(self) -> None:
        page = StartPage(self._look, self.memory, self.middle)
        page.requested.connect(lambda wish: self.commands[wish].trigger())
        page.fileRequested.connect(self.files.open_path)
        self.middle.show_base(page)
        self._show_panels()
        self.setWindowTitle(self.tr("决算公开"))
        self._allow()
        page.begin()

    def show_todo(self) -> None:
        """What only she can know, beside the tables."""
        if self._is_in_front() and self.report:
            self.panels.show_todo(self.report, self._look)

    def _show_panels(self) -> None:
        """The panels as she left them; at first the findings, if there is room."""
        if self.report is None:
            self.panels.hide()
        elif self.middle.over is None:
            self.panels.show_kept(self.memory)
            if self.report.live.session.is_read_only:  # somebody else's report is opened for what is wrong with it
                self.panels.show_findings()
