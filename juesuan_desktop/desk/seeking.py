"""Where she wants to go: an address, `03.2010301`, a table, or a word that stands somewhere in the tables."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.addresses import Place, squeezed
from juesuan_desktop.forms.grid import Role
from juesuan_desktop.forms.table import Table

_WANTED = re.compile(r"(?P<table>[^\[\].·]+?)(?:[\[.·]+(?P<line>[^\[\].·]+)(?:[.·]+(?P<measure>[^\[\].·]+))?\]?)?")
_NUMBERED = re.compile(r"(?:公开)?0*(\d{1,2})表?")
_NUMBERING = re.compile(r"^[一二三四五六七八九十]+、")
_FOLDS = str.maketrans("［］。．・０１２３４５６７８９", "[]..·0123456789")


def place_of(session: Session, text: str) -> Place | None:
    """The figure that an address, `支出表[2010301]`, `03.2010301·项目支出`, a table or its number names; None if none.

    Of a line the first figure, of a table the first typed one.
    """
    table, words = _named(session, text)
    if table is None:
        return None
    if not words:
        return _first(session, table)
    line = _line(session, table, words[0])
    here = table.measures_of(line) if line else ()
    wanted = words[1] if len(words) > 1 else "".join(here[:1])
    return Place(table.name, line, wanted) if wanted in here else None


def unmet(session: Session, text: str) -> tuple[str, str] | None:
    """The table that a text names and the word that names nothing in it; None if it names no table."""
    table, words = _named(session, text)
    if table is None or not words:
        return None
    return table.name, words[-1] if _line(session, table, words[0]) else words[0]


def table_of(session: Session, text: str) -> Table | None:
    """The table that a name or number alone names, whether or not it has figures yet."""
    return _table(session, text.translate(_FOLDS).strip())


def places_with(session: Session, words: str) -> Iterator[Place]:
    """Every figure whose printed amount, code or line name holds the words, in the order of the tables."""
    wanted = _plain(words)
    amount_wanted = re.sub(r"[,¥]", "", wanted)
    if not wanted:
        return
    for table in session.form.tables:
        names = {line.key: line.name for line in session.lines(table)}
        for line in table.lines(session.lines(table)):
            measures = table.measures_of(line)
            if wanted in line or wanted in _plain(names.get(line) or table.label(line)):
                yield Place(table.name, line, measures[0])
                continue
            for measure in measures:
                amount = session.figures.get(table.address(line, measure))
                if amount is not None and amount_wanted and amount_wanted in f"{amount:.2f}":
                    yield Place(table.name, line, measure)


def next_of(session: Session, places: Sequence[Place], here: Place | None, by: int) -> int:
    """Which of the places (in the order of the tables) comes after ``here``, or before it with -1, round and round."""
    lines = {
        (table.name, line): (number, row)
        for number, table in enumerate(session.form.tables)
        for row, line in enumerate(table.lines(session.lines(table)))
    }

    def order(place: Place) -> tuple[int, ...]:
        at = lines.get((place.table, place.line), ())
        return (*at, session.form.by_name[place.table].measures_of(place.line).index(place.measure)) if at else ()

    at, all_places = order(here) if here else (), [order(place) for place in places]
    return (bisect_right(all_places, at) if by > 0 else bisect_left(all_places, at) - 1) % len(places)


def _named(session: Session, text: str) -> tuple[Table | None, list[str]]:
    """The table that a text names, and its words for line and measure."""
    match = _WANTED.fullmatch(_parted(text.translate(_FOLDS)))
    table = _table(session, match["table"].strip()) if match else None
    return table, [word.strip() for word in match.group("line", "measure") if word] if match else []


def _parted(text: str) -> str:
    """`3 2010301` is `3.2010301`; other blanks say nothing."""
    return squeezed(re.sub(r"^\s*(\S*\d表?)\s+(?=\S)", r"\1.", text))


def _plain(text: str) -> str:
    """Words as they are compared: half-width, without blanks."""
    return squeezed(unicodedata.normalize("NFKC", text))


def _first(session: Session, table: Table) -> Place | None:
    typed = (cell for cell in session.grid(table).figures() if cell.role is Role.TYPED)
    first = min(typed, key=lambda cell: (cell.row, cell.column), default=None)
    return session.form.place(first.address or "") if first else None


def _line(session: Session, table: Table, word: str) -> str:
    """A line by its key, else by its name, given or printed; '' if the table has none such."""
    keys = table.lines(session.lines(table))
    printed = {_NUMBERING.sub("", squeezed(table.label(key))): key for key in reversed(keys)}
    names = printed | {line.name: line.key for line in reversed(session.lines(table))}
    return word if word in keys else names.get(word, "")


def _table(session: Session, word: str) -> Table | None:
    """A table by its name or title, 公开03表 by its printed number, else the third table."""
    form = session.form
    match = _NUMBERED.fullmatch(word)
    if match is None:
        return next((one for one in (*form.tables, *form.supplements) if word in (one.name, one.layout.title)), None)
    number = int(match[1])
    named = next((table for table in form.tables if f"{number:02d}" in table.layout.number), None)
    return named or (form.tables[number - 1] if 0 < number <= len(form.tables) else None)
