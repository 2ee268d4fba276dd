"""The panels around the tables: findings below; 怎么算的, what only she knows and the file's page at the right.

In a narrow window, or with large letters, the first three lie one behind the other below the table.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QMainWindow, QTabBar, QWidget

from juesuan_desktop.gui.layout_keeper import ROOMY, TIGHT, restore_panels
from juesuan_desktop.gui.look.dress import Picture
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import Memory

if TYPE_CHECKING:
    from juesuan_desktop.gui.open_report import OpenReport

PANELS = "findings", "why", "todo", "page"
"""Their names, in the order in which F6 goes through them."""
FINDINGS_HEIGHT, SIDE_WIDTH = 190, 300
LARGEST_SHARE = 0.36
CLOSE = "qt_dockwidget_closebutton"
NARROW = 900  # narrower than this, panels beside the table leave it no room, in pixels of the usual type
SHORT_WINDOW = 600  # findings would leave the table no room; the status line still counts them
BELOW, BESIDE = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Panel(QDockWidget):
    """A dock; what it showed before goes when it shows something else, and the report behind that with it."""

    _shown: QWidget | None = None

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        before, self._shown = self._shown, widget
        if before is not None and before is not widget:
            before.deleteLater()

    def clear(self) -> None:
        """Nothing to show."""
        self.hide()
        self.setWidget(QWidget(self))


class Panels(QObject):
    """Four docks, hidden where no report is open.

    Attributes:
        findings, why, todo, page: the docks.
    """

    def __init__(self, window: QMainWindow, look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        titles = self.tr("审核结果"), self.tr("怎么算的"), self.tr("只有您知道的"), self.tr("原文")
        areas = BELOW, BESIDE, BESIDE, BESIDE
        made = (self._make(*words) for words in zip(PANELS, titles, areas, strict=True))
        self.findings, self.why, self.todo, self.page = made
        window.setCorner(Qt.Corner.BottomRightCorner, BESIDE)  # what stands beside is long: it has the whole height
        self._aside: list[QDockWidget] = []
        self._is_tight = False
        self.hide()
        look.changed.connect(self._arrange)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def hide(self) -> None:
        """No report, no panels."""
        for dock in self._all():
            dock.hide()

    def begin(self, findings: QWidget, why: QWidget) -> None:
        """Another report: its own findings and explanations, and nothing more of the one before."""
        self.findings.setWidget(findings)
        self.why.setWidget(why)
        self.todo.clear()
        self.page.clear()

    def show_kept(self, memory: Memory) -> None:
        """The panels as she left them; at first the findings, if there is room. What is of this file alone is shown
        by whoever has it."""
        self._arrange()
        others = not self.todo.isHidden(), not self.page.isHidden()
        if not restore_panels(self._window, memory, self.kept_as):
            is_short = self._window.isVisible() and self._window.height() < SHORT_WINDOW * self._look.fonts.scale
            self.findings.setVisible(not is_short)
        for dock, was_shown in zip((self.todo, self.page), others, strict=True):
            dock.setVisible(was_shown)
        QTimer.singleShot(0, self, self._limit)

    def show_findings(self) -> None:
        """The findings, and above them still enough of the table to see what is meant."""
        self._bring(self.findings)

    def toggle_why(self) -> None:
        """怎么算的, or not; behind another panel it comes to the front first."""
        if is_in_front(self.why):
            self.why.hide()
        else:
            self._bring(self.why)

    @property
    def kept_as(self) -> str:
        """Under which name the memory keeps how the panels lie: with little room they lie otherwise."""
        return TIGHT if self._is_tight else ROOMY

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of the window, another room."""
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def _arrange(self) -> None:
        """Side by side where there is room for panels beside the table, else one behind the other below it."""
        is_tight = self._window.width() < NARROW * self._look.fonts.scale
        if is_tight is self._is_tight:
            return
        self._is_tight = is_tight
        for dock in (self.why, self.todo):
            was_hidden = dock.isHidden()
            if is_tight:
                self._window.tabifyDockWidget(self.findings, dock)
            else:
                self._lay(dock, BESIDE)
            dock.setHidden(was_hidden)
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Qt keeps one out of sight; F6 leads to the panels
        QTimer.singleShot(0, self, self._limit)

    def _bring(self, dock: QDockWidget) -> None:
        """Show a panel, before those that lie in the same place."""
        focus = QApplication.focusWidget()
        dock.show()
        dock.raise_()
        covered = (other for other in self._all() if other is not dock and focus and other.isAncestorOf(focus))
        if self._is_tight and any(covered):
            getattr(dock.widget(), "begin", dock.setFocus)()  # what lies behind cannot have the keyboard
        QTimer.singleShot(0, self, self._limit)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Where the keyboard is can be seen: a panel that got it comes to the front."""
        for dock in self._all():
            if now is not None and dock.isAncestorOf(now) and not is_in_front(dock):
                dock.raise_()

    def _limit(self) -> None:
        """No panel takes so much that the table is not seen beside it."""
        most, wide = round(self._window.height() * LARGEST_SHARE), round(self._window.width() * LARGEST_SHARE)
        if self.findings.isVisible() and self.findings.height() > most:
            self._window.resizeDocks([self.findings], [most], Qt.Orientation.Vertical)
        for dock in (self.why, self.todo):
            if dock.isVisible() and not self._is_tight and dock.width() > wide:
                self._window.resizeDocks([dock], [wide], Qt.Orientation.Horizontal)

    def show_todo(self, report: "OpenReport", look: Look) -> None:
        """What only she can know about this report."""
        from juesuan_desktop.gui.panels.todo_panel import TodoPanel

        panel = TodoPanel(report.live, look, self.todo)
        panel.goToRequested.connect(report.tabs.go_to_finding)
        self.todo.setWidget(panel)
        self._bring(self.todo)

    def set_aside(self) -> None:
        """A page lies over the report: the panels would only take its room."""
        self._aside = self._aside or [dock for dock in self._all() if not dock.isHidden()]
        self.hide()

    def bring_back(self) -> None:
        """The page is gone."""
        for dock in self._aside:
            dock.show()
        self._aside = []

    def _all(self) -> tuple[Panel, ...]:
        return self.findings, self.why, self.todo, self.page

    def _make(self, name: str, title: str, area: Qt.DockWidgetArea) -> Panel:
        dock = Panel(title, self._window)
        feature = QDockWidget.DockWidgetFeature
        dock.setObjectName(name)
        dock.setFeatures(feature.DockWidgetClosable | feature.DockWidgetMovable)
        dock.setWidget(QWidget(dock))
        for button in dock.findChildren(QAbstractButton, CLOSE):
            Picture(button, self._look, "close")  # Qt's own is dark on every ground
            button.setToolTip(self.tr("关闭"))
        self._lay(dock, area)
        return dock

    def _lay(self, dock: QDockWidget, area: Qt.DockWidgetArea) -> None:
        """Put a panel into its place, as large as usual."""
        self._window.addDockWidget(area, dock)
        if area is BELOW:
            self._window.resizeDocks([dock], [round(FINDINGS_HEIGHT * self._look.fonts.scale)], Qt.Orientation.Vertical)
        else:
            self._window.resizeDocks([dock], [round(SIDE_WIDTH * self._look.fonts.scale)], Qt.Orientation.Horizontal)


def is_in_front(dock: QDockWidget) -> bool:
    """Whether a panel is seen: shown, and not behind another one."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()
