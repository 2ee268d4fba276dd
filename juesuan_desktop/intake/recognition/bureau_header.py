"""The head of a 财决 table: where its lines begin, and which headings stand above each column."""

from collections.abc import Sequence
from dataclasses import dataclass

from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.printed_words import COLUMN_NUMBERS, LINE_NUMBER, TOTAL
from juesuan_desktop.intake.recognition.spelling import plain_word

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """``paths`` are the headings above each column from the top down; the lines begin in row ``body``."""

    body: int
    paths: tuple[Path, ...]

    def column(self, last: str) -> int | None:
        """The first column whose lowest heading is this one."""
        return next((at for at, path in enumerate(self.paths) if path and path[-1] == last), None)

    def blocks(self) -> list[tuple[int, range]]:
        """Blocks side by side: for each the column of its labels and those of its figures, told by 行次."""
        numbers = [at for at, path in enumerate(self.paths) if at and path and path[-1] == LINE_NUMBER]
        ends = [*(at - 1 for at in numbers), len(self.paths)][1:]
        return [(at - 1, range(at + 1, end)) for at, end in zip(numbers, ends, strict=True)] if numbers else []


def header_of(raw: RawTable) -> Header:
    """The head of a table."""
    numbers = next((at for at, row in enumerate(raw.rows) if COLUMN_NUMBERS in map(plain_word, row)), None)
    body = _first_line(raw) if numbers is None else numbers + 1
    head = [[plain_word(cell) for cell in row] for row in raw.rows[: body if numbers is None else numbers]]
    for level, row in enumerate(head):
        for column in range(1, len(row)):
            if not row[column] and _goes_on(head, level, column):
                row[column] = row[column - 1]
    return Header(body, tuple(tuple(row[at] for row in head if row[at]) for at in range(raw.columns)))


def _first_line(raw: RawTable) -> int:
    """Where no 栏次 tell it: the first row that begins with 合计 or a code, or is numbered 1."""
    for at, row in enumerate(raw.rows):
        texts = [plain_word(cell) for cell in row if cell]
        if texts and (texts[0] == TOTAL or is_code(texts[0]) or texts[1:2] == ["1"]):
            return at
    return len(raw.rows)


def _goes_on(head: Sequence[Sequence[str]], level: int, column: int) -> bool:
    """Whether a blank heading is the one to its left merged across: the column has a heading of its own below it."""
    is_same = all(row[column] == row[column - 1] for row in head[:level])
    return is_same and any(row[column] for row in head[level + 1 :])
