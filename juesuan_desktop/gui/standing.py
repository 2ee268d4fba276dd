"""How the report stands, laid out for the eye: by cell, by table, in all."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from juesuan_desktop.desk.carried import CARRIED
from juesuan_desktop.desk.conclusion import CONTEXT, Left, Stage, sentence
from juesuan_desktop.gui.look.marks import Mark, mark_of, word
from juesuan_desktop.rules.findings import Finding

Tally = Counter[Mark]
TOLD = (Mark.BROKEN, Mark.WARNING, Mark.PENDING, Mark.ROUNDING)
COUNTED = (Mark.BROKEN, Mark.ROUNDING, Mark.PENDING, Mark.WARNING, Mark.UNCHECKED)
QUIET = (Mark.UNCHECKED, Mark.EMPTY)
"""What is neither a finding nor done: nobody looked at it, or there is nothing in it."""


@dataclass(frozen=True)
class Standing:
    """Findings by the address of their cells, counted by table id and by section; 待填 is counted, not marked.

    Warnings she has given a reason for count as done; ``is_foreign`` says that somebody else made the report.
    """

    findings: tuple[Finding, ...]
    at: Mapping[str, Sequence[Finding]]
    tables: Mapping[str, Tally]
    sections: Mapping[str, Tally]
    total: Tally
    is_foreign: bool = False

    @property
    def stage(self) -> Stage:
        """How far the report is."""
        unconfirmed = sum(finding.rule == CARRIED for finding in self.findings)
        return Left(
            wrong=self.total[Mark.BROKEN],
            pending=self.total[Mark.PENDING],
            unconfirmed=unconfirmed,
            unanswered=self.total[Mark.WARNING] - unconfirmed,
            unchecked=self.total[Mark.UNCHECKED],
        ).stage

    @property
    def verdict(self) -> str:
        """How far the report is, in a sentence."""
        return QCoreApplication.translate(CONTEXT, sentence(self.stage, is_own=not self.is_foreign))

    def of_cell(self, address: str | None) -> tuple[Finding, ...]:
        """The findings a cell is in."""
        return tuple(self.at.get(address or "", ()))

    def of_table(self, table_id: str) -> Tally:
        """How many of each kind point at a table."""
        return self.tables.get(table_id, Counter())

    def of_section(self, section_id: str) -> Tally:
        """How many of each kind point at a section of text."""
        return self.sections.get(section_id, Counter())

    def of_texts(self) -> Tally:
        """How many of each kind point at any text."""
        return sum(self.sections.values(), Counter())

    def count(self, mark: Mark) -> int:
        """How many there are in the whole report; of 待填 the cells."""
        return self.total[mark]


def never(_finding: Finding) -> bool:
    """No warning has a reason."""
    return False


@dataclass(frozen=True)
class Unjudged:
    """What no finding can tell: ids of sections nobody checks, of 空表, how many single checks did not run."""

    sections: Iterable[str] = ()
    empty: Iterable[str] = ()
    checks: int = 0


NOTHING = Unjudged()


def standing_of(
    findings: Iterable[Finding],
    is_answered: Callable[[Finding], object] = never,
    unjudged: Unjudged = NOTHING,
    is_foreign: bool = False,
) -> Standing:
    """The findings, laid out."""
    found = tuple(findings)
    at: defaultdict[str, list[Finding]] = defaultdict(list)
    tables: defaultdict[str, Tally] = defaultdict(Counter)
    sections: defaultdict[str, Tally] = defaultdict(Counter)
    total: Tally = Counter({Mark.UNCHECKED: unjudged.checks})
    for section in unjudged.sections:
        sections[section][Mark.UNCHECKED] = 1
    for table in unjudged.empty:
        tables[table][Mark.EMPTY] = 1
    for finding in found:
        mark = Mark.DONE if is_answered(finding) else mark_of(finding)
        places = max(1, sum(place.address is not None for place in finding.where)) if mark is Mark.PENDING else 1
        total[mark] += places
        for table in {place.table for place in finding.where if place.table}:
            tables[table][mark] += places
        for section in {place.section for place in finding.where if place.section}:
            sections[section][mark] += 1
        if mark not in (Mark.PENDING, Mark.DONE):
            for place in finding.where:
                at[place.address or ""].append(finding)
    return Standing(found, dict(at), dict(tables), dict(sections), total, is_foreign)


def worst(tally: Tally) -> Mark:
    """The one sign that a table shows."""
    return next((mark for mark in (*TOLD, *QUIET) if tally[mark]), Mark.DONE)


def found(tally: Tally) -> int:
    """How many findings there are."""
    return sum(count for mark, count in tally.items() if mark not in QUIET)


STAGE_MARKS = {
    Stage.WRONG: Mark.BROKEN,
    Stage.PENDING: Mark.PENDING,
    Stage.UNCONFIRMED: Mark.WARNING,
    Stage.UNANSWERED: Mark.WARNING,
    Stage.UNCHECKED: Mark.UNCHECKED,
    Stage.DONE: Mark.DONE,
}
"""The sign of how far a report is."""


def told(tally: Tally) -> str:
    """A tally in words: 「不平 2，待填 3」."""
    parts = [f"{word(mark)} {tally[mark]}" for mark in TOLD if tally[mark]]
    return "，".join(parts) or word(worst(tally))


def counted(standing: Standing) -> str:
    """What there is of each kind: 「不平 2 · 尾差 3 · 未检查 38」; of 不平 and 未检查 also that there is none."""
    always = (Mark.BROKEN, Mark.UNCHECKED)
    shown = [mark for mark in COUNTED if mark in always or standing.count(mark)]
    return " · ".join(f"{word(mark)} {standing.count(mark)}" for mark in shown)


def unfilled(count: int) -> str:
    """What is said of 补充资料 that nobody filled in; '' if there are none."""
    words = QCoreApplication.translate("Standing", "{count} 张没有填，用到它们的检查没有做")
    return words.format(count=count) if count else ""
