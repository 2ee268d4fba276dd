"""只有您知道的: after a roll-over, exactly what she still has to fill in or confirm; Enter or a click goes there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.marks import mark_icon, mark_of
from juesuan_desktop.rules.findings import Finding

ONLY_HERS = ("P-17", "P-16")
FINDING = Qt.ItemDataRole.UserRole


class TodoPanel(QWidget):
    """``goToRequested`` carries a finding."""

    goToRequested = Signal(Finding)

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._look = live, look
        self.list, self._told = QListWidget(self), QLabel(self)
        self._told.setWordWrap(True)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("还要您填写或确认的"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        live.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List what is left now."""
        left = [finding for finding in self._live.standing.findings if finding.rule in ONLY_HERS]
        left.sort(key=lambda finding: ONLY_HERS.index(finding.rule))
        row = self.list.currentRow()
        self.list.clear()
        for finding in left:
            item = QListWidgetItem(mark_icon(mark_of(finding), self._look.theme), finding.message, self.list)
            item.setData(FINDING, finding)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._told.setText(
            self.tr("还有 {count} 项只有您知道，点一下就到：").format(count=len(left))
            if left
            else self.tr("都填好、确认过了。")
        )

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.goToRequested.emit(item.data(FINDING))
