"""The money unit, wherever the paper says it: in a line of its own, behind a title, behind a heading."""

import re
from collections import Counter
from collections.abc import Iterable

from juesuan_desktop.forms.addresses import squeezed

_UNIT = r"(?:人民币)?([千万亿]?元)"
_LINE = re.compile(rf"(?:单位|金额)(?:[：:][（(]?|[（(]){_UNIT}(?!/)")
_ALONE = re.compile(rf"^[（(]?{_UNIT}[）)]?$")
_BEHIND = re.compile(rf"[（(](?:金额)?(?:单位[：:]?)?{_UNIT}[）)]$")
LONGEST = 80  # a head line; prose may speak of any unit


def money_unit(texts: Iterable[str]) -> str:
    """元, 千元, 万元 or 亿元 as head lines, titles or headings say it, lines of their own first; '' if they do not."""
    plain = [text for one in texts if len(text := squeezed(one)) <= LONGEST]
    for sign in (_LINE, _ALONE, _BEHIND):
        said = Counter(match[1] for text in plain if (match := sign.search(text)))
        if said:
            return said.most_common(1)[0][0]
    return ""


def says_unit(text: str) -> bool:
    """Whether a text says the money unit."""
    return bool(money_unit((text,)))


def without_unit(word: str) -> str:
    """A heading or title without the unit behind it: 「决算数（万元）」 → 「决算数」."""
    return _BEHIND.sub("", word) if word.endswith(("元）", "元)")) else word
