"""What the headings above a column mean: which measure of the table, or a column that is none of the form's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from juesuan_desktop.intake.lines.headings import Heading, Path
from juesuan_desktop.intake.printed_words import ACTUAL, LINE_NUMBER, SUBTOTALS, TOTAL, without_number
from juesuan_desktop.intake.recognition.periods import (
    is_actual,
    is_other,
    other_years,
    without_part,
    without_year,
    year_of,
)
from juesuan_desktop.intake.recognition.spelling import Spelling, plain_word, table_title

NUMBERS = frozenset({LINE_NUMBER, "序号", "行号", "顺序号"})
_FORMULA = re.compile(r"[（(][\d\s=＝+＋\-－—*×÷/、.]+[)）]$")
_LABEL = re.compile(r"科目|编码|代码|功能分类|经济分类|^项目(?:名称)?$|^名称$|^[类款项]$|^栏次$")
_ASIDE = re.compile(r"公开\d+表|(?:单位|部门)(?:名称)?[：:]|^[（(]?续表?|^[（(]?(?:人民币)?万?元[）)]?$")


class Kind(Enum):
    """What a heading says: a word of this table, 决算, 小计, nothing of a figure, something unknown, other figures."""

    KNOWN = auto()
    ACTUAL = auto()
    SUBTOTAL = auto()
    PLAIN = auto()
    UNKNOWN = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Sense:
    """A heading understood: its bare ``word``, and the trade's word where it is KNOWN."""

    heading: Heading
    kind: Kind
    word: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a column is by its headings; of two claims to a word the one with less ``doubt`` stands."""

    word: str
    doubt: int = 0


class Headings:
    """Understands the headings of one table by one spelling."""

    def __init__(self, spelling: Spelling, texts: Iterable[str]) -> None:
        """``texts`` are all headings of the table: together they tell which year is its own."""
        self.spelling = spelling
        self.other_years = other_years(map(heading_word, texts))
        self.known = {**spelling.heads, **spelling.measures}

    def claim(self, path: Path) -> Claim | None:
        """Which measure a column with these headings is; None for one that is none of the form's."""
        senses = self.senses(path)
        telling = [sense for sense in senses if sense.kind is not Kind.ACTUAL]
        if not senses or path[-1].is_divided or any(sense.kind is Kind.OTHER for sense in senses):
            return None
        doubt = sum(sense.kind is Kind.UNKNOWN for sense in telling[:-1]) + any(map(_is_dated, senses))
        if not telling or telling[-1].kind in (Kind.PLAIN, Kind.UNKNOWN):
            return self._actual(senses[-1], telling, doubt)
        if telling[-1].word in SUBTOTALS:
            return self._sum(senses, doubt)
        return self._measure(telling[-1], telling[:-1], doubt)

    def senses(self, path: Path) -> list[Sense]:
        """The headings understood; one whose words stand in cells one below the other is made whole."""
        words = [heading_word(heading.text) for heading in path]
        for first in range(len(path) - 1):
            whole = "".join(words[first:])
            if whole in self.known and len({heading.at[1] for heading in path[first:]}) == 1:
                return [*map(self._sense, path[:first]), Sense(path[-1], Kind.KNOWN, whole, self.known[whole])]
        return [self._sense(heading) for heading in path]

    def is_heading(self, text: str) -> bool:
        """Whether a text is one of the words that headers are made of: of this table, 小计, 上年数, 序号 …"""
        word = heading_word(text)
        bare = without_year(word)
        return word in NUMBERS or (bool(bare) and self._kind(bare, "") is not Kind.UNKNOWN)

    def is_own(self, text: str) -> bool:
        """Whether a heading is one of this very table, or of its lines."""
        word = without_year(heading_word(text))
        return bool(self._meaning(word)) or word in self.spelling.plain or is_label_heading(word)

    def _sense(self, heading: Heading) -> Sense:
        word = heading_word(heading.text)
        if word in self.other_years:
            return Sense(heading, Kind.OTHER, word)
        bare = without_year(word)
        return Sense(heading, self._kind(bare, heading.text), bare, self._meaning(bare))

    def _kind(self, word: str, text: str) -> Kind:
        """What a heading is, its year taken off. Only in 三公 is 决算数 one of several measures of a line."""
        meaning = self._meaning(word)
        if meaning and (meaning != ACTUAL or self.spelling.heads):
            return Kind.KNOWN
        if word in SUBTOTALS:
            return Kind.SUBTOTAL
        if is_actual(word):
            return Kind.ACTUAL
        if self._is_plain(word, text):
            return Kind.PLAIN
        return Kind.OTHER if is_other(word) else Kind.UNKNOWN

    def _meaning(self, word: str) -> str:
        return self.known.get(word) or self.known.get(without_number(word)) or ""

    def _is_plain(self, word: str, text: str) -> bool:
        """Whether a cell among the headings says nothing of figures: 项目, 科目编码, the table's title or unit."""
        if not without_part(word) or word in self.spelling.plain or is_label_heading(word):
            return True
        return bool(_ASIDE.search(text)) or table_title(text) in self.spelling.titles

    def _actual(self, leaf: Sense, telling: Sequence[Sense], doubt: int) -> Claim | None:
        """A column that says 决算数 and names no measure; 支出情况 above it may be unknown where there is no other."""
        measures = set(self.spelling.measures.values())
        is_unknown = bool(telling) and telling[-1].kind is Kind.UNKNOWN
        if leaf.kind is not Kind.ACTUAL or ACTUAL not in measures or any(sense.meaning for sense in telling):
            return None
        is_doubtful = leaf.word not in self.spelling.measures  # 2023年, 本年
        return Claim(ACTUAL, doubt + is_unknown + is_doubtful) if not is_unknown or len(measures) == 1 else None

    def _sum(self, senses: Sequence[Sense], doubt: int) -> Claim | None:
        """What a 小计 or 合计 is: the measure it stands below, else the total of this side of the table, or 决算数."""
        leaf = [sense for sense in senses if sense.kind is not Kind.ACTUAL][-1]
        above = [sense for sense in senses if sense.kind in (Kind.KNOWN, Kind.UNKNOWN) and sense is not leaf]
        if above and above[-1].meaning and above[-1].word not in SUBTOTALS:
            return Claim(above[-1].meaning, doubt)
        own = leaf.meaning or self.spelling.subtotals.get(leaf.word, "")
        sides = {sense.word for sense in senses if sense.kind is Kind.PLAIN}
        may_be = {word for side in sides for word in (own, ACTUAL) if (side, word) in self.spelling.below}
        is_actual = ACTUAL in may_be or any(sense.kind is Kind.ACTUAL for sense in senses)
        if own not in may_be and is_actual and ACTUAL in self.spelling.measures.values():
            own = own if own and ACTUAL not in may_be else ACTUAL
        return Claim(own, doubt) if own else None

    def _measure(self, leaf: Sense, above: Sequence[Sense], doubt: int) -> Claim | None:
        """The measure of a known heading: above it must stand what stands there in some form."""
        named = [sense for sense in above if sense.meaning and sense.word not in SUBTOTALS]
        apart = [sense for sense in named if not self._may_be_below(sense.meaning, leaf.meaning)]
        is_placed = leaf.meaning in self.spelling.tops or len(apart) < len(named)
        if any(sense.heading.is_sure or not (sense.heading.is_alone or is_placed) for sense in apart):
            return None
        return Claim(leaf.meaning, doubt + len(apart))  # 经营支出, one row lower in the next column 对附属单位补助支出

    def _may_be_below(self, upper: str, lower: str) -> bool:
        return upper in (lower, self.known.get(TOTAL)) or (upper, lower) in self.spelling.below


def _is_dated(sense: Sense) -> bool:
    """Whether a heading says 决算 of a year: beside one that does not it is probably of another."""
    return sense.kind is Kind.ACTUAL and year_of(heading_word(sense.heading.text)) is not None and bool(sense.word)


def heading_word(text: str) -> str:
    """A heading for comparing, without 「（1=2+3）」 behind it."""
    return _FORMULA.sub("", plain_word(text))


def is_label_heading(word: str) -> bool:
    """Whether a heading stands above codes or names of lines."""
    return bool(_LABEL.search(word))


def has_word(path: Path, words: Iterable[str]) -> bool:
    """Whether one of the words is among the headings of a column."""
    return any(heading_word(heading.text) in words for heading in path)
