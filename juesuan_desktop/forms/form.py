"""A place's form for a span of years: its nine tables, its parts and sections, its habits of printing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from juesuan_desktop.forms.addresses import Place, split
from juesuan_desktop.forms.codes import EXAMPLES, Line, keyed
from juesuan_desktop.forms.names import Name
from juesuan_desktop.forms.table import Table
from juesuan_desktop.forms.vocabulary import Vocabulary

LAST_YEAR = "上年."


@dataclass(frozen=True, slots=True)
class Section:
    """One section of running text: its id in every place, its title in this one, the heading it stands under if any."""

    id: str
    title: str
    under: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report. ``tables`` says that the public tables stand in it; ``name`` is what one calls it."""

    number: str
    title: str
    sections: tuple[Section, ...] = ()
    tables: bool = False
    name: str = ""


@dataclass(frozen=True)
class Form:
    """Everything a place's report looks like. Amounts are printed in ``amount_unit`` (元 or 万元).

    ``blank_totals`` says that a total of nothing but blanks is printed blank, not as 0.00.

    ``tables`` are the public ones in printed order, ``supplements`` those that are not published (补充资料);
    ``names`` are spellings seen elsewhere and in earlier years, for reading.
    """

    id: str
    name: str
    years: range
    amount_unit: str
    levels: tuple[str, ...]
    cover: tuple[str, ...]
    head: tuple[tuple[str, str, str], ...]
    tables: tuple[Table, ...]
    supplements: tuple[Table, ...]
    parts: tuple[Part, ...]
    vocabulary: Vocabulary
    names: tuple[Name, ...] = ()
    blank_totals: bool = False

    @cached_property
    def by_name(self) -> Mapping[str, Table]:
        """Tables by their name in addresses: public ones, 补充资料, and all of them again for last year (上年.)."""
        own = {table.name: table for table in (*self.tables, *self.supplements)}
        return own | {LAST_YEAR + name: replace(table, name=LAST_YEAR + name) for name, table in own.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Table]:
        """Tables by the name of their files."""
        return {table.id: table for table in (*self.tables, *self.supplements)}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections of text, in their order."""
        return tuple(section for part in self.parts for section in part.sections)

    @cached_property
    def example_lines(self) -> tuple[Line, ...]:
        """One code line of each level that the form prints."""
        return tuple(line for line in keyed((code, "") for code in EXAMPLES) if line.level in self.levels)

    def place(self, address: str) -> Place | None:
        """The figure an address text means, or None if this form has none such."""
        found = split(address)
        table = self.by_name.get(found[0]) if found else None
        return table.place(found[1]) if table and found else None

    def kind(self, address: str) -> str:
        """What the cell at an address holds (as ``Table.kind`` tells it); '' where this form has none such."""
        place = self.place(address)
        return self.by_name[place.table].kind(place.line, place.measure) if place else ""

    def address(self, place: Place) -> str:
        """The address text of a figure."""
        return self.by_name[place.table].address(place.line, place.measure)
