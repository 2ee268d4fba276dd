"""Ruling lines to the cells of tables: where lines cross is a table, where a line is missing two cells are one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from juesuan_desktop.intake.pdf.rulings import Drawing, Ruling

SAME_LINE, SAME_EDGE, TOUCH = 2.0, 3.0, 3.0  # points: so near, two rulings are one, two edges are one, ends meet
MOST_RULINGS = 3000
MOST_SLOTS = 100_000

Slot = tuple[int, int]


class Lattice(NamedTuple):
    """The cells of one ruled table. PDF points from the upper left corner of the page.

    ``edges`` are the x of its columns' sides, ``levels`` the y of its rows' tops and bottoms, ascending; ``first`` maps
    each slot (row, column) to the first slot of its cell.
    """

    edges: tuple[float, ...]
    levels: tuple[float, ...]
    first: dict[Slot, Slot]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.levels) - 1

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.edges) - 1

    def slot(self, x: float, y: float) -> Slot | None:
        """The first slot of the cell at a point; None outside the table."""
        row, column = bisect_right(self.levels, y) - 1, bisect_right(self.edges, x) - 1
        return self.first.get((row, column))


def lattices_of(drawing: Drawing) -> list[Lattice]:
    """The ruled tables of a page, from top to bottom; boxes of one column or one cell are none."""
    across, down = _joined(drawing.across), _joined(drawing.down)
    if len(across) > MOST_RULINGS or len(down) > MOST_RULINGS:
        return []
    found = (_lattice(horizontal, vertical) for horizontal, vertical in _connected(across, down))
    tables = [lattice for lattice in found if lattice is not None]
    return sorted(tables, key=lambda one: (one.levels[0], one.edges[0]))


def _joined(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Pieces of the same line made one: side by side within SAME_LINE, ends apart by TOUCH at most."""
    joined: list[Ruling] = []
    for group in _close(sorted(rulings), SAME_LINE):
        at = sum(ruling.at for ruling in group) / len(group)
        for ruling in sorted(group, key=lambda one: one.start):
            if joined and joined[-1].at == at and ruling.start <= joined[-1].end + TOUCH:
                joined[-1] = Ruling(at, joined[-1].start, max(joined[-1].end, ruling.end))
            else:
                joined.append(Ruling(at, ruling.start, ruling.end))
    return joined


def _close(rulings: Sequence[Ruling], distance: float) -> Iterator[list[Ruling]]:
    """Rulings in order of their place, in groups no wider than a distance."""
    group: list[Ruling] = []
    for ruling in rulings:
        if group and ruling.at - group[0].at > distance:
            yield group
            group = []
        group.append(ruling)
    if group:
        yield group


def _connected(across: Sequence[Ruling], down: Sequence[Ruling]) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Lines that touch each other, directly or through others: one table each."""
    heights = [ruling.at for ruling in across]  # ascending, as they come from _joined
    parents = list(range(len(across) + len(down)))
    for number, ruling in enumerate(down, len(across)):
        nearby = range(bisect_left(heights, ruling.start - TOUCH), bisect_right(heights, ruling.end + TOUCH))
        for index in nearby:
            if across[index].start - TOUCH <= ruling.at <= across[index].end + TOUCH:
                parents[_root(parents, index)] = _root(parents, number)
    tables: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for number, ruling in enumerate((*across, *down)):
        table = tables.setdefault(_root(parents, number), ([], []))
        table[number >= len(across)].append(ruling)
    yield from tables.values()


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _lattice(across: Sequence[Ruling], down: Sequence[Ruling]) -> Lattice | None:
    """The cells between connected lines. Tables may be open at the sides, or where the page ends."""
    edges = _places([*(one.at for one in down), *_extent(across)])
    levels = _places([*(one.at for one in across), *_extent(down)])
    rows, columns = len(levels) - 1, len(edges) - 1
    if not across or not down or columns < 2 or rows < 1 or rows * columns > MOST_SLOTS:
        return None
    first = _cells(rows, columns, _walls(across, levels, edges), _walls(down, edges, levels))
    return Lattice(tuple(edges), tuple(levels), first) if len(set(first.values())) > 1 else None


def _extent(rulings: Sequence[Ruling]) -> list[float]:
    """How far lines reach."""
    return [min(one.start for one in rulings), max(one.end for one in rulings)] if rulings else []


def _places(places: Sequence[float]) -> list[float]:
    """Places in order, those nearer than SAME_EDGE taken as one."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > SAME_EDGE:
            kept.append(place)
    return kept


def _walls(rulings: Sequence[Ruling], own: Sequence[float], others: Sequence[float]) -> set[Slot]:
    """(which of its own places a line stands at, which gap between the other places it covers)."""
    middles = [(low + high) / 2 for low, high in pairwise(others)]
    walls: set[Slot] = set()
    for ruling in rulings:
        place = max(bisect_right(own, ruling.at + 0.01) - 1, 0)
        covered = range(bisect_left(middles, ruling.start), bisect_right(middles, ruling.end))
        walls.update((place, gap) for gap in covered)
    return walls


def _cells(rows: int, columns: int, floors: set[Slot], sides: set[Slot]) -> dict[Slot, Slot]:
    """For each slot the first slot of its cell: slots without a line between them are one cell."""
    parents = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column and (column, row) not in sides:
                _unite(parents, here - 1, here)
            if row and (row, column) not in floors:
                _unite(parents, here - columns, here)
    return {divmod(index, columns): divmod(_root(parents, index), columns) for index in range(rows * columns)}


def _unite(parents: list[int], one: int, other: int) -> None:
    """Make two cells one; the first slot in reading order stands for both."""
    low, high = sorted((_root(parents, one), _root(parents, other)))
    parents[high] = low
