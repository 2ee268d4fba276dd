"""The whole report as a PDF: laid out as values, then numbered in the contents, then drawn."""

from pathlib import Path

from juesuan_desktop.document.blocks import (
    Block,
    Brief,
    Contents,
    Cover,
    Document,
    Heading,
    Paragraph,
    Part,
    Table,
)
from juesuan_desktop.export.fonts import Fonts
from juesuan_desktop.export.outcome import ExportError, Progress, Written
from juesuan_desktop.export.pdf_brief import brief_page
from juesuan_desktop.export.pdf_front import Entry, contents_pages, cover_page, part_page
from juesuan_desktop.export.pdf_pages import Page, Target
from juesuan_desktop.export.pdf_paint import Painter
from juesuan_desktop.export.pdf_prose import Prose
from juesuan_desktop.export.pdf_table import table_pages
from juesuan_desktop.export.replacing import replacing


def write_pdf(
    document: Document, path: Path, progress: Progress | None = None, *, builtin_fonts: bool | None = None
) -> Written:
    """Write the report; ``builtin_fonts`` leaves the fonts of the PC aside (default: JUESUAN_FONTS=builtin)."""
    if not document.blocks:
        raise ExportError(f"报告是空的，没有内容可以写进「{path.name}」，请先填写。")
    report = progress or (lambda done, total: None)
    fonts = Fonts(builtin_fonts)
    blocks = len(document.blocks)
    total = 2 * blocks + 1
    layout = _Layout(document, fonts)
    for done, block in enumerate(document.blocks):
        report(done, total)
        layout.add(block)
    pages = layout.finished()
    with replacing(path) as stream:
        painter = Painter(document, stream, fonts)
        for number, page in enumerate(pages, 1):
            report(blocks + blocks * (number - 1) // len(pages), total)
            painter.paint(page, number)
        report(2 * blocks, total)
        painter.save()
    report(total, total)
    return Written(path, "".join(sorted(fonts.missing)))


class _Layout:
    """Puts block after block on pages."""

    def __init__(self, document: Document, fonts: Fonts) -> None:
        self._fonts = fonts
        self._pages: list[Page] = []
        self._prose: Prose | None = None  # the running text at the end of the pages, if any
        self._contents: list[tuple[int, Contents]] = []  # where contents stand that still lack their numbers
        self._entries = _entries(document)
        self._waiting = iter(self._entries)

    def add(self, block: Block) -> None:
        """Put one block after what is there."""
        match block:
            case Paragraph(text):
                self._running().paragraph(text)
            case Heading(text, level):
                page, top = self._running().heading(text, level)
                if level == 1:
                    self._target(page, top)
            case _:
                self._add_pages(block)

    def finished(self) -> list[Page]:
        """All pages, the contents with their numbers."""
        self._close()
        numbers = {
            mark.key: number
            for number, page in enumerate(self._pages, 1)
            for mark in page.marks
            if isinstance(mark, Target)
        }
        for start, block in self._contents:
            pages = contents_pages(block, self._entries, numbers, self._fonts)
            self._pages[start : start + len(pages)] = pages
        return self._pages

    def _add_pages(self, block: Block) -> None:
        """Put a block that has pages of its own."""
        self._close()
        match block:
            case Cover():
                self._pages.append(cover_page(block, self._fonts))
            case Contents():
                self._contents.append((len(self._pages), block))
                self._pages.extend(contents_pages(block, self._entries, {}, self._fonts))
            case Part():
                self._pages.append(part_page(block, self._fonts))
                self._target(self._pages[-1], 0.0)
            case Brief():
                self._pages.append(brief_page(block, self._fonts))
            case Table(grid):
                pages = table_pages(grid, self._fonts)
                self._target(pages[0], 0.0)
                self._pages.extend(pages)

    def _running(self) -> Prose:
        if self._prose is None:
            self._prose = Prose(self._fonts)
        return self._prose

    def _close(self) -> None:
        """End the running text; what follows begins a new page."""
        if self._prose is not None:
            self._pages.extend(self._prose.pages)
            self._prose = None

    def _target(self, page: Page, top: float) -> None:
        entry = next(self._waiting)
        page.marks.append(Target(entry.key, entry.text, entry.level, top))


def _entries(document: Document) -> list[Entry]:
    """What stands in contents and bookmarks, in order."""
    entries: list[Entry] = []
    level = 0
    for block in document.blocks:
        match block:
            case Part(number, title):
                level = 1
                entries.append(Entry(f"p{len(entries)}", f"{number}　{title}".strip(), 0))
            case Heading(text, 1) | Table(heading=text):
                entries.append(Entry(f"p{len(entries)}", text, level))
    return entries
