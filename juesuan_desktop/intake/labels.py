"""Which line the words left of the amounts mean: by code, by label in the form's order, by name."""

from collections import Counter

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.row import Row
from juesuan_desktop.intake.spelling import Spelling, plain_word

CODE_PARTS = frozenset({"类", "款", "项"})


class Labels:
    """Turns the words left of the amounts into lines: by code, by label in the form's order, by name."""

    def __init__(self, raw: RawTable, start: int, spelling: Spelling, measured: frozenset[int]) -> None:
        self.spelling = spelling
        self.columns = {
            column: chosen
            for column in range(raw.columns)
            if column not in measured and (chosen := _best_column(raw, start, column, spelling)) is not None
        }
        self.at = dict.fromkeys(range(len(spelling.columns)), -1)
        self.codes: dict[int, str] = {}

    def line(self, column: int, text: str, current: Row | None) -> Row | None:
        """The line that a cell starts; ``current`` itself where the cell is only its name; None if it says nothing."""
        if plain_word(text) in CODE_PARTS or not any(sign.isalnum() for sign in text):
            return None
        code = self._code(column, squeezed(text), current)
        if code:
            return _coded(code, current)
        if current is not None and current.code and current.label is None:
            current.label = squeezed(text)
            return current
        known = self._in_order(column, self.spelling.label(text))
        if known is not None:
            return Row(self._code_of(known), squeezed(text), known)
        if current is None and self.spelling.table.repeats and not text.isdigit():
            return Row(None, squeezed(text), squeezed(text))
        return None

    def _code(self, column: int, digits: str, current: Row | None) -> str | None:
        """The code that digits are or complete: 类, 款 and 项 may stand in columns of their own (201, 06, 01).

        A part that is not printed again in this row is the one above it.
        """
        if not (self.spelling.table.words.codes and digits.isdigit()):
            return None
        unnamed = current is not None and current.label is None
        before = self.codes.get(column - 1, "") if current is None else (current.code or "") if unnamed else ""
        code = next((code for code in (digits, before + digits) if is_code(code)), None)
        if code:
            self.codes[column] = code
        return code

    def _in_order(self, column: int, label: str) -> str | None:
        """The next line below the last one that is printed with these words."""
        chosen = self.columns.get(column)
        if chosen is None:
            return None
        lines = self.spelling.columns[chosen]
        after = [index for index, (printed, _) in enumerate(lines) if printed == label and index > self.at[chosen]]
        before = [index for index, (printed, _) in enumerate(lines) if printed == label]
        if not before:
            return None
        self.at[chosen] = (after or before)[0]
        return lines[self.at[chosen]][1]

    def _code_of(self, word: str) -> str | None:
        return word if is_code(word) else None


def _coded(code: str, current: Row | None) -> Row:
    """The line of a code: the present one where the code only goes on, else a new one."""
    if current is None or current.label is not None or not current.code or not code.startswith(current.code):
        return Row(code, None, code)
    current.code = current.word = code
    return current


def _best_column(raw: RawTable, start: int, column: int, spelling: Spelling) -> int | None:
    """Which of the form's label columns a raw column is: the one with most of its words."""
    votes: Counter[int] = Counter()
    for index in range(start, len(raw.rows)):
        label = spelling.label(raw.rows[index][column])
        votes.update(number for number, lines in enumerate(spelling.columns) if label in dict(lines))
    return votes.most_common(1)[0][0] if votes else None
