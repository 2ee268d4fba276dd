"""A report as it was read from paper: every figure as printed, computed ones too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from juesuan_desktop.forms.table import Table

FILLED, EMPTY, MISSING = "filled", "empty", "missing"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a table: its key in addresses, what is printed of it, its amounts by measure (None for a blank).

    ``origins`` tells by measure where in the file each amount stands (「Sheet1!C5」, 「第 8 页」).
    """

    key: str
    code: str | None
    label: str | None
    line_no: str | None
    values: Mapping[str, Decimal | None]
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """One public table as read.

    ``cut`` says why its checks cannot run, empty if it has all its lines; ``unread`` tells by line and measure which of
    its figures could not be read (「####」, a column that was not found) and why; ``half`` is half of its last printed
    place (0 for 元);
    ``notes`` stand below it, ``unit_line`` is its 「单位：元」 if printed and ``amount_unit`` what that says (its
    amounts are in the report's unit all the same), ``places`` the decimals it uses;
    ``strangers`` are lines the form does not have, ``headings`` column headings in other words than the form's (as
    printed, and the trade's word), ``odd`` sentences about what else could not be read, ``beside`` about other tables
    of the file that look like this one and were not read; ``is_doubtful`` says that nothing told it from them.
    """

    id: str
    name: str
    number: str | None = None
    title: str | None = None
    page: int | None = None
    state: str = MISSING
    lines: tuple[PrintedLine, ...] = ()
    cut: str = ""
    unread: Mapping[tuple[str, str], str] = field(default_factory=dict)
    half: Decimal = Decimal(0)
    notes: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    unit_line: str | None = None
    amount_unit: str = ""
    places: frozenset[int] = frozenset()
    beside: tuple[str, ...] = ()
    is_doubtful: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether everything in it was read, so that a blank is a zero."""
        return not self.cut and not self.unread


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """One section of text as read."""

    id: str
    title: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A whole report as read, figures in ``amount_unit``; ``scans`` are pages that are only pictures,
    ``remarks`` sentences about the file as a whole that people must be told.

    ``unpublished`` is what our own file knows beside the paper, 补充资料 by address as they are kept.
    """

    file: str
    form_id: str
    year: int
    unit_name: str
    amount_unit: str
    tables: tuple[PrintedTable, ...] = ()
    sections: tuple[PrintedSection, ...] = ()
    scans: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    unpublished: Mapping[str, str] = field(default_factory=dict)

    def unit_of(self, table: PrintedTable) -> str:
        """What a table's amounts were printed in."""
        return table.amount_unit or self.amount_unit


def amounts_in(found: PrintedTable, table: Table) -> Iterator[tuple[PrintedLine, str, Decimal]]:
    """Every amount that is printed in a table and has a place in the form's: its line, its measure, itself."""
    for line in found.lines:
        for measure, amount in line.values.items():
            if amount is not None and table.has(line.key, measure):
                yield line, measure, amount


def pages_told(pages: Sequence[int]) -> str:
    """Pages for a sentence: 「第 8 页」, 「第 4–7、9 页（共 5 页）」."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0])]
    told = "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"第 {told} 页" + (f"（共 {len(pages)} 页）" if len(pages) > 1 else "")
