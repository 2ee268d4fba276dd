"""Which headings stand above each column of a raw table or, with the table laid on its side, left of each row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from juesuan_desktop.intake.material import Merge

Rows = Sequence[Sequence[str]]
Place = tuple[int, int]
Owners = list[list[Place | None]]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over a column. ``at`` is its row and column.

    ``is_sure`` says that it is known to reach here: it stands in the column or is merged over it; else blank cells lead
    from here to it. ``is_alone`` says that nothing stands below it in the column where it is printed,
    ``is_divided`` that this column is another one, and that it is divided into headings of their own in others.
    """

    text: str
    at: Place
    is_sure: bool
    is_alone: bool
    is_divided: bool


Path = tuple[Heading, ...]


def paths_of(rows: Rows, merged: Iterable[Merge] = ()) -> tuple[Path, ...]:
    """For each column the headings above it, from the top down. ``rows`` are those of the header alone."""
    exact = _covered(rows, merged)
    ends = frozenset(exact.values())
    chains = [list(dict.fromkeys(filter(None, column))) for column in zip(*_owners(rows, exact, ends), strict=True)]
    parted = {at for chain in chains for at in chain[:-1]}

    def heading(at: Place, column: int) -> Heading:
        is_sure = at[1] == column or at in ends
        is_divided = at[1] != column and at in parted
        return Heading(rows[at[0]][at[1]], at, is_sure, chains[at[1]][-1] == at, is_divided)

    return tuple(tuple(heading(at, column) for at in chain) for column, chain in enumerate(chains))


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
    headings and the blank has a heading of its own further down; so does a heading that is the same again.
    """
    owners: Owners = [
        [exact.get((at, column), (at, column) if text else None) for column, text in enumerate(row)]
        for at, row in enumerate(rows)
    ]
    _take_in_repeated(owners, rows)
    headed = [column for column in range(len(rows[0]) if rows else 0) if any(row[column] for row in owners)]
    for at, row in enumerate(owners):
        for before, column in pairwise(headed):  # a column without a heading parts nothing
            left = row[before]
            if row[column] is None and left is not None and left not in ends and _goes_on(owners, at, before, column):
                row[column] = left
    return owners


def _goes_on(owners: Owners, at: int, before: int, column: int) -> bool:
    is_same = all(row[column] == row[before] for row in owners[:at])
    return is_same and any(row[column] is not None for row in owners[at + 1 :])


def _take_in_repeated(owners: Owners, rows: Rows) -> None:
    """Give a heading that stands again beside or below itself to the first one: some programs fill merged cells so."""
    for at, row in enumerate(owners):
        for column in (column for column, own in enumerate(row) if own == (at, column)):
            above = owners[at - 1][column] if at else None
            is_apart = not column or any(upper[column] != upper[column - 1] for upper in owners[:at])
            left = None if is_apart else row[column - 1]
            same = (one for one in (above, left) if one and rows[one[0]][one[1]] == rows[at][column])
            row[column] = next(same, (at, column))
