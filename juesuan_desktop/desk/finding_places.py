"""Where she wants to go: an address, `03.2010301`, or a word that stands somewhere in the tables."""

import re
from collections.abc import Iterator

from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.addresses import Place, squeezed
from juesuan_desktop.forms.table import Table

_SHORT = re.compile(r"(?:公开)?0*(\d{1,2})表?[.．。·\s]+(\S+)")


def place_of(session: Session, text: str) -> Place | None:
    """The figure that `支出表[2010301·基本支出]`, `支出表[2010301]` or `03.2010301` names; None if there is none."""
    form = session.form
    exact = form.place(text.strip())
    if exact is not None and exact.line in form.by_name[exact.table].lines(session.lines(form.by_name[exact.table])):
        return exact
    match = _SHORT.fullmatch(text.strip())
    table = _numbered(session, int(match[1])) if match else None
    line = match[2] if match else ""
    if table is None:
        name, _, rest = text.strip().partition("[")
        table, line = form.by_name.get(name), rest.rstrip("]").partition("·")[0]
    if table is None or line not in table.lines(session.lines(table)):
        return None
    return Place(table.name, line, table.measures_of(line)[0])


def places_with(session: Session, words: str) -> Iterator[Place]:
    """Every figure whose printed amount, code or line name holds the words, in the order of the tables."""
    wanted = squeezed(words).replace(",", "")
    if not wanted:
        return
    for table in session.form.tables:
        names = {line.key: line.name for line in session.lines(table)}
        for line in table.lines(session.lines(table)):
            measures = table.measures_of(line)
            if wanted in line or wanted in squeezed(names.get(line) or table.label(line)):
                yield Place(table.name, line, measures[0])
                continue
            for measure in measures:
                amount = session.figures.get(table.address(line, measure))
                if amount is not None and wanted in f"{amount:.2f}":
                    yield Place(table.name, line, measure)


def _numbered(session: Session, number: int) -> Table | None:
    """公开03表 by its printed number, else the third table."""
    tables = session.form.tables
    named = next((table for table in tables if f"{number:02d}" in table.layout.number), None)
    return named or (tables[number - 1] if 0 < number <= len(tables) else None)
