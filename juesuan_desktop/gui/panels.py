"""The panels around the tables: findings below; 怎么算的, what only she knows and the file's page at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QWidget

from juesuan_desktop.gui.dress import Picture
from juesuan_desktop.gui.layout_keeper import restore_panels
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.memory import Memory

if TYPE_CHECKING:
    from juesuan_desktop.gui.open_report import OpenReport

FINDINGS_HEIGHT, SIDE_WIDTH = 190, 300
LARGEST_SHARE = 0.36
CLOSE = "qt_dockwidget_closebutton"
SHORT_WINDOW = 600  # findings would leave the table no room; the status line still counts them
BELOW, BESIDE = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Panels(QObject):
    """Four docks, hidden where no report is open.

    Attributes:
        findings, why, todo, page: the docks.
    """

    def __init__(self, window: QMainWindow, look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self.findings = self._make("findings", self.tr("审核结果"), BELOW)
        self.why = self._make("why", self.tr("怎么算的"), BESIDE)
        self.todo = self._make("todo", self.tr("只有您知道的"), BESIDE)
        self.page = self._make("page", self.tr("原文"), BESIDE)
        self._aside: list[QDockWidget] = []
        self.hide()

    def hide(self) -> None:
        """No report, no panels."""
        for dock in self._all():
            dock.hide()

    def show_kept(self, memory: Memory) -> None:
        """The panels as she left them; at first the findings, if there is room. What is of this file alone is shown
        by whoever has it."""
        others = not self.todo.isHidden(), not self.page.isHidden()
        if not restore_panels(self._window, memory):
            is_short = self._window.isVisible() and self._window.height() < SHORT_WINDOW * self._look.fonts.scale
            self.findings.setVisible(not is_short)
        for dock, was_shown in zip((self.todo, self.page), others, strict=True):
            dock.setVisible(was_shown)
        QTimer.singleShot(0, self, self._limit)

    def show_findings(self) -> None:
        """The findings, and above them still enough of the table to see what is meant."""
        self.findings.show()
        QTimer.singleShot(0, self, self._limit)

    def toggle_why(self) -> None:
        """怎么算的, or not."""
        self.why.setVisible(not self.why.isVisible())
        QTimer.singleShot(0, self, self._limit)

    def _limit(self) -> None:
        """No panel takes so much that the table is not seen beside it."""
        most, wide = round(self._window.height() * LARGEST_SHARE), round(self._window.width() * LARGEST_SHARE)
        if self.findings.isVisible() and self.findings.height() > most:
            self._window.resizeDocks([self.findings], [most], Qt.Orientation.Vertical)
        for dock in (self.why, self.todo):
            if dock.isVisible() and dock.width() > wide:
                self._window.resizeDocks([dock], [wide], Qt.Orientation.Horizontal)

    def show_todo(self, report: "OpenReport", look: Look) -> None:
        """What only she can know about this report."""
        from juesuan_desktop.gui.todo_panel import TodoPanel

        panel = TodoPanel(report.live, look, self.todo)
        panel.goToRequested.connect(report.tabs.go_to_finding)
        self.todo.setWidget(panel)
        self.todo.show()
        QTimer.singleShot(0, self, self._limit)

    def set_aside(self) -> None:
        """A page lies over the report: the panels would only take its room."""
        self._aside = self._aside or [dock for dock in self._all() if not dock.isHidden()]
        self.hide()

    def bring_back(self) -> None:
        """The page is gone."""
        for dock in self._aside:
            dock.show()
        self._aside = []

    def _all(self) -> tuple[QDockWidget, ...]:
        return self.findings, self.why, self.todo, self.page

    def _make(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        feature = QDockWidget.DockWidgetFeature
        dock.setObjectName(name)
        dock.setFeatures(feature.DockWidgetClosable | feature.DockWidgetMovable)
        dock.setWidget(QWidget(dock))
        for button in dock.findChildren(QAbstractButton, CLOSE):
            Picture(button, self._look, "close")  # Qt's own is dark on every ground
            button.setToolTip(self.tr("关闭"))
        self._window.addDockWidget(area, dock)
        if area is BELOW:
            self._window.resizeDocks([dock], [round(FINDINGS_HEIGHT * self._look.fonts.scale)], Qt.Orientation.Vertical)
        else:
            self._window.resizeDocks([dock], [round(SIDE_WIDTH * self._look.fonts.scale)], Qt.Orientation.Horizontal)
        return dock
