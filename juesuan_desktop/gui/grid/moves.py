"""Where Enter, Tab and arrows go in a table: from figure to figure as in Excel, Enter and Tab past what is computed."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt

from juesuan_desktop.gui.grid.model import GridModel, Place

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
        return self._index(self._first())

    def near(self, row: int, column: int) -> QModelIndex:
        """The figure at a place that is perhaps no longer one: the nearest in its column, else where to begin."""
        here = (place for place in self._model.places() if place[1] == column)
        nearest = min(here, key=lambda place: (abs(place[0] - row), not self._model.is_typed(place)), default=None)
        return self._index(nearest or self._first())

    def target(self, here: QModelIndex, key: int, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads from a figure; invalid if there is nothing further."""
        if key in PAGES:
            self._start_column = None
            return self._page(here, PAGES[Qt.Key(key)])
        return self._index(self._target((here.row(), here.column()), key, modifiers))

    def _target(self, here: Place, key: int, modifiers: Qt.KeyboardModifier) -> Place | None:
        back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier) or key == Qt.Key.Key_Backtab
        if key in ACROSS:
            return self._across(here, back=back)
        if key in DOWN:
            column, self._start_column = self._start_column, None
            return self._down(here, here[1] if column is None else column, back=back)
        self._start_column = None
        if key in ENDS:
            return self._end(here, whole=bool(modifiers & CONTROL), back=key == Qt.Key.Key_Home)
        step = self._jump if modifiers & CONTROL else self._step
        return step(here, *ARROWS[Qt.Key(key)])

    def inside(self, block: Sequence[Place], here: QModelIndex, key: int, *, back: bool) -> QModelIndex:
        """The next figure of a selected block, round and round: Enter down its columns, Tab along its rows."""
        typed = list(filter(self._model.is_typed, block)) or block
        order = _by_column if key in DOWN else _by_row
        way, at = sorted(typed, key=order, reverse=back), order((here.row(), here.column()))
        after = (place for place in way if (order(place) < at if back else order(place) > at))
        return self._index(next(after, way[0]))

    def _index(self, place: Place | None) -> QModelIndex:
        return self._model.index(*place) if place else QModelIndex()

    def _first(self) -> Place | None:
        places = self._model.places()
        return next(filter(self._model.is_typed, places), places[0] if places else None)

    def _across(self, here: Place, *, back: bool) -> Place | None:
        if self._start_column is None:
            self._start_column = here[1]
        return self._choose(self._beyond(here, back=back), here)

    def _down(self, here: Place, column: int, *, back: bool) -> Place | None:
        ahead = self._beyond(here, back=back)
        found = self._choose((place for place in ahead if place[1] == column and place[0] != here[0]), here)
        return found if found or column != here[1] else self._next_column(here, back=back)

    def _next_column(self, here: Place, *, back: bool) -> Place | None:
        """The first typed figure of the next column that has one; back: the last of the one before."""
        typed = sorted(filter(self._model.is_typed, self._model.places()), key=_by_column, reverse=back)
        side = -1 if back else 1
        return next((place for place in typed if (place[1] - here[1]) * side > 0), None)

    def _beyond(self, here: Place, *, back: bool) -> list[Place]:
        """The figures after (before) a place in reading order, the nearest first."""
        if back:
            return [place for place in self._model.places() if place < here][::-1]
        return [place for place in self._model.places() if place > here]

    def _choose(self, ahead: Iterable[Place], here: Place) -> Place | None:
        """The nearest typed figure; from a computed one that has none ahead simply the nearest."""
        nearest = None
        for place in ahead:
            if self._model.is_typed(place):
                return place
            nearest = nearest or place
        return None if self._model.is_typed(here) else nearest

    def _step(self, here: Place, down: int, right: int) -> Place | None:
        """The next figure in a direction, whatever lies between."""
        row, column = here[0] + down, here[1] + right
        while 0 <= row < self._model.rowCount() and 0 <= column < self._model.columnCount():
            if self._model.is_figure((row, column)):
                return row, column
            row, column = row + down, column + right
        return None

    def _jump(self, here: Place, down: int, right: int) -> Place | None:
        """As Excel's Ctrl+arrow: to the end of what is filled, over blanks to the next filled figure, else to the edge
        of the figures that stand side by side; from there over the gap."""
        ahead = list(self._side_by_side(here, down, right))
        if not ahead:
            return self._step(here, down, right)
        filled = list(map(self._is_filled, ahead))
        if self._is_filled(here) and filled[0]:
            return ahead[filled.index(False) - 1 if False in filled else -1]
        return ahead[filled.index(True) if True in filled else -1]

    def _side_by_side(self, here: Place, down: int, right: int) -> Iterator[Place]:
        there = here[0] + down, here[1] + right
        while self._model.is_figure(there):
            yield there
            there = there[0] + down, there[1] + right

    def _is_filled(self, place: Place) -> bool:
        cell = self._model.cell(self._index(place))
        return cell is not None and bool(cell.text)

    def _end(self, here: Place, *, whole: bool, back: bool) -> Place | None:
        """The first or last figure of the row, or of the whole table."""
        figures = [place for place in self._model.places() if whole or place[0] == here[0]]
        return (min if back else max)(figures, default=None)


def _by_row(place: Place) -> Place:
    return place


def _by_column(place: Place) -> Place:
    return place[1], place[0]
