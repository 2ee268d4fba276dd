"""Cover, contents and the pages that open a part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from juesuan_desktop.document.blocks import Contents, Cover, Part
from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.lines import balanced, break_lines
from juesuan_desktop.export.pdf_pages import MIDDLE, Link, Mark, Page, Rule, Text, prose_page

_ENTRY_SIZE = 14.0
_ENTRY_LEADING = 25.0
_ENTRY_BASE = MIDDLE * _ENTRY_SIZE - _ENTRY_LEADING / 2  # from the lower edge of a line to its baseline
_NUMBER_ROOM = 3 * _ENTRY_SIZE
_LEADER_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents before its page is known; level 0 opens a part."""

    key: str
    text: str
    level: int


def cover_page(cover: Cover, fonts: Fonts) -> Page:
    """Large lines in the upper half with much white round them, small ones at the foot."""
    page = prose_page(numbered=False)
    _centred(page, fonts, cover.lines, Use.SONG, 36, page.height * 0.25)
    _centred(page, fonts, cover.foot, Use.FANGSONG, 16, page.bottom - 30 * len(cover.foot), weight=0.0)
    return page


def part_page(part: Part, fonts: Fonts) -> Page:
    """「第一部分」 and its name in the middle of a page."""
    page = prose_page()
    _centred(page, fonts, (part.number, part.title), Use.HEI, 28, page.height * 0.33, weight=0.0)
    return page


def contents_pages(contents: Contents, entries: list[Entry], numbers: Mapping[str, int], fonts: Fonts) -> list[Page]:
    """The contents; how many pages they take does not depend on the ``numbers``, which may still be unknown."""
    pages = [prose_page()]
    y = _centred(pages[0], fonts, (contents.title,), Use.HEI, 22, pages[0].top, weight=0.0)
    for entry in entries:
        use = Use.FANGSONG if entry.level else Use.HEI
        left = pages[-1].left + 2 * _ENTRY_SIZE * entry.level
        room = (pages[-1].right - _NUMBER_ROOM - left) / _ENTRY_SIZE
        lines = [line.rstrip() for line in break_lines(entry.text, room, fonts[use].width)]
        if y + len(lines) * _ENTRY_LEADING > pages[-1].bottom:
            pages.append(prose_page())
            y = pages[-1].top
        page, top = pages[-1], y
        for line in lines:
            y += _ENTRY_LEADING
            page.marks.append(Text(left, y + _ENTRY_BASE, line, use, _ENTRY_SIZE))
        page.marks.append(Link(page.left, top, page.right, y, entry.key))
        end = left + fonts[use].width(lines[-1]) * _ENTRY_SIZE
        page.marks.extend(_lead(end, page.right, y + _ENTRY_BASE, str(numbers.get(entry.key, "")), use, fonts))
    return pages


def _lead(left: float, right: float, baseline: float, number: str, use: Use, fonts: Fonts) -> Iterator[Mark]:
    """Dots that lead from the end of an entry to its page number, and the number."""
    x = right - fonts[use].width(number) * _ENTRY_SIZE
    yield Rule(left + _LEADER_GAP, baseline - 2, x - _LEADER_GAP, baseline - 2, dotted=True)
    yield Text(x, baseline, number, use, _ENTRY_SIZE)


def _centred(
    page: Page, fonts: Fonts, texts: tuple[str, ...], use: Use, size: float, y: float, *, weight: float = 0.7
) -> float:
    """Set texts one under the other in the middle, long ones in several lines; return where they end."""
    face, width = fonts[use], page.right - page.left
    for text in texts:
        for line in balanced(text, width / size, face.width):
            x = (page.width - face.width(line.rstrip()) * size) / 2
            page.marks.append(Text(x, y + size * (0.9 + MIDDLE), line.rstrip(), use, size, weight=weight))
            y += size * 2
    return y
