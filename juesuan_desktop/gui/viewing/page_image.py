"""Pages of a PDF as pictures: of one that is checked, with the place of a figure marked, and of ours, to print."""

from collections.abc import Iterator
from ctypes import c_int
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QImage

WHITE = b"\xff"
NEAR_ROWS = 24  # white rows between two lines that are not worth a band of their own
NEAR = 6  # how far apart, in pixels, a figure may stand from the words of its line


class PageImages:
    """The pages of one PDF, a file or its content. Counted from 1, as people do."""

    def __init__(self, file: Path | bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(file)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def size(self, page: int) -> QSizeF:
        """How large a page is, in points."""
        return QSizeF(*self._document.get_page_size(page - 1))

    def image(self, page: int, scale: float) -> QImage:
        """The page drawn; at scale 1 a point is a pixel."""
        sheet = self._document[page - 1]
        try:
            bitmap = sheet.render(scale=scale, rev_byteorder=True)
            form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
            picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
            return picture.copy()
        finally:
            sheet.close()

    def bands(self, page: int, scale: float) -> Iterator[tuple[int, QImage]]:
        """The page in grey, as a printer wants it: what stands between white rows, with the row it begins at.

        White paper is not sent to a printer that would keep every dot of it.
        """
        sheet = self._document[page - 1]
        try:
            bitmap = sheet.render(scale=scale, grayscale=True)
            whole = bytes(bitmap.buffer)
            for rows in _with_ink(whole, bitmap.stride, bitmap.width, bitmap.height):
                part = whole[rows.start * bitmap.stride : rows.stop * bitmap.stride]
                grey = QImage.Format.Format_Grayscale8
                yield rows.start, QImage(part, bitmap.width, len(rows), bitmap.stride, grey).copy()
        finally:
            sheet.close()

    def places(self, page: int, scale: float, words: tuple[str, str]) -> list[QRect]:
        """Where a figure stands on the drawn page: its amount beside the words of its line, else every such amount."""
        line, amount = words
        sheet = self._document[page - 1]
        try:
            found = list(_found(sheet, scale, amount)) or list(_found(sheet, scale, amount.replace(",", "")))
            beside = list(_found(sheet, scale, line))
        finally:
            sheet.close()
        on_line = [box for box in found if any(abs(box.center().y() - by.center().y()) < NEAR * scale for by in beside)]
        return on_line or found or beside

    def close(self) -> None:
        """Let the file go."""
        self._document.close()


def _with_ink(grey: bytes, stride: int, width: int, height: int) -> Iterator[range]:
    """The rows of a picture between white ones."""
    white = WHITE * width
    inked = [row for row in range(height) if grey[row * stride : row * stride + width] != white]
    start = 0
    for at, row in enumerate(inked):
        if at + 1 == len(inked) or inked[at + 1] - row > NEAR_ROWS:
            yield range(inked[start], row + 1)
            start = at + 1


def _found(sheet: Any, scale: float, words: str) -> Iterator[QRect]:
    """The boxes of the words on the page, whole words only."""
    if not words:
        return
    text = sheet.get_textpage()
    searcher = text.search(words, match_whole_word=False)
    while (place := searcher.get_next()) is not None:
        start, count = place
        if not _is_part_of_more(text, start, count):
            boxes = [text.get_charbox(index) for index in range(start, start + count)]
            yield _on_picture(sheet, scale, boxes)
    text.close()


def _is_part_of_more(text: Any, start: int, count: int) -> bool:
    """Whether the words stand within a longer number: 12.00 in 112.00."""
    around = text.get_text_range(max(0, start - 1), count + 2)
    before = around[:1] if start else " "
    after = around[-1:] if len(around) == count + 2 else " "
    return any(sign.isdigit() or sign in ",." for sign in (before, after))


def _on_picture(sheet: Any, scale: float, boxes: list[tuple[float, float, float, float]]) -> QRect:
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    (x1, y1), (x2, y2) = (_pixel(sheet, scale, x, y) for x, y in ((left, top), (right, bottom)))
    return QRect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def _pixel(sheet: Any, scale: float, x: float, y: float) -> tuple[int, int]:
    """A point of the page as a pixel of its picture, however the page is turned."""
    from pypdfium2 import raw

    width, height = (round(side * scale) for side in sheet.get_size())
    across, down = c_int(), c_int()
    raw.FPDF_PageToDevice(sheet.raw, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value
