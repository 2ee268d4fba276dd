"""一页说明 on one A4 page: title, key figures, compositions as bars, notes, a line to sign."""

from collections.abc import Sequence

from juesuan_desktop.document.blocks import Brief
from juesuan_desktop.document.charts import Bar, bars
from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.lines import break_lines
from juesuan_desktop.export.pdf_pages import A4 as PAPER
from juesuan_desktop.export.pdf_pages import MIDDLE, MM, Box, Margins, Page, Rule, Text
from juesuan_desktop.forms.grid import Align

_MARGINS = Margins(20 * MM, 20 * MM, 18 * MM, 20 * MM, 10 * MM, 10.5)
_TITLE, _HEAD, _TEXT, _SMALL = 20.0, 11.5, 10.5, 9.5
_ROW, _LEADING = 21.0, 16.0
_GREY = 0.45
_NAME_SHARE = 0.34  # of the table's width; the numbers share the rest


def brief_page(brief: Brief, fonts: Fonts) -> Page:
    """The page; as many notes as there is room for."""
    sheet = _Sheet(fonts)
    sheet.line(brief.title, Use.HEI, _TITLE, Align.CENTER, 30.0)
    sheet.line(brief.subtitle, Use.SONG, _TEXT, Align.CENTER, 22.0)
    sheet.down(4.0)
    sheet.table(brief.headings, brief.rows)
    for title, slices in brief.charts:
        sheet.down(12.0)
        sheet.line(title, Use.HEI, _HEAD, Align.LEFT, 20.0)
        chart = bars(slices, sheet.width)
        for mark in chart.marks:
            if isinstance(mark, Bar):
                sheet.box(mark)
            else:
                sheet.text(mark.text, Use.SONG, mark.size, sheet.left + mark.x, sheet.y + mark.y, mark.align)
        sheet.down(chart.height)
    sheet.down(12.0)
    sheet.line("说明", Use.HEI, _HEAD, Align.LEFT, 20.0)
    for note in brief.notes:
        sheet.note(note)
    sheet.sign(brief.signature)
    return sheet.page


class _Sheet:
    """The page while it is filled from top to bottom."""

    def __init__(self, fonts: Fonts) -> None:
        self.page = Page(*PAPER, _MARGINS, numbered=False)
        self._fonts = fonts
        self.left, self.width = self.page.left, self.page.right - self.page.left
        self.y = self.page.top

    def down(self, points: float) -> None:
        """Leave room."""
        self.y += points

    def text(self, text: str, use: Use, size: float, x: float, baseline: float, align: Align) -> None:
        """Set a text that begins, ends or has its middle at ``x``."""
        width = self._fonts[use].width(text) * size
        x -= {Align.LEFT: 0.0, Align.CENTER: width / 2, Align.RIGHT: width}[align]
        self.page.marks.append(Text(x, baseline, text, use, size))

    def line(self, text: str, use: Use, size: float, align: Align, height: float) -> None:
        """A line of its own."""
        x = self.left + self.width / 2 if align is Align.CENTER else self.left
        self.text(text, use, size, x, self.y + height / 2 + MIDDLE * size, align)
        self.y += height

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """The key figures: rules above and below each row, numbers at the right."""
        first = self.width * _NAME_SHARE
        step = (self.width - first) / (len(headings) - 1)
        self._rule()
        for number, row in enumerate((headings, *rows)):
            use = Use.HEI if number == 0 else Use.SONG
            baseline = self.y + _ROW / 2 + MIDDLE * _TEXT
            self.text(row[0], use, _TEXT, self.left + 3, baseline, Align.LEFT)
            for place, text in enumerate(row[1:], 1):
                self.text(text, use, _TEXT, self.left + first + place * step - 3, baseline, Align.RIGHT)
            self.y += _ROW
            self._rule()

    def box(self, bar: Bar) -> None:
        """A bar of a chart."""
        self.page.marks.append(Box(self.left + bar.x, self.y + bar.y, bar.width, bar.height, _GREY))

    def note(self, text: str) -> None:
        """A paragraph, unless the page is full."""
        lines = break_lines(text, self.width / _SMALL, self._fonts[Use.SONG].width)
        if self.y + len(lines) * _LEADING > self.page.bottom - 2 * _LEADING:
            return
        for line in lines:
            self.line(line, Use.SONG, _SMALL, Align.LEFT, _LEADING)

    def sign(self, text: str) -> None:
        """The line to sign, at the foot of the page."""
        self.text(text, Use.SONG, _TEXT, self.left, self.page.bottom, Align.LEFT)

    def _rule(self) -> None:
        self.page.marks.append(Rule(self.left, self.y, self.left + self.width, self.y))
