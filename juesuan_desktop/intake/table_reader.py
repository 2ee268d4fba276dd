"""One raw table, already known to be such a table, read into printed lines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from juesuan_desktop.amounts import AmountError, is_amount, parse, places_of
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.intake.columns import is_line_number, looked_up
from juesuan_desktop.intake.labels import CODE_PARTS, Labels
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.row import Row
from juesuan_desktop.intake.spelling import Spelling, plain_word
from juesuan_desktop.intake.split_rows import rejoined
from juesuan_desktop.report.printed import PrintedLine

TOTAL = "合计"
COLUMN_NUMBERS = "栏次"


@dataclass
class TableReader:
    """Reads one raw table by one way of spelling.

    Attributes:
        odd: sentences about what it could not make sense of.
        places: how many decimals its amounts are printed with.
        origins: for each row, which row of the file it is.
    """

    raw: RawTable
    spelling: Spelling
    odd: list[str] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    origins: list[int] = field(default_factory=list)

    def read(self) -> tuple[PrintedLine, ...]:
        """All lines with their amounts, in the order they are printed, the left block first."""
        rows = self._heads() if self.spelling.heads else self._rows()
        return tuple(_keyed(rows))

    def __post_init__(self) -> None:
        """A total that shares its row with headings (合计 left, 合计 基本支出 项目支出 right) gets a row of its own."""
        rows: list[tuple[str, ...]] = []
        for index, row in enumerate(rejoined(self.raw, self.spelling)):
            first = next((column for column, cell in enumerate(row) if cell), 0)
            if self._is_total(row[first]) and self._is_heading(row[first + 1 :]):
                rows += [("",) * (first + 1) + row[first + 1 :], row[: first + 1] + ("",) * (len(row) - first - 1)]
            else:
                rows.append(row)
            self.origins += [index] * (len(rows) - len(self.origins))
        self.raw = replace(self.raw, rows=tuple(rows))

    def body(self) -> int:
        """The first row that is a line of the table (or, without lines, the first that holds amounts)."""
        for index, row in enumerate(self.raw.rows):
            cells = [cell for cell in row if cell and plain_word(cell) not in CODE_PARTS]
            if not cells or plain_word(cells[0]) == COLUMN_NUMBERS or self._is_heading(cells):
                continue
            if self._starts_body(cells):
                return index
        return len(self.raw.rows)

    def odd_headings(self) -> Iterator[tuple[str, str]]:
        """Headings that this form words otherwise: as printed, and the trade's word."""
        for row in self.raw.rows[: self.body()]:
            for cell in row:
                if plain_word(cell) in self.spelling.elsewhere:
                    yield squeezed(cell), self.spelling.elsewhere[plain_word(cell)]

    def _starts_body(self, cells: Sequence[str]) -> bool:
        if self.spelling.heads:
            return all(is_amount(cell) for cell in cells) and not _counts(cells)
        first = cells[0]
        labels = {label for column in self.spelling.columns for label, _ in column}
        return is_code(squeezed(first)) or self.spelling.label(first) in labels or self._is_total(first)

    def _is_total(self, text: str) -> bool:
        return plain_word(text) == TOTAL and TOTAL in self.spelling.table.fixed_lines

    def _is_heading(self, cells: Sequence[str]) -> bool:
        words = [plain_word(cell) for cell in cells if cell]
        return len(words) > 1 and all(word in self.spelling.measures for word in words)

    def _heads(self) -> list[Row]:
        """A table whose lines stand in the header (三公): one row of amounts."""
        start = self.body()
        rows = {word: Row(None, word, word) for word in self.spelling.heads.values()}
        for label in (squeezed(cell) for row in self.raw.rows[:start] for cell in row):
            if plain_word(label) in self.spelling.heads:
                rows[self.spelling.heads[plain_word(label)]].label = label
        for column in range(self.raw.columns):
            line = looked_up(self.raw, start, column, self.spelling.heads)
            measure = looked_up(self.raw, start, column, self.spelling.measures)
            if line and measure:
                self._put(rows[line], measure, (start, column))
        order = self.spelling.table.fixed_lines
        return sorted(rows.values(), key=lambda row: order.index(row.word))

    def _rows(self) -> list[Row]:
        start = self.body()
        measures = {
            column: measure
            for column in range(self.raw.columns)
            if (measure := looked_up(self.raw, start, column, self.spelling.measures))
        }
        labels = Labels(self.raw, start, self.spelling, frozenset(measures))
        numbers = {column for column in range(self.raw.columns) if is_line_number(self.raw, start, column)}
        found: list[tuple[int, Row]] = []
        for index in range(start, len(self.raw.rows)):
            found += self._across(index, measures, labels, numbers)
        self._tell_unknown_columns(start, measures)
        return [row for _, row in sorted(found, key=lambda pair: pair[0])]

    def _across(
        self, index: int, measures: Mapping[int, str], labels: "Labels", numbers: set[int]
    ) -> Iterator[tuple[int, Row]]:
        """The lines that stand side by side in one row, each with its block: how many measures stand left of it."""
        current: Row | None = None
        for column, text in enumerate(self.raw.rows[index]):
            if column not in measures and column - 1 in measures and current is not None and current.has_amount:
                current = None  # the next block begins; words merged across blocks (公用经费合计) have no amount yet
            if column in measures:
                self._figure(current, measures[column], (index, column))
            elif column in numbers:
                _number(current, text)
            elif text and (row := labels.line(column, text, current)) is not None and row is not current:
                current = row
                yield sum(measured < column for measured in measures), row

    def _figure(self, current: Row | None, measure: str, at: tuple[int, int]) -> None:
        text = self.raw.rows[at[0]][at[1]]
        if current is not None:
            self._put(current, measure, at)
        elif text:
            self.odd.append(f"{self._name()}第 {at[0] + 1} 行的「{text}」前面没有项目名称，未读入")

    def _put(self, row: Row, measure: str, at: tuple[int, int]) -> None:
        text = self.raw.rows[at[0]][at[1]] if at[0] < len(self.raw.rows) else ""
        row.values[measure] = amount = self._amount(row, text)
        if amount is not None:
            row.origins[measure] = self.raw.origin(self.origins[at[0]], at[1])

    def _amount(self, row: Row, text: str) -> Decimal | None:
        try:
            amount = parse(text)
        except AmountError:
            self.odd.append(f"{self._name()}「{row.label or row.code}」的「{text}」不是金额，未读入")
            return None
        if amount is not None and self.raw.sheet is None:  # a sheet keeps values, not how they are printed
            self.places.add(places_of(text))
        return amount

    def _tell_unknown_columns(self, start: int, measures: Mapping[int, str]) -> None:
        missing = [word for word in self.spelling.table.measures if word not in measures.values()]
        if missing:
            self.odd.append(f"{self._name()}没有认出这些栏：{'、'.join(missing)}")

    def _name(self) -> str:
        return self.spelling.table.layout.number or self.spelling.table.layout.title


def _number(row: Row | None, text: str) -> None:
    """Keep the printed 行次 of a line: the first; after a blank amount comes that of the next block's blank line."""
    if row is not None and text and row.line_no is None:
        row.line_no = text


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells are 1, 2, 3 …: a row of 栏次."""
    return [squeezed(cell) for cell in cells] == [str(number) for number in range(1, len(cells) + 1)]


def _keyed(rows: Sequence[Row]) -> Iterator[PrintedLine]:
    """Lines with their keys; a repeated code or name gets `#2`."""
    seen: Counter[str] = Counter()
    for row in rows:
        seen[row.word] += 1
        key = row.word if seen[row.word] == 1 else f"{row.word}#{seen[row.word]}"
        yield PrintedLine(key, row.code, row.label, row.line_no, row.values, row.origins)
