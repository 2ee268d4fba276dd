"""The one picture of a table on paper: screen, Excel, Word and PDF draw this same Grid."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a cell is on the paper; it decides the look, never the meaning.

    Attributes:
        is_ruled: whether the cell has borders (it belongs to the table proper).
        is_figure: whether the cell has an address and can hold an amount.
    """

    TITLE = "title"  # 表题
    HEAD = "head"  # 表号、部门、年度、金额单位: above the ruled part, no border
    HEADER = "header"  # column headings, 栏次 included
    LABEL = "label"  # a printed line: 项目, 科目名称
    CODE = "code"  # 科目编码
    PAPER = "paper"  # ruled but meaningless: 行次, blank numbered lines
    TYPED = "typed"  # □, she types it
    COMPUTED = "computed"  # ▣, the rules fill it
    NOTE = "note"  # 注、说明: below the ruled part, no border

    def __init__(self, word: str) -> None:
        self.is_ruled = word not in ("title", "head", "note")
        self.is_figure = word in ("typed", "computed")


class Align(StrEnum):
    """Where the text stands in its cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Cell(NamedTuple):
    """One cell with its span. ``text`` is what is printed; ``amount`` the number behind it, in the grid's unit."""

    row: int
    column: int
    role: Role
    text: str = ""
    height: int = 1
    width: int = 1
    align: Align = Align.LEFT
    amount: Decimal | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it lies on the paper, head and notes included.

    ``header`` is the range of rows repeated at the top of every further page; ``widths`` are relative column widths
    (characters of the table's font), ``places`` the printed decimals.
    """

    id: str
    name: str
    title: str
    number: str
    sheet: str
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    header: range
    landscape: bool
    places: int = 2

    def figures(self) -> Iterator[Cell]:
        """The cells that have an address, row by row."""
        return (cell for cell in self.cells if cell.role.is_figure)

    def ruled_rows(self) -> range:
        """The rows of the table proper, without head and notes."""
        rows = [cell.row for cell in self.cells if cell.role.is_ruled]
        return range(min(rows), max(rows) + 1)
