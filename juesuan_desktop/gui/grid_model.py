"""A table of the report as Qt wants it: the Grid with a margin of blank sheet around it, refreshed after each edit."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.grid import Cell, Grid, Role
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.marks import SEVERITY, Mark, mark_of, word_of
from juesuan_desktop.rules.findings import Finding

MARGIN = 1
MOST_TOLD = 3
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """One public table. Its rows and columns are the Grid's, moved by ``MARGIN``."""

    reshaped = Signal()

    def __init__(self, live: LiveReport, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live, self.table = live, table
        self._take(live.session.grid(table))

    grid: Grid

    # What the view and its delegate ask for

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index; None on the margin and under merged cells."""
        return self._cells.get((index.row(), index.column()))

    def grid_cell(self, row: int, column: int) -> Cell:
        """The cell at a row and column of the Grid itself."""
        return self._cells[row + MARGIN, column + MARGIN]

    def index_of(self, address: str) -> QModelIndex:
        """Where a figure stands; invalid if it is not in this table."""
        row, column = self._places.get(address, (-1, -1))
        return self.index(row, column) if row >= 0 else QModelIndex()

    def address(self, index: Index) -> str | None:
        """The figure at an index."""
        cell = self.cell(index)
        return cell.address if cell else None

    def line_at(self, index: Index) -> Line | None:
        """The code line at an index, None for lines the form prints itself."""
        place = self.live.session.form.place(self.address(index) or "")
        lines = self.live.session.lines(self.table)
        return next((line for line in lines if place and line.key == place.line), None)

    def is_override(self, cell: Cell) -> bool:
        """Whether a computed figure stands as typed or imported."""
        return cell.role is Role.COMPUTED and cell.address in self.live.session.report.figures

    def mark(self, cell: Cell) -> Mark | None:
        """The worst sign of the findings a figure is in."""
        found = self.live.standing.of_cell(cell.address)
        return min((mark_of(finding) for finding in found), key=SEVERITY.index, default=None)

    def figures(self) -> Iterator[QModelIndex]:
        """The figures, row by row."""
        return (self.index(row, column) for row, column in self._places.values())

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
        told = _TELLING.get(Qt.ItemDataRole(role))
        return told(self, cell) if told and cell.address else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        address = self.address(index)
        if address is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.live.type_figure(address, str(value))
        return True

    def refresh(self) -> None:
        """Take the present figures; tells of changed cells only, or of a new shape where lines came or went."""
        before, marks = self._cells, self._marks
        grid = self.live.session.grid(self.table)
        if _shape(grid) != _shape(self.grid):
            self.beginResetModel()
            self._take(grid)
            self.endResetModel()
            self.reshaped.emit()
            return
        self._take(grid)
        for place, cell in self._cells.items():
            if cell != before[place] or self._marks[place] != marks[place]:
                index = self.index(*place)
                self.dataChanged.emit(index, index)

    # Internal

    def _take(self, grid: Grid) -> None:
        self.grid = grid
        self._cells = {(cell.row + MARGIN, cell.column + MARGIN): cell for cell in grid.cells}
        self._places = {cell.address: place for place, cell in self._cells.items() if cell.address}
        self._marks = {
            place: (self.live.standing.of_cell(cell.address), self.is_override(cell)) if cell.address else None
            for place, cell in self._cells.items()
        }

    def _plain(self, cell: Cell) -> str:
        """What she edits: the figure as it is kept, whatever unit the paper prints."""
        amount = self.live.session.figures.get(cell.address or "")
        return "" if amount is None else f"{amount.normalize():f}"

    def _tooltip(self, cell: Cell) -> str:
        """One sentence for each finding, and whether the figure stands against its computation."""
        told = []
        if self.is_override(cell):
            source = self.live.session.report.sources.get(cell.address or "", "")
            told.append(self.tr("本格应由计算得出，现为{source}的数（Ctrl+0 恢复计算）").format(source=source))
        told += [_sentence(finding) for finding in self.live.standing.of_cell(cell.address)]
        return "\n".join(told[:MOST_TOLD])

    def _spoken(self, cell: Cell) -> str:
        """What a screen reader says: 「公开05表 行政运行 基本支出 200,000.00」."""
        place = self.live.session.form.place(cell.address or "")
        if place is None:
            return cell.text
        names = {line.key: line.name for line in self.live.session.lines(self.table)}
        name = names.get(place.line) or self.table.label(place.line)
        marks = " ".join(word_of(finding) for finding in self.live.standing.of_cell(cell.address))
        return f"{self.grid.number} {name} {place.measure} {cell.text} {marks}".strip()


def _sentence(finding: Finding) -> str:
    return f"{word_of(finding)}：{finding.message}"


def _shape(grid: Grid) -> list[tuple[object, ...]]:
    """What makes the view lay the table out anew: everything but amounts."""
    return [
        (cell.row, cell.column, cell.height, cell.width, cell.address or cell.text, cell.role) for cell in grid.cells
    ]


_TELLING = {
    Qt.ItemDataRole.EditRole: GridModel._plain,
    Qt.ItemDataRole.ToolTipRole: GridModel._tooltip,
    Qt.ItemDataRole.AccessibleTextRole: GridModel._spoken,
}
