"""Finding 科目 by what one types: `2010`, `养老`, `xzyx`, `208 jbyl`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from juesuan_desktop.forms.csvfile import read_records

_WORD = re.compile(r"\d+|[^\d\s]+")
_MARKS = re.compile(r"[\s（）()“”\"、，。·《》—-]+")
_WHOLE, _BEGINNING, _INSIDE = range(3)


@dataclass(frozen=True, slots=True)
class Initials:
    """The characters of each pinyin letter; one with several readings stands under each."""

    by_letter: Mapping[str, str] = field(default_factory=dict)

    def among(self, letter: str, characters: frozenset[str]) -> str:
        """The letter itself and those of ``characters`` that begin with it."""
        return letter + "".join(sorted(characters.intersection(self.by_letter.get(letter, ""))))


def load_initials(path: Path) -> Initials:
    """Read the file that build/make_pinyin.py makes; without it, search by letters finds nothing."""
    try:
        return Initials({record["initial"]: record["characters"] for record in read_records(path)})
    except (OSError, ValueError, KeyError):
        return Initials()


@dataclass(frozen=True)
class Index:
    """Codes and names made ready for searching: all names are one text, so that a query is one regular expression."""

    entries: Sequence[tuple[str, str]]
    initials: Initials

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(_MARKS.sub("", name).lower() for _, name in self.entries)

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._names)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(name) + 1 for name in self._names), initial=0))[:-1]

    @cached_property
    def _used(self) -> frozenset[str]:
        return frozenset(self._text)

    def search(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of the entries that fit every word, with their rank (lower is better)."""
        words = _WORD.findall(text.lower())
        found = [dict(self._fitting(word)) for word in words if _MARKS.sub("", word)]
        if found:
            for place in set(found[0]).intersection(*found[1:]):
                yield place, sum(ranks[place] for ranks in found)

    def _fitting(self, word: str) -> Iterator[tuple[int, int]]:
        return self._by_code(word) if word.isdigit() else self._by_name(_MARKS.sub("", word))

    def _by_code(self, digits: str) -> Iterator[tuple[int, int]]:
        for place, (code, _) in enumerate(self.entries):
            if code.startswith(digits):
                yield place, _WHOLE if code == digits else _BEGINNING

    def _by_name(self, word: str) -> Iterator[tuple[int, int]]:
        ranks: dict[int, int] = {}
        for match in re.finditer("".join(map(self._character, word)), self._text):
            place = bisect_right(self._starts, match.start()) - 1
            ranks[place] = min(ranks.get(place, _INSIDE), self._rank(place, match))
        yield from ranks.items()

    def _character(self, typed: str) -> str:
        """A letter stands for every character that begins with it, any other character for itself."""
        if not ("a" <= typed <= "z"):
            return re.escape(typed)
        return f"[{self.initials.among(typed, self._used)}]"

    def _rank(self, place: int, match: re.Match[str]) -> int:
        if match.start() > self._starts[place]:
            return _INSIDE
        return _WHOLE if match.end() == self._starts[place] + len(self._names[place]) else _BEGINNING
