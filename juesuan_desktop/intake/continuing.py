"""Tables that a page break cut in two: the second piece repeats the header, or goes on without one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from juesuan_desktop.amounts import is_amount
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.material import Paragraph, RawTable

_CONTINUED = re.compile(r"[（(]?续表?\d*[）)]?$")
Block = Paragraph | RawTable


def joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, every piece of a table put below the one before it; its repeated title and head lines go."""
    whole: list[Block] = []
    for block in blocks:
        at = _table_before(whole)
        first = whole[at] if at is not None else None
        repeated = None
        if at is not None and isinstance(first, RawTable) and isinstance(block, RawTable):
            repeated = _repeated(first, block, _titles(whole[:at]), _titles(whole[at + 1 :]))
            if repeated is not None:
                whole[at:] = [_below(first, block, repeated)]
        if repeated is None:
            whole.append(block)
    return whole


def _table_before(blocks: Sequence[Block]) -> int | None:
    """Where the last table stands."""
    return next((at for at in range(len(blocks) - 1, -1, -1) if isinstance(blocks[at], RawTable)), None)


def _titles(blocks: Sequence[Block]) -> list[str]:
    """The paragraphs after the last table, without 续."""
    at = _table_before(blocks)
    after = 0 if at is None else at + 1
    return [_CONTINUED.sub("", squeezed(block.text)) for block in blocks[after:] if isinstance(block, Paragraph)]


def _repeated(first: RawTable, piece: RawTable, above: Sequence[str], between: Sequence[str]) -> int | None:
    """How many rows of the piece repeat the first one's header; None where it is a table of its own."""
    if (first.sheet, first.left, first.columns) != (piece.sheet, piece.left, piece.columns):
        return None
    if any(text and text not in above for text in between):
        return None
    rows = 0
    while rows < min(len(first.rows), len(piece.rows)) and first.rows[rows] == piece.rows[rows]:
        rows += 1
    goes_on = not between and any(is_amount(cell) and "." in cell for cell in piece.rows[0])
    return rows if rows or goes_on else None


def _below(first: RawTable, piece: RawTable, repeated: int) -> RawTable:
    """Both as one table; on a sheet each row keeps its place, what was between them is blank."""
    gap = max(piece.top - first.top - len(first.rows), 0) + repeated if first.sheet is not None else 0
    blank = (("",) * first.columns,) * gap
    return replace(first, rows=first.rows + blank + piece.rows[repeated:])
