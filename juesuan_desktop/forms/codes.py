"""科目编码: 3 digits 类, 5 款, 7 项; a code's parents are its beginnings."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEVELS = {3: "类", 5: "款", 7: "项"}
EXAMPLES = ("201", "20103", "2010301")
"""A 类, a 款 and a 项 below each other: what rules are bound to where there is no report."""
_WRITTEN = re.compile(r"['‘’`＇]?[\[({【［（]?(\d[\d\s.．—–－-]*)[\])}】］）]?[\s:：、_-]*(.*)", re.DOTALL)
_PARTED = re.compile(r"\d{3}(?:-\d\d){1,2}|\d{3}\.\d\d\.\d\d")
_WHOLE_NUMBER = re.compile(r"(\d+)\.0+")
_ABOVE = {5: (3,), 7: (3, 5)}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a code table. ``key`` addresses it: the code (`code#2` for its second line), else the name."""

    key: str
    code: str
    name: str

    @property
    def level(self) -> str:
        """类, 款 or 项; a line without a code is treated as 项."""
        return LEVELS.get(len(self.code), "项")


def is_code(text: str) -> bool:
    """Whether ``text`` can be a 科目编码."""
    return len(text) in LEVELS and text.isascii() and text.isdigit()


def written_code(text: str) -> tuple[str, str]:
    """The digits and the name in a cell of the code column, '' for what it does not hold.

    Takes what people and programs make of a code: 201-03-01, ２０１, '2010301, 2010301.0, 2010301 行政运行. Digits with
    a name are a whole code; alone they may be a part of one (06).
    """
    if text.isascii() and text.isdigit():
        return text, ""
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        return "", text.strip()
    digits, name = _bare_digits(match[1]), match[2].strip()
    inside = name[1:-1] if name[:1] in "(（" and name[-1:] in ")）" else name
    is_sound = digits.isdigit() and (not name or (is_code(digits) and inside[:1].isalpha()))
    return (digits, inside) if is_sound else ("", text.strip())


def _bare_digits(written: str) -> str:
    """Digits as they are in a code; what is no code keeps its signs."""
    digits = unicodedata.normalize("NFKC", written).strip().replace("—", "-").replace("–", "-").rstrip(".- ")
    number = _WHOLE_NUMBER.fullmatch(digits)
    if number:
        return number[1]
    return re.sub(r"\D" if _PARTED.fullmatch(digits) else r"\s", "", digits)


def keyed(pairs: Iterable[tuple[str, str]]) -> tuple[Line, ...]:
    """Lines from (code, name) pairs, repeated codes and names numbered `#2`, `#3` …"""
    seen: dict[str, int] = {}
    lines = []
    for code, name in pairs:
        word = code or name
        seen[word] = seen.get(word, 0) + 1
        key = word if seen[word] == 1 else f"{word}#{seen[word]}"
        lines.append(Line(key, code, name))
    return tuple(lines)


def code_of(key: str) -> str:
    """The bare code of a line key."""
    return key.partition("#")[0]


def below(keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For every code the nearest of these lines below it: 款 of a 类 where they are printed, else 项.

    Under '' stand the lines that no line stands above: together they make 合计.
    """
    codes = [code_of(key) for key in keys]
    printed = frozenset(codes)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, code in zip(keys, codes, strict=True):
        for parent in reversed(parents_of(code)):
            found[parent].append(key)
            if parent in printed:
                break
        else:
            found[""].append(key)
    return {parent: tuple(nearest) for parent, nearest in found.items()}


def parents_of(code: str) -> tuple[str, ...]:
    """类 and 款 above a code, the highest first; none above a name."""
    return tuple([code[:length] for length in _ABOVE.get(len(code), ())]) if is_code(code) else ()
