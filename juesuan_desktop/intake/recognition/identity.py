"""Which public table a raw table is: title, columns, note and codes are weighed together. Never order or place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from juesuan_desktop.forms.codes import is_code, written_code
from juesuan_desktop.forms.vocabulary import ECONOMIC
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.recognition.spelling import Spelling, plain_label, plain_word, table_title

Known = Mapping[str, Sequence[Spelling]]

TITLE, LISTED, NOTE, MISFIT = 1.5, 0.3, 0.5, -0.5  # beside columns, which count from 0 to 1
ENOUGH = 0.6
MARGIN = 0.05
LOOK_BACK = 6  # 表题、表号、部门、年度、金额单位 may each be a paragraph
TITLE_ROWS, HEADER_ROWS = 2, 6
CODE_CELLS = 2
_CLASS = re.compile(r"2[0-3]\d|30\d|31\d|399")
LONGEST_COMMON = 2  # 合计, 总计, 小计 stand in many tables
_OWN_CLASS = {"223": "state_capital"}  # RULES.md S-7: 223 stands in no other table
_CODE_WORDS = ("科目编码", "科目代码", "科目名称", "功能分类", "经济分类")
_NOTES = ("注", "说明")


@dataclass(frozen=True)
class Surroundings:
    """A raw table, and the texts on its sheet or page before it (nearest first) and behind it."""

    raw: RawTable
    before: Sequence[str]
    after: Sequence[str]

    @cached_property
    def headings(self) -> frozenset[str]:
        """The words of the first rows, where headings stand."""
        return frozenset(plain_word(cell) for row in self.raw.rows[:HEADER_ROWS] for cell in row if cell)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The words of all rows without their ordinals."""
        cells = {cell for row in self.raw.rows for cell in row if cell and not cell[-1].isdigit()}
        return frozenset(map(plain_label, cells))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The classes (201) of the codes that lines begin with; 序号 may stand before them."""
        starts = ([cell for cell in row if cell][:CODE_CELLS] for row in self.raw.rows)
        codes = (written_code(cell)[0] for start in starts for cell in start)
        return frozenset(code[:3] for code in codes if is_code(code) and _CLASS.match(code))

    @cached_property
    def note(self) -> str:
        """The first note behind it; a table of its own may follow."""
        return next((plain_word(text) for text in self.after if text.startswith(_NOTES)), "")


@dataclass(frozen=True, slots=True)
class Likely:
    """The tables that a raw one may be: the likeliest first, then those that are as likely. None of them: empty."""

    ids: tuple[str, ...]
    is_titled: bool = False


class Identifier:
    """Weighs raw tables against the tables of all known forms."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._words = {id_: [_Words.of(spelling) for spelling in them] for id_, them in known.items()}
        self._titles = {title: id_ for id_, them in known.items() for one in them for title in one.titles}
        self._headings = frozenset(word for them in self._words.values() for one in them for word in one.headings)
        self._notes = {
            plain_word(note): id_ for id_, them in known.items() for one in them for note in one.table.layout.notes[:1]
        }

    def likely(self, here: Surroundings) -> Likely:
        """Which table it is."""
        titled, worth = self._titled(here)
        if worth == TITLE and self._columns(titled, here) + self._codes(titled, here) >= MARGIN:
            return Likely((titled,), is_titled=True)  # nothing beats a title of its own with only one of its columns
        noted = self._noted(here.note)
        scores = {
            id_: worth * (id_ == titled) + NOTE * (id_ in noted) + self._columns(id_, here) + self._codes(id_, here)
            for id_ in self._known
        }
        best = max(scores.values(), default=0.0)
        ids = sorted((id_ for id_ in scores if scores[id_] >= max(best - MARGIN, ENOUGH)), key=lambda id_: -scores[id_])
        return Likely(tuple(ids), is_titled=titled in ids[:1] and worth == TITLE)

    def _title_of(self, text: str) -> str | None:
        """The id of the table that has such a title."""
        return self._titles.get(table_title(text))

    def _titled(self, here: Surroundings) -> tuple[str, float]:
        """The table that the nearest title names, and what that is worth: little at the end of a list (目录)."""
        inside = (self._title_of(cell) for row in here.raw.rows[:TITLE_ROWS] for cell in row if cell)
        own = next(filter(None, inside), None)
        if own is not None:
            return own, TITLE
        known = [self._title_of(text) for text in here.before]
        nearest = next((at for at, id_ in enumerate(known[:LOOK_BACK]) if id_ is not None), None)
        if nearest is None:
            return "", 0.0
        run = list(takewhile(lambda id_: id_ is not None, known[nearest:]))
        is_listed = len(set(run)) > 1 and run.count(run[0]) == 1
        return str(run[0]), LISTED if is_listed else TITLE

    def _noted(self, note: str) -> set[str]:
        """The tables that the note speaks of: word for word, else those whose note is most like it."""
        if not note:
            return set()
        if note in self._notes:
            return {self._notes[note]}
        alike = {known: _alike(note, known) for known in self._notes}
        best = max(alike.values(), default=0.0)
        return {self._notes[known] for known, value in alike.items() if value == best} if best >= ENOUGH else set()

    def _columns(self, id_: str, here: Surroundings) -> float:
        said = here.headings & self._headings
        return max(words.likeness(said, here.labels) for words in self._words[id_])

    def _codes(self, id_: str, here: Surroundings) -> float:
        """A table of codes has codes of its kind, or at least a column for them; others may have none."""
        kind = self._known[id_][0].table.words.codes
        if not kind:
            return 0.0
        if not here.codes:
            return 0.0 if any(word in text for text in here.headings for word in _CODE_WORDS) else MISFIT
        is_economic = all(code.startswith("3") for code in here.codes)
        owners = {_OWN_CLASS.get(code) for code in here.codes} - {None}
        fits = id_ in owners if owners else id_ not in _OWN_CLASS.values()
        return 0.0 if fits and is_economic == (kind == ECONOMIC) else MISFIT


@dataclass(frozen=True)
class _Words:
    """The words of one spelling, laid out for weighing: headings and what they mean, labels, other words for them."""

    headings: Mapping[str, str]
    wanted: frozenset[str]
    labels: frozenset[str]
    also: Mapping[str, str]

    @classmethod
    def of(cls, spelling: Spelling) -> "_Words":
        labels = frozenset(label for column in spelling.columns for label, _ in column if len(label) > LONGEST_COMMON)
        wanted = frozenset((*spelling.table.measures, *spelling.heads.values()))
        return cls({**spelling.heads, **spelling.measures}, wanted, labels, spelling.also)

    def likeness(self, said: frozenset[str], labels: frozenset[str]) -> float:
        """From 0 to 1: how many of its headings are said, how many of those said are its own, how many labels."""
        own = [self.headings[word] for word in said if word in self.headings]
        found, fitting = len(self.wanted.intersection(own)) / len(self.wanted), len(own) / len(said) if said else 0.0
        headings = 2 * found * fitting / (found + fitting) if found and fitting else 0.0
        if not self.labels:
            return headings
        also = {self.also[label] for label in labels if label in self.also}
        return (headings + len(self.labels & (labels | also)) / len(self.labels)) / 2


def _alike(one: str, other: str) -> float:
    """How many pairs of neighbouring signs two texts share, from 0 to 1."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
