"""The page of one table: the sheet, above it the bar for new lines, at its foot a calm word when something failed."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from juesuan_desktop.amounts import ZERO, printed
from juesuan_desktop.forms.grid import Role
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.grid.carried_bar import CarriedBar, origin
from juesuan_desktop.gui.grid.cell_work import CellWork
from juesuan_desktop.gui.grid.line_work import ABOVE, BELOW, LineWork
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.grid.notice import Notice
from juesuan_desktop.gui.grid.view import GridView
from juesuan_desktop.gui.grid.zoom import Zoom
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.report.report import lines_address

READING = ("copy", "select-all")
"""What can be done with a report that is only looked at."""


class TablePage(QWidget):
    """One table. ``addressChanged`` tells which figure is current, ``blockTold`` how many are selected and their sum.

    Attributes:
        deeds: what can be done with the table, by the name of its command.
    """

    addressChanged = Signal(str)
    blockTold = Signal(str)

    def __init__(self, live: LiveReport, table: Table, look: Look, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self.table = live, table
        self.model = GridModel(live, table, self)
        self.view = GridView(self.model, look, zoom, parent or self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view)
        self.notice = Notice(look, self.view)
        self.cells = CellWork(self.model, self.view, self.notice)
        self.lines = LineWork(self.model, self.view, look, self.notice)
        self.line_bar = self.lines.bar
        self.carried = CarriedBar(look, self)
        self.carried.confirmed.connect(self._confirm_lines)
        column.insertWidget(0, self.carried)
        column.insertWidget(0, self.lines.question)
        column.insertWidget(0, self.line_bar)
        self.view.setAccessibleName(table.full_title)
        self.view.addressChanged.connect(self.addressChanged)
        self.view.blockChanged.connect(self._tell_block)
        self.view.clearRequested.connect(partial(self.do, "clear"))
        self.view.fillRequested.connect(self.cells.fill)
        self.view.refused.connect(self.notice.tell)
        self.view.takeRequested.connect(partial(self.do, "suggest"))
        self.deeds: Mapping[str, Callable[[], object]] = self._deeds()
        self._tell_carried()

    # What every page can do

    def refresh(self) -> None:
        """Show the present report."""
        self.notice.tell("")
        self.model.refresh()
        self._tell_carried()

    def finish(self) -> bool:
        """Take what is being typed; False if it has to stay."""
        return self.view.finish_editing()

    def begin(self) -> None:
        """Ready for the keyboard."""
        self.view.begin()
        if self._has_no_lines_yet():
            self.lines.open()
            self.lines.bar.hint(self.tr("本表还没有科目：请逐行加入；确无数据请按「余格填零」（F7）"))
        else:
            self.view.take_focus()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.view,)

    def go_to(self, address: str) -> None:
        """Stand at a figure; where the table has no such figure, begin as ever."""
        if self.model.figure(address):
            self.view.go_to(address)
        else:
            self.begin()

    def address(self) -> str:
        """The figure she is at."""
        return self.view.current_address()

    # What a table can do

    def settle(self) -> None:
        """余格填零."""
        self.live.settle(self.table)
        self.lines.bar.hide()
        self.view.setFocus()

    def compute_again(self) -> None:
        """恢复计算 of the current figure."""
        if self.can_compute_again():
            self.live.compute_again(self.address())

    def can_compute_again(self) -> bool:
        """Whether the current figure stands against its computation."""
        cell = self.model.cell(self.view.currentIndex())
        return cell is not None and cell.role is Role.COMPUTED and self.model.sign(cell).is_override

    def do(self, command: str) -> None:
        """What can be done, if it makes sense here."""
        if self.can_do(command):
            self.deeds[command]()

    def can_do(self, command: str) -> bool:
        """Whether a command makes sense where she is."""
        if self.live.session.is_read_only:
            return command in READING
        if command in ("add-line", "insert-above", "insert-below", "sort-lines"):
            return self.table.repeats
        if command == "delete-line":
            return self.table.repeats and self.lines.is_at_line()
        if command == "compute":
            return self.can_compute_again()
        if command in ("confirm", "confirm-table"):
            return bool(self.cells.carried())
        return True

    def _tell_carried(self) -> None:
        """科目 from last year wait to be confirmed as they are."""
        lines = self.live.session.lines(self.table)
        words = self.tr("科目沿用上年，共 {count} 行：多的删去，少的加上，再确认。来自 {origin}")
        told = words.format(count=len(lines), origin=origin(self.live, lines_address(self.table.name)))
        self.carried.tell(told if self.model.has_carried_lines() else "")

    def _confirm_lines(self) -> None:
        self.live.confirm([lines_address(self.table.name)])
        self.view.setFocus()

    def _tell_block(self) -> None:
        """「支出表[…] 起 8 格，合计 1,234.00」, as Excel's status line has it."""
        cells = self.view.block.figures()
        total = sum((cell.amount for cell in cells if cell.amount is not None), ZERO)
        words = self.tr("{place} 起 {count} 格，合计 {total}")
        told = words.format(place=self.address(), count=len(cells), total=printed(total))
        self.blockTold.emit(told if len(cells) > 1 else self.address())

    def _deeds(self) -> Mapping[str, Callable[[], object]]:
        cells, lines = self.cells, self.lines
        return {
            "copy": cells.copy,
            "cut": cells.cut,
            "paste": cells.paste,
            "clear": cells.clear,
            "fill-down": cells.fill_down,
            "select-all": self.view.select_all,
            "compute": self.compute_again,
            "confirm": cells.confirm,
            "confirm-table": cells.confirm_table,
            "suggest": cells.take_suggestion,
            "add-line": lines.open,
            "insert-above": partial(lines.open, ABOVE),
            "insert-below": partial(lines.open, BELOW),
            "delete-line": lines.delete,
            "sort-lines": lines.sort,
            "settle": self.settle,
        }

    def _has_no_lines_yet(self) -> bool:
        report = self.live.session.report
        if self.live.session.is_read_only:
            return False
        return self.table.repeats and not report.lines.get(self.table.name) and self.table.name not in report.settled
