"""The closed set of blocks a finished report is made of. Writers know these and nothing else."""

from dataclasses import dataclass

from juesuan_desktop.document.charts import Slice
from juesuan_desktop.forms.grid import Grid


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: lines set large, one under the other (年度, 单位, 部门决算), and small ones at its foot."""

    lines: tuple[str, ...]
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """目录: made by the writer from the headings that follow, with their page numbers."""

    title: str = "目录"


@dataclass(frozen=True, slots=True)
class Part:
    """A page of its own that opens a part: 「第一部分」 and its name."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside a part. Level 1 is 「一、」, level 2 「（一）」; level 1 stands in the contents."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, first line indented by two characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A public table on pages of its own; ``heading`` is its entry in contents (「一、收入支出决算总表」)."""

    grid: Grid
    heading: str


@dataclass(frozen=True, slots=True)
class Brief:
    """一页说明: a page of its own with key figures (a first column of names, then numbers), compositions and notes."""

    title: str
    subtitle: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    charts: tuple[tuple[str, tuple[Slice, ...]], ...]
    notes: tuple[str, ...]
    signature: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Cover | Contents | Part | Heading | Paragraph | Table | Brief | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report for paper.

    ``mark`` is printed across every page (草稿) when not empty; ``code`` is the 校验码 of the footer, empty if none.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    mark: str = ""
    code: str = ""

    def grids(self) -> tuple[Grid, ...]:
        """The tables alone, in their order."""
        return tuple(block.grid for block in self.blocks if isinstance(block, Table))
