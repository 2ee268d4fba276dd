"""How each table's words are printed in all known forms: from words on paper back to the trade's words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.picture import Kind, Sketch
from juesuan_desktop.forms.table import Table

_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[、.．]|[-•·])")
_QUOTES = re.compile(r"[“”\"'‘’《》]")
_LAST_STOP = re.compile(r"[。：:]$")
# Other words for the same line in real reports, to the trade's word.
_ALSO_PRINTED = {
    "使用非财政拨款结余（含专用结余）": "使用非财政拨款结余",
    "使用非财政拨款结余和专用结余": "使用非财政拨款结余",
    "公务用车购置及运行费": "公务用车购置及运行维护费",
    "公务用车运行费": "公务用车运行维护费",
}
_TABLE_NUMBER = re.compile(r"公开0*(\d+)表")


@dataclass(frozen=True)
class Spelling:
    """The words of one table as they are printed anywhere.

    ``measures`` and ``heads`` (lines that stand in the header, as in 三公) are looked up exactly; ``columns`` are the
    columns of labels, each an ordered list of (printed, line): the same word may stand for two lines (总计). ``also``
    leads from other words for a line to the label printed here.
    """

    table: Table
    titles: frozenset[str]
    measures: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    columns: list[list[tuple[str, str]]] = field(default_factory=list)
    also: dict[str, str] = field(default_factory=dict)

    def label(self, text: str) -> str:
        """A printed label as it stands in ``columns``."""
        plain = plain_label(text)
        return self.also.get(plain, plain)


def spellings(forms: Iterable[Form]) -> dict[str, list[Spelling]]:
    """For each table id, how every form spells it (the first form's first)."""
    found: dict[str, list[Spelling]] = {}
    for form in forms:
        for table in form.tables:
            found.setdefault(table.id, []).append(_spelling(table))
    return found


def plain_title(text: str) -> str:
    """A title without ordinal, blanks, quotation marks and last stop, for comparing."""
    bare = _LAST_STOP.sub("", _QUOTES.sub("", squeezed(text)))
    return _ORDINAL.sub("", _ORDINAL.sub("", bare)).removeprefix("关于").replace("(", "（").replace(")", "）")


def plain_word(text: str) -> str:
    """A printed word without blanks and with full-width brackets, for comparing."""
    return squeezed(text).replace("(", "（").replace(")", "）").replace("“", "").replace("”", "")


def plain_label(text: str) -> str:
    """A label also without its ordinal (一、)."""
    return _ORDINAL.sub("", plain_word(text))


def table_number(text: str) -> str | None:
    """「公开03表」 in a text, blanks squeezed; None if there is none."""
    match = _TABLE_NUMBER.search(squeezed(text))
    return match[0] if match else None


def _spelling(table: Table) -> Spelling:
    titles = (table.layout.title, *table.layout.also)
    spelling = Spelling(table, frozenset(plain_title(title) for title in titles))
    by_column: dict[int, list[tuple[str, str]]] = {}
    for cell in table.picture.cells():
        if cell.kind is not Kind.PRINTED or not cell.printed:
            continue
        if cell.row < table.picture.body:
            _learn_header(spelling, cell)
        elif table.words.is_line(cell.word) and not is_code(cell.printed):
            by_column.setdefault(cell.column, []).append((plain_label(cell.printed), cell.word))
    spelling.columns.extend(by_column.values())
    printed = {word: label for column in by_column.values() for label, word in column}
    for other, word in _ALSO_PRINTED.items():
        if word in spelling.heads:
            spelling.heads[other] = spelling.heads[word]
        elif word in printed:
            spelling.also.setdefault(plain_label(other), printed[word])
    return spelling


def _learn_header(spelling: Spelling, cell: Sketch) -> None:
    words = spelling.table.words
    if words.is_measure(cell.word):
        spelling.measures[plain_word(cell.printed)] = cell.word
        spelling.measures.setdefault(plain_word(cell.word), cell.word)
    elif words.is_line(cell.word) and not cell.printed.isdigit() and cell.word in spelling.table.fixed_lines:
        spelling.heads[plain_word(cell.printed)] = cell.word
