"""The declared words of the trade: which lines, measures and groups each table has, in every place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from juesuan_desktop.forms.addresses import DOT
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.forms.csvfile import read_records
from juesuan_desktop.forms.faults import Fault

FUNCTIONAL, ECONOMIC = "科目", "经济科目"
LISTED = "名录"
KEPT, HEADINGS = "沿用", "标题"


class CarryOver(NamedTuple):
    """How what stands at a word goes into the next year's report (结转, DOMAIN.md 3.4).

    ``how`` is ``KEPT``, ``HEADINGS`` (of a text only its headings), or the words where it stood last year: 年初 comes
    from 年末. ``remark`` says what to look at before it is confirmed.
    """

    how: str
    remark: str = ""


@dataclass(frozen=True)
class Words:
    """The words of one table: lines and measures in their order, groups by name, the kind of its codes if any.

    ``carries`` tells which of them go into the next year; what is not in it does not.
    """

    table: str
    lines: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    line_groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    measure_groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    codes: str = ""
    carries: dict[str, CarryOver] = field(default_factory=dict)

    @property
    def listed(self) -> CarryOver | None:
        """How the lines that are added to the table carry over; None if they do not."""
        return self.carries.get(self.codes or LISTED)

    def is_line(self, word: str) -> bool:
        """Whether ``word`` is a declared line of the table (codes are, where the table has codes)."""
        return word in self.lines or bool(self.codes and is_code(word))

    def is_measure(self, word: str) -> bool:
        """Whether ``word`` is a declared measure of the table."""
        return word in self.measures

    @cached_property
    def known(self) -> Mapping[str, None]:
        """Everything that may stand between the brackets of this table's addresses, in order."""
        return dict.fromkeys((*self.lines, *self.measures, *self.line_groups, *self.measure_groups))


Vocabulary = dict[str, Words]


def load_vocabulary(path: Path) -> tuple[Vocabulary, tuple[Fault, ...]]:
    """Read ``vocabulary.csv`` (表,轴,名,组,结转). A word on both axes of one table is a fault."""
    drafts: dict[str, _Draft] = {}
    faults = []
    for number, record in enumerate(read_records(path), start=2):
        draft = drafts.setdefault(record["表"], _Draft())
        names = tuple(record["名"].split())
        message = draft.add(record["轴"], names, record["组"])
        draft.carry(number, names, record.get("结转", ""))
        if message:
            faults.append(Fault(path.name, number, f"{record['表']}：{message}"))
    vocabulary = {table: draft.words(table) for table, draft in drafts.items()}
    adrift = (Fault(path.name, *told) for table, draft in drafts.items() for told in draft.adrift(vocabulary[table]))
    return vocabulary, (*faults, *adrift)


class _Draft:
    """Words of one table while its records are read."""

    def __init__(self) -> None:
        self.axes: dict[str, list[str]] = {"行": [], "栏": []}
        self.groups: dict[str, dict[str, tuple[str, ...]]] = {"行": {}, "栏": {}}
        self.codes = ""
        self.carries: dict[str, CarryOver] = {}
        self.carried_at: dict[int, str] = {}

    def add(self, axis: str, names: tuple[str, ...], group: str) -> str:
        """Take one record; the answer is a complaint, empty if none."""
        if axis not in self.axes:
            return f"轴只能写「行」或「栏」，不能写「{axis}」"
        if names in ((FUNCTIONAL,), (ECONOMIC,)):
            self.codes = names[0]
            return ""
        other = self.axes["栏" if axis == "行" else "行"]
        both = [name for name in names if name in other]
        if both:
            return f"「{both[0]}」不能既是行又是栏"
        self.axes[axis] += [name for name in names if name not in self.axes[axis]]
        if group:
            self.groups[axis][group] = self.groups[axis].get(group, ()) + names
        return ""

    def carry(self, number: int, names: tuple[str, ...], told: str) -> None:
        """How these words carry over, as line ``number`` of the file says."""
        if told:
            how, _, remark = told.partition("：")
            self.carries |= dict.fromkeys(names, CarryOver(how, remark))
            self.carried_at[number] = how

    def adrift(self, words: Words) -> Iterator[tuple[int, str]]:
        """Line and complaint for what should come from a place the table does not have."""
        for number, how in self.carried_at.items():
            if how not in (KEPT, HEADINGS) and not set(how.split(DOT)) <= {*words.lines, *words.measures}:
                yield number, f"{words.table}：结转只能写「{KEPT}」「{HEADINGS}」或上年所在的行、栏，不能写「{how}」"

    def words(self, table: str) -> Words:
        lines = tuple(name for name in self.axes["行"] if not (self.codes and is_code(name)))
        groups = self.groups["行"], self.groups["栏"]
        return Words(table, lines, tuple(self.axes["栏"]), *groups, self.codes, self.carries)
