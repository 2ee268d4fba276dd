"""Which rows of a raw table are its header, and what stands in them above each column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.intake.lines.code_columns import code_in
from juesuan_desktop.intake.lines.columns import NUMBERS, Headings, heading_word, is_label_heading
from juesuan_desktop.intake.lines.headings import Path, Rows, paths_of
from juesuan_desktop.intake.lines.printed_amounts import is_dash, is_like_figure, is_name, is_printed_amount
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.printed_words import COLUMN_NUMBERS, TOTAL
from juesuan_desktop.intake.recognition.periods import year_of
from juesuan_desktop.intake.recognition.spelling import Spelling, plain_word

_MOST_ROWS = 12
_COUNT = re.compile(r"第?栏?[（(]?(\d{1,2})(?:[=＝+＋\-－—]\d{1,2})*[)）]?栏?")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a raw table: its lines begin in row ``body``; ``paths`` are the headings above each column."""

    body: int
    paths: tuple[Path, ...]
    headings: Headings


def header_of(raw: RawTable, spelling: Spelling) -> Header:
    """The header of a table that is spelled this way."""
    words = Headings(spelling, ())
    body = _body(raw.rows, words)
    first = next((at for at in range(body) if _is_begun(raw.rows[at], words)), 0)
    last = min(body, first + _MOST_ROWS)
    rows = [_without_counts(row) if counts(row) else row for row in raw.rows[first:last]]
    merged = [(row - first, column, down, across) for row, column, down, across in raw.merged if first <= row < last]
    headings = Headings(spelling, (text for row in rows for text in row if text))
    return Header(body, paths_of(rows, merged) if rows else ((),) * raw.columns, headings)


def counts(row: Sequence[str]) -> bool:
    """Whether a row numbers the columns: 栏次, 1, 2, 3=1+2 …; headings that reach down may stand among them."""
    cells = [squeezed(cell) for cell in row if cell]
    if COLUMN_NUMBERS in cells:
        return True
    numbers = [int(match[1]) for cell in cells if (match := _COUNT.fullmatch(cell))]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return False
    return not any(is_printed_amount(cell) for cell in cells if not _COUNT.fullmatch(cell))


def _without_counts(row: Sequence[str]) -> tuple[str, ...]:
    return tuple("" if cell == COLUMN_NUMBERS or _COUNT.fullmatch(squeezed(cell)) else cell for cell in row)


def is_total(text: str, spelling: Spelling) -> bool:
    """Whether a text is the label of the table's total."""
    return spelling.label(text) == TOTAL and TOTAL in spelling.table.fixed_lines


def _is_begun(row: Sequence[str], words: Headings) -> bool:
    """Whether a row belongs to the header proper; above it may stand the table's title and the like."""
    texts = [text for text in row if text]
    years = {year_of(plain_word(text)) for text in texts} - {None}
    return len(years) > 1 or any(map(words.is_own, texts)) or sum(map(words.is_heading, texts)) > 1


def is_heading_row(row: Sequence[str], words: Headings) -> bool:
    """Whether a row holds headings and neither figure nor label: a header that is printed again among the lines."""
    if any(map(is_like_figure, row)):
        return False
    texts = [text for text in row if text]
    return sum(map(words.is_heading, texts)) > 1 and not any(_is_label(text, words) for text in texts)


def is_below_labels(above: Rows, column: int) -> bool:
    """Whether a cell stands below headings of codes or names."""
    texts = (row[column] for row in reversed(above))
    return is_label_heading(heading_word(next((text for text in texts if text), "")))


def _body(rows: Rows, words: Headings) -> int:
    """The first row that is a line of the table (or, where lines stand in the header, the first with figures)."""
    numbered: set[int] = set()
    is_begun = not words.spelling.heads
    for at, row in enumerate(rows):
        is_begun = is_begun or _is_begun(row, words)
        numbered |= {column for column, text in enumerate(row) if plain_word(text) in NUMBERS}
        cells = {column: text for column, text in enumerate(row) if text and column not in numbered}
        if is_begun and cells and not counts(row) and _is_line(cells, rows[:at], words):
            return at
    return len(rows)


def _is_line(cells: Mapping[int, str], above: Rows, words: Headings) -> bool:
    """Whether the texts of a row are those of a line: a code, a label, the total, figures."""
    texts = list(cells.values())
    figures = [text for text in texts if is_dash(text) or is_printed_amount(text)]
    if words.spelling.heads:
        return any(year_of(text) is None for text in figures)
    if not figures and sum(map(words.is_heading, texts)) > 1:
        return False
    if words.spelling.table.words.codes and any(_is_code(texts, at) for at in range(len(texts))):
        return True
    totals = [column for column, text in cells.items() if is_total(text, words.spelling)]
    if totals:
        is_lone = len(cells) == 1 and is_below_labels(above, totals[0])
        return is_lone or any(is_dash(text) or is_like_figure(text) for text in texts)
    return any(_is_label(text, words) and (figures or not words.is_own(text)) for text in texts)


def _is_label(text: str, words: Headings) -> bool:
    """Whether a text is the label of a line of the form."""
    label = words.spelling.label(text)
    return any(label in known for known in words.spelling.known) or any(label == n for n, _ in words.spelling.names)


def _is_code(cells: Sequence[str], at: int) -> bool:
    """Whether a cell is a code: written as one, or (2010301.0) with a name behind it."""
    digits, name = code_in(cells[at])
    return is_code(digits) and (bool(name) or "." not in cells[at] or any(map(is_name, cells[at + 1 :])))
