"""Lines to paragraphs: a line that only wraps is joined, over the end of a page too."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from juesuan_desktop.intake.material import Paragraph
from juesuan_desktop.intake.pdf.feet import Sheet
from juesuan_desktop.intake.pdf.glyphs import Glyph
from juesuan_desktop.intake.pdf.lines import Line, is_latin

FEWEST, MANY = 12, 0.3  # so many lines, and this share of them full, show where the margins are
SAME_WIDTH = 5.0  # points: pages as wide as each other share their margins
MORE_SPACE = 1.4  # times the usual pitch: a paragraph's space
OTHER_TYPE = 1.3  # times as large: another paragraph
# In sizes of the type:
SAME_EDGE = 1.0  # a line that ends so near to the margin is full
INDENTED, DEEP, CENTRED = 0.9, 6.0, 2.5  # a first line; a place no paragraph begins at; a line set under the middle
SLACK = 2.0  # what a justified line may leave free before a word that had no room
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[、．]"
)
_ENDS = "。；：！？;:!?"
_CONTENTS = re.compile(r"(?:[.…·．]{3,}\s*|\t)\d*$")
_NOT_LAST = "（(《〈“‘「『【［"
_NOT_FIRST = "，。、；：！？％%）)》〉”’」』】］…—"


class Margins(NamedTuple):
    """Where a page's text begins and ends, and how far its lines are apart. PDF points from the left and top."""

    left: float
    right: float
    pitch: float


def paragraphs(lines: Iterable[Line], margins: Mapping[int, Margins]) -> Iterator[Paragraph]:
    """Lines that follow each other made paragraphs. ``margins`` by page."""
    parts: list[Line] = []
    for line in lines:
        if parts and not _goes_on(parts[-1], line, margins):
            yield _paragraph(parts)
            parts = []
        parts.append(line)
    if parts:
        yield _paragraph(parts)


def margins_of(sheets: Mapping[int, Sheet]) -> dict[int, Margins]:
    """The margins of each page; one that does not show them takes those of the fullest page of its size."""
    own = {page: margins for page, sheet in sheets.items() if (margins := _shown(sheet.lines)) is not None}
    full = sorted(own, key=lambda page: len(sheets[page].lines), reverse=True)
    return {page: own.get(page) or _borrowed(sheet, full, sheets, own) for page, sheet in sheets.items()}


def _shown(lines: Sequence[Line]) -> Margins | None:
    """Margins where the lines show them: there are enough of them, and many end at the right side."""
    if len(lines) < FEWEST:
        return None
    right = max(line.right for line in lines)
    if sum(line.right > right - SAME_EDGE * line.size for line in lines) < max(2, MANY * len(lines)):
        return None
    steps = sorted(b.base - a.base for a, b in pairwise(lines) if b.base - a.base > 0.9 * b.size)
    return Margins(_left(lines), right, steps[len(steps) // 5] if steps else inf)


def _left(lines: Sequence[Line]) -> float:
    """Where lines begin: the leftmost place that several share."""
    starts = sorted(line.left for line in lines)
    shared = (a for a, b in pairwise(starts) if b - a < SAME_EDGE * lines[0].size / 2)
    return next(shared, starts[0])


def _borrowed(sheet: Sheet, full: Sequence[int], sheets: Mapping[int, Sheet], own: Mapping[int, Margins]) -> Margins:
    like = next((page for page in full if abs(sheets[page].width - sheet.width) < SAME_WIDTH), None)
    if like is not None:
        return own[like]
    left = min((line.left for line in sheet.lines), default=0)
    return Margins(left, sheet.width - left, inf)


def _paragraph(parts: Sequence[Line]) -> Paragraph:
    text = parts[0].text
    for before, after in pairwise(parts):
        text += _joint(before, after) + after.text
    return Paragraph(text.strip(), parts[0].page)


def _joint(before: Line, after: Line) -> str:
    """A blank between western words; a figure that wraps goes on without one."""
    last, first = before.glyphs[-1].text, after.glyphs[0].text
    return " " if last.isascii() and first.isascii() and (last.isalpha() or first.isalpha()) else ""


def _goes_on(line: Line, after: Line, margins: Mapping[int, Margins]) -> bool:
    """Whether the next line belongs to the same paragraph."""
    here, there = margins[line.page], margins[after.page]
    if max(line.size, after.size) > OTHER_TYPE * min(line.size, after.size) or _CONTENTS.search(line.text):
        return False
    if line.page == after.page and after.base - line.base > MORE_SPACE * max(here.pitch, after.size):
        return False
    if not _is_full(line, after, here):
        return False
    if line.text[-1] in _ENDS and _ORDINAL.match(after.text):
        return False
    starts_deep = line.left - here.left > DEEP * line.size or after.left - there.left > INDENTED * after.size
    return not starts_deep or _is_centred(line, after)


def _is_full(line: Line, after: Line, margins: Margins) -> bool:
    """Whether the next line's first word would not have found room in this one; not to the point in mid-sentence."""
    word = _first_word(after.glyphs)
    slack = SAME_EDGE / 2 if line.text[-1] in _ENDS else SLACK
    return margins.right - line.right < word[-1].right - word[0].left + slack * line.size


def _first_word(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """What cannot be parted at the end of a line: a figure or western word, a word in brackets' reach."""
    end = 1
    while end < len(glyphs):
        before, after = glyphs[end - 1].text, glyphs[end].text
        together = is_latin(before) and is_latin(after)
        if not (together or before in _NOT_LAST or after in _NOT_FIRST):
            break
        end += 1
    return glyphs[:end]


def _is_centred(line: Line, after: Line) -> bool:
    """A long heading's second line, set under the middle of the first."""
    shift = (line.left + line.right - after.left - after.right) / 2
    return abs(shift) < after.size and after.left - line.left > CENTRED * after.size
