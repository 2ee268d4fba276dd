"""科目 as replaceable data: what a code is called, since when, in which budget. No list here is the official one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from juesuan_desktop.forms.codes import LEVELS, Line, is_code, parents_of
from juesuan_desktop.forms.csvfile import read_records
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.forms.subject_search import Index, Initials, load_initials
from juesuan_desktop.forms.vocabulary import ECONOMIC, FUNCTIONAL
from juesuan_desktop.obstacles import in_words

GENERAL, FUND, CAPITAL = "一般公共预算", "政府性基金预算", "国有资本经营预算"
FILES = {FUNCTIONAL: "functional.csv", ECONOMIC: "economic.csv"}
FORMER, INITIALS = "former.csv", "initials.csv"
ATTESTED = "attested"
OWN = "own"


@dataclass(frozen=True, slots=True)
class Subject:
    """One 科目. A blank budget and blank years mean unknown; ``confidence`` is how well we know it (OWN: her list)."""

    code: str
    name: str
    budget: str = ""
    first_year: int | None = None
    last_year: int | None = None
    confidence: str = ""

    @property
    def level(self) -> str:
        """类, 款 or 项."""
        return LEVELS[len(self.code)]

    def is_in_force(self, year: int | None) -> bool:
        """Whether nothing we know says that the code was not used in that year."""
        if year is None:
            return self.last_year is None
        return (self.first_year or year) <= year <= (self.last_year or year)


@dataclass(frozen=True)
class Subjects:
    """One list of 科目, in the order of its file. ``former`` are names that codes had in earlier years."""

    entries: tuple[Subject, ...] = field(repr=False)
    former: tuple[Subject, ...] = field(default=(), repr=False)
    initials: Initials = field(default_factory=Initials, repr=False)
    own: bool = False

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Subject, ...]]:
        by_code: dict[str, tuple[Subject, ...]] = {}
        for entry in self.entries:
            by_code[entry.code] = (*by_code.get(entry.code, ()), entry)
        return by_code

    @cached_property
    def _index(self) -> Index:
        return Index(tuple((entry.code, entry.name) for entry in self.entries), self.initials)

    def find(self, code: str, year: int | None = None) -> Subject | None:
        """The 科目 of a code, as it was in that year if the list knows several."""
        found = self._by_code.get(code, ())
        return next((entry for entry in found if entry.is_in_force(year)), found[-1] if found else None)

    def name(self, code: str, year: int | None = None) -> str:
        """The name of a code in a year, by its former name if we know one for then; '' if unknown."""
        found = self.once(code, year) or self.find(code, year)
        return found.name if found else ""

    def once(self, code: str, year: int | None) -> Subject | None:
        """What the code was called in that year, if we know that it was called something else then."""
        before = [old for old in self.former if old.code == code and year and year <= (old.last_year or 0)]
        return min(before, key=lambda old: old.last_year or 0, default=None)

    def above(self, code: str, year: int | None = None) -> tuple[Line, ...]:
        """The 类 and 款 of a code as lines to print, the highest first; a name we do not know is left blank."""
        return tuple(Line(parent, parent, self.name(parent, year)) for parent in parents_of(code))

    def search(self, text: str, *, year: int | None = None, budget: str = "", most: int = 50) -> tuple[Subject, ...]:
        """The 科目 that the words mean, best first: beginnings of codes, parts of names, pinyin initials, or several.

        Codes out of force in ``year`` or of another budget come last, they are not hidden.
        """
        ranked = [(rank, self.entries[place]) for place, rank in self._index.search(text)]
        by_name = not text.strip().isdigit()
        ranked.sort(key=lambda found: _order(found[0], found[1], year, budget, by_name=by_name))
        return tuple(entry for _, entry in ranked[:most])


def _order(
    rank: int, entry: Subject, year: int | None, budget: str, *, by_name: bool
) -> tuple[bool, bool, int, int, str]:
    other_budget = bool(budget and entry.budget and entry.budget != budget)
    length = len(entry.name) if by_name else 0
    return other_budget, not entry.is_in_force(year), rank, length, entry.code


@dataclass(frozen=True)
class Catalogue:
    """The lists in use, by the kind of code a table has (科目, 经济科目), and what was wrong with their files."""

    lists: Mapping[str, Subjects]
    faults: tuple[Fault, ...] = ()

    def of(self, kind: str) -> Subjects:
        """The list for tables with that kind of code (``table.words.codes``)."""
        return self.lists.get(kind) or Subjects(())


def open_catalogue(shipped: Path, own: Path) -> Catalogue:
    """The shipped lists, each hidden by the user's own one where her folder has it.

    An own list that cannot be read is a fault, and the shipped one is used.
    """
    faults: list[Fault] = []
    initials = load_initials(shipped / INITIALS)
    former = _read(shipped / FORMER, faults)
    lists = {}
    for kind, file in FILES.items():
        ours = _read(shipped / file, faults)
        hers = _read(own / file, faults) if (own / file).is_file() else ()
        names = tuple(old for old in former if any(old.code == entry.code for entry in ours))
        lists[kind] = Subjects(_completed(hers, ours) or ours, names, initials, own=bool(hers))
    return Catalogue(lists, tuple(faults))


def _completed(hers: Sequence[Subject], ours: Sequence[Subject]) -> tuple[Subject, ...]:
    """Her entries with the budget that we know where her list does not say; its confidence comes along."""
    known = {entry.code: entry for entry in ours}
    return tuple(
        entry
        if entry.budget or entry.code not in known
        else replace(entry, budget=known[entry.code].budget, confidence=known[entry.code].confidence)
        for entry in hers
    )


def _read(path: Path, faults: list[Fault]) -> tuple[Subject, ...]:
    try:
        records = read_records(path)
    except (OSError, ValueError) as error:
        faults.append(Fault(path.name, 0, f"科目库读不出：{in_words(error)}"))
        return ()
    entries = []
    for number, record in enumerate(records, start=2):
        code, name = record.get("code", ""), record.get("name", "")
        if is_code(code) and name:
            entries.append(_subject(code, name, record))
        else:
            faults.append(Fault(path.name, number, f"「{code} {name}」不是科目（编码 3、5 或 7 位，名称不空）"))
    return tuple(entries)


def _subject(code: str, name: str, record: Mapping[str, str]) -> Subject:
    first, last = (_year(record.get(key, "")) for key in ("first_year", "last_year"))
    return Subject(code, name, record.get("budget", ""), first, last, record.get("confidence", "") or OWN)


def _year(text: str) -> int | None:
    return int(text) if text.isdigit() else None
