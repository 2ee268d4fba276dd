"""Draw pages on a reportlab canvas; the only place that does."""

from collections.abc import Iterator
from itertools import groupby
from math import atan2, degrees, hypot
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from juesuan_desktop.document.blocks import Document
from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.lines import is_wide
from juesuan_desktop.export.pdf_pages import MIDDLE, Box, Link, Mark, Page, Rule, Target, Text

_THIN = 0.5
_WATERMARK_GREY = 0.93
_CODE_SIZE = 8.0


class Painter:
    """Draws the pages of one document one after the other."""

    def __init__(self, document: Document, stream: BinaryIO, fonts: Fonts) -> None:
        self._document = document
        self._fonts = fonts
        rl_config.useA85 = 0  # binary streams: no detour through text, a fifth smaller
        first = fonts[Use.SONG].first  # else an unembedded Helvetica is named in the file
        # The stub wants a name; a stream will do.
        self._canvas = Canvas(stream, lang="zh-CN", invariant=1, initialFontName=first)  # type: ignore[arg-type]
        self._canvas.setTitle(document.title)
        self._canvas.setAuthor(document.author)
        self._canvas.setCreator("决算公开")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.showOutline()

    def paint(self, page: Page, number: int) -> None:
        """Draw one page."""
        self._canvas.setPageSize((page.width, page.height))
        self._canvas.setLineWidth(_THIN)
        self._watermark(page)
        for mark in page.marks:
            self._draw(mark, page.height)
        self._foot(page, number)
        self._canvas.showPage()

    def save(self) -> None:
        """Finish the file."""
        self._canvas.save()

    def _draw(self, mark: Mark, height: float) -> None:
        match mark:
            case Text():
                self._text(mark, height - mark.y)
            case Rule():
                self._rule(mark, height)
            case Box():
                self._canvas.setFillGray(mark.grey)
                self._canvas.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
            case Target():
                self._canvas.bookmarkHorizontal(mark.key, 0, height - mark.y)
                self._canvas.addOutlineEntry(mark.title, mark.key, mark.level, closed=False)
            case Link():
                area = (mark.left, height - mark.bottom, mark.right, height - mark.top)
                self._canvas.linkAbsolute("", mark.key, area, Border="[0 0 0]")

    def _text(self, text: Text, y: float) -> None:
        line = self._canvas.beginText(text.x, y)
        line.setFillGray(text.grey)
        if text.weight:
            line.setTextRenderMode(2)
        for stretched, part in _stretches(text):
            line.setCharSpace(text.gap if stretched else 0)
            for font, run in self._fonts[text.use].runs(part):
                line.setFont(font, text.size)
                line.textOut(run)
        if text.weight:
            line.setTextRenderMode(0)
        self._canvas.drawText(line)

    def _rule(self, rule: Rule, height: float) -> None:
        if rule.dotted:
            self._canvas.saveState()
            self._canvas.setLineWidth(1)
            self._canvas.setLineCap(1)
            self._canvas.setDash([0, 4])
        self._canvas.line(rule.x1, height - rule.y1, rule.x2, height - rule.y2)
        if rule.dotted:
            self._canvas.restoreState()

    def _watermark(self, page: Page) -> None:
        """Write the mark from corner to corner, below everything else."""
        mark = self._document.mark
        if not mark:
            return
        width = self._fonts[Use.HEI].width(mark)
        size = min(150.0, hypot(page.width, page.height) * 0.7 / width)
        self._canvas.saveState()
        self._canvas.translate(page.width / 2, page.height / 2)
        self._canvas.rotate(degrees(atan2(page.height, page.width)))
        self._text(Text(-width * size / 2, 0, mark, Use.HEI, size, grey=_WATERMARK_GREY), -MIDDLE * size)
        self._canvas.restoreState()

    def _foot(self, page: Page, number: int) -> None:
        face, margins = self._fonts[Use.SONG], page.margins
        if page.numbered:
            text, size = f"— {number} —", margins.number_size
            x = (page.width - face.width(text) * size) / 2
            self._text(Text(x, 0, text, Use.SONG, size), margins.foot)
        if self._document.code:
            text = f"校验码 {self._document.code}"
            x = page.right - face.width(text) * _CODE_SIZE
            self._text(Text(x, 0, text, Use.SONG, _CODE_SIZE), margins.foot)


def _stretches(text: Text) -> Iterator[tuple[bool, str]]:
    """The text in pieces that are pulled apart (Chinese) and pieces that are not (numbers, words)."""
    if not text.gap:
        yield False, text.text
        return
    for wide, characters in groupby(text.text, key=is_wide):
        yield wide, "".join(characters)
