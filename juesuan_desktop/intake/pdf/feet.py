"""Page numbers and running heads and feet: what stands on every page is no part of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.pdf.lines import Line

HEAD = 0.075
FOOT = 0.9
FEWEST = 3
_PAGE_NUMBER = re.compile(r"[-—–－·]*(?:第?\d{1,4}页?|第?\d{1,4}页?[，,/／共]{1,2}\d{1,4}页?|[ivxIVX]{1,6})[-—–－·]*")
_NUMBER = re.compile(r"\d+")
_KEPT_HEAD = re.compile(r"单位[：:]|表|[一二三四五六七八九十]、")


class Sheet(NamedTuple):
    """The lines of one page; width and height of the page in PDF points."""

    width: float
    height: float
    lines: tuple[Line, ...]


def without_feet(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the lines that only mark them."""
    seen = Counter(mark for sheet in sheets for mark in {_mark(line, sheet) for line in sheet.lines} if mark)
    written = sum(bool(sheet.lines) for sheet in sheets)
    often = {mark for mark, times in seen.items() if times >= max(FEWEST, written // 2)}
    return [sheet._replace(lines=tuple(_kept(sheet, often))) for sheet in sheets]


def _kept(sheet: Sheet, often: set[str]) -> Iterable[Line]:
    for line in sheet.lines:
        mark = _mark(line, sheet)
        if not mark or not (mark in often or _PAGE_NUMBER.fullmatch(squeezed(line.text))):
            yield line


def _mark(line: Line, sheet: Sheet) -> str:
    """A line of the head or foot by its words (numbers in the foot as 0); '' for a line of the body."""
    text = squeezed(line.text)
    if line.base > FOOT * sheet.height:
        return f"foot {_NUMBER.sub('0', text)}"
    if line.base < HEAD * sheet.height and not _KEPT_HEAD.search(text):
        return f"head {text}"
    return ""
