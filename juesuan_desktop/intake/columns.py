"""Which measure each column of a raw table belongs to, read off its header as a person does."""

from collections.abc import Iterator, Mapping

from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.spelling import plain_word

LINE_NUMBER = "行次"


def looked_up(raw: RawTable, body: int, column: int, words: Mapping[str, str]) -> str | None:
    """The first known word above a column: straight up first, then under headings merged from the left."""
    straight = (raw.rows[row][column] for row in range(body - 1, -1, -1))
    return _first(straight, words) or _first(_from_the_left(raw, body, column, words), words)


def is_line_number(raw: RawTable, body: int, column: int) -> bool:
    """Whether a column holds 行次."""
    return any(plain_word(raw.rows[row][column]) == LINE_NUMBER for row in range(body))


def _first(texts: Iterator[str], words: Mapping[str, str]) -> str | None:
    return next((words[word] for text in texts if (word := plain_word(text)) in words), None)


def _from_the_left(raw: RawTable, body: int, column: int, words: Mapping[str, str]) -> Iterator[str]:
    """The headings that a blank header cell belongs to, as far as they were merged from the left."""
    for row in range(body - 1, -1, -1):
        if not raw.rows[row][column]:
            yield _beside(raw, row, column, words)


def _beside(raw: RawTable, row: int, column: int, words: Mapping[str, str]) -> str:
    """The nearest text to the left; a heading that reaches down from above in between (公务接待费) ends the search."""
    for left in range(column - 1, -1, -1):
        if raw.rows[row][left]:
            return raw.rows[row][left]
        if any(plain_word(raw.rows[above][left]) in words for above in range(row)):
            return ""
    return ""
