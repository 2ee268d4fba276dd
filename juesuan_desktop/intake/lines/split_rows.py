"""Rows that a page break cut in two, as Word does unless it is told not to: 「213039｜431,81」 and 「9｜5.80」."""

import re

from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.recognition.spelling import Spelling

Row = tuple[str, ...]
_FIGURE = re.compile(r"[-(（]?[\d,]+\.\d\d[)）]?%?")
_PART = re.compile(r"[-(（]?[\d,.]+[)）]?%?")


def rejoined(raw: RawTable, spelling: Spelling) -> tuple[Row, ...]:
    """The rows of a table; what a page begins with that only ends the row before is put there, its own row is blank."""
    rows = list(raw.rows)
    known = {label for column in spelling.columns for label, _ in column}
    for at, _ in raw.pages:
        if 0 < at < len(rows) and _is_rest(rows[at - 1], rows[at], known, spelling):
            rows[at - 1] = tuple(map(str.__add__, rows[at - 1], rows[at]))
            rows[at] = ("",) * raw.columns
    return tuple(rows)


def _is_rest(above: Row, row: Row, known: set[str], spelling: Spelling) -> bool:
    """Whether a row only ends the one above.

    Something must say so: a code, a figure or a known label that is whole only together, a name without a code where
    every line has one. One cell that was whole above, or begins something of its own, says that it does not.
    """
    pairs = [(over, text) for over, text in zip(above, row, strict=True) if text]
    begun = [(over, text) for over, text in pairs if over]
    if not begun or (len(begun) < len(pairs) and any(map(_FIGURE.fullmatch, above))):
        return False
    has_codes = bool(spelling.table.words.codes)
    figures = [pair for pair in begun if all(map(_PART.fullmatch, pair))]
    labels = [(spelling.label("".join(pair)), spelling.label(pair[1])) for pair in begun if pair not in figures]
    if any(_FIGURE.fullmatch(over) or not _is_whole(over + text, has_codes) for over, text in figures):
        return False
    if any(own in known and together not in known for together, own in labels):
        return False
    if figures or any(together in known for together, _ in labels):
        return True
    return has_codes and any(map(is_code, above)) and not any(is_code(over) for over, _ in begun)


def _is_whole(text: str, has_codes: bool) -> bool:
    return bool(_FIGURE.fullmatch(text)) or (has_codes and is_code(text))
