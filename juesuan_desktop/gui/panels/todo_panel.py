"""只有您知道的: after a roll-over, exactly what she still has to fill in or confirm.

Enter or a click goes there, the blank confirms what was carried over.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from juesuan_desktop.desk.carried import confirmable
from juesuan_desktop.desk.only_hers import only_hers
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import SignSize
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, mark_icon, mark_of
from juesuan_desktop.rules.findings import Finding

FINDING = Qt.ItemDataRole.UserRole


class TodoPanel(QWidget):
    """``goToRequested`` carries a finding."""

    goToRequested = Signal(Finding)

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._icons = {mark: mark_icon(mark, look.theme) for mark in Mark}
        self.list, self._told = QListWidget(self), QLabel(self)
        self.confirm = QPushButton(self.tr("看过无误，确认（空格）"), self)
        self._told.setWordWrap(True)
        self.list.setWordWrap(True)
        SignSize(self.list, look)
        self.list.setAccessibleName(self.tr("还要您填写或确认的"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.currentItemChanged.connect(self._allow)
        self.confirm.clicked.connect(self._confirm)
        blank = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list, self._confirm)
        blank.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        column.addWidget(self.confirm)
        live.changed.connect(self.refresh)
        look.wear(self.refresh)

    def begin(self) -> None:
        """Ready for Enter."""
        self.list.setFocus()

    def refresh(self) -> None:
        """List what is left now."""
        left = only_hers(self._live.session)
        row = self.list.currentRow()
        self.list.clear()
        for finding in left:
            item = QListWidgetItem(self._icons[mark_of(finding)], finding.message, self.list)
            item.setData(FINDING, finding)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._told.setText(
            self.tr("还有 {count} 项只有您知道，点一下就到：").format(count=len(left))
            if left
            else self.tr("都填好、确认过了。")
        )

    def _allow(self) -> None:
        """What is empty cannot be confirmed."""
        self.confirm.setEnabled(bool(self._carried()))

    def _carried(self) -> tuple[str, ...]:
        """What is to be confirmed at the current line."""
        session = self._live.session
        if self.list.currentRow() < 0 or session.is_read_only:
            return ()
        return confirmable(self.list.currentItem().data(FINDING), session.form)

    def _confirm(self) -> None:
        """She stands for what was carried over there."""
        self._live.confirm(self._carried())

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.goToRequested.emit(item.data(FINDING))
