"""Pieces of tables made whole: side by side on a page, or going on over the next pages."""

import re
from collections.abc import Sequence

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.material import Scan
from juesuan_desktop.intake.pdf.lines import Line
from juesuan_desktop.intake.pdf.tables import Piece

SAME_COLUMN, SAME_ROW = 4.0, 3.0  # points
LOOK_BACK = 4  # paragraphs before a table that may be its heading
_CONTINUED = re.compile(r"[（(]?续表?[）)]?\d*$")
_OWN_TITLE = re.compile(r"公开\d*表|决算(?:明细|总)?表")

Item = Line | Piece | Scan


def whole_tables(items: Sequence[Item]) -> list[Item]:
    """Lines and pieces in reading order, pieces of one table joined; a heading repeated over a piece is left out."""
    whole: list[Item] = []
    for item in items:
        if not isinstance(item, Piece):
            whole.append(item)
            continue
        at = _open_table(whole, item)
        table = whole[at] if at is not None else None
        if at is None or not isinstance(table, Piece):
            whole.append(item)
        else:
            del whole[at + 1 :]
            whole[at] = _beside(table, item) if table.page == item.page else _continued(table, item)
    return whole


def _open_table(items: Sequence[Item], piece: Piece) -> int | None:
    """The table that a piece belongs to, if any: the last one, with nothing new said since."""
    at = next((n for n in range(len(items) - 1, -1, -1) if isinstance(items[n], Piece)), None)
    if at is None:
        return None
    table, since = items[at], items[at + 1 :]
    if not isinstance(table, Piece):
        return None
    heading = {_plain(one) for one in items[max(at - LOOK_BACK, 0) : at]}
    if any(_plain(one) not in heading for one in since):
        return None
    return at if _belongs(table, piece, repeated=bool(since)) else None


def _belongs(table: Piece, piece: Piece, *, repeated: bool) -> bool:
    if table.page == piece.page:
        return not repeated and _same_rows(table.levels, piece.levels) and piece.edges[0] >= table.edges[-1] - SAME_ROW
    titled = any(_OWN_TITLE.search(squeezed(cell)) for row in piece.rows[:2] for cell in row)
    return _same_columns(table.edges, piece.edges) and (not titled or piece.rows[:1] == table.rows[:1])


def _plain(item: Item) -> str:
    """A line's words without 续; nothing else is a heading."""
    return _CONTINUED.sub("", squeezed(item.text)) if isinstance(item, Line) else "|"


def _same_rows(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= SAME_ROW for a, b in zip(one, other, strict=True))


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two pieces are equally wide and the one's columns are among the other's; margins may change sides."""
    fewer, more = sorted((_from_left(one), _from_left(other)), key=len)
    return abs(fewer[-1] - more[-1]) <= SAME_COLUMN and all(_nearest(more, x)[1] <= SAME_COLUMN for x in fewer)


def _from_left(edges: Sequence[float]) -> list[float]:
    return [edge - edges[0] for edge in edges]


def _nearest(places: Sequence[float], x: float) -> tuple[int, float]:
    """Which place is nearest, and how far it is."""
    index = min(range(len(places)), key=lambda n: abs(places[n] - x))
    return index, abs(places[index] - x)


def _beside(left: Piece, right: Piece) -> Piece:
    rows = tuple(a + b for a, b in zip(left.rows, right.rows, strict=True))
    return left._replace(edges=left.edges + right.edges[1:], rows=rows)


def _continued(table: Piece, piece: Piece) -> Piece:
    """The table with a piece of the next page below it, without the header that is printed again."""
    edges, more = _from_left(table.edges), _from_left(piece.edges)
    if len(more) > len(edges):
        table = table._replace(edges=piece.edges, rows=_spread(table.rows, edges, more))
        edges = more
    rows = _spread(piece.rows, more, edges)
    again = 0
    while again < min(len(rows), len(table.rows)) and rows[again] == table.rows[again] and any(rows[again]):
        again += 1
    pages = (*table.pages, (len(table.rows), piece.page))
    return table._replace(rows=table.rows + rows[again:], pages=pages)


def _spread(
    rows: Sequence[Sequence[str]], edges: Sequence[float], wanted: Sequence[float]
) -> tuple[tuple[str, ...], ...]:
    """Rows of fewer columns put under the columns where they stand."""
    places = [_nearest(wanted, edge)[0] for edge in edges[:-1]]
    spread = [[""] * (len(wanted) - 1) for _ in rows]
    for target, row in zip(spread, rows, strict=True):
        for place, text in zip(places, row, strict=True):
            target[place] = text
    return tuple(tuple(row) for row in spread)
