"""Ruled tables in PDFs: cells by their lines, whatever way they are drawn, and tables over more than one page."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.pdf.document import read_pdf as read_pdf_file
from juesuan_desktop.locations import resources

FONT = "test-serif"
SIZE = 10.0
WIDTH, HEIGHT = 595.0, 842.0
PAD = 3.0

Rows = Sequence[Sequence[str]]
Read = Callable[[Callable[[Canvas], None]], list[RawTable]]


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, resources() / "fonts" / "NotoSerifSC-GBK.ttf"))


@pytest.fixture
def tables(tmp_path: Path) -> Read:
    """Draw a PDF and read its tables."""

    def read(draw: Callable[[Canvas], None]) -> list[RawTable]:
        path = tmp_path / "made.pdf"
        canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.save()
        return [block for block in read_pdf_file(path) if isinstance(block, RawTable)]

    return read


def write(canvas: Canvas, x: float, top: float, text: str, size: float = SIZE) -> None:
    """Text with its base line a line's height below ``top``; points from the upper left corner."""
    canvas.setFont(FONT, size)
    canvas.drawString(x, HEIGHT - top - size, text)


def across(canvas: Canvas, top: float, start: float, end: float) -> None:
    canvas.line(start, HEIGHT - top, end, HEIGHT - top)


def down(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)


def cells(edges: Sequence[float], levels: Sequence[float], rows: Rows) -> Iterator[tuple[float, float, str]]:
    """Where each cell's text begins."""
    for top, row in zip(levels, rows, strict=False):
        yield from ((left + PAD, top + PAD, text) for left, text in zip(edges, row, strict=False))


def draw_table(canvas: Canvas, edges: Sequence[float], levels: Sequence[float], rows: Rows) -> None:
    """A table with all its lines."""
    for level in levels:
        across(canvas, level, edges[0], edges[-1])
    for edge in edges:
        down(canvas, edge, levels[0], levels[-1])
    for x, top, text in cells(edges, levels, rows):
        for number, line in enumerate(text.split("\n")):
            write(canvas, x, top + number * SIZE * 1.2, line)


EDGES = (60.0, 160.0, 240.0, 320.0)
LEVELS = (100.0, 118.0, 136.0, 154.0)
ROWS = (("科目", "基本支出", "项目支出"), ("行政运行", "1,511.89", "8.37"), ("购房补贴", "", "258.50"))


def test_a_plain_table(tables: Read) -> None:
    [table] = tables(lambda canvas: draw_table(canvas, EDGES, LEVELS, ROWS))
    assert table == RawTable(ROWS, page=1)


def test_words_that_wrap_are_one_label(tables: Read) -> None:
    rows = (("机关事业单位基本\n养老保险缴费支出", "160.75", "GB/T\n9704"), ("1,234,5\n67.89", "1.00\n2.00", ""))
    [table] = tables(lambda canvas: draw_table(canvas, EDGES, (100, 130, 160), rows))
    assert table.rows == (
        ("机关事业单位基本养老保险缴费支出", "160.75", "GB/T 9704"),
        ("1,234,567.89", "1.00；2.00", ""),  # two figures in one cell are told apart, not glued
    )


def test_merged_cells_have_their_text_in_the_first_place(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        across(canvas, 100, 60, 320)
        across(canvas, 118, 160, 320)  # nothing below 项目: it reaches down
        across(canvas, 136, 60, 320)
        down(canvas, 60, 100, 136)
        down(canvas, 160, 100, 136)
        down(canvas, 240, 118, 136)  # nothing inside 本年支出: it reaches right
        down(canvas, 320, 100, 136)
        for x, top, text in ((63, 112, "项目"), (163, 103, "本年支出"), (163, 121, "基本支出"), (243, 121, "项目支出")):
            write(canvas, x, top, text)

    [table] = tables(draw)
    assert table.rows == (("项目", "本年支出", ""), ("", "基本支出", "项目支出"))


def test_lines_may_be_boxes_thin_bars_or_dashes(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        for left, right in pairwise(EDGES):
            canvas.rect(left, HEIGHT - 118, right - left, 18)  # first row: a box for each cell
        canvas.setFillColorRGB(0.8, 0.8, 0.8)
        canvas.rect(60, HEIGHT - 136, 260, 18, stroke=0, fill=1)  # shade is no line
        canvas.setFillColorRGB(0, 0, 0)
        for edge in EDGES:
            canvas.rect(edge - 0.4, HEIGHT - 154, 0.8, 36, stroke=0, fill=1)  # sides as thin bars
        for level in (136.0, 154.0):
            for step in range(26):
                across(canvas, level, 60 + step * 10, 68 + step * 10)  # dashes
        for x, top, text in cells(EDGES, LEVELS, ROWS):
            write(canvas, x, top, text)

    [table] = tables(draw)
    assert table.rows == ROWS


def test_a_table_open_at_its_sides(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        for level in LEVELS:
            across(canvas, level, EDGES[0], EDGES[-1])
        for edge in EDGES[1:-1]:
            down(canvas, edge, LEVELS[0], LEVELS[-1])
        for x, top, text in cells(EDGES, LEVELS, ROWS):
            write(canvas, x, top, text)

    [table] = tables(draw)
    assert table.rows == ROWS


def test_figures_that_leave_their_place_stay_whole(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        draw_table(canvas, EDGES, LEVELS, ROWS[:1])
        write(canvas, 163, 116, "2,106.66")  # a little high: its head touches the line above
        write(canvas, 236, 121, "123,456,789.01")  # begins left of its cell
        write(canvas, 163, 139, "10.00", size=12)
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(243, HEIGHT - 152, "20.00")  # another font, another base line

    [table] = tables(draw)
    assert table.rows[1:] == (("", "2,106.66", "123,456,789.01"), ("", "10.00", "20.00"))


def test_words_too_long_for_their_cell_are_not_mixed_with_the_next(tables: Read) -> None:
    """Excel clips them; a PDF holds them whole, printed over the cell beside them."""
    narrow = (60.0, 110.0, 135.0, 240.0, 290.0)

    def draw(canvas: Canvas) -> None:
        draw_table(canvas, narrow, LEVELS, (("项目", "行次", "决算数", "备注"),))
        for level, number, figure in ((118, "27", "2,946.25"), (136, "8", "6.20")):
            write(canvas, 62, level + PAD, "七、附属单位上缴收入")
            write(canvas, 113, level + PAD, number)
            write(canvas, 200, level + PAD, figure)

    [table] = tables(draw)
    assert table.rows[1:] == (
        ("七、附属单位上缴收入", "27", "2,946.25", ""),
        ("七、附属单位上缴收入", "8", "6.20", ""),
    )


@pytest.mark.parametrize("start", [145.5, 148.6, 150.0, 155.0])
def test_a_figure_that_reaches_into_the_cell_of_line_numbers_is_not_glued_to_one(tables: Read, start: float) -> None:
    narrow = (60.0, 140.0, 160.0, 220.0)

    def draw(canvas: Canvas) -> None:
        draw_table(canvas, narrow, LEVELS, (("项目", "行次", "金额"), ("总计", "1", "")))
        write(canvas, start, 121, "13,468,593.18")

    [table] = tables(draw)
    assert table.rows[1] == ("总计", "1", "13,468,593.18")


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("told", [True, False], ids=["Rotate", "only the drawing turned"])
def test_a_turned_page(tables: Read, degrees: int, told: bool) -> None:
    def draw(canvas: Canvas) -> None:
        wide, high = WIDTH, HEIGHT
        if told:
            canvas.setPageRotation(degrees)  # reportlab lays the paper across for a quarter turn
            wide, high = (HEIGHT, WIDTH) if degrees != 180 else (WIDTH, HEIGHT)
        canvas.translate(*{90: (wide, 0), 180: (wide, high), 270: (0, high)}[degrees])
        canvas.rotate(degrees)
        canvas.translate(0, (high if degrees == 180 else wide) - HEIGHT)  # so that the paper's top is at the top
        draw_table(canvas, EDGES, LEVELS, ROWS)

    [table] = tables(draw)
    assert table.rows == ROWS


def test_lines_and_words_in_a_form_xobject(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("stamp")
        draw_table(canvas, EDGES, LEVELS, ROWS)
        canvas.endForm()
        canvas.translate(30, 200)
        canvas.scale(0.8, 0.8)
        canvas.doForm("stamp")

    [table] = tables(draw)
    assert table.rows == ROWS


def test_a_table_that_goes_on_over_the_next_pages(tables: Read) -> None:
    more = (("住房公积金", "187.19", ""),)

    def draw(canvas: Canvas) -> None:
        draw_table(canvas, EDGES, LEVELS, ROWS)
        write(canvas, 290, 790, "— 1 —")
        canvas.showPage()
        draw_table(canvas, EDGES, LEVELS, ROWS)  # the header and, by chance, the same lines again
        canvas.showPage()
        wide = [edge + 20 for edge in EDGES]  # the other side's margin
        draw_table(canvas, wide, LEVELS[:2], more)

    [table] = tables(draw)
    assert table.rows[-1] == more[0]
    assert (table.page, len(table.rows)) == (1, 4)


def test_a_continuation_whose_last_row_is_merged(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        draw_table(canvas, EDGES, LEVELS, ROWS)
        canvas.showPage()
        draw_table(canvas, (60, 240, 320), (60, 78), (("合计", "266.87"),))

    [table] = tables(draw)
    assert table.rows[-1] == ("合计", "", "266.87")


def test_a_table_with_a_title_of_its_own_is_another(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        draw_table(canvas, EDGES, LEVELS, ROWS)
        canvas.showPage()
        write(canvas, 200, 60, "支出决算表")
        draw_table(canvas, EDGES, LEVELS, ROWS)

    assert [table.page for table in tables(draw)] == [1, 2]


def test_the_title_printed_again_over_a_continuation(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 200, 60, "支出决算表")
        draw_table(canvas, EDGES, LEVELS[:3], ROWS[:2])
        canvas.showPage()
        write(canvas, 200, 60, "支出决算表（续）")
        draw_table(canvas, EDGES, LEVELS[:3], (ROWS[0], ROWS[2]))

    [table] = tables(draw)
    assert table.rows[-1] == ROWS[2]


def test_two_blocks_side_by_side(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        draw_table(canvas, (60, 160, 240), LEVELS, [row[:2] for row in ROWS])
        draw_table(canvas, (250, 330, 400), LEVELS, [row[1:] for row in ROWS])

    [table] = tables(draw)
    assert table.rows == tuple((*row[:2], *row[1:]) for row in ROWS)


def test_a_frame_is_no_table(tables: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 50, 495, 740)
        draw_table(canvas, EDGES, LEVELS, ROWS)

    [table] = tables(draw)
    assert table.rows == ROWS


def test_title_unit_and_note_inside_the_frame(tables: Read) -> None:
    rows = (("支出决算表", "", ""), ("单位：万元", "", ""), *ROWS, ("注：本表反映各项支出情况。", "", ""))
    levels = [100 + 18 * step for step in range(len(rows) + 1)]

    def draw(canvas: Canvas) -> None:
        draw_table(canvas, EDGES, levels[2:6], ROWS)
        canvas.rect(60, HEIGHT - levels[-1], 260, levels[-1] - levels[0])
        across(canvas, levels[1], 60, 320)
        for top, row in zip(levels, rows, strict=False):
            if not row[1]:
                write(canvas, 63, top + PAD, row[0])

    [table] = tables(draw)
    assert table.rows == ROWS
