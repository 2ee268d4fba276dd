"""What she does with the selected cells: copy, cut, paste, fill down, clear, confirm, take a suggestion."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from juesuan_desktop.amounts import ZERO, AmountError, printed
from juesuan_desktop.desk.block import BlockError, Pasted, copied, filled_down, is_other, pasted
from juesuan_desktop.desk.clipboard import ClipboardError
from juesuan_desktop.forms.grid import Cell, Role
from juesuan_desktop.gui.grid.copied_cells import copied_text
from juesuan_desktop.gui.grid.model import MARGIN, GridModel
from juesuan_desktop.gui.grid.notice import Notice
from juesuan_desktop.gui.grid.view import GridView
from juesuan_desktop.report.report import lines_address


class CellWork(QObject):
    """Works on the selected block of one table; each deed is one gesture."""

    def __init__(self, model: GridModel, view: GridView, notice: Notice) -> None:
        super().__init__(view)
        self._model, self._live, self._view, self._notice = model, model.live, view, notice

    def copy(self) -> None:
        """复制 the block as Excel and WPS read it."""
        cells = self._view.block.cells()
        if cells:
            QGuiApplication.clipboard().setText(copied(cells))

    def cut(self) -> None:
        """剪切: copied, and the typed figures cleared."""
        self.copy()
        self._empty("剪切")

    def clear(self) -> None:
        """清除: typed figures become empty, overridden ones are computed again."""
        self._empty("清除")

    def paste(self) -> None:
        """粘贴 at the current cell, or one value into every selected cell. What does not fit changes nothing."""
        block = self._view.block
        if not block.places():
            return
        try:
            found = pasted(copied_text(), self._model.grid, block.places(), self._live.session.entered)
        except ClipboardError as error:
            self._notice.tell(str(error))
            return
        self._live.edit(_named("粘贴", found.wanted), found.wanted)
        self._notice.tell(self._left_alone(found))
        self._select_pasted(found)

    def fill(self, text: str) -> None:
        """填写 the same text into every typed cell of the block (Ctrl+Enter). What does not fit changes nothing."""
        entered = self._live.session.entered
        cells = [cell.address or "" for cell in self._view.block.figures() if cell.role is Role.TYPED]
        try:
            wanted = {at: entered(at, text) for at in cells}
        except AmountError as error:
            self._notice.tell(str(error))
            return
        self._live.edit(_named("填写", wanted), wanted)

    def fill_down(self) -> None:
        """向下填充: the top cells of the block into all cells below them; a single cell takes what stands above it."""
        block = self._view.block
        places = block.places()
        if block.rectangle().height() == 1:
            places += [(row - 1, column) for row, column in places]
        grid, session = self._model.grid, self._live.session
        kept = {at: session.report.text_of(at) or self._amount(at) for cell in grid.figures() if (at := cell.address)}
        try:
            wanted = filled_down(grid, places, kept, session.entered)
        except BlockError as error:
            self._notice.tell(str(error))
            return
        self._live.edit(_named("向下填充", wanted), wanted)
        self._tell_untouched(wanted)

    def confirm(self, addresses: Iterable[str] | None = None) -> None:
        """确认: she stands for the carried values of the block (or of these addresses), else for the carried 科目."""
        chosen = self._view.block.addresses() if addresses is None else addresses
        if self._live.confirm(chosen) is None:
            self._live.confirm([lines_address(self._model.table.name)])

    def confirm_table(self) -> None:
        """确认本表."""
        self.confirm(self.carried())

    def carried(self) -> list[str]:
        """The values of the table that come from last year and wait to be confirmed."""
        mine = f"{self._model.table.name}["
        return [at for at in self._live.session.report.unconfirmed if at.startswith(mine)]

    def take_suggestion(self) -> None:
        """Take the grey amount of the current cell."""
        cell = self._model.cell(self._view.currentIndex())
        suggested = self._model.sign(cell).suggestion if cell else ""
        if cell is not None and cell.address and suggested:
            self._live.type_figure(cell.address, suggested)

    # Internal

    def _empty(self, name: str) -> None:
        figures = self._live.session.report.figures
        cells = [cell for cell in self._view.block.figures() if cell.role is Role.TYPED or cell.address in figures]
        wanted: dict[str, str | None] = {cell.address or "": None for cell in cells if _holds(cell)}
        self._live.edit(_named(name, wanted), wanted)
        self._tell_untouched(wanted)

    def _tell_untouched(self, wanted: Mapping[str, str | None]) -> None:
        """Nothing was done because all of it is computed: say so."""
        if not wanted and all(cell.role is Role.COMPUTED for cell in self._view.block.figures()):
            self._notice.tell(self.tr("选中的格由计算得出，没有改动；要手填请直接输入"))

    def _left_alone(self, found: Pasted) -> str:
        """How many computed cells were passed by, and the first of which another figure was copied."""
        if not found.computed:
            return ""
        figures = self._live.session.figures
        others = [at for at, text in found.passed_by.items() if is_other(text, figures.get(at))]
        if not others:
            return self.tr("其中 {count} 格由计算得出，没有改动").format(count=found.computed)
        at, computed = others[0], figures.get(others[0])
        words = self.tr(
            "其中 {count} 格由计算得出，没有改动；{others} 格与复制的不同，如 {place} 复制 {copied}，算出 {computed}"
        )
        return words.format(
            count=found.computed,
            others=len(others),
            place=at,
            copied=found.passed_by[at].strip(),
            computed=printed(computed or ZERO),
        )

    def _amount(self, address: str) -> str | None:
        """A computed amount, to be filled down as a figure."""
        amount = self._live.session.figures.get(address)
        return None if amount is None else f"{amount:f}"

    def _select_pasted(self, found: Pasted) -> None:
        """Select what was pasted, as Excel does."""
        chosen, (row, column) = self._view.block.rectangle(), found.last
        if (row, column) != (chosen.bottom(), chosen.right()):
            self._view.select((chosen.top() + MARGIN, chosen.left() + MARGIN), (row + MARGIN, column + MARGIN))


def _named(name: str, wanted: Mapping[str, str | None]) -> str:
    """What the gesture is called in the history."""
    return f"{name} {len(wanted)} 格"


def _holds(cell: Cell) -> bool:
    return bool(cell.text) or cell.amount is not None
