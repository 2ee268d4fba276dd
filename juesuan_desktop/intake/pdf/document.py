"""A PDF document to material: characters and ruling lines of each page, nothing guessed from white space in tables."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from juesuan_desktop.intake.material import Material, Paragraph, RawTable, Scan
from juesuan_desktop.intake.pdf.feet import Sheet, without_feet
from juesuan_desktop.intake.pdf.glyphs import UNKNOWN, Glyph, glyphs_of
from juesuan_desktop.intake.pdf.joining import Item, whole_tables
from juesuan_desktop.intake.pdf.lattice import lattices_of
from juesuan_desktop.intake.pdf.lines import Line, lines_of
from juesuan_desktop.intake.pdf.prose import Margins, margins_of, paragraphs
from juesuan_desktop.intake.pdf.rulings import drawing_of
from juesuan_desktop.intake.pdf.tables import Piece, piece, split_off
from juesuan_desktop.intake.pdf.text_columns import unfolded
from juesuan_desktop.intake.process.following import Follower, nobody
from juesuan_desktop.intake.refusal import Refusal
from juesuan_desktop.intake.sheets import blocks_of, is_title

MOST_PAGES = 500
MOST_GLYPHS = 1_000_000
UNREADABLE = 0.3
_SCANNED, _MOSTLY = 0.3, 0.5
_STAMP = 40  # characters a page: its number, 「Scanned by CamScanner」
_TAIL = 2048
_DAMAGED = "文件已损坏，请重新取得文件"
_LOCKED = {  # by pdfium's number for what is wrong
    4: "文件有打开密码，请打开后另存（打印）为没有密码的 PDF，或用原始的 Excel、Word 文件",
    5: "文件用证书或专用软件加了密，请用原始的 Excel、Word 文件，或没有加密的 PDF",
}
_ASIDE = re.compile(r"(?:注|说明|备注|(?:金额)?单位)[：:]")
_END = re.compile(rb"startxref\s+\d+")
_WHOLE_LENGTH = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)")


class Page(NamedTuple):
    """What one page holds. ``scanned``: pictures and no text but a stamp; ``pictured``: pictures."""

    sheet: Sheet
    pieces: tuple[Piece, ...]
    unknown: int
    glyphs: int
    scanned: bool
    pictured: bool


def read_pdf(path: Path, told: Follower = nobody) -> Material:
    """The paragraphs, tables and scanned pages of a PDF file; ``told`` of every page that is done. Raises Refusal."""
    _refuse_torn(path)
    pages = list(_pages(path, told))
    _refuse_unreadable(pages)
    bodies = without_feet([page.sheet for page in pages])
    sheets = [body if page.pieces else unfolded(body) for page, body in zip(pages, bodies, strict=True)]
    items = [item for number, page in enumerate(pages) for item in _items(page, sheets[number], number + 1)]
    return tuple(_blocks(whole_tables(items), margins_of(dict(enumerate(sheets, 1)))))


def _refuse_torn(path: Path) -> None:
    """A file that ends too early would be read in part, with no word of what is missing."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(_TAIL)
        file.seek(max(size - _TAIL, 0))
        end = file.read()
    length = _WHOLE_LENGTH.search(start)
    if not _END.search(end) or (length is not None and size < int(length[1])):
        raise Refusal("文件不完整（没有结尾），可能没有下载完，请重新取得文件")


def _pages(path: Path, told: Follower) -> Iterator[Page]:
    """Each page read. Raises Refusal where the file is locked, broken or too long."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise Refusal(_LOCKED.get(error.err_code, _DAMAGED)) from error
    try:
        if len(document) > MOST_PAGES:
            raise Refusal(f"有 {len(document)} 页（最多 {MOST_PAGES} 页），请核对是不是决算公开报告")
        glyphs = 0
        for index in range(len(document)):
            told(index, len(document))
            page = _page(document, index)
            glyphs += page.glyphs
            if glyphs > MOST_GLYPHS:
                raise Refusal(f"文字太多（超过 {MOST_GLYPHS // 10_000} 万字），请核对是不是决算公开报告")
            yield page
    except pypdfium2.PdfiumError as error:
        raise Refusal(_DAMAGED) from error
    finally:
        document.close()


def _page(document: Any, index: int) -> Page:
    page = document[index]
    try:
        glyphs, frame = glyphs_of(page.raw, page.get_rotation())
        drawing = drawing_of(page.raw, frame)
        pictured = drawing.pictures > _SCANNED
        if pictured and drawing.unseen:
            glyphs, _ = glyphs_of(page.raw, page.get_rotation(), drawing.unseen)
    finally:
        page.close()
    stamped = drawing.pictures > _MOSTLY and len(glyphs) <= _STAMP
    lattices = lattices_of(drawing)
    inside, outside = split_off(lattices, glyphs)
    pieces = (piece(lattice, own, index + 1) for lattice, own in zip(lattices, inside, strict=True))
    width, height = frame.size
    return Page(
        Sheet(width, height, tuple(lines_of(outside, index + 1))),
        tuple(pieces),
        _unknown(glyphs),
        len(glyphs),
        scanned=pictured and (stamped or not glyphs),
        pictured=pictured,
    )


def _unknown(glyphs: Sequence[Glyph]) -> int:
    """How many characters have no meaning: a font without a table of characters."""
    return sum(glyph.text == UNKNOWN or "\ue000" <= glyph.text <= "\uf8ff" for glyph in glyphs)


def _refuse_unreadable(pages: Sequence[Page]) -> None:
    written = sum(page.glyphs for page in pages)
    if not written and any(page.scanned for page in pages):
        raise Refusal(f"是扫描件（共 {len(pages)} 页，没有文字），无法读取数字，请用原始文件")
    if all(page.pictured for page in pages) and written <= _STAMP * len(pages):
        raise Refusal(f"是扫描件（共 {len(pages)} 页，除了页码和印记没有文字），无法读取数字，请用原始文件")
    if not written:
        raise Refusal(f"里面没有文字（共 {len(pages)} 页），请核对是不是选错了文件")
    if sum(page.unknown for page in pages) > UNREADABLE * written:
        raise Refusal("字体没有编码，读出来是乱码，请用原始文件")


def _items(page: Page, sheet: Sheet, number: int) -> list[Item]:
    """A page's scan, lines and tables, from top to bottom."""
    items: list[Line | Piece] = [*sheet.lines, *page.pieces]
    scan = [Scan(number)] if page.scanned else []
    return [*scan, *sorted(items, key=lambda item: item.base)]


def _blocks(items: Sequence[Item], margins: dict[int, Margins]) -> Iterator[Paragraph | RawTable | Scan]:
    for is_line, group in groupby(items, key=lambda item: isinstance(item, Line)):
        if is_line:
            yield from paragraphs((item for item in group if isinstance(item, Line)), margins)
        else:
            for item in group:
                yield from (item,) if isinstance(item, Scan) else _parts(item)


def _parts(item: Item) -> Iterator[Paragraph | RawTable]:
    """A table; where title, unit or notes stand inside its frame (printed from Excel) they are paragraphs again."""
    if not isinstance(item, Piece):
        return
    single = [texts[0] for row in item.rows if len(texts := [text for text in row if text]) == 1]
    if not any(_ASIDE.match(text) or is_title(text) for text in single):
        yield RawTable(item.rows, item.page, pages=item.pages)
        return
    for block in blocks_of(item.rows):
        if isinstance(block, Paragraph):
            yield Paragraph(block.text, item.page)
        else:
            pages = tuple((first - block.top, page) for first, page in item.pages)
            yield RawTable(block.rows, item.page, pages=pages)
