"""审核报告: the outcome of checking as a document to print, sign and keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from juesuan_desktop.document.blocks import Document, Table
from juesuan_desktop.document.listing import FIRST_ROW, HEADER_ROW, LINE_ROW, listing
from juesuan_desktop.forms.grid import Align, Cell, Grid, Role

_COLUMNS = {
    "序号": 5,
    "类别": 7,
    "规则": 8,
    "表": 12,
    "说明": 50,
    "表中数": 17,
    "应为": 17,
    "差额": 16,
    "原因、说明": 34,
}
_IDLE_COLUMNS = {"序号": 5, "规则": 9, "规则说明": 62, "没有检查的原因": 40, "项数": 6}
_CENTRED = frozenset({"序号", "类别", "规则", "项数"})
_NUMBERS = frozenset({"表中数", "应为", "差额"})
_SIGNED = "审核人：　　　　　　　　　复核人：　　　　　　　　　单位负责人：　　　　　　　　日期：　　　　年　　月　　日"
_NOTE = "不平：须改正后定稿。提示：须核实并说明原因。待填：还没有填写。尾差：四舍五入造成，不是错误。未检查：不算通过。"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What is told: ``rows`` and ``idle`` hold the texts of their columns but for the number in front.

    ``scope`` says what a report of some findings only is about; it stands in the title.
    """

    unit: str
    year: int
    form: str
    made_on: str
    verdict: str
    rows: Sequence[Row]
    idle: Sequence[Row]
    scope: str = ""


def review(told: Review) -> Document:
    """The outcome as a document of one or two tables."""
    head = (f"{told.unit}　{told.year}年度", told.verdict, f"{told.form}　{told.made_on}")
    nothing = [("", "", "", "没有。" if told.scope else "没有不平、待填、提示和尾差。", "", "", "", "")]
    scope = f"（只印：{told.scope}）" if told.scope else ""
    blocks = []
    if told.rows or not (told.scope and told.idle):
        rows = told.rows or nothing
        blocks.append(Table(_grid(f"审核报告{scope}", head, _COLUMNS, rows, (_NOTE, _SIGNED)), "一、审核结果"))
    if told.idle:
        blocks.append(Table(_grid(f"未检查的规则{scope}", head, _IDLE_COLUMNS, told.idle, ()), "二、未检查的规则"))
    return Document(f"{told.unit}{told.year}年度部门决算审核报告{scope}", told.unit, tuple(blocks))


def _grid(
    title: str, head: tuple[str, str, str], columns: Mapping[str, float], rows: Sequence[Row], notes: Sequence[str]
) -> Grid:
    cells = [cell for row, texts in enumerate(rows, FIRST_ROW) for cell in _row(row, texts, columns)]
    return listing(title, list(_line(head, len(columns) - 1)), columns, cells, notes)


def _line(head: tuple[str, str, str], last: int) -> Iterator[Cell]:
    """The unit on the left, the verdict, the form on the right."""
    left, middle, right = head
    yield Cell(LINE_ROW, 0, Role.HEAD, left, align=Align.LEFT)
    yield Cell(LINE_ROW, 1, Role.HEAD, middle, width=last - 1, align=Align.CENTER)
    yield Cell(LINE_ROW, last, Role.HEAD, right, align=Align.RIGHT)


def _row(row: int, texts: Row, columns: Mapping[str, float]) -> Iterator[Cell]:
    number = str(row - HEADER_ROW) if any(texts[:2]) else ""  # the row that says that there is nothing has none
    for column, (name, text) in enumerate(zip(columns, (number, *texts), strict=True)):
        align = Align.CENTER if name in _CENTRED else Align.RIGHT if name in _NUMBERS else Align.LEFT
        yield Cell(row, column, Role.LABEL, text, align=align)
