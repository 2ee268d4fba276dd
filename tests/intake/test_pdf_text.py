"""Running text in PDFs: lines to paragraphs, in reading order, without page numbers; scanned pages by name."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from juesuan_desktop.intake.material import Paragraph, RawTable, Scan
from juesuan_desktop.intake.pdf.document import read_pdf
from juesuan_desktop.intake.pdf.glyphs import plain_character
from juesuan_desktop.locations import resources

FONT = "test-serif"
SIZE = 12.0
LEFT, TOP, PITCH = 72.0, 72.0, 20.0
FULL = 37  # characters of a full line

Write = Callable[[Callable[[Canvas], None]], Path]


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, resources() / "fonts" / "NotoSerifSC-GBK.ttf"))


@pytest.fixture
def made(tmp_path: Path) -> Write:
    def write(draw: Callable[[Canvas], None]) -> Path:
        path = tmp_path / "made.pdf"
        canvas = Canvas(str(path), pagesize=(595, 842))
        draw(canvas)
        canvas.save()
        return path

    return write


def put(canvas: Canvas, x: float, top: float, text: str, size: float = SIZE, font: str = FONT) -> None:
    canvas.setFont(font, size)
    canvas.drawString(x, 842 - top - size, text)


def put_lines(canvas: Canvas, text: str, start: float = TOP) -> float:
    """Lines one below the other; a line that begins with a full-width blank is indented by it. Where the next goes."""
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip("\u3000"))
        put(canvas, LEFT + indent * SIZE, start + number * PITCH, line.strip("\u3000"))
    return start + (text.count("\n") + 1) * PITCH


def texts(path: Path) -> list[str]:
    return [block.text for block in read_pdf(path) if isinstance(block, Paragraph)]


BODY = "决" * (FULL - 2)
WRAPPED = f"　　{BODY}\n{'算' * FULL}\n公开。"


def test_a_line_that_wraps_goes_on(made: Write) -> None:
    path = made(lambda canvas: put_lines(canvas, "\n".join([WRAPPED] * 5)) and None)
    assert texts(path) == [f"{BODY}{'算' * FULL}公开。"] * 5


def test_a_full_last_line_ends_where_the_next_is_indented(made: Write) -> None:
    full = f"　　{BODY}\n{'算' * (FULL - 1)}。"
    path = made(lambda canvas: put_lines(canvas, "\n".join([full] * 7)) and None)
    assert texts(path) == [f"{BODY}{'算' * (FULL - 1)}。"] * 7


def test_a_figure_that_did_not_fit_is_no_end_of_a_paragraph(made: Write) -> None:
    early = f"　　{'决' * (FULL - 5)}\n1,234,567.89万元。"
    path = made(lambda canvas: put_lines(canvas, "\n".join([WRAPPED] * 4 + [early])) and None)
    assert texts(path)[-1] == f"{'决' * (FULL - 5)}1,234,567.89万元。"


def test_headings_stand_alone(made: Write) -> None:
    text = "\n".join(["　　一、收入决算情况说明", WRAPPED, "　　二、支出决算情况说明", WRAPPED] * 2)
    path = made(lambda canvas: put_lines(canvas, text) and None)
    assert texts(path)[:3] == ["一、收入决算情况说明", f"{BODY}{'算' * FULL}公开。", "二、支出决算情况说明"]


def test_a_heading_of_two_lines_set_in_the_middle(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 20)
        canvas.drawCentredString(297, 780, "第三部分某市某区财政局部门决算情况说明标")
        canvas.drawCentredString(297, 752, "题续行")
        put_lines(canvas, "\n".join([WRAPPED] * 4), 130)

    assert texts(made(draw))[0] == "第三部分某市某区财政局部门决算情况说明标题续行"


def test_other_fonts_and_base_lines_stay_in_their_line(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "收入合计")
        put(canvas, LEFT + 48, TOP + 2, "2946.25", font="Times-Roman")
        put(canvas, LEFT + 48 + 42, TOP, "万元，占")
        put(canvas, LEFT + 138, TOP - 2, "99.79%", font="Helvetica")
        put(canvas, LEFT, TOP + PITCH, "支出合计")

    assert texts(made(draw))[0] == "收入合计2946.25万元，占99.79%"


def test_parts_far_apart_are_parted_by_a_tab(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "部门：清溪县水利局")
        put(canvas, 400, TOP, "金额单位：元")

    assert texts(made(draw)) == ["部门：清溪县水利局\t金额单位：元"]


def test_written_blanks_and_gaps(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        x = LEFT
        for text, gap in (("（1） 2023 年", 0.25), ("度", 0.25), ("GB/T", 0.25), ("9704", 1), ("号", 0)):
            put(canvas, x, TOP, text)
            x += pdfmetrics.stringWidth(text, FONT, SIZE) + gap * SIZE

    assert texts(made(draw)) == ["（1） 2023 年度GB/T 9704 号"]


def test_text_drawn_twice_to_look_bold_is_read_once(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "合计1,100.00")
        put(canvas, LEFT + 0.4, TOP, "合计1,100.00")

    assert texts(made(draw)) == ["合计1,100.00"]


def test_a_watermark_is_no_text(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "收入合计")
        canvas.rotate(45)
        put(canvas, 300, 700, "仅供公开", size=60)

    assert texts(made(draw)) == ["收入合计"]


def test_radicals_are_read_as_the_words_they_look_like() -> None:
    assert "".join(map(plain_character, "⼀、⼈员 ⻋辆 部⻔ 1.00")) == "一、人员 车辆 部门 1.00"


def test_page_numbers_and_running_heads_are_left_out(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(1, 7):
            put(canvas, LEFT, 30, "某区财政局2024年度部门决算", size=9)
            put_lines(canvas, f"　　{BODY}\n" + "\n".join(["算" * FULL] * 30))
            put(canvas, 280, 800, f"— {page} —", size=9)
            put(canvas, LEFT, 812, f"校验码 7F3A 第{page}页 共6页", size=9)
            canvas.showPage()

    assert texts(made(draw)) == [f"{BODY}{'算' * FULL * 30}"] * 6


def test_a_paragraph_goes_on_over_the_end_of_a_page(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put_lines(canvas, f"　　{BODY}\n" + "\n".join(["算" * FULL] * 30))
        put(canvas, 290, 800, "1")
        canvas.showPage()
        put_lines(canvas, f"2946.25万元。\n{WRAPPED}")

    path = made(draw)
    assert texts(path)[0].endswith("算2946.25万元。")
    assert [block.page for block in read_pdf(path) if isinstance(block, Paragraph)] == [1, 2]


def test_two_columns_are_read_one_after_the_other(made: Write) -> None:
    """Each line is as long as its column; a paragraph goes on at the top of the right one."""
    paragraph = ["决" * 16, *["算" * 18] * 4, "公开。"]
    column = [*paragraph, *paragraph, *paragraph[:4]], [*paragraph[4:], *paragraph, *paragraph]

    def draw(canvas: Canvas) -> None:
        for x, lines in zip((60, 310), column, strict=True):
            for number, line in enumerate(lines):
                indent = 2 * SIZE if line.startswith("决") else 0
                put(canvas, x + indent, TOP + number * PITCH, line)

    assert texts(made(draw)) == ["".join(paragraph)] * 5


def test_a_list_without_lines_is_not_taken_for_two_columns(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(15):
            put(canvas, 60, TOP + number * PITCH, f"第{number}中学" + "校" * (number % 5))
            put(canvas, 310, TOP + number * PITCH, "全额拨款" + "事业" * (number % 7))

    assert all("\t" in text for text in texts(made(draw)))


def test_text_and_tables_in_the_order_of_the_page(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, 200, "注：表后")
        canvas.grid([72, 172, 272], [842 - 120, 842 - 140, 842 - 160])
        put(canvas, 75, 125, "项目")
        put(canvas, LEFT, 80, "表前")

    before, table, after = read_pdf(made(draw))
    assert isinstance(table, RawTable)
    assert [block.text for block in (before, after) if isinstance(block, Paragraph)] == ["表前", "注：表后"]


def test_a_scanned_page_among_others_is_remembered(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "收入合计")
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
        canvas.showPage()
        canvas.showPage()  # blank: neither text nor scan

    assert read_pdf(made(draw)) == (Paragraph("收入合计", 1), Scan(2))


def test_what_a_scanner_guessed_is_no_text(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "收入合计")
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
        guessed = canvas.beginText(LEFT, 700)
        guessed.setFont(FONT, SIZE)
        guessed.setTextRenderMode(3)
        guessed.textOut("2,946.2S")
        canvas.drawText(guessed)

    assert read_pdf(made(draw)) == (Paragraph("收入合计", 1), Scan(2))


def test_what_a_scanner_guessed_is_no_text_beside_a_page_number(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "收入合计")
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
        guessed = canvas.beginText(LEFT, 700)
        guessed.setFont(FONT, SIZE)
        guessed.setTextRenderMode(3)
        guessed.textLines("2,946.2S\n" * 30)
        canvas.drawText(guessed)
        put(canvas, 290, 800, "- 2 -")

    assert read_pdf(made(draw)) == (Paragraph("收入合计", 1), Scan(2))


def test_a_scanned_page_with_its_number_is_a_scan(made: Write) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "收入合计")
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
        put(canvas, 290, 800, "- 2 -")

    assert Scan(2) in read_pdf(made(draw))


def test_the_library_is_loaded_when_first_used() -> None:
    words = "import sys, juesuan_desktop.app; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
