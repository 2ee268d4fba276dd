"""Tables that a page break cut in two: the second piece repeats the header, or goes on without one.

It stands on the next sheet (「表2(2)」) or below on the same one. What repeats the lines too is a copy, and no piece.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from juesuan_desktop.amounts import is_amount
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code, written_code
from juesuan_desktop.intake.material import Paragraph, RawTable, moved
from juesuan_desktop.intake.printed_words import TOTAL
from juesuan_desktop.intake.sheets import is_title

_CONTINUED = re.compile(r"(?:[（(]?续表?\d*[）)]?|[（(]\d{1,2}[）)])$")
_NOTE = re.compile(r"\s*(?:注|说明|备注)")
LAST_LINES = 3
Block = Paragraph | RawTable
Rows = Sequence[Sequence[str]]


def joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, every piece of a table put below the one before it; its repeated title and head lines go."""
    whole: list[Block] = []
    last: RawTable | None = None  # it may go on; above and below it stand texts
    above, below = list[str](), list[Paragraph]()
    for block in blocks:
        if isinstance(block, Paragraph):
            below.append(block)
            continue
        table = _continued(last, block, above, below) if last else None
        if last and table:
            last, below = table, [one for one in below if _stays(one, last, block)]
        else:
            whole += [*([last] if last else ()), *below]
            last, above, below = block, [_plain(one) for one in below], []
    return [*whole, *([last] if last else ()), *below]


def _plain(paragraph: Paragraph) -> str:
    return _CONTINUED.sub("", squeezed(paragraph.text))


def _stays(paragraph: Paragraph, first: RawTable, piece: RawTable) -> bool:
    """Whether a text between two pieces is said of the whole table: a note on the first sheet, not a repeated head."""
    return piece.sheet not in (first.sheet, paragraph.sheet)


def _continued(first: RawTable, piece: RawTable, above: Sequence[str], between: Sequence[Paragraph]) -> RawTable | None:
    """Both pieces as one table; None where the second one is a table of its own."""
    rows = _beneath(first, piece)
    heads = [_plain(one) for one in between if not _stays(one, first, piece)]
    if not rows or any(text and text not in above for text in heads):
        return None
    repeated = 0
    while repeated < min(len(first.rows), len(rows)) and first.rows[repeated] == rows[repeated]:
        repeated += 1
    lines = rows[repeated:]
    if _is_copy(first.rows[repeated:], lines) or not (repeated or (not heads and _goes_on(first.rows, lines))):
        return None
    is_noted = any(_NOTE.match(one.text) for one in between if _stays(one, first, piece))
    if is_noted and not _says_so(first, piece, between):
        return None
    return _below(first, piece, lines, repeated)


def _says_so(first: RawTable, piece: RawTable, between: Sequence[Paragraph]) -> bool:
    """Whether the paper says that a table goes on: by its title printed again, by 续, by the sheet's name (表2(2))."""
    names = [_CONTINUED.sub("", squeezed(sheet or "")) for sheet in (first.sheet, piece.sheet)]
    texts = [squeezed(one.text) for one in between if not _stays(one, first, piece)]
    return names[0] == names[1] or any(is_title(text) or _CONTINUED.search(text) for text in texts)


def _beneath(first: RawTable, piece: RawTable) -> Rows:
    """The piece's rows put under the columns of the first one; none where they do not stand there."""
    shift = piece.left - first.left
    if shift < 0 or shift + piece.columns > first.columns or (shift and first.sheet is None):
        return ()
    if first.sheet is None and piece.columns != first.columns:
        return ()
    behind = ("",) * (first.columns - shift - piece.columns)
    return [("",) * shift + row + behind for row in piece.rows]


def _is_copy(before: Rows, lines: Rows) -> bool:
    """Whether lines are those of the first piece again (another year, another unit), or hold no words at all.

    A table has one 合计.
    """
    known, labels = _labels(before), _labels(lines)
    again = sum(label in known for label in labels)
    return not labels or again * 2 > len(labels) or (TOTAL in labels and TOTAL in known)


def _labels(rows: Rows) -> list[str]:
    """What the lines are called: the cells up to the first word (类, 款, 项, name), or the code a row begins with."""
    found = []
    for row in rows:
        texts = [squeezed(cell) for cell in row if cell]
        word = next((at for at, text in enumerate(texts) if not is_amount(text)), None)
        if word is not None:
            found.append("".join(texts[: word + 1]))
        elif texts and is_code(written_code(texts[0])[0]):
            found.append(texts[0])
    return found


def _goes_on(before: Rows, lines: Rows) -> bool:
    """Whether rows without a header go on: words stand where words stood, no amounts do, and there are amounts."""
    amounts = _amounts(lines[0]) if lines else set()
    words = {column for row in before for column in _words(row)}
    last = {column for row in [row for row in before if _amounts(row)][-LAST_LINES:] for column in _words(row)}
    return bool(amounts) and _words(lines[0]) <= words and not amounts & last


def _words(row: Sequence[str]) -> set[int]:
    """The columns of a row that hold words; a dash is none."""
    return {column for column, cell in enumerate(row) if any(map(str.isalnum, cell)) and not is_amount(cell)}


def _amounts(row: Sequence[str]) -> set[int]:
    """The columns of a row that hold amounts; what it begins with may be a code."""
    held = [column for column, cell in enumerate(row) if cell]
    return {column for column in held[1:] if is_amount(row[column])}


def _below(first: RawTable, piece: RawTable, lines: Rows, repeated: int) -> RawTable:
    """Both as one table; on a sheet each row keeps its place, what was between them is blank."""
    rows = tuple(map(tuple, lines))
    here = moved(piece.merged, repeated - len(first.rows), first.left - piece.left)
    merged = tuple(one for one in here if one[0] >= len(first.rows))
    if piece.sheet != first.sheet and piece.sheet is not None:
        there = (len(first.rows), piece.sheet, piece.top + repeated)
        return replace(first, rows=first.rows + rows, sheets=(*first.sheets, there), merged=first.merged + merged)
    gap = max(piece.top - first.top - len(first.rows), 0) + repeated if first.sheet is not None else 0
    blank = (("",) * first.columns,) * gap
    merged = first.merged + moved(merged, -gap, 0)
    going_on = tuple((len(first.rows), table, line + repeated) for _, table, line in piece.lines[:1])
    return replace(first, rows=first.rows + blank + rows, merged=merged, lines=first.lines + going_on)
