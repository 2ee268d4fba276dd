"""How a table of lines is laid out: blocks side by side, in each its label columns and one column for each measure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from juesuan_desktop.intake.lines.code_columns import code_columns, is_for_lines, is_strange, may_be_part
from juesuan_desktop.intake.lines.columns import NUMBERS, Headings, has_word
from juesuan_desktop.intake.lines.headings import Path, Rows
from juesuan_desktop.intake.lines.printed_amounts import is_decimal
from juesuan_desktop.intake.printed_words import LINE_NUMBER, NAME

_HIGHEST_FIRST = 99  # 行次 on the right side begin at 32
_COUNTED = re.compile(r"[1-9]\d{0,4}", re.ASCII)
Columns = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Columns of one block: of codes, of names or labels, of 行次; for each measure its column.

    A measure has several columns where one heading is merged over them: in each line one of them holds the figure.
    """

    codes: Columns
    names: Columns
    numbers: Columns
    measures: Mapping[str, Columns]


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks from left to right.

    ``disputed`` are columns that claim one measure with equal right, ``counting`` those of 行次 and 序号; ``labelled``
    tells for a column which of the form's label columns it is.
    """

    blocks: tuple[Block, ...]
    disputed: tuple[tuple[str, Columns], ...]
    counting: Columns
    labelled: Mapping[int, int]

    @property
    def used(self) -> frozenset[int]:
        """The columns that mean something."""
        parts = [part for block in self.blocks for part in (block.codes, block.names, *block.measures.values())]
        return frozenset(self.counting).union(*parts)


def layout_of(rows: Rows, paths: Sequence[Path], headings: Headings) -> Layout:
    """The layout of a table; ``rows`` are its lines, ``paths`` the headings above each column."""
    return _Planner(rows, paths, headings).layout()


class _Planner:
    def __init__(self, rows: Rows, paths: Sequence[Path], headings: Headings) -> None:
        self.rows, self.paths, self.spelling = rows, paths, headings.spelling
        self.claims = {at: claim for at, path in enumerate(paths) if (claim := headings.claim(path))}
        unclaimed = [at for at in range(len(paths)) if at not in self.claims]
        self.counting = [at for at in unclaimed if has_word(paths[at], NUMBERS) or self._counts(at)]
        self.free = [at for at in unclaimed if at not in self.counting]
        self.codes = code_columns(rows, paths, self.free) if self.spelling.table.words.codes else []
        self.votes = {at: votes for at in self.free if (votes := self._votes(at))}

    def layout(self) -> Layout:
        """Every column given its part; what is left over belongs to nothing."""
        blocks: list[Block] = []
        disputed: list[tuple[str, Columns]] = []
        for first, stop in pairwise([*self._starts(), len(self.paths)]):
            found = self._claimed(range(first, stop))
            blocks.append(self._block(first, stop, {word: one[0] for word, one in found.items() if len(one) == 1}))
            disputed += [(word, tuple(sum(many, ()))) for word, many in found.items() if len(many) > 1]
        labelled = {at: votes.most_common(1)[0][0] for at, votes in self.votes.items()}
        return Layout(tuple(blocks), tuple(disputed), tuple(self.counting), labelled)

    def _starts(self) -> Iterator[int]:
        """Where blocks begin: at labels that follow on figures."""
        yield 0
        has_figures = False
        for at in range(len(self.paths)):
            if has_figures and self._begins(at):
                yield self._leftmost(at)
                has_figures = False
            has_figures = has_figures or at in self.claims or self._has_figures(at)

    def _begins(self, at: int) -> bool:
        if self.codes:
            return at in self.codes and is_for_lines(self.paths[at])
        return at in self.votes or self._has_names(at)

    def _leftmost(self, at: int) -> int:
        """行次 and names may stand left of what begins a block."""
        while at - 1 in self.counting or (at - 1 in self.free and is_for_lines(self.paths[at - 1])):
            at -= 1
        return at

    def _claimed(self, columns: Iterable[int]) -> dict[str, list[Columns]]:
        """For each measure the columns with the best claim to it; those below one merged heading go together."""
        claims = [(self.claims[at], at) for at in columns if at in self.claims]
        least: dict[str, int] = {}
        for claim, _ in claims:
            least[claim.word] = min(claim.doubt, least.get(claim.word, claim.doubt))
        groups: dict[str, dict[tuple[int, int], Columns]] = {}
        for claim, at in claims:
            if claim.doubt == least[claim.word]:
                below = groups.setdefault(claim.word, {})
                leaf = self.paths[at][-1].at
                below[leaf] = (*below.get(leaf, ()), at)
        return {word: self._telling(list(below.values())) for word, below in groups.items()}

    def _telling(self, groups: list[Columns]) -> list[Columns]:
        """Of several columns with one heading those that hold anything; the first if none does."""
        filled = [group for group in groups if any(row[at] for row in self.rows for at in group)]
        return filled or groups[:1]

    def _block(self, first: int, stop: int, measures: Mapping[str, Columns]) -> Block:
        """The columns left of the first figure say which line it is; 行次 may stand anywhere."""
        end = min((at for at in range(first, stop) if at in self.claims), default=stop)
        area = [at for at in self.free if first <= at < end]
        codes = [at for at in area if at in self.codes]
        numbers = tuple(at for at in self.counting if first <= at < stop and has_word(self.paths[at], {LINE_NUMBER}))
        return Block(tuple(codes), tuple(self._names(area, codes)), numbers, measures)

    def _names(self, area: Sequence[int], codes: Sequence[int]) -> list[int]:
        """The column of names or labels, and others where labels of the form stand (合计 in front of the codes)."""
        labelled = [at for at in area if at in self.votes]
        if not self.spelling.table.words.codes:
            return sorted(labelled, key=lambda at: -sum(self.votes[at].values()))[:1]
        texts = [at for at in area if at not in codes and self._is_text(at) and not is_strange(self.paths[at])]
        last = max(codes, default=-1)
        texts.sort(key=lambda at: (not has_word(self.paths[at], {NAME}), at < last, abs(at - last)))
        return list(dict.fromkeys([*texts[:1], *(at for at in labelled if at not in codes)]))

    def _votes(self, at: int) -> Counter[int]:
        """For each label column of the form how many of its labels stand in a column of the table."""
        votes: Counter[int] = Counter()
        for row in self.rows:
            label = self.spelling.label(row[at]) if row[at] else ""
            votes.update(number for number, known in enumerate(self.spelling.known) if label in known)
        return votes

    def _is_text(self, at: int) -> bool:
        return any(sign.isalpha() for row in self.rows for sign in row[at])

    def _has_names(self, at: int) -> bool:
        """Whether a column holds names of codes that the form prints."""
        names = dict(self.spelling.names)
        return any(self.spelling.label(row[at]) in names for row in self.rows if row[at])

    def _has_figures(self, at: int) -> bool:
        """Whether a column that is none of the form's holds figures: it ends the labels of a block all the same."""
        return at in self.free and at not in self.codes and any(is_decimal(row[at]) for row in self.rows)

    def _counts(self, at: int) -> bool:
        """Whether a column without a word of its own counts the lines: 1, 2, 3 … Parts of codes (01, 02) do not."""
        has_codes = bool(self.spelling.table.words.codes)
        if has_codes and may_be_part(self.paths[: at + 1]):
            return False
        texts = [row[at] for row in self.rows if row[at]]
        numbers = [int(text) for text in texts if _COUNTED.fullmatch(text)]
        if len(numbers) < 2 or len(numbers) != len(texts):
            return False
        is_low = numbers[0] == 1 or (not has_codes and numbers[0] <= _HIGHEST_FIRST)
        return is_low and all(after == before + 1 for before, after in pairwise(numbers))
