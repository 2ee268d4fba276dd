"""Chinese line breaking, as pure functions over a ``width(text)`` that adds up character by character.

A line never starts with a mark that closes and never ends with one that opens; numbers and Latin words stay whole.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

Width = Callable[[str], float]

NO_START = frozenset("，。；：！？、．·…—）》〉」』】〕〗］｝”’％‰℃°～々ー,.;:!?)]}%~")
NO_END = frozenset("（《〈「『【〔〖［｛“‘￥¥$(〈[{")

_ALNUM = "0-9A-Za-zÀ-ɏ０-９"
_WORD = rf"(?:[-−+±](?=\d))?[{_ALNUM}]+(?:[-.,:'’/@_+．][{_ALNUM}]+)*[%‰％℃°]*"
_TOKEN = re.compile(rf"{_WORD}|\s+|.", re.DOTALL)
_ROUNDING = 1e-6


def break_lines(text: str, width: float, measure: Width, indent: float = 0.0) -> list[str]:
    """Break text into lines no wider than ``width``, the first one shorter by ``indent``; \\n breaks by force.

    The lines together are the text again: blanks at the end of a line stay there and do not count.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_fill(paragraph, width, measure, 0.0 if lines else indent))
    return lines


def balanced(text: str, width: float, measure: Width) -> list[str]:
    """Break text into as few lines as fit, all of about the same width: for titles and headings of columns."""
    lines = break_lines(text, width, measure)
    if len(lines) == 1 or "\n" in text:
        return lines
    narrow, wide = width / len(lines) / 2, width
    while wide - narrow > width / 100:
        middle = (narrow + wide) / 2
        attempt = break_lines(text, middle, measure)
        if len(attempt) > len(lines) or _widest(attempt, measure) > middle + _ROUNDING:
            narrow = middle
        else:
            wide, lines = middle, attempt
    return lines


def units(text: str) -> list[str]:
    """The pieces of text between which a line may end."""
    pieces: list[str] = []
    opened = False
    for token in _TOKEN.findall(text):
        if pieces and (opened or _clings(token)):
            pieces[-1] += token
        else:
            pieces.append(token)
        opened = token[-1] in NO_END or (opened and token.isspace())
    return pieces


def stretch(line: str, width: float, measure: Width, most: float) -> float:
    """The space to add after each wide character so that the line fills the width; 0 where that is over ``most``."""
    line = line.rstrip()
    places = sum(is_wide(character) for character in line[:-1])
    space = (width - measure(line)) / places if places else 0.0
    return space if 0.0 < space <= most else 0.0


def is_wide(character: str) -> bool:
    """Whether the character is set in the square of a Chinese one."""
    return character in "“”‘’…—·" or unicodedata.east_asian_width(character) in "WF"


def _fill(text: str, width: float, measure: Width, indent: float) -> Iterator[str]:
    line, used, room = "", 0.0, width - indent
    for unit in _fitting(text, width - indent, measure):
        if line and used + measure(unit.rstrip()) > room + _ROUNDING:
            yield line
            line, used, room = "", 0.0, width
        line += unit
        used += measure(unit)
    yield line


def _fitting(text: str, width: float, measure: Width) -> Iterator[str]:
    """The units; one wider than a whole line is cut, for nothing may run off the paper."""
    for unit in units(text):
        if measure(unit.rstrip()) <= width + _ROUNDING:
            yield unit
            continue
        for token in _TOKEN.findall(unit):
            yield from [token] if measure(token) <= width + _ROUNDING else token


def _clings(token: str) -> bool:
    first = token[0]
    return first in NO_START or first.isspace() or unicodedata.category(first) in ("Mn", "Me", "Cf")


def _widest(lines: list[str], measure: Width) -> float:
    return max(measure(line.rstrip()) for line in lines)
