"""One 科目, several tables: where else a line that was added to one table usually belongs."""

from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.lineage import sorted_by_code
from juesuan_desktop.forms.subject_warnings import BUDGET_OF_TABLE
from juesuan_desktop.forms.table import Table
from juesuan_desktop.forms.vocabulary import FUNCTIONAL

ALWAYS = ("收入表", "支出表")
TABLE_OF_BUDGET = {budget: name for name, budget in BUDGET_OF_TABLE.items()}


def budget_of(table: Table) -> str:
    """The budget a table is about; '' where it shows all of them."""
    return BUDGET_OF_TABLE.get(table.name, "")


def other_tables(session: Session, table: Table, code: str) -> tuple[Table, ...]:
    """The other code tables that a line with this code usually stands in too and does not yet."""
    if table.words.codes != FUNCTIONAL:
        return ()
    subject = session.library.catalogue.of(FUNCTIONAL).find(code, session.report.year)
    budget = budget_of(table) or (subject.budget if subject else "")
    names = (*ALWAYS, TABLE_OF_BUDGET.get(budget, ""))
    return tuple(
        other
        for other in session.form.tables
        if other.name in names and other.name != table.name and not _has(session.lines(other), code)
    )


def with_line(lines: tuple[Line, ...], code: str, name: str, at: int | None = None) -> tuple[Line, ...]:
    """The lines with one more: at a place, else by code where they are in order, else at the end."""
    if at is None:
        in_order = code and sorted_by_code(lines) == lines
        at = sum(bool(line.code) and line.code < code for line in lines) if in_order else len(lines)
    return (*lines[:at], Line("", code, name), *lines[at:])


def _has(lines: tuple[Line, ...], code: str) -> bool:
    return any(line.code == code for line in lines)
