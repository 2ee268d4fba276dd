"""The findings below the tables: filtered by chips, Enter goes to the cell, the blank to the next one."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from juesuan_desktop.desk.reviewing import Selection
from juesuan_desktop.gui.findings.chips import FindingChips
from juesuan_desktop.gui.findings.model import KIND, FindingsModel
from juesuan_desktop.gui.findings.rows import Wish, wish_on_paper
from juesuan_desktop.gui.findings.rows_view import FindingsList
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.rules.findings import Finding

AFTER_PAINT_MILLISECONDS = 30
SHARE_OF_CHIPS, LOW = 3, 4  # chips take a third of the height at most; lower than four lines is low


class FindingsPanel(QWidget):
    """不平, 提示, 待填, 尾差, 未检查; refreshed only while it is seen.

    ``goToRequested`` carries a finding, ``cellRequested`` an address, ``leaveRequested`` wants the table back.
    """

    goToRequested = Signal(Finding)
    cellRequested = Signal(str)
    leaveRequested = Signal()
    printRequested = Signal()

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(live, look, self)
        self.chips = FindingChips(live.session.form, look, self)
        self.list = FindingsList(look, self)
        self._nothing = QLabel(self)
        self._stack = QStackedWidget(self)
        self._is_stale = True
        self._after_paint = QTimer(self, singleShot=True, interval=AFTER_PAINT_MILLISECONDS)
        self._live = live
        self._stepped: tuple[Finding | None, int] = None, -1
        self._lay_out()
        self.list.setModel(self.model)
        self.list.size_columns()
        self._connect()
        look.wear(self._make_room)

    def refresh(self) -> None:
        """Show the present findings; the chosen one stays chosen while it is there, an open group stays open."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        chosen = self.model.finding(self.list.currentIndex())
        opened = self._opened()
        if self.model.refresh():
            self.chips.show_counts(self._live)
            self._stand_again(chosen, opened)

    def selection(self) -> Selection | None:
        """What the filter shows, to print no more than that; None while it shows everything."""
        wish = self.model.wish
        if wish == Wish():
            return None
        rows = self.model.wanted()
        findings = tuple(row.finding for row in rows if row.finding is not None)
        idle = tuple(row.idle for row in rows if row.idle is not None)
        return Selection(wish_on_paper(wish, self._live.session.form), findings, idle)

    def begin(self) -> None:
        """Stand on the first finding, ready for Enter."""
        if self._is_stale:
            self.refresh()
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, KIND))
        self.list.setFocus()

    def step(self) -> None:
        """Go on to the next cell of the chosen finding, round and round; where none is chosen to that of the first."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, KIND))
            self._go_to(self.list.currentIndex())
            return
        finding = self.model.finding(self.list.currentIndex())
        cells = [place.address for place in finding.where if place.address] if finding else []
        if finding is None or not cells:
            return
        last, at = self._stepped
        at = (at + 1) % len(cells) if last == finding else min(1, len(cells) - 1)
        self._stepped = finding, at
        self.cellRequested.emit(cells[at])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
            self.chips.show_counts(self._live)
            self._show_something()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._make_room()

    def _make_room(self) -> None:
        """In a low panel the list comes first: fewer chips, and no headings over two rows."""
        self.chips.fit(self.height() // (SHARE_OF_CHIPS * self.chips.line))
        self.list.setHeaderHidden(self.height() < LOW * self.chips.line)

    def _wait(self) -> None:
        """The table shows its verdicts first; the list follows a moment later, and only if it is seen."""
        self._is_stale = True
        if self.isVisible():
            self._after_paint.start()

    def _show_only(self, wish: Wish) -> None:
        if wish != self.model.wish:
            chosen, opened = self.model.finding(self.list.currentIndex()), self._opened()
            self.model.show_only(wish)
            self._stand_again(chosen, opened)

    def _stand_again(self, chosen: Finding | None, opened: set[str]) -> None:
        for index in self.model.groups():
            row = self.model.row(index)
            if row and row.kind in opened:
                self.list.setExpanded(index, True)
        self.list.setCurrentIndex(self.model.index_like(chosen))
        self._show_something()

    def _opened(self) -> set[str]:
        """The kinds whose group is open."""
        opened = (self.model.row(index) for index in self.model.groups() if self.list.isExpanded(index))
        return {row.kind for row in opened if row}

    def _show_something(self) -> None:
        filtered = self.model.wish != Wish()
        self._nothing.setText(
            self.tr("所选的类别里没有。") if filtered else self.tr("没有不平，没有待填，也没有提示。")
        )
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self._nothing)

    def _connect(self) -> None:
        self.model.modelReset.connect(self.list.size_columns)
        self.chips.wished.connect(self._show_only)
        self.chips.printRequested.connect(self.printRequested)
        self.list.activatedRow.connect(self._go_to)
        self.list.stepped.connect(self._step_and_stay)
        self.list.left.connect(self.leaveRequested)
        self._live.changed.connect(self._wait)
        self._after_paint.timeout.connect(self.refresh)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setAccessibleName(self.tr("审核结果"))

    def _go_to(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        if finding is not None:
            self._stepped = finding, 0
            self.goToRequested.emit(finding)

    def _step_and_stay(self) -> None:
        """From the list the cells are only looked at: the list keeps the keyboard."""
        self.step()
        self.list.setFocus()
