"""Which line the words left of the amounts mean: by code, by label in the form's order, by name."""

from collections.abc import Mapping, Sequence

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.intake.lines.blocks import Block
from juesuan_desktop.intake.lines.code_columns import CODE_PARTS, code_in, is_day, part_in
from juesuan_desktop.intake.lines.printed_amounts import is_name
from juesuan_desktop.intake.lines.row import Row
from juesuan_desktop.intake.recognition.spelling import Spelling, plain_word


class Labels:
    """Turns the words left of the amounts into lines, row by row.

    Attributes:
        days: codes that stood in cells formatted as dates.
    """

    def __init__(self, spelling: Spelling, labelled: Mapping[int, int]) -> None:
        """``labelled`` tells which of the form's label columns a column is."""
        self.spelling = spelling
        self.labelled = labelled
        self.at = dict.fromkeys(range(len(spelling.columns)), -1)
        self.last: dict[int, int] = {}
        self.codes: dict[int, str] = {}
        self.seen = set[str]()
        self.days: list[str] = []

    def line(self, block: Block, row: Sequence[str]) -> Row | None:
        """The line that a row has in a block; None if it has none there."""
        texts = {at: row[at] for at in (*block.codes, *block.names) if _says_something(row[at])}
        code, name = self._code(block.codes, texts)
        names = [text for at, text in texts.items() if at in block.names]
        if code:
            self.seen.add(code)
            return Row(code, squeezed(names[0] if names else name) or None, code)
        for at, text in texts.items():
            known = self._in_order(at, self.spelling.label(text))
            if known is not None:
                return Row(known if is_code(known) else None, squeezed(text), known)
        code = next(filter(None, map(self._named, names)), "")
        if code:
            return Row(code, squeezed(names[0]), code)
        words = [squeezed(text) for text in (*names, *texts.values()) if is_name(text)]
        return Row(None, words[0], words[0]) if words and self.spelling.table.repeats else None

    def _code(self, columns: Sequence[int], texts: Mapping[int, str]) -> tuple[str, str]:
        """The code in a row and the name beside it in its cell.

        类, 款 and 项 may stand in columns of their own (201, 06, 01); a part that is not printed again in this row is
        the one above it.
        """
        code = name = ""
        for before, at in zip((None, *columns), columns, strict=False):
            digits, beside = code_in(texts.get(at, ""))
            begun = code or (self.codes.get(before, "") if before is not None else "")
            written = (digits, begun + digits, begun + part_in(digits))
            whole = next((one for one in written if is_code(one) and one.startswith(code)), "")
            if digits and whole:
                self.codes[at] = code = whole
                name = name or beside
                self.days += [text for text in (texts[at],) if is_day(text)]
        return code, name

    def _named(self, name: str) -> str:
        """The first code of the form with this name that has not been read; '' if there is none."""
        label = self.spelling.label(name)
        code = next((code for known, code in self.spelling.names if known == label and code not in self.seen), "")
        self.seen.add(code)
        return code

    def _in_order(self, column: int, label: str) -> str | None:
        """The next line below the last one that is printed with these words.

        Where two label columns of the form stand one under the other, it is of the one that the line above is of.
        """
        chosen = self.labelled.get(column)
        if chosen is None:
            return None
        others = (number for number in self.at if number not in self.labelled.values())
        near = dict.fromkeys((self.last.get(column, chosen), chosen, *others))
        same = [(number, at) for number in near for at in self._same(number, label)]
        if not same:
            return None
        number, at = next((one for one in same if one[1] > self.at[one[0]]), same[0])
        self.last[column], self.at[number] = number, at
        return self.spelling.columns[number][at][1]

    def _same(self, number: int, label: str) -> list[int]:
        return [at for at, (printed, _) in enumerate(self.spelling.columns[number]) if printed == label]


def _says_something(text: str) -> bool:
    return plain_word(text) not in CODE_PARTS and any(sign.isalnum() for sign in text)
