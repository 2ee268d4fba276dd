"""Pages of a PDF as pictures: of one that is checked, with the place of a figure marked, and of ours, to print."""

from collections.abc import Iterator, Sequence
from ctypes import c_int
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QImage

from juesuan_desktop.intake.pdf.spots import Box, Spot, spots_of

WHITE = b"\xff"
NEAR_ROWS = 24  # white rows between two lines that are not worth a band of their own


class PageImages:
    """The pages of one PDF, a file or its content. Counted from 1, as people do."""

    def __init__(self, file: Path | bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(file)
        self._spots: tuple[int, Sequence[Spot]] | None = None

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

    def spots(self, page: int) -> Sequence[Spot]:
        """The texts of a page and where they stand; those of the page asked for last are kept."""
        if self._spots is None or self._spots[0] != page:
            self._spots = page, spots_of(self._document, page)
        return self._spots[1]

    def on_picture(self, page: int, scale: float, box: Box) -> QRect:
        """A box of the page on its picture."""
        sheet = self._document[page - 1]
        try:
            left, bottom, right, top = box
            (x1, y1), (x2, y2) = (_pixel(sheet, scale, x, y) for x, y in ((left, top), (right, bottom)))
        finally:
            sheet.close()
        return QRect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))

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


def _pixel(sheet: Any, scale: float, x: float, y: float) -> tuple[int, int]:
    """A point of the page as a pixel of its picture, however the page is turned."""
    from pypdfium2 import raw

    width, height = (round(side * scale) for side in sheet.get_size())
    across, down = c_int(), c_int()
    raw.FPDF_PageToDevice(sheet.raw, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value
