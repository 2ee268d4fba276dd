"""One raw table, already known to be such a table, read into printed lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from juesuan_desktop.amounts import AmountError
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.lines.blocks import Block, Layout, layout_of
from juesuan_desktop.intake.lines.crossed import crossed
from juesuan_desktop.intake.lines.header_rows import (
    Header,
    counts,
    header_of,
    is_below_labels,
    is_heading_row,
    is_total,
)
from juesuan_desktop.intake.lines.headings import Place
from juesuan_desktop.intake.lines.labels import Labels
from juesuan_desktop.intake.lines.printed_amounts import is_dash, is_decimal, is_printed_amount, printed_amount
from juesuan_desktop.intake.lines.row import Row
from juesuan_desktop.intake.lines.split_rows import rejoined
from juesuan_desktop.intake.lines.unread import Unread
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.recognition.spelling import Spelling, plain_word
from juesuan_desktop.report.printed import PrintedLine


@dataclass
class TableReader:
    """Reads one raw table by one way of spelling.

    Attributes:
        unit: the money unit of its amounts; one that prints its unit behind it must have this one.
        odd: sentences about what it could not make sense of.
        places: how many decimals its amounts are printed with.
        origins: for each row, which row of the file it is.
        is_lost: whether it holds figures and not one could be read.
        unread: why a figure that is printed could not be read, by line and measure.
    """

    raw: RawTable
    spelling: Spelling
    unit: str
    odd: list[str] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    origins: list[int] = field(default_factory=list)
    is_lost: bool = False
    unread: dict[tuple[str, str], str] = field(default_factory=dict)
    _unread: list[Place] = field(default_factory=list, init=False)
    _taken: set[int] = field(default_factory=set, init=False)

    def read(self) -> tuple[PrintedLine, ...]:
        """All lines with their amounts, in the order they are printed, the left block first."""
        self._unread = [place for place in self._cells(0, self._header.body) if is_decimal(self._text(place))]
        rows = self._crossed() if self.spelling.heads else self._lines()
        is_held = bool(self._unread) or any(row.unread for row in rows)
        self.is_lost = is_held and not any(row.has_amount for row in rows)
        if not self.is_lost:
            self.odd += self._tell.cells(self._unread)
        elif self._unread:
            self.odd.append(self._tell.all_of(self._unread))
        lines = tuple(_keyed(rows))
        for line, row in zip(lines, rows, strict=True):
            self.unread |= {(line.key, measure): why for measure, why in row.unread.items()}
        return lines

    def __post_init__(self) -> None:
        """A total that shares its row with headings (合计 left, 合计 基本支出 项目支出 right) gets a row of its own."""
        rows: list[tuple[str, ...]] = []
        for index, row in enumerate(rejoined(self.raw, self.spelling)):
            first = next((column for column, cell in enumerate(row) if cell), 0)
            is_line = is_total(row[first], self.spelling) and is_below_labels(rows, first)
            if is_line and self._is_heading(row[first + 1 :]):
                rows += [("",) * (first + 1) + row[first + 1 :], row[: first + 1] + ("",) * (len(row) - first - 1)]
            else:
                rows.append(row)
            self.origins += [index] * (len(rows) - len(self.origins))
        width = max(map(len, rows), default=0)  # what was laid out anew may end earlier in some rows
        self.raw = replace(self.raw, rows=tuple(row + ("",) * (width - len(row)) for row in rows))

    @property
    def has_strays(self) -> bool:
        """Whether figures were left over that belong to no line."""
        return bool(self._unread)

    def odd_headings(self) -> Iterator[tuple[str, str]]:
        """Headings that this form words otherwise: as printed, and the trade's word."""
        for row in self.raw.rows[: self._header.body]:
            for cell in row:
                if plain_word(cell) in self.spelling.elsewhere:
                    yield squeezed(cell), self.spelling.elsewhere[plain_word(cell)]

    @cached_property
    def _header(self) -> Header:
        return header_of(self.raw, self.spelling)

    @cached_property
    def _tell(self) -> Unread:
        return Unread(self.raw, self.origins, self.spelling.table.short_title)

    def _is_heading(self, cells: Sequence[str]) -> bool:
        words = [plain_word(cell) for cell in cells if cell]
        return len(words) > 1 and all(word in self.spelling.measures for word in words)

    def _crossed(self) -> list[Row]:
        """A table whose lines stand in the header (三公)."""
        table = self.spelling.table
        rows = {word: Row(None, word, word) for word in table.fixed_lines}
        for label in (squeezed(cell) for row in self.raw.rows for cell in row):
            line = self.spelling.heads.get(plain_word(label))
            if line and rows[line].label == line:
                rows[line].label = label
        found = crossed(self.raw, self._header)
        for line, measure in found.said:
            rows[line].values[measure] = None
        for (line, measure), cells in found.cells.items():
            if len(cells) > 1 and not all(is_dash(self._text(place)) for place in cells):
                self._leave(rows[line], measure, self._tell.twice(line, measure, cells))
            else:
                self._put(rows[line], measure, cells[0])
        self._unread += found.unread
        if self._taken:
            self.odd += self._tell.strange(self._header, found.strange)
        else:
            self._unread += [place for place in self._cells(self._header.body) if place[1] in found.strange]
        return list(rows.values())

    def _lines(self) -> list[Row]:
        header = self._header
        layout = layout_of(self.raw.rows[header.body :], header.paths, header.headings)
        labels = Labels(self.spelling, layout.labelled)
        found: list[tuple[int, Row]] = []
        for index in range(header.body, len(self.raw.rows)):
            row = self.raw.rows[index]
            if not counts(row) and not is_heading_row(row, header.headings):
                found += self._across(index, layout, labels)
        rows = [row for _, row in sorted(found, key=lambda pair: pair[0])]
        if not any(row.has_amount for row in rows):
            self._unread += [place for place in self._cells(header.body) if place[1] not in layout.used]
        self.odd += self._tell.columns(header, layout, self._without_a_line())
        self._tell_missing_columns(layout)
        return self._told(rows, labels)

    def _without_a_line(self) -> frozenset[int]:
        """Columns of which no figure belongs to a line that has it: they are told as a whole."""
        lone = frozenset(column for at, column in self._unread if at >= self._header.body) - self._taken
        self._unread = [place for place in self._unread if place[1] not in lone] if self._taken else self._unread
        return lone if self._taken else frozenset()

    def _across(self, index: int, layout: Layout, labels: Labels) -> Iterator[tuple[int, Row]]:
        """The lines that stand side by side in one row, each with the number of its block."""
        texts = self.raw.rows[index]
        before: Row | None = None
        for number, block in enumerate(layout.blocks):
            line = labels.line(block, texts)
            if line is not None:
                yield number, line
            elif before is not None and before.code is None and self.spelling.table.words.codes:
                line = before  # words merged across blocks (公用经费合计) have their amount in the last one
            self._fill(line, block, index)
            is_blank = not any(texts[at] for columns in block.measures.values() for at in columns)
            before = line if is_blank else None

    def _fill(self, line: Row | None, block: Block, index: int) -> None:
        """Give a line its figures; those of a row without a line, or that the form does not have, are told."""
        texts = self.raw.rows[index]
        if line is not None and line.line_no is None:
            line.line_no = next((texts[at] for at in block.numbers if texts[at]), None)
        wanted = self.spelling.table.measures_of(line.word) if line is not None else ()
        for measure, columns in block.measures.items():
            filled = [(index, at) for at in columns if texts[at] and not is_dash(texts[at])]
            if line is None or (wanted and measure not in wanted):
                self._unread += [place for place in filled if is_printed_amount(texts[place[1]])]
            elif len(filled) > 1:
                self._leave(line, measure, self._tell.twice(line.label or line.word, measure, filled))
            else:
                self._put(line, measure, filled[0] if filled else None)

    def _put(self, row: Row, measure: str, place: Place | None) -> None:
        row.values[measure] = amount = self._amount(row, measure, place) if place else row.values.get(measure)
        if amount is not None and place is not None:
            self._taken.add(place[1])
            row.origins[measure] = self.raw.origin(self.origins[place[0]], place[1])

    def _leave(self, row: Row, measure: str, why: str) -> None:
        """A figure that is printed and not read: it is told, and no check may take it for a zero."""
        self.odd.append(why)
        row.unread[measure] = why

    def _amount(self, row: Row, measure: str, place: Place) -> Decimal | None:
        text = self._text(place)
        try:
            amount = printed_amount(text, self.unit)
        except AmountError:
            where = self._tell.at(place)
            why = f"{self._tell.name}「{row.label or row.code}」的「{text}」{where}不是金额，未读入"
            self._leave(row, measure, why)
            return None
        if amount is not None and self.raw.sheet is None:  # a sheet keeps values, not how they are printed
            self.places.add(max(-int(amount.as_tuple().exponent), 0))
        return amount

    def _told(self, rows: Sequence[Row], labels: Labels) -> list[Row]:
        """The lines; one that has no code where others have one is told, and left out if it has no amount."""
        if labels.days:
            self.odd.append(f"{self._tell.name}的编码格是日期格式（{labels.days[0]}等），按原来的编码读入，请核对")
        has_codes = any(row.code for row in rows)
        nameless = [row for row in rows if row.code is None and row.word not in self.spelling.table.fixed_lines]
        for row in nameless if has_codes else nameless[:1]:
            if row.has_amount:
                who = f"「{row.label}」（{next(iter(row.origins.values()))}）" if has_codes else f" {len(nameless)} 行"
                self.odd.append(f"{self._tell.name}的{who}没有科目编码，按名称读入，请核对")
        return [row for row in rows if row.has_amount or row not in nameless or not has_codes]

    def _tell_missing_columns(self, layout: Layout) -> None:
        found = {word for block in layout.blocks for word in block.measures} | {word for word, _ in layout.disputed}
        missing = [word for word in self.spelling.table.measures if word not in found]
        if missing:
            self.odd.append(f"{self._tell.name}没有认出这些栏：{'、'.join(missing)}")

    def _text(self, place: Place) -> str:
        return self.raw.rows[place[0]][place[1]]

    def _cells(self, first: int, last: int | None = None) -> Iterator[Place]:
        """The cells of some rows that hold numbers; 栏次 are none."""
        for index, row in enumerate(self.raw.rows[first:last], first):
            if not counts(row):
                yield from ((index, at) for at, text in enumerate(row) if is_printed_amount(text))


def _keyed(rows: Sequence[Row]) -> Iterator[PrintedLine]:
    """Lines with their keys; a repeated code or name gets `#2`."""
    seen: Counter[str] = Counter()
    for row in rows:
        seen[row.word] += 1
        key = row.word if seen[row.word] == 1 else f"{row.word}#{seen[row.word]}"
        yield PrintedLine(key, row.code, row.label, row.line_no, row.values, row.origins)
