"""The list of findings below the tables: Enter or a double click goes to the cell."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QStackedLayout, QTreeView, QWidget

from juesuan_desktop.gui.findings_model import EXPECTED, GAP, KIND, MESSAGE, PRINTED, TABLE, FindingsModel
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look import Look
from juesuan_desktop.rules.findings import Finding

WIDTHS = {
    KIND: "▲ 不平　　",
    TABLE: "公开01、02、03",
    PRINTED: "999,999,999.99",
    EXPECTED: "999,999,999.99",
    GAP: "99,999,999.99",
}


class FindingsPanel(QWidget):
    """不平, 提示, 待填, 尾差. ``goToRequested`` carries a finding, ``leaveRequested`` wants the table back."""

    goToRequested = Signal(Finding)
    leaveRequested = Signal()

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(live, look, self)
        self.list = _FindingsList(self)
        self._nothing = QLabel(self.tr("没有不平，没有待填，也没有提示。"), self)
        self._lay_out()
        self.list.setModel(self.model)
        self._size_columns()
        self.list.activatedRow.connect(self._go_to)
        self.list.left.connect(self.leaveRequested)
        live.changed.connect(self.refresh)
        self.setFocusProxy(self.list)
        self.refresh()

    def refresh(self) -> None:
        """Show the present findings; the chosen one stays chosen while it is there."""
        chosen = self.model.finding(self.list.currentIndex())
        self.model.refresh()
        row = self.model.row_like(chosen)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, KIND))
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self._nothing)

    def begin(self) -> None:
        """Stand on the first finding, ready for Enter."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, KIND))
        self.list.setFocus()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setAccessibleName(self.tr("审核结果"))

    def _size_columns(self) -> None:
        header, metrics = self.list.header(), self.list.fontMetrics()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        for column, sample in WIDTHS.items():
            self.list.setColumnWidth(column, metrics.horizontalAdvance(sample) + 18)
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)

    def _go_to(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        if finding is not None:
            self.goToRequested.emit(finding)


class _FindingsList(QTreeView):
    """A plain list with columns."""

    activatedRow = Signal(QModelIndex)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.activatedRow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activatedRow.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
