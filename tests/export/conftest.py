"""Small tables and reports made by hand; PDFs read back by another library than the one that wrote them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from juesuan_desktop.document.blocks import Contents, Cover, Document, Heading, Paragraph, Part, Table
from juesuan_desktop.forms.grid import Align, Cell, Grid, Role

MakeGrid = Callable[..., Grid]
ReadPdf = Callable[[Path], list[str]]


def small_grid(rows: int = 3, *, label: str = "行政运行", landscape: bool = False, sheet: str = "公开03表") -> Grid:
    """公开03表 in small: title, a line of the head, two header rows with merged cells, lines, a note."""
    head = [
        Cell(0, 0, Role.TITLE, "支出决算表", width=4, align=Align.CENTER),
        Cell(1, 0, Role.HEAD, "部门：测试单位", width=2),
        Cell(1, 2, Role.HEAD, "金额单位：元", width=2, align=Align.RIGHT),
        Cell(2, 0, Role.HEADER, "项目", width=2, align=Align.CENTER),
        Cell(2, 2, Role.HEADER, "基本支出", height=2, align=Align.CENTER),
        Cell(2, 3, Role.HEADER, "项目支出", height=2, align=Align.CENTER),
        Cell(3, 0, Role.HEADER, "科目代码", align=Align.CENTER),
        Cell(3, 1, Role.HEADER, "科目名称", align=Align.CENTER),
    ]
    body = [cell for row in range(rows) for cell in _line(4 + row, label)]
    note = Cell(4 + rows, 0, Role.NOTE, "注：本表反映部门本年度各项支出情况。", width=4)
    return Grid(
        id="expenditure",
        name="支出表",
        title="支出决算表",
        number="公开03表",
        sheet=sheet,
        rows=5 + rows,
        columns=4,
        cells=(*head, *body, note),
        widths=(12, 30, 18, 18),
        header=range(2, 4),
        landscape=landscape,
    )


def _line(row: int, label: str) -> Iterator[Cell]:
    amount = Decimal("13281427.17") + row
    yield Cell(row, 0, Role.CODE, str(2010301 + row))
    yield Cell(row, 1, Role.LABEL, label)
    yield Cell(row, 2, Role.TYPED, f"{amount:,.2f}", align=Align.RIGHT, amount=amount, address="支出表[1]")
    yield Cell(row, 3, Role.TYPED, "0.00", align=Align.RIGHT, amount=Decimal(0), address="支出表[2]")


@pytest.fixture
def grid() -> MakeGrid:
    return small_grid


@pytest.fixture
def report() -> Document:
    """A whole report in small: every kind of block, text over several pages."""
    prose = [Paragraph("2023年度收入合计1,371.73万元，其中：财政拨款收入1,346.86万元，占98.19%。" * 12)] * 8
    blocks = (
        Cover(("2023年度", "测试单位", "部门决算")),
        Contents(),
        Part("第一部分", "测试单位概况"),
        Heading("一、部门职责"),
        *prose,
        Heading("二、机构设置"),
        Heading("（一）内设机构", 2),
        Paragraph("负责人：㛃𠮷。"),
        Part("第二部分", "部门决算表"),
        Table(small_grid(100), "一、支出决算表"),
        Table(small_grid(3, landscape=True), "二、支出决算表（续）"),
    )
    return Document("2023年度部门决算", "测试单位", blocks, code="7F3A-91C2")


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        yield pdf
    finally:
        pdf.close()


@pytest.fixture
def read_pdf() -> ReadPdf:
    """The text of each page."""

    def read(path: Path) -> list[str]:
        with opened(path) as pdf:
            return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]

    return read


@pytest.fixture
def bookmarks() -> Callable[[Path], list[tuple[int, str, int]]]:
    """Level, title and page number of each bookmark."""

    def read(path: Path) -> list[tuple[int, str, int]]:
        with opened(path) as pdf:
            return [(mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in pdf.get_toc()]

    return read
