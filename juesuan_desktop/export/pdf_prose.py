"""Running text: headings and paragraphs flow from page to page."""

from collections.abc import Sequence
from dataclasses import replace

from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.lines import break_lines, stretch
from juesuan_desktop.export.pdf_pages import MIDDLE, Page, Text, prose_page

SIZE = 16.0
LEADING = 29.0
_INDENT = 2 * SIZE
_MOST = SIZE / 2  # a line that would be pulled wider apart than this stays short
_HEADINGS = {1: Use.HEI, 2: Use.KAI}


class Prose:
    """The running text between two tables; ``pages`` grows as text is set."""

    def __init__(self, fonts: Fonts) -> None:
        self.pages: list[Page] = []
        self._fonts = fonts
        self._y = 0.0

    def heading(self, text: str, level: int) -> tuple[Page, float]:
        """Set a heading, never alone at the foot of a page; return where it stands."""
        lines = self._typeset(text, _HEADINGS.get(level, Use.FANGSONG))
        if self._free() < len(lines) + 2:
            self.turn()
        page, top = self.pages[-1], self._y
        self._place(lines)
        return page, top

    def paragraph(self, text: str) -> None:
        """Set a paragraph; neither its first nor its last line stands alone on a page."""
        lines = self._typeset(text, Use.FANGSONG)
        while lines:
            count = self._fitting(len(lines))
            self._place(lines[:count])
            lines = lines[count:]
            if lines:
                self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append(prose_page())
        self._y = self.pages[-1].top

    def _typeset(self, text: str, use: Use) -> list[Text]:
        """The lines of a paragraph as if it began at the top left corner."""
        page = prose_page()
        face, room = self._fonts[use], (page.right - page.left) / SIZE
        lines = [line.rstrip() for line in break_lines(text.strip(), room, face.width, indent=_INDENT / SIZE)]
        indents = [_INDENT] + [0.0] * (len(lines) - 1)
        gaps = [
            stretch(line, room - indent / SIZE, face.width, _MOST / SIZE) * SIZE
            for line, indent in zip(lines[:-1], indents, strict=False)
        ]
        return [
            Text(page.left + indent, 0.0, line, use, SIZE, gap)
            for line, indent, gap in zip(lines, indents, [*gaps, 0.0], strict=True)
        ]

    def _free(self) -> int:
        """How many lines there is room for."""
        return int((self.pages[-1].bottom - self._y) / LEADING + 0.01) if self.pages else 0

    def _fitting(self, count: int) -> int:
        """How many of the lines go on this page."""
        free = self._free()
        if count <= free:
            return count
        fitting = min(free, count - 2)
        return fitting if fitting >= 2 else 0

    def _place(self, lines: Sequence[Text]) -> None:
        for line in lines:
            baseline = self._y + LEADING / 2 + MIDDLE * SIZE
            self.pages[-1].marks.append(replace(line, y=baseline))
            self._y += LEADING
