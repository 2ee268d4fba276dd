"""Which cells the words of a rule mean in one form with one set of code lines."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from juesuan_desktop.forms.codes import Line, code_of, is_code, nearest_below, roots
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.forms.vocabulary import Words
from juesuan_desktop.rules.notation import RESERVED


class NotPrinted(Exception):
    """The word is in the vocabulary, but this form does not print it: the rule is 不适用 here."""


class UnknownWord(ValueError):
    """The word is in no vocabulary; the message names the nearest ones."""


@dataclass(frozen=True)
class TableCells:
    """One table with its present lines."""

    table: Table
    keys: tuple[str, ...]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The line keys that are codes (with their `#2`), in printed order."""
        return tuple(key for key in self.keys if is_code(code_of(key)))

    @cached_property
    def _printed(self) -> Mapping[str, tuple[str, ...]]:
        """The lines of each code."""
        lines: dict[str, tuple[str, ...]] = {}
        for key in self.codes:
            lines[code_of(key)] = (*lines.get(code_of(key), ()), key)
        return lines

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The lines that add up to 合计: 类, or whatever highest level is printed; lines without a code too."""
        return roots(tuple(key for key in self.keys if key not in self.table.fixed_lines or is_code(key)))

    @cached_property
    def _below(self) -> dict[str, tuple[str, ...]]:
        return {}

    def below(self, parent: str) -> tuple[str, ...]:
        """The nearest printed lines below a code."""
        if parent not in self._below:
            self._below[parent] = nearest_below(parent, self.codes)
        return self._below[parent]

    def lines_of(self, code: str) -> tuple[str, ...]:
        """The lines that make a code's figure: its own, else its nearest printed descendants, else none (zero)."""
        return self._printed.get(code) or self.below(code)

    def figures(self, lines: Sequence[str], measure: str) -> tuple[str, ...]:
        """Addresses of one measure of several lines, as far as they have it."""
        return tuple(self.table.address(line, measure) for line in lines if self.table.has(line, measure))


class Cells:
    """Resolves words to addresses for a form with the report's code lines."""

    def __init__(self, form: Form, lines: Mapping[str, Sequence[Line]]) -> None:
        self.form = form
        self.tables = {table.name: TableCells(table, table.lines(lines.get(table.name, ()))) for table in form.tables}

    def table(self, name: str) -> TableCells:
        """The table of that name. Raises NotPrinted or UnknownWord."""
        if name not in self.form.vocabulary:
            raise UnknownWord(f"没有「{name}」这张表{_nearest(name, self.form.vocabulary)}")
        if name not in self.tables:
            raise NotPrinted(name)
        return self.tables[name]

    def find(self, table: str, words: Sequence[str]) -> tuple[str, ...]:
        """The addresses that `表[行·栏]` means; groups and unprinted codes give several or none."""
        cells = self.table(table)
        vocabulary = cells.table.words
        for word in words:
            must_be_known(word, vocabulary)
        lines, measures = _axes(words, vocabulary)
        found: list[str] = []
        for line in _members(lines, vocabulary.line_groups):
            found += self._line(cells, line, measures, len(words))
        if not found and not any(is_code(word) for word in words):
            raise NotPrinted(words[0])
        return tuple(found)

    def _line(self, cells: TableCells, line: str, measures: Sequence[str], count: int) -> tuple[str, ...]:
        keys = cells.lines_of(line) if cells.table.words.codes and is_code(line) else (line,)
        wanted = _members(measures, cells.table.words.measure_groups)
        found: list[str] = []
        for key in keys:
            here = cells.table.measures_of(key)
            chosen = [measure for measure in here if measure in wanted] if wanted else here
            if count == 1 and len(here) > 1:
                raise UnknownWord(f"「{cells.table.name}[{line}]」有 {len(here)} 栏，请写明是哪一栏")
            found += [cells.table.address(key, measure) for measure in chosen]
        return tuple(found)


def must_be_known(word: str, vocabulary: Words) -> None:
    """Raise UnknownWord for a word that the table's vocabulary does not have."""
    if word in vocabulary.known() or vocabulary.is_line(word) or word in RESERVED or is_code(word):
        return
    raise UnknownWord(f"「{vocabulary.table}」里没有「{word}」{_nearest(word, vocabulary.known())}")


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=3, cutoff=0.4)
    return f"，是不是「{'」「'.join(near)}」" if near else ""


def _axes(words: Sequence[str], vocabulary: Words) -> tuple[list[str], list[str]]:
    measures = [word for word in words if word in vocabulary.measures or word in vocabulary.measure_groups]
    return [word for word in words if word not in measures], measures


def _members(words: Sequence[str], groups: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [member for word in words for member in groups.get(word, (word,))]
