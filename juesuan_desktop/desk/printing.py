"""The open report as it stands on paper, as values: what `show` tells and what others compare."""

from collections.abc import Iterator

from juesuan_desktop.desk.figures import Figures, is_empty
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import code_of, is_code
from juesuan_desktop.forms.paper import filled
from juesuan_desktop.forms.table import Table
from juesuan_desktop.report.printed import EMPTY, FILLED, PrintedLine, PrintedReport, PrintedSection, PrintedTable
from juesuan_desktop.report.report import blanks_address, lines_address


def printed_of(session: Session, file: str) -> PrintedReport:
    """All values and texts of the report, in its own money unit; what is not published beside them."""
    report, figures = session.report, session.printed_figures
    return PrintedReport(
        file=file,
        form_id=session.form.id,
        year=report.year,
        unit_name=report.unit_name,
        amount_unit=report.amount_unit,
        tables=tuple(_table(session, table, figures) for table in session.form.tables),
        sections=tuple(_sections(session)),
        unpublished=dict(_unpublished(session)),
    )


def _table(session: Session, table: Table, figures: Figures) -> PrintedTable:
    empty = is_empty(table, session.report, session.figures)
    lines = tuple(_lines(session, table, {} if empty else figures))
    has_amounts = any(amount is not None for line in lines for amount in line.values.values())
    return PrintedTable(
        id=table.id,
        name=table.name,
        number=table.layout.number or None,
        title=filled(table.layout.title, session.facts),
        state=FILLED if has_amounts else EMPTY,
        lines=lines,
    )


def _lines(session: Session, table: Table, figures: Figures) -> Iterator[PrintedLine]:
    names = {line.key: line.name for line in session.lines(table)}
    for key in table.lines(session.lines(table)):
        measures = table.measures_of(key)
        code = code_of(key)
        yield PrintedLine(
            key=key,
            code=code if is_code(code) else None,
            label=names.get(key) or table.label(key),
            line_no=table.box(key, measures[0]).line_no or None,
            values={measure: figures.get(table.address(key, measure)) for measure in measures},
        )


def _sections(session: Session) -> Iterator[PrintedSection]:
    for section in session.form.sections:
        text = session.report.texts.get(section.id)
        if text:
            yield PrintedSection(section.id, filled(section.title, session.facts), text)


def _unpublished(session: Session) -> Iterator[tuple[str, str]]:
    """The 补充资料 that were given, their totals too."""
    report, figures = session.report, session.figures
    for table in filter(session.state.is_given, session.form.supplements):
        places = (table.address(place.line, place.measure) for place in table.places(session.lines(table)))
        for at in (lines_address(table.name), blanks_address(table.name), *places):
            text = report.text_of(at) or (f"{figures[at]:f}" if at in figures else "")
            if text:
                yield at, text
