"""Tables drawn in a text with upright bars: 「｜」 between cells, Markdown, boxes of ─ and │."""

import re
from collections.abc import Sequence

BARS = "|｜│┃║"
_BAR = re.compile(f"[{BARS}]")
_BORDER = re.compile(rf"\s*[+\-:=─━═┄┈{BARS}┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛\s]+")
_JOINT = re.compile(rf"[+{BARS}┬┼┴╦╬╩╤╪╧]")
LEAST = 2


def is_barred(line: str) -> bool:
    """Whether a line is a row of such a table, or a line between its rows."""
    return len(_BAR.findall(line)) >= LEAST or is_border(line)


def is_border(line: str) -> bool:
    """Whether a line only parts rows: |---|---|, +----+----+, ├──┼──┤."""
    return bool(_BORDER.fullmatch(line)) and len(_JOINT.findall(line)) >= LEAST and len(set(line.strip())) > 1


def barred_rows(lines: Sequence[str]) -> list[list[str]]:
    """The cells of rows. Bars at both ends of every row are the table's sides, not blank cells."""
    rows = [_BAR.split(line.strip()) for line in lines]
    if all(len(row) > LEAST and not row[0].strip() and not row[-1].strip() for row in rows):
        return [row[1:-1] for row in rows]
    return rows
