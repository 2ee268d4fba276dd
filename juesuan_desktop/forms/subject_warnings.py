"""Soft doubts about 科目: unknown, mis-named, ended, of another budget. Nothing here blocks or changes anything."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import Line, is_code
from juesuan_desktop.forms.subjects import ATTESTED, CAPITAL, FUND, GENERAL, Subject, Subjects

CODE_RULE, BUDGET_RULE = "P-2", "S-7"
BUDGET_OF_TABLE = {"一般公共表": GENERAL, "基金表": FUND, "国资表": CAPITAL}
_CAPITAL_CLASS = "223"
_HARDLY_KNOWN = frozenset({"doubtful", "low"})
_BRACKETS = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about a line. ``certain``: a real report proves the code, so a wrong budget (S-7) is an error."""

    rule: str
    code: str
    line: str
    message: str
    certain: bool = False


def warnings_for(subjects: Subjects, lines: Iterable[Line], year: int | None, budget: str = "") -> Iterator[Doubt]:
    """What is doubtful about the codes of a table (``budget``: BUDGET_OF_TABLE; '' where it holds all budgets)."""
    for line in lines:
        if not is_code(line.code):
            continue
        entry = subjects.find(line.code, year)
        if entry is None:
            yield Doubt(CODE_RULE, line.code, line.key, f"{line.code} 不在科目库{_hint(subjects, line)}，请核对")
            continue
        message = _ended(subjects, entry, year) or _misnamed(subjects, entry, line, year)
        if message:
            yield Doubt(CODE_RULE, line.code, line.key, message)
        if budget and _is_of_another(entry, budget):
            yield _misplaced(entry, line, budget)


def _hint(subjects: Subjects, line: Line) -> str:
    """The one code of the same 款 (else the same 类) that has this name: mostly a digit was mistyped."""
    name = _plain(line.name)
    if not name:
        return ""
    for beginning in (line.code[:5], line.code[:3]):
        alike = [
            entry.code
            for entry in subjects.entries
            if entry.code.startswith(beginning) and len(entry.code) == len(line.code) and _plain(entry.name) == name
        ]
        if alike:
            return f"（{line.name} 是 {alike[0]}）" if len(alike) == 1 else ""
    return ""


def _ended(subjects: Subjects, entry: Subject, year: int | None) -> str:
    if year is None or entry.is_in_force(year) or subjects.once(entry.code, year):
        return ""
    if entry.first_year and year < entry.first_year:
        return f"{entry.code} {entry.name} 据科目库自 {entry.first_year} 年度起使用，请核对"
    return f"{entry.code} {entry.name} 据科目库只用到 {entry.last_year} 年度，请核对"


def _misnamed(subjects: Subjects, entry: Subject, line: Line, year: int | None) -> str:
    written, name = _plain(line.name), subjects.name(line.code, year)
    if not written or written == _plain(name) or entry.confidence in _HARDLY_KNOWN:
        return ""
    old = next((old for old in subjects.former if old.code == line.code and _plain(old.name) == written), None)
    if old:
        return f"{line.code}「{line.name}」是 {old.last_year} 年度以前的名称，现为「{entry.name}」，请核对"
    return f"{line.code} 在科目库中是「{name}」，这里写作「{line.name}」，请核对"


def _is_of_another(entry: Subject, budget: str) -> bool:
    """A 类 is shared by the budgets, except 223, which is 国有资本经营预算 alone."""
    if entry.level == "类" and entry.code != _CAPITAL_CLASS:
        return False
    return bool(entry.budget) and entry.budget != budget


def _misplaced(entry: Subject, line: Line, budget: str) -> Doubt:
    message = f"{entry.code} {entry.name} 是{entry.budget}科目，不应列入{budget}的表，请核对"
    certain = entry.confidence == ATTESTED or entry.code.startswith(_CAPITAL_CLASS)
    return Doubt(BUDGET_RULE, entry.code, line.key, message, certain)


def _plain(name: str) -> str:
    return squeezed(name).translate(_BRACKETS)
