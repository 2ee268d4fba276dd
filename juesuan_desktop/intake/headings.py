"""Which headings stand above each column of a raw table or, with the table laid on its side, left of each row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from juesuan_desktop.intake.material import Merge

Rows = Sequence[Sequence[str]]
Place = tuple[int, int]
Owners = list[list[Place | None]]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over a column. ``at`` is its row and column.

    ``is_sure`` says that it is known to reach here: it stands in the column or is merged over it; else blank cells lead
    from here to it. ``is_alone`` says that nothing stands below it in the column where it is printed.
    """

    text: str
    at: Place
    is_sure: bool
    is_alone: bool


Path = tuple[Heading, ...]


def paths_of(rows: Rows, merged: Iterable[Merge] = ()) -> tuple[Path, ...]:
    """For each column the headings above it, from the top down. ``rows`` are those of the header alone."""
    exact = _covered(rows, merged)
    ends = frozenset(exact.values())
    owners = _owners(rows, exact, ends)
    columns = range(len(rows[0]) if rows else 0)
    return tuple(tuple(_above(rows, owners, ends, column)) for column in columns)


def turned(rows: Rows, merged: Iterable[Merge]) -> tuple[Rows, list[Merge]]:
    """The cells laid on their side: columns as rows."""
    return list(zip(*rows, strict=True)), [(column, row, width, height) for row, column, height, width in merged]


def _covered(rows: Rows, merged: Iterable[Merge]) -> dict[Place, Place]:
    """For each place that a merged cell covers, the first place of that cell."""
    height, width = len(rows), len(rows[0]) if rows else 0
    return {
        (row, column): (first, left)
        for first, left, down, across in merged
        if 0 <= first < height and 0 <= left < width and rows[first][left]
        for row in range(first, min(first + down, height))
        for column in range(left, min(left + across, width))
    }


def _owners(rows: Rows, exact: Mapping[Place, Place], ends: frozenset[Place]) -> Owners:
    """For each place the cell that covers it.

    Where the file does not say what is merged, a blank belongs to the heading on its left if both lie below the same
    headings and the blank has a heading of its own further down.
    """
    owners: Owners = [
        [exact.get((at, column), (at, column) if text else None) for column, text in enumerate(row)]
        for at, row in enumerate(rows)
    ]
    for at, row in enumerate(owners):
        for column in range(1, len(row)):
            left = row[column - 1]
            if row[column] is None and left is not None and left not in ends and _goes_on(owners, at, column):
                row[column] = left
    return owners


def _goes_on(owners: Owners, at: int, column: int) -> bool:
    is_same = all(row[column] == row[column - 1] for row in owners[:at])
    return is_same and any(row[column] is not None for row in owners[at + 1 :])


def _above(rows: Rows, owners: Owners, ends: frozenset[Place], column: int) -> Iterator[Heading]:
    for at in dict.fromkeys(row[column] for row in owners):
        if at is not None:
            is_sure = at[1] == column or at in ends
            below = {row[at[1]] for row in owners[at[0] + 1 :]} - {None, at}
            yield Heading(rows[at[0]][at[1]], at, is_sure, not below)
