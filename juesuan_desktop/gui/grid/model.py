"""A table of the report as Qt wants it: the Grid with a margin of blank sheet around it, refreshed after each edit."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from juesuan_desktop.amounts import AmountError
from juesuan_desktop.desk.drawn import DrawnTable
from juesuan_desktop.desk.entering import is_worked_out, overrides
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.grid import Cell, Grid, Role
from juesuan_desktop.forms.table import MONEY, Table
from juesuan_desktop.gui.grid.cell_words import name_of, plain, spoken, tooltip
from juesuan_desktop.gui.grid.signs import CARRIED_SIGN, NO_SIGN, Sign, Signs, TableSigns, first_labels
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.report.report import lines_address

MARGIN = 1
FEW = 40
Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
"""A row and a column of the model."""
NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """One table. Its rows and columns are the Grid's, moved by ``MARGIN``.

    ``cellsChanged`` carries the addresses of the figures that look different now.
    """

    reshaped = Signal()
    cellsChanged = Signal(object)

    def __init__(self, live: LiveReport, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live, self.table = live, table
        self._signs: Signs = {}
        self._drawn = DrawnTable(live.session, table)
        self._take()

    @property
    def grid(self) -> Grid:
        """The table as it lies on the paper."""
        return self._drawn.grid

    # What the view and its delegate ask for

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index; None on the margin and under merged cells."""
        return self._cells.get((index.row(), index.column()))

    def grid_cell(self, row: int, column: int) -> Cell:
        """The cell at a row and column of the Grid itself."""
        return self._cells[row + MARGIN, column + MARGIN]

    def index_of(self, address: str) -> QModelIndex:
        """Where a figure stands; invalid if it is not in this table."""
        cell = self._figures.get(address)
        return self.index(cell.row + MARGIN, cell.column + MARGIN) if cell else QModelIndex()

    def figure(self, address: str) -> Cell | None:
        """The cell of a figure; None if it is not in this table."""
        return self._figures.get(address)

    def address(self, index: Index) -> str | None:
        """The figure at an index."""
        cell = self.cell(index)
        return cell.address if cell else None

    def line_at(self, index: Index) -> Line | None:
        """The code line at an index, None for lines the form prints itself."""
        place = self.live.session.form.place(self.address(index) or "")
        lines = self.live.session.lines(self.table)
        return next((line for line in lines if place and line.key == place.line), None)

    def sign(self, cell: Cell) -> Sign:
        """What a figure shows beside its amount, or the first word of a line that comes from last year."""
        if cell.address is None:
            return CARRIED_SIGN if (cell.row, cell.column) in self._carried_labels else NO_SIGN
        return self._signs.get(cell.address, NO_SIGN)

    def has_carried_lines(self) -> bool:
        """Whether its 科目 come from last year and nobody has confirmed them."""
        return lines_address(self.table.name) in self.live.session.report.unconfirmed

    def kind(self, address: str) -> str:
        """What a figure holds: 金额, 数量, 得分, 文字, 日期 or choices."""
        place = self.live.session.form.place(address)
        return self.table.kind(place.line, place.measure) if place else MONEY

    def fault(self, address: str, text: str) -> str:
        """Why a text cannot stand in a figure, in one sentence; empty if it can."""
        try:
            self.live.session.entered(address, text)
        except AmountError as error:
            return str(error)
        return ""

    def overrides(self, address: str, text: str) -> bool:
        """Whether a text that can stand in a figure would stand there against its computation. Raises AmountError."""
        session = self.live.session
        return overrides(session.form, session.state, address, session.entered(address, text))

    def is_worked_out(self, address: str) -> bool:
        """Whether the program computes a figure."""
        return is_worked_out(self.live.session.form, self.live.session.state, address)

    def name(self, address: str) -> str:
        """A figure by what is printed around it."""
        return name_of(self.live, self.table, address)

    def places(self) -> list[Place]:
        """The rows and columns where figures stand, in reading order. Thousands: an index is made of what is chosen."""
        return [(cell.row + MARGIN, cell.column + MARGIN) for cell in self._figures.values()]

    def is_figure(self, place: Place) -> bool:
        """Whether a figure stands at a place."""
        cell = self._cells.get(place)
        return cell is not None and cell.address is not None

    def is_typed(self, place: Place) -> bool:
        """Whether a figure that she fills in stands at a place."""
        cell = self._cells.get(place)
        return cell is not None and cell.role is Role.TYPED

    # QAbstractTableModel

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.grid.rows + 2 * MARGIN

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.grid.columns + 2 * MARGIN

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.address(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.live.session.is_read_only else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if cell.address is None and self.sign(cell) is NO_SIGN:
            return None
        return self._told(cell, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        address = self.address(index)
        if address is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.live.type_figure(address, str(value))
        return True

    def refresh(self) -> None:
        """Take the present figures; tells of changed cells only, or of a new shape where lines came or went."""
        shape, changed = self.grid, self._drawn.follow()
        is_other = self.has_carried_lines() != self._is_carried
        if is_other or (changed is None and _shape(shape) != _shape(self.grid)):
            self.beginResetModel()
            self._take()
            self.endResetModel()
            self.reshaped.emit()
            return
        if changed is None:
            self._take()
            changed = tuple(self._figures.values())
        self._put(changed)
        signs, self._signs = self._signs, self._sign_reader.now()
        both = signs.keys() | self._signs.keys()
        signed = {at for at in both if signs.get(at) != self._signs.get(at)}
        self._tell({cell.address for cell in changed if cell.address} | signed)

    # Internal

    def _told(self, cell: Cell, role: int) -> str | None:
        if role == Qt.ItemDataRole.EditRole:
            return plain(self.live, cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.live, cell, self.sign(cell))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.live, self.table, cell, self.sign(cell))
        return None

    def _take(self) -> None:
        """The whole table anew."""
        cells = self.grid.cells
        self._cells = {(cell.row + MARGIN, cell.column + MARGIN): cell for cell in cells}
        self._figures = {cell.address: cell for cell in cells if cell.address}
        self._is_carried = self.has_carried_lines()
        self._carried_labels = frozenset(first_labels(cells, self._line_rows()) if self._is_carried else ())
        self._sign_reader = TableSigns(self.live, cells)
        self._signs = self._sign_reader.now()

    def _line_rows(self) -> frozenset[int]:
        """The rows of the Grid that hold code lines."""
        keys = {line.key for line in self.live.session.lines(self.table)}
        places = ((cell.row, self.live.session.form.place(at)) for at, cell in self._figures.items())
        return frozenset(row for row, place in places if place and place.line in keys)

    def _put(self, changed: Iterable[Cell]) -> None:
        for cell in changed:
            self._cells[cell.row + MARGIN, cell.column + MARGIN] = cell
            self._figures[cell.address or ""] = cell

    def _tell(self, addresses: set[str]) -> None:
        """Each changed cell, or the block around them where there are many."""
        if not addresses:
            return
        places = [(self._figures[at].row + MARGIN, self._figures[at].column + MARGIN) for at in addresses]
        self.cellsChanged.emit(addresses)
        if len(places) <= FEW:
            for place in places:
                self.dataChanged.emit(self.index(*place), self.index(*place))
        else:
            rows, columns = zip(*places, strict=True)
            self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))


def _shape(grid: Grid) -> list[tuple[object, ...]]:
    """What makes the view lay the table out anew: everything but amounts."""
    return [
        (cell.row, cell.column, cell.height, cell.width, cell.address or cell.text, cell.role) for cell in grid.cells
    ]
