"""The page of one public table: the sheet, and above it the bar for new lines when it is asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from juesuan_desktop.forms.grid import Role
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.grid_model import GridModel
from juesuan_desktop.gui.grid_view import GridView
from juesuan_desktop.gui.line_bar import LineBar, fault_of_line, with_line
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look import Look


class TablePage(QWidget):
    """One table. ``addressChanged`` tells which figure is current."""

    addressChanged = Signal(str)

    def __init__(self, live: LiveReport, table: Table, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self.table = live, table
        self.model = GridModel(live, table, self)
        self.view = GridView(self.model, look, parent or self)
        self.line_bar = LineBar(look, self)
        self.line_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line_bar)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(f"{table.layout.number} {table.layout.title}")
        self.view.addressChanged.connect(self.addressChanged)
        self.line_bar.lineRequested.connect(self._add)
        self.line_bar.closed.connect(self.view.setFocus)

    # What every page can do

    def refresh(self) -> None:
        """Show the present report."""
        self.model.refresh()

    def finish(self) -> bool:
        """Take what is being typed; False if it has to stay."""
        return self.view.finish_editing()

    def begin(self) -> None:
        """Ready for the keyboard."""
        self.view.begin()
        if self._has_no_lines_yet():
            self.line_bar.open()
            self.line_bar.hint(self.tr("本表还没有科目：请逐行加入；确无数据请按「余格填零」（F7）"))
        else:
            self.view.take_focus()

    def address(self) -> str:
        """The figure she is at."""
        return self.view.current_address()

    # What a table can do

    def open_line_bar(self) -> None:
        """加行: ask for a line."""
        self.line_bar.open()

    def delete_line(self) -> None:
        """删行: the line she stands on goes, with its figures."""
        line = self.model.line_at(self.view.currentIndex())
        if line is None:
            return
        kept = tuple(other for other in self.live.session.lines(self.table) if other != line)
        self.live.set_lines(f"删行 {self.table.name} {line.code} {line.name}".rstrip(), self.table, kept)

    def settle(self) -> None:
        """余格填零."""
        self.live.settle(self.table)
        self.line_bar.hide()
        self.view.setFocus()

    def compute_again(self) -> None:
        """恢复计算 of the current figure."""
        if self.can_compute_again():
            self.live.compute_again(self.address())

    def can_compute_again(self) -> bool:
        """Whether the current figure stands against its computation."""
        cell = self.model.cell(self.view.currentIndex())
        return cell is not None and cell.role is Role.COMPUTED and self.model.is_override(cell)

    def can_delete_line(self) -> bool:
        """Whether she stands on a line that can go."""
        return self.model.line_at(self.view.currentIndex()) is not None

    def _has_no_lines_yet(self) -> bool:
        report = self.live.session.report
        return self.table.repeats and not report.lines.get(self.table.name) and self.table.name not in report.settled

    def _add(self, code: str, name: str) -> None:
        lines = self.live.session.lines(self.table)
        fault = fault_of_line(self.live.session.form, lines, code, name)
        if fault:
            self.line_bar.tell(fault)
            return
        after = self.model.line_at(self.view.currentIndex())
        self.live.set_lines(f"加行 {self.table.name} {code} {name}", self.table, with_line(lines, code, name, after))
        self.line_bar.take()
