"""One public table of a form: its picture, its lines and measures, its addresses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from juesuan_desktop.forms.addresses import Place, address
from juesuan_desktop.forms.binding import REPEATED, Box
from juesuan_desktop.forms.codes import LEVELS, Line, is_code
from juesuan_desktop.forms.picture import Kind, Picture
from juesuan_desktop.forms.vocabulary import CarryOver, Words

MONEY, COUNT, SCORE, TEXT, DATE = "金额", "数量", "得分", "文字", "日期"
NUMBERS = (MONEY, COUNT, SCORE)
KINDS = (*NUMBERS, TEXT, DATE)
"""What a cell can hold; any other kind is choices, written `甲/乙/丙`."""


@dataclass(frozen=True)
class Layout:
    """What ``form.toml`` says of a table beside its picture."""

    title: str
    number: str = ""
    sheet: str = ""
    landscape: bool = False
    widths: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = ""
    places: int = 2
    zero: str = "0.00"
    also: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """A table of a form. ``id`` names its files, ``name`` its addresses; ``levels`` are the code levels it prints."""

    id: str
    name: str
    picture: Picture
    boxes: tuple[Box, ...]
    words: Words
    layout: Layout
    levels: tuple[str, ...] = ()

    @property
    def full_title(self) -> str:
        """Its number and title, as one says it: 「公开03表 支出决算表」."""
        return f"{self.layout.number} {self.layout.title}".strip()

    @property
    def short_title(self) -> str:
        """Its number, or its title where the form prints no numbers."""
        return self.layout.number or self.layout.title

    @cached_property
    def repeats(self) -> bool:
        """Whether the table has code lines that the user adds."""
        return any(box.line == REPEATED for box in self.boxes)

    @cached_property
    def has_money(self) -> bool:
        """Whether any figure is an amount: a list of cars needs no 金额单位."""
        return any(self.kind(box.line, box.measure) == MONEY for box in self.boxes)

    @cached_property
    def boxes_at(self) -> dict[tuple[int, int], Box]:
        """Boxes by their row and column in the picture."""
        return {(box.row, box.column): box for box in self.boxes}

    @cached_property
    def fixed_lines(self) -> tuple[str, ...]:
        """The lines the picture prints, in reading order: down the left block first, then the next."""
        first: dict[str, tuple[int, int, int]] = {}
        for box in self.boxes:
            if box.line != REPEATED:
                first.setdefault(box.line, (self._block(box), box.row, box.column))
        return tuple(sorted(first, key=first.__getitem__))

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The measures this form prints, in the vocabulary's order."""
        here = {box.measure for box in self.boxes}
        return tuple(measure for measure in self.words.measures if measure in here)

    @cached_property
    def _by_line(self) -> dict[str, dict[str, Box]]:
        lines: dict[str, dict[str, Box]] = {}
        for box in sorted(self.boxes, key=lambda box: self.words.measures.index(box.measure)):
            for kind in self._line_kinds(box):
                lines.setdefault(kind, {})[box.measure] = box
        return lines

    @cached_property
    def total_first(self) -> bool:
        """Whether 合计 stands above the repeating lines."""
        rows = [box.row for box in self.boxes if box.line == REPEATED]
        fixed = [box.row for box in self.boxes if box.line != REPEATED]
        return not rows or not fixed or min(fixed) < min(rows)

    def lines(self, code_lines: Iterable[Line] = ()) -> tuple[str, ...]:
        """All line keys in printed order, the code lines at their place."""
        keys = tuple(line.key for line in code_lines) if self.repeats else ()
        return (*self.fixed_lines, *keys) if self.total_first else (*keys, *self.fixed_lines)

    def measures_of(self, line: str) -> tuple[str, ...]:
        """The measures a line has, in order; empty if the form has no such line."""
        return tuple(self._boxes_of(line))

    def has(self, line: str, measure: str) -> bool:
        """Whether the form has this figure."""
        return measure in self._boxes_of(line)

    def is_computed(self, line: str, measure: str) -> bool:
        """Whether the figure is ▣ (the rules fill it)."""
        return self._boxes_of(line)[measure].computed

    def box(self, line: str, measure: str) -> Box:
        """The box that draws this figure (the template's box for a code line)."""
        return self._boxes_of(line)[measure]

    def kind(self, line: str, measure: str) -> str:
        """What a cell holds: one of ``KINDS``, or choices; the line's kind before the column's."""
        kinds = self.layout.kinds
        return kinds.get(line, kinds.get(measure, MONEY))

    def carry(self, line: str, measure: str) -> CarryOver | None:
        """How a figure goes into the next year's report, as its line's word says or else its column's; None: not."""
        carries = self.words.carries
        return carries.get(line) or carries.get(measure)

    def label(self, line: str) -> str:
        """The words printed for a fixed line."""
        return next((box.label for box in self._boxes_of(line).values()), line)

    def address(self, line: str, measure: str) -> str:
        """`表[行]` where the table has one measure for that line, else `表[行·栏]`."""
        if len(self._boxes_of(line)) == 1:
            return address(self.name, line)
        return address(self.name, line, measure)

    def addresses(self, line: str) -> dict[str, str]:
        """The addresses of a line's figures by measure, in order; empty if the form has no such line."""
        boxes = self._boxes_of(line)
        if len(boxes) == 1:
            return dict.fromkeys(boxes, address(self.name, line))
        return {measure: address(self.name, line, measure) for measure in boxes}

    def computed(self, line: str) -> tuple[str, ...]:
        """The measures of a line that are ▣."""
        return tuple(measure for measure, box in self._boxes_of(line).items() if box.computed)

    def place(self, words: Sequence[str]) -> Place | None:
        """The figure that the words between the brackets mean, or None. The measure may be left out if there is one."""
        line, measure = words[0], words[1] if len(words) > 1 else ""
        here = self.measures_of(line)
        if not measure and len(here) == 1:
            return Place(self.name, line, here[0])
        return Place(self.name, line, measure) if measure in here and len(words) == 2 else None

    def places(self, code_lines: Iterable[Line] = ()) -> Iterator[Place]:
        """Every figure of the table with these code lines."""
        for line in self.lines(code_lines):
            for measure in self.measures_of(line):
                yield Place(self.name, line, measure)

    def _boxes_of(self, line: str) -> dict[str, Box]:
        fixed = self._by_line.get(line)
        if fixed is not None or not self.repeats:
            return fixed or {}
        code = line.partition("#")[0]
        level = LEVELS[len(code)] if is_code(code) else "项"
        return self._by_line.get(f"{REPEATED}{level}", self._by_line.get(f"{REPEATED}项", {}))

    def _line_kinds(self, box: Box) -> tuple[str, ...]:
        """A fixed line's own word; for a repeating row the levels it stands for."""
        if box.line != REPEATED:
            return (box.line,)
        return tuple(REPEATED + level for level in self.repeat_levels(box.row))

    def repeat_levels(self, row: int) -> tuple[str, ...]:
        """The levels that a repeating row draws: 类款 → 类, 款; 项 → 项."""
        word = next(cell.word for cell in self.picture.owner[row] if cell.kind is Kind.REPEAT)
        return tuple(word)

    def _block(self, box: Box) -> int:
        """The column of the line's words: it tells the blocks that stand side by side apart."""
        for column in range(box.column - 1, -1, -1):
            cell = self.picture.owner[box.row][column]
            if cell.kind is Kind.PRINTED and cell.word == box.line:
                return cell.column
        return 0
