"""How each table's words are printed in all known forms: from words on paper back to the trade's words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.names import Name
from juesuan_desktop.forms.picture import Kind, Sketch
from juesuan_desktop.forms.table import Table
from juesuan_desktop.intake.printed_words import SUBTOTALS
from juesuan_desktop.intake.recognition.money import without_unit
from juesuan_desktop.intake.recognition.years import YEAR

_CHINESE = "[一二三四五六七八九十]+"
_ORDINAL = re.compile(rf"^(?:{_CHINESE}[、.．]|[（(](?:{_CHINESE}|\d{{1,2}})[）)]|\d+[、.．]|[-•·])")
_ORDINAL_ALONE = re.compile(rf"\s*(?:{_CHINESE}|\d{{1,2}})\s+(?=\S)")
_QUOTES = re.compile(r"[“”\"'‘’《》]")
_BODIES = "部门|单位|机关|局|厅|委|办|委员会|办公室|处|中心|政府|街道|镇|乡|学校|中学|小学|园|学院|大学|院|站|所|馆|队"
_AROUND_TITLE = re.compile(
    rf"^.{{0,40}}?{YEAR}年度?(?:部门|单位)?(?=.)|^[^，。：；]{{0,40}}(?:{_BODIES})(?=[一财收支政国基“])"
    r"|^(?:附?表[一二三四五六七八九十\d]+|公开\d+表)[：:、.]?(?=.)"
    r"|[（(](?:公开|财决|续|单位|金额|人民币|[千万亿]?元|\d{1,2}[）)]).{0,10}$|续表?$"
)
_LAST_STOP = re.compile(r"[。：:]$")
_TABLE_NUMBER = re.compile(r"公开0*(\d+)表")


@dataclass(frozen=True)
class Spelling:
    """The words of one table as they are printed anywhere.

    ``measures`` and ``heads`` (lines that stand in the header, as in 三公) are looked up exactly; ``columns`` are the
    columns of labels, each an ordered list of (printed, line): the same word may stand for two lines (总计). ``also``
    leads from other words for a line to the label printed here, ``elsewhere`` from other headings to the trade's word.
    Of all forms together: ``plain`` are the headings that say nothing of a figure (项目, 支出), ``below`` which heading
    stands above which (本年支出 and 基本支出), ``tops`` the measures that stand below none in some form, ``subtotals``
    what a 小计 is that stands below no measure.
    """

    table: Table
    titles: frozenset[str]
    measures: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    columns: list[list[tuple[str, str]]] = field(default_factory=list)
    also: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)
    below: set[tuple[str, str]] = field(default_factory=set)
    tops: set[str] = field(default_factory=set)
    subtotals: dict[str, str] = field(default_factory=dict)

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The names of the codes that the form prints, and the codes: some print the names alone."""
        if not self.table.words.codes:
            return ()
        return tuple((plain_label(self.table.label(line)), line) for line in self.table.fixed_lines if is_code(line))

    @cached_property
    def known(self) -> tuple[frozenset[str], ...]:
        """The labels of each column."""
        return tuple(frozenset(label for label, _ in column) for column in self.columns)

    def label(self, text: str) -> str:
        """A printed label as it stands in ``columns``."""
        plain = plain_label(text)
        return self.also.get(plain, plain)


def spellings(forms: Iterable[Form]) -> dict[str, list[Spelling]]:
    """For each table id, how every form spells it (the first form's first)."""
    found: dict[str, list[Spelling]] = {}
    for form in forms:
        for table in form.tables:
            names = [name for name in form.names if name.table == table.name]
            found.setdefault(table.id, []).append(_spelling(table, names))
    return {table_id: _sharing(own) for table_id, own in found.items()}


def _sharing(own: list[Spelling]) -> list[Spelling]:
    """The spellings of one table, each knowing what the headers of all its pictures show."""
    plain = set[str]().union(*(spelling.plain for spelling in own))
    below = set[tuple[str, str]]().union(*(spelling.below for spelling in own))
    tops = set[str]().union(*(spelling.tops for spelling in own))
    subtotals = {printed: word for spelling in reversed(own) for printed, word in spelling.subtotals.items()}
    return [replace(spelling, plain=plain, below=below, tops=tops, subtotals=subtotals) for spelling in own]


def plain_title(text: str) -> str:
    """A title without ordinal, blanks, quotation marks and last stop, for comparing."""
    bare = _LAST_STOP.sub("", _QUOTES.sub("", squeezed(text)))
    return _ORDINAL.sub("", _ORDINAL.sub("", bare)).removeprefix("关于").replace("(", "（").replace(")", "）")


def table_title(text: str) -> str:
    """A table's title also without 「某单位2023年度」 before and 「（万元）」 「（公开01表）」 「（续）」 behind it."""
    return plain_title(_AROUND_TITLE.sub("", squeezed(text)))


def plain_word(text: str) -> str:
    """A printed word without blanks and money unit behind it, and with full-width brackets, for comparing."""
    word = squeezed(text).replace("(", "（").replace(")", "）").replace("“", "").replace("”", "")
    return without_unit(word)


def plain_label(text: str) -> str:
    """A label also without its ordinal (一、, (1), 一 with a blank behind it)."""
    alone = _ORDINAL_ALONE.match(text)
    return _ORDINAL.sub("", plain_word(text[alone.end() :] if alone else text))


def table_number(text: str) -> str | None:
    """「公开03表」 in a text, blanks squeezed; None if there is none."""
    match = _TABLE_NUMBER.search(squeezed(text))
    return match[0] if match else None


def _spelling(table: Table, names: Iterable[Name]) -> Spelling:
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
    for name in names:
        _learn_name(spelling, name)
    heads = {(box.column, box.measure, box.line if spelling.heads else "") for box in table.boxes}
    for column, measure, line in heads:
        _learn_order(spelling, column, measure, line)
    return spelling


def _learn_order(spelling: Spelling, column: int, measure: str, line: str) -> None:
    """What stands above the boxes of a column: which words are below which, and what its 小计 means."""
    picture, words = spelling.table.picture, spelling.table.words
    above = [picture.owner[row][column] for row in range(picture.body)]
    heads = [cell for cell in above if cell.printed and not cell.printed.isdigit()]
    spelling.below.update((cell.word, measure) for cell in heads if not words.is_line(cell.word))
    if not any(words.is_measure(cell.word) and cell.word != measure for cell in heads):
        spelling.tops.add(measure)
    if line:
        spelling.below.update((cell.word, line) for cell in heads if words.is_line(cell.word))
    elif heads and heads[-1].printed in SUBTOTALS:
        spelling.subtotals[heads[-1].printed] = measure


def _learn_name(spelling: Spelling, name: Name) -> None:
    """One more way of printing a word that this form prints."""
    labels = {word: label for column in spelling.columns for label, word in column}
    if plain_word(name.printed) not in {**spelling.measures, **spelling.heads}:
        spelling.elsewhere[plain_word(name.printed)] = name.word
    if spelling.table.words.is_measure(name.word):
        spelling.measures.setdefault(plain_word(name.printed), name.word)
    elif name.word in spelling.heads.values():
        spelling.heads.setdefault(plain_word(name.printed), name.word)
    elif name.word in labels:
        spelling.also.setdefault(plain_label(name.printed), labels[name.word])


def _learn_header(spelling: Spelling, cell: Sketch) -> None:
    words = spelling.table.words
    if words.is_measure(cell.word):
        spelling.measures[plain_word(cell.printed)] = cell.word
        spelling.measures.setdefault(plain_word(cell.word), cell.word)
    elif words.is_line(cell.word) and not cell.printed.isdigit() and cell.word in spelling.table.fixed_lines:
        spelling.heads[plain_word(cell.printed)] = cell.word
    elif cell.printed not in SUBTOTALS and not cell.printed.isdigit():
        spelling.plain.add(plain_word(cell.printed))
