"""Where Enter, Tab and arrows go in a table: from figure to figure as in Excel, Enter and Tab past what is computed."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt

from juesuan_desktop.forms.grid import Role
from juesuan_desktop.gui.grid.model import GridModel

DOWN, ACROSS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter}), frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
CONTROL = Qt.KeyboardModifier.ControlModifier
Page = Callable[[QModelIndex, int], QModelIndex]
"""The figure a screenful further down (1) or up (-1)."""


class GridMoves:
    """Finds the next figure. Enter after Tabs goes to the column where the Tabs began, from the foot of a column to the
    next one's head."""

    def __init__(self, model: GridModel, page: Page) -> None:
        self._model, self._page = model, page
        self._start_column: int | None = None

    def is_move(self, key: int) -> bool:
        """Whether a key moves from figure to figure."""
        return key in DOWN or key in ACROSS or self.selects(key)

    def selects(self, key: int) -> bool:
        """Whether a key together with Shift selects."""
        return key in ARROWS or key in ENDS or key in PAGES

    def forget_start(self) -> None:
        """She went elsewhere: Enter goes straight down again."""
        self._start_column = None

    def first(self) -> QModelIndex:
        """Where to begin: the first typed cell, else the first figure."""
        figures = list(self._model.figures())
        return next((index for index in figures if self._is_typed(index)), figures[0] if figures else QModelIndex())

    def near(self, row: int, column: int) -> QModelIndex:
        """The figure at a place that is perhaps no longer one: the nearest in its column, else where to begin."""
        here = [index for index in self._model.figures() if index.column() == column]
        return min(here, key=lambda index: (abs(index.row() - row), not self._is_typed(index)), default=self.first())

    def target(self, here: QModelIndex, key: int, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads from a figure; invalid if there is nothing further."""
        back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier) or key == Qt.Key.Key_Backtab
        if key in ACROSS:
            return self._across(here, back=back)
        if key in DOWN:
            column, self._start_column = self._start_column, None
            return self._down(here, here.column() if column is None else column, back=back)
        self._start_column = None
        if key in PAGES:
            return self._page(here, PAGES[Qt.Key(key)])
        if key in ENDS:
            return self._end(here, whole=bool(modifiers & CONTROL), back=key == Qt.Key.Key_Home)
        step = self._jump if modifiers & CONTROL else self._step
        return step(here, *ARROWS[Qt.Key(key)])

    def inside(self, block: Sequence[QModelIndex], here: QModelIndex, key: int, *, back: bool) -> QModelIndex:
        """The next figure of a selected block, round and round: Enter down its columns, Tab along its rows."""
        typed = [index for index in block if self._is_typed(index)] or list(block)
        order = _by_column if key in DOWN else _by_row
        way = sorted(typed, key=order, reverse=back)
        after = (index for index in way if (order(index) < order(here) if back else order(index) > order(here)))
        return next(after, way[0])

    def _across(self, here: QModelIndex, *, back: bool) -> QModelIndex:
        if self._start_column is None:
            self._start_column = here.column()
        return self._choose(self._beyond(here, self._model.figures(), back=back), here)

    def _down(self, here: QModelIndex, column: int, *, back: bool) -> QModelIndex:
        ahead = self._beyond(here, self._model.figures(), back=back)
        found = self._choose([i for i in ahead if i.column() == column and i.row() != here.row()], here)
        return found if found.isValid() or column != here.column() else self._next_column(here, back=back)

    def _next_column(self, here: QModelIndex, *, back: bool) -> QModelIndex:
        """The first typed figure of the next column that has one; back: the last of the one before."""
        typed = sorted(filter(self._is_typed, self._model.figures()), key=_by_column, reverse=back)
        side = -1 if back else 1
        return next((i for i in typed if (i.column() - here.column()) * side > 0), QModelIndex())

    def _beyond(self, here: QModelIndex, figures: Iterable[QModelIndex], *, back: bool) -> list[QModelIndex]:
        """The figures after (before) this one in reading order, the nearest first."""
        at = (here.row(), here.column())
        if back:
            return [index for index in figures if (index.row(), index.column()) < at][::-1]
        return [index for index in figures if (index.row(), index.column()) > at]

    def _choose(self, ahead: list[QModelIndex], here: QModelIndex) -> QModelIndex:
        """The nearest typed figure; from a computed one that has none ahead simply the nearest."""
        nearest = () if self._is_typed(here) else ahead[:1]
        return next((index for index in (*filter(self._is_typed, ahead), *nearest)), QModelIndex())

    def _step(self, here: QModelIndex, down: int, right: int) -> QModelIndex:
        """The next figure in a direction, whatever lies between."""
        row, column = here.row() + down, here.column() + right
        while 0 <= row < self._model.rowCount() and 0 <= column < self._model.columnCount():
            index = self._model.index(row, column)
            if self._model.address(index):
                return index
            row, column = row + down, column + right
        return QModelIndex()

    def _jump(self, here: QModelIndex, down: int, right: int) -> QModelIndex:
        """The last of the figures that stand side by side in a direction; from there the next ones."""
        there = self._step(here, down, right)
        while there.isValid():
            beyond = self._step(there, down, right)
            if beyond != self._model.index(there.row() + down, there.column() + right) or not beyond.isValid():
                break
            there = beyond
        return there

    def _end(self, here: QModelIndex, *, whole: bool, back: bool) -> QModelIndex:
        """The first or last figure of the row, or of the whole table."""
        figures = [index for index in self._model.figures() if whole or index.row() == here.row()]
        ordered = sorted(figures, key=_by_row)
        return ordered[0 if back else -1] if ordered else QModelIndex()

    def _is_typed(self, index: QModelIndex) -> bool:
        cell = self._model.cell(index)
        return cell is not None and cell.role is Role.TYPED


def _by_row(index: QModelIndex) -> tuple[int, int]:
    return index.row(), index.column()


def _by_column(index: QModelIndex) -> tuple[int, int]:
    return index.column(), index.row()
