"""Which cells the words of a rule mean in one form with one set of code lines."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.forms.codes import Line, below, code_of, is_code
from juesuan_desktop.forms.form import LAST_YEAR, Form
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
    def addresses(self) -> Mapping[str, Mapping[str, str]]:
        """The addresses of every line by measure."""
        return {line: self.table.addresses(line) for line in self.keys}

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The lines that add up to 合计: 类, or whatever highest level is printed; lines without a code too."""
        return self._below.get("", ())

    @cached_property
    def computed(self) -> frozenset[str]:
        """The addresses of its ▣."""
        return frozenset(
            here[measure] for line, here in self.addresses.items() for measure in self.table.computed(line)
        )

    @cached_property
    def _below(self) -> Mapping[str, tuple[str, ...]]:
        fixed = frozenset(self.table.fixed_lines)
        return below([key for key in self.keys if key not in fixed or is_code(key)])

    def below(self, parent: str) -> tuple[str, ...]:
        """The nearest printed lines below a code."""
        return self._below.get(parent, ())

    def lines_of(self, code: str) -> tuple[str, ...]:
        """The lines that make a code's figure: its own, else its nearest printed descendants, else none (zero)."""
        return self._printed.get(code) or self.below(code)

    def figures(self, lines: Sequence[str], measure: str) -> tuple[str, ...]:
        """Addresses of one measure of several lines, as far as they have it."""
        rows = [self.addresses[line] for line in lines]
        return tuple(row[measure] for row in rows if measure in row)


class Cells:
    """Resolves words to addresses for a form with the report's code lines.

    Tables whose lines are those of ``before`` are taken over from it.
    """

    def __init__(self, form: Form, lines: Mapping[str, Sequence[Line]], before: "Cells | None" = None) -> None:
        self.form = form
        known = before.tables if before is not None and before.form is form else {}
        self.tables: dict[str, TableCells] = {}
        for name, table in form.by_name.items():
            keys = table.lines(lines.get(name, ()))
            kept = known.get(name)
            self.tables[name] = kept if kept is not None and kept.keys == keys else TableCells(table, keys)

    def table(self, name: str) -> TableCells:
        """The table of that name. Raises NotPrinted or UnknownWord."""
        found = self.tables.get(name)
        if found is not None:
            return found
        if name.removeprefix(LAST_YEAR) not in self.form.vocabulary:
            raise UnknownWord(f"没有「{name}」这张表{_nearest(name, self.form.vocabulary)}")
        raise NotPrinted(name)

    def find(self, table: str, words: Sequence[str]) -> tuple[str, ...]:
        """The addresses that `表[行·栏]` means; groups and unprinted codes give several or none."""
        cells = self.table(table)
        vocabulary = cells.table.words
        lines, measures = _axes(words, vocabulary)
        found: list[str] = []
        for line in lines:
            for key in cells.lines_of(line) if vocabulary.codes and is_code(line) else (line,):
                here = cells.addresses.get(key, {})
                if len(words) == 1 and len(here) > 1:
                    raise UnknownWord(f"「{table}[{line}]」有 {len(here)} 栏，请写明是哪一栏")
                found += [at for measure, at in here.items() if not measures or measure in measures]
        if not found and not any(map(is_code, words)):
            raise NotPrinted(words[0])
        return tuple(found)

    def is_computed(self, address: str) -> bool:
        """Whether an address is a ▣ of this year's report."""
        name = table_of(address)
        return not name.startswith(LAST_YEAR) and address in self.tables[name].computed


def must_be_known(word: str, vocabulary: Words) -> None:
    """Raise UnknownWord for a word that the table's vocabulary does not have."""
    if word in vocabulary.known or vocabulary.is_line(word) or word in RESERVED or is_code(word):
        return
    raise UnknownWord(f"「{vocabulary.table}」里没有「{word}」{_nearest(word, vocabulary.known)}")


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=3, cutoff=0.4)
    return f"，是不是「{'」「'.join(near)}」" if near else ""


def _axes(words: Sequence[str], vocabulary: Words) -> tuple[list[str], list[str]]:
    """The lines and the measures that words mean, groups by their members. Raises UnknownWord."""
    lines: list[str] = []
    measures: list[str] = []
    for word in words:
        must_be_known(word, vocabulary)
        if word in vocabulary.measures:
            measures.append(word)
        elif word in vocabulary.measure_groups:
            measures += vocabulary.measure_groups[word]
        else:
            lines += vocabulary.line_groups.get(word, (word,))
    return lines, measures
