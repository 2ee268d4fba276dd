"""The selected block of a table: a rectangle from the current cell to its far corner, as in Excel."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect

from juesuan_desktop.forms.grid import Cell
from juesuan_desktop.gui.grid.model import MARGIN, GridModel

Index = QModelIndex | QPersistentModelIndex


class Block:
    """What is selected. The current cell stays where it is while the far corner moves, or walks about inside."""

    def __init__(self, model: GridModel, current: Callable[[], QModelIndex]) -> None:
        self._model, self._current = model, current
        self._near, self._far = QPersistentModelIndex(), QPersistentModelIndex()

    @property
    def near(self) -> QModelIndex:
        """The corner that stays: the current cell, or where it was before it walked about inside."""
        if not self._near.isValid():
            return self._current()
        return self._model.index(self._near.row(), self._near.column())

    @property
    def far(self) -> QModelIndex:
        """The corner that moves; the current cell where nothing more is selected."""
        if not self._far.isValid():
            return self._current()
        return self._model.index(self._far.row(), self._far.column())

    def reach(self, far: Index) -> None:
        """Select from the current cell up to another corner."""
        self._near, self._far = QPersistentModelIndex(), QPersistentModelIndex(far)

    def hold(self) -> None:
        """The current cell is about to walk: both corners stay."""
        self._near, self._far = QPersistentModelIndex(self.near), QPersistentModelIndex(self.far)

    def shrink(self) -> None:
        """Only the current cell is selected."""
        self._near, self._far = QPersistentModelIndex(), QPersistentModelIndex()

    def rectangle(self) -> QRect:
        """Its columns and rows in the Grid; null where no figure is current."""
        here, far = self.near, self.far
        if not here.isValid() or not far.isValid():
            return QRect()
        left, right = sorted((here.column(), far.column()))
        top, bottom = sorted((here.row(), far.row()))
        return QRect(left - MARGIN, top - MARGIN, right - left + 1, bottom - top + 1)

    def cells(self) -> list[Cell]:
        """Every printed cell in it, row by row."""
        found = self.rectangle()
        places = (
            (row, column)
            for row in range(found.top(), found.bottom() + 1)
            for column in range(found.left(), found.right() + 1)
        )
        cells = (self._model.cell(self._model.index(row + MARGIN, column + MARGIN)) for row, column in places)
        return [cell for cell in cells if cell is not None]

    def figures(self) -> list[Cell]:
        """The figures in it, row by row."""
        return [cell for cell in self.cells() if cell.address]

    def addresses(self) -> list[str]:
        """The figures in it by address."""
        return [cell.address for cell in self.cells() if cell.address]

    def places(self) -> list[tuple[int, int]]:
        """Where in the Grid its figures stand."""
        return [(cell.row, cell.column) for cell in self.figures()]

    def is_one(self) -> bool:
        """Whether only the current cell is selected."""
        return len(self.figures()) <= 1
