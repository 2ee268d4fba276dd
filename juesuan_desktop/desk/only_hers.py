"""What only she can know: what came from last year and wants to be confirmed, what is empty, what is not published."""

from collections.abc import Iterator

from juesuan_desktop.desk.carried import CARRIED
from juesuan_desktop.desk.checking import PENDING, empty_cells
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.addresses import DOT
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import NUMBERS, Table
from juesuan_desktop.rules.findings import COMPLETE, INFO, Finding, Where, where
from juesuan_desktop.rules.judging import Verdict

FEW = 3


def only_hers(session: Session) -> tuple[Finding, ...]:
    """In the order in which she will do it; each leads to its place."""
    told = [one for rule in (CARRIED, PENDING) for one in session.outcome.findings if one.rule == rule]
    return (*told, *_beside(session))


def _beside(session: Session) -> Iterator[Finding]:
    """The 补充资料 that nobody gave, or not whole. They are no finding of the report: nothing unpublished has to be."""
    report, form = session.report, session.form
    for table in form.supplements:
        empty = [at for at in empty_cells(report, table) if _is_asked(at, table, form)]
        if table.name in report.settled or (session.state.is_given(table) and not empty):
            continue
        if not session.state.is_given(table):
            message = f"{table.layout.title}还没有填（不公开）；没有的请按「余格填零」"
        elif len(empty) <= FEW:
            message = f"{table.layout.title}还没有填{'、'.join(_line(at, form) for at in empty)}"
        else:
            message = f"{table.layout.title}还有 {len(empty)} 格待填；其余确为零请按「余格填零」"
        places = tuple(where(at, form) for at in empty) or (Where(table=table.id),)
        yield Finding(PENDING, INFO, COMPLETE, message, places, Verdict.MISSING.value)


def _is_asked(at: str, table: Table, form: Form) -> bool:
    """Numbers are, and words where they are all a line has (负责人): a remark beside numbers may stay empty."""
    return form.kind(at) in NUMBERS or (not table.repeats and len(table.measures) == 1)


def _line(at: str, form: Form) -> str:
    """「批复日期」, 「货物·采购金额」."""
    place = form.place(at)
    if place is None:
        return at
    table = form.by_name[place.table]
    label = table.label(place.line)
    return label if len(table.measures) == 1 else f"{label}{DOT}{place.measure}"
