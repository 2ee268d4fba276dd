"""The characters of a PDF page with their places, the page turned so that most of its text stands upright."""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from ctypes import byref, c_double, c_void_p, cast
from functools import cache
from typing import Any, NamedTuple

MOST_GLYPHS = 200_000
UNKNOWN = "\ufffd"
_UPRIGHT_IN_CELL = 0.33
_QUARTER = math.pi / 2
_ASKEW = 0.05
_HYPHEN = 2  # pdfium's number for one at the end of a line
_BLANKS = (0x20, 0xA0, 0x3000)
# Fonts whose table of characters names the radical instead of the word (⻋ for 车); NFKC knows only ⼀ … ⿕.
_RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻦⻩⻬⻮⻰⻳",
    "母民虎西见角贝车长门青页风飞食马鬼鱼鸟黄齐齿龙龟",
)


class Glyph(NamedTuple):
    """One drawn character. PDF points from the upper left corner of the turned page, y grows downwards.

    ``base`` is the base line, ``size`` the size of the type, ``right - left`` the width it takes in its line;
    ``after_blank`` says that a blank was written before it, ``number`` the how manieth of the page it is in the file.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    after_blank: bool = False
    number: int = 0

    @property
    def middle(self) -> float:
        """Half the height of a digit above the base line: where the character is to the eye."""
        return self.base - _UPRIGHT_IN_CELL * self.size


class Frame(NamedTuple):
    """How a page lies: its visible box in PDF coordinates (points, y upwards) and its turn.

    ``turn`` counts the quarter turns, anticlockwise, that the text makes in those coordinates.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is read, from the upper left corner."""
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        if self.turn == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point as it is read, in PDF coordinates."""
        if self.turn == 1:
            return y + self.left, x + self.bottom
        if self.turn == 2:
            return self.right - x, y + self.bottom
        if self.turn == 3:
            return self.right - y, self.top - x
        return x + self.left, self.top - y

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as it is read."""
        sides = self.right - self.left, self.top - self.bottom
        return (sides[1], sides[0]) if self.turn % 2 else sides


class _Drawn(NamedTuple):
    """A character in PDF coordinates: its box, origin, size and quarter turns anticlockwise; see `Glyph`."""

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    turn: int
    after_blank: bool


def glyphs_of(page: Any, rotate: int, unseen: AbstractSet[int] = frozenset()) -> tuple[tuple[Glyph, ...], Frame]:
    """What is written on a page (a raw pdfium page) and how the page lies.

    ``rotate`` is the page's own turn in degrees; it decides where there is no text. ``unseen`` are the numbers of text
    objects to leave out.
    """
    drawn = list(_drawn(page, unseen))
    turns = Counter(one.turn for one in drawn)
    frame = _frame(page, turns.most_common(1)[0][0] if turns else rotate // 90 % 4)
    glyphs = (_glyph(one, frame, number) for number, one in enumerate(drawn))
    width, height = frame.size
    return tuple(g for g in glyphs if -1 <= g.left <= width + 1 and -1 <= g.middle <= height + 1), frame


def plain_character(text: str) -> str:
    """A character as it is meant: no radicals, no compatibility forms of Chinese words, no odd blanks."""
    if "\u2e80" <= text <= "\u2fdf" or "\uf900" <= text <= "\ufaff":
        return unicodedata.normalize("NFKC", text.translate(_RADICALS))
    return text


def _frame(page: Any, turn: int) -> Frame:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, byref(box))
    return Frame(box.left, box.bottom, box.right, box.top, turn)


def _glyph(one: _Drawn, frame: Frame, number: int) -> Glyph:
    """The character as it is read. One that is turned against the page is taken by its box."""
    left, bottom, right, top = one.box
    x0, y0 = frame.point(left, bottom)
    x1, y1 = frame.point(right, top)
    base = frame.point(*one.origin)[1] if one.turn == frame.turn else max(y0, y1)
    return Glyph(one.text, min(x0, x1), max(x0, x1), base, one.size, one.after_blank, number)


def number_of(thing: Any) -> int:
    """What tells one object of a page (a raw pdfium handle) from the others."""
    return cast(thing, c_void_p).value or 0


def _drawn(page: Any, unseen: AbstractSet[int]) -> Iterator[_Drawn]:
    """All characters of a page in the order of the file, but those that run askew: watermarks."""
    import pypdfium2.raw as pdfium

    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), c_double(), c_double()
    to_box, to_matrix, to_x, to_y = byref(box), byref(matrix), byref(x), byref(y)
    high, blank = 0, False
    try:
        for index in range(min(pdfium.FPDFText_CountChars(text), MOST_GLYPHS)):
            number = pdfium.FPDFText_GetUnicode(text, index)
            character, high = _character(number, high), number if 0xD800 <= number < 0xDC00 else 0
            if not character:
                blank = blank or (number in _BLANKS and not pdfium.FPDFText_IsGenerated(text, index))
                continue
            pdfium.FPDFText_GetMatrix(text, index, to_matrix)
            turn = _turn(matrix.a, matrix.b)
            if turn is None or (unseen and number_of(pdfium.FPDFText_GetTextObject(text, index)) in unseen):
                continue
            pdfium.FPDFText_GetLooseCharBox(text, index, to_box)
            pdfium.FPDFText_GetCharOrigin(text, index, to_x, to_y)
            size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            yield _Drawn(character, (box.left, box.bottom, box.right, box.top), (x.value, y.value), size, turn, blank)
            blank = False
    finally:
        pdfium.FPDFText_ClosePage(text)


def _turn(a: float, b: float) -> int | None:
    """How many quarter turns text makes by its matrix; None if it runs askew."""
    if b == 0 and a > 0:
        return 0
    angle = math.atan2(b, a)
    return None if abs(math.sin(2 * angle)) > _ASKEW else round(angle / _QUARTER) % 4


@cache
def _character(number: int, high: int) -> str:
    """A character by its number, ``high`` the half before it where there is one; '' for what is not drawn.

    A blank is no character: it is a gap, read off the places.
    """
    if high and 0xDC00 <= number < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (number - 0xDC00))
    if number in (0, 0xFFFE, 0xFFFF) or 0xDC00 <= number < 0xE000:
        return UNKNOWN
    if number == _HYPHEN:
        return "-"
    text = chr(number)
    return "" if text.isspace() or unicodedata.category(text) in ("Cc", "Cf", "Cs") else plain_character(text)
