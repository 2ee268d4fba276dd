"""How the report stands, laid out for the eye: by cell, by table, in all."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from juesuan_desktop.gui.marks import Mark, mark_of, word
from juesuan_desktop.rules.findings import Finding

Tally = Counter[Mark]
TOLD = (Mark.BROKEN, Mark.WARNING, Mark.PENDING, Mark.ROUNDING)


@dataclass(frozen=True)
class Standing:
    """Findings by the address of their cells, counted by table id and by section; 待填 is counted, not marked.

    Warnings she has given a reason for count as done.
    """

    findings: tuple[Finding, ...]
    at: Mapping[str, tuple[Finding, ...]]
    tables: Mapping[str, Tally]
    sections: Mapping[str, Tally]
    total: Tally

    def of_cell(self, address: str | None) -> tuple[Finding, ...]:
        """The findings a cell is in."""
        return self.at.get(address or "", ())

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


def standing_of(
    findings: Iterable[Finding], is_answered: Callable[[Finding], object] = lambda finding: False
) -> Standing:
    """The findings, laid out."""
    found = tuple(findings)
    at: defaultdict[str, list[Finding]] = defaultdict(list)
    tables: defaultdict[str, Tally] = defaultdict(Counter)
    sections: defaultdict[str, Tally] = defaultdict(Counter)
    total: Tally = Counter()
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
    return Standing(found, {address: tuple(here) for address, here in at.items()}, dict(tables), dict(sections), total)


def worst(tally: Tally) -> Mark:
    """The one sign that a table shows."""
    return next((mark for mark in TOLD if tally[mark]), Mark.DONE)


def told(tally: Tally) -> str:
    """A tally in words: 「不平 2，待填 3」."""
    parts = [f"{word(mark)} {tally[mark]}" for mark in TOLD if tally[mark]]
    return "，".join(parts) or word(Mark.DONE)
