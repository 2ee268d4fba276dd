"""The open report in the window: its pages, its findings, and what the commands do with it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from juesuan_desktop.desk.papers import BRIEF, REVIEW, SELECTED, TABLE, WHOLE
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.commands import KEEP, Commands
from juesuan_desktop.gui.dialogs import Unsaved, ask_close_unsaved
from juesuan_desktop.gui.findings.panel import FindingsPanel
from juesuan_desktop.gui.grid.commands import DEEDS, ON_A_CELL
from juesuan_desktop.gui.grid.seek_bar import FIND, GO
from juesuan_desktop.gui.grid.table_page import READING, TablePage
from juesuan_desktop.gui.grid.zoom import FITTED
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.overview.page import OverviewPage
from juesuan_desktop.gui.pages.text_page import TextPage
from juesuan_desktop.gui.panels.panels import PANELS
from juesuan_desktop.gui.panels.why_panel import WhyPanel
from juesuan_desktop.gui.report_tabs import ReportTabs
from juesuan_desktop.report.change import Gesture
from juesuan_desktop.storage.errors import StorageError


class OpenReport(QObject):
    """A report with everything that shows it.

    Attributes:
        printRequested: which paper she wants to see.
        deeds: what commands do with it, by their names.
        live: the report; ``tabs``, ``findings`` and ``why`` show it.
    """

    printRequested = Signal(str)
    elsewhereRequested = Signal()

    def __init__(self, session: Session, look: Look, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._commands, self._window = commands, window
        self.live = LiveReport(session, self)
        self.tabs = ReportTabs(self.live, look, window)
        self.findings = FindingsPanel(self.live, look, window)
        self.why = WhyPanel(self.live, look, window)
        self.live.changed.connect(self.allow)
        self.tabs.addressChanged.connect(self.allow)
        self.tabs.pageChanged.connect(self._on_page)
        self.findings.goToRequested.connect(self.tabs.go_to_finding)
        self.findings.cellRequested.connect(self.tabs.go_to)
        self.findings.leaveRequested.connect(self.begin)
        self.findings.printRequested.connect(self._print_findings)
        self.tabs.reviewRequested.connect(commands["review"].trigger)
        self.tabs.briefRequested.connect(partial(self.printRequested.emit, BRIEF))
        self.tabs.addressChanged.connect(self.why.show_address)
        self.why.cellRequested.connect(self.tabs.go_to)
        self.why.leaveRequested.connect(self.begin)
        self.deeds = self._deeds()
        self._on_page()

    @property
    def title(self) -> str:
        """What the window is called."""
        report = self.live.session.report
        words = self.tr("{unit}　{year}年度部门决算　—　决算公开")
        if self.live.session.is_read_only:
            words = self.tr("只读 · 检查　{unit}　{year}年度部门决算　—　决算公开")
        return words.format(unit=report.unit_name, year=report.year)

    def begin(self) -> None:
        """The page in front gets the keyboard."""
        self.tabs.page().begin()

    def close(self) -> bool:
        """Save and let go; False if the report has to stay open."""
        if not self.tabs.finish():
            return False
        try:
            self.live.write()
        except StorageError as error:
            if not self._may_be_lost(str(error)):
                return False
            self.live.session.unsaved.clear()
        self.live.session.close()
        self.deleteLater()
        return True

    def _may_be_lost(self, sentence: str) -> bool:
        """Whether the report may be closed though it could not be saved: saved elsewhere, or given up."""
        answer = ask_close_unsaved(self._window, sentence)
        if answer is Unsaved.ELSEWHERE:
            self.elsewhereRequested.emit()
            return self.live.is_saved
        return answer is Unsaved.GIVE_UP

    def paper(self) -> str:
        """Which paper she most likely means: of the page in front, or of the findings if she is there."""
        focus = QApplication.focusWidget()
        if focus is not None and self.findings.isAncestorOf(focus):
            return self._paper_of_findings()
        kinds = {OverviewPage: BRIEF, TablePage: TABLE, TextPage: WHOLE}
        return kinds[type(self.tabs.worker())]

    def _paper_of_findings(self) -> str:
        return REVIEW if self.findings.selection() is None else SELECTED

    def _print_findings(self) -> None:
        self.printRequested.emit(self._paper_of_findings())

    # Commands

    def _deeds(self) -> Mapping[str, Callable[[], object]]:
        """What each command does with the report."""
        zoom = self.tabs.zoom
        return {
            "undo": self.undo,
            "redo": self.redo,
            "find": partial(self.tabs.seek, FIND),
            "go-to": partial(self.tabs.seek, GO),
            "zoom-in": partial(zoom.step, 1),
            "zoom-out": partial(zoom.step, -1),
            "zoom-fit": partial(zoom.set, FITTED),
            "next-pane": self.next_pane,
            "previous-pane": partial(self.next_pane, -1),
            "next-place": self.findings.step,
            **{name: partial(self.do, name) for name in DEEDS},
        }

    def undo(self) -> None:
        """撤销."""
        if self.tabs.finish():
            self._go_to_change(self.live.undo())

    def redo(self) -> None:
        """重做."""
        if self.tabs.finish():
            self._go_to_change(self.live.redo())

    def do(self, command: str) -> None:
        """What the page in front can do."""
        page = self.tabs.worker()
        if page.finish() and page.can_do(command):
            page.deeds[command]()

    def next_pane(self, step: int = 1) -> None:
        """The keyboard goes on (or back, -1): the parts of the page, findings, the other panels that are shown."""
        docks = (self._window.findChild(QDockWidget, name) for name in PANELS)
        shown = [dock.widget() for dock in docks if dock and dock.isVisible()]
        panes = [(pane, pane.setFocus) for pane in self.tabs.page().panes()]
        panes += [(panel, getattr(panel, "begin", panel.setFocus)) for panel in shown]
        focus = QApplication.focusWidget()
        within = (at for at, (pane, _) in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus)))
        here = next(within, -1 if step > 0 else 0)
        _, begin = panes[(here + step) % len(panes)]
        begin()

    def allow(self) -> None:
        """Which commands make sense now, and what undo and redo would do."""
        page = self.tabs.worker()
        may_edit = not self.live.session.is_read_only
        for name in ("export", *KEEP):
            self._commands[name].setEnabled(may_edit)
        for name in DEEDS:
            self._commands[name].setEnabled(page.can_do(name) and (may_edit or name in READING))
        history = self.live.session.history
        self._name("undo", self.tr("撤销"), history.done[1:])
        self._name("redo", self.tr("重做"), history.undone)

    def _name(self, name: str, word: str, waiting: tuple[Gesture, ...]) -> None:
        action = self._commands[name]
        action.setEnabled(bool(waiting))
        action.setText(f"{word} {waiting[-1].name}" if waiting else word)
        action.setIconText(word)
        action.setToolTip(f"{action.text()}（{action.shortcut().toString()}）")

    def _go_to_change(self, gesture: Gesture | None) -> None:
        """Show what was taken back or done again."""
        if gesture is not None:
            self.tabs.go_to(gesture.changes[0].address)

    def _on_page(self) -> None:
        page = self.tabs.table_page()
        if page is not None and not page.view.actions():
            page.view.addActions([self._commands[name] if name else _separator(page.view) for name in ON_A_CELL])
        self.allow()


def _separator(view: QWidget) -> QAction:
    line = QAction(view)
    line.setSeparator(True)
    return line
