"""A worksheet's XML, looked through and tidied before calamine sees it.

Cells that hold nothing but a format are taken out (WPS likes to write them down to XFD1048576), errors become text
so that they do not read as blanks, and a formula without a computed value is not taken for a blank either.
"""

import re
import string
from collections.abc import Iterator

from juesuan_desktop.intake.refusal import MOST_CELLS, Refusal, within

# In these P: stands for the prefix that the file gives its elements, most often none: a start that is spelt out is
# found many times sooner than one that may have a prefix. Possessive, so that no cell is looked through twice.
_EMPTY_CELL = rb"<P:c(?:\s[^<>]*+|/)?(?:(?<=/)>|></P:c>)"
_EMPTY_ROW = rb"<P:row(?:\s[^<>]*+|/)?(?:(?<=/)>|>\s*+</P:row>)"
_DIMENSION = rb"<P:dimension(?:\s[^<>]*+|/)?>"
_ERROR = rb"(<P:c\s(?:[^<>]*?\s)?t=)[\"']e[\"']"
_CELL_AT = rb"<P:c\s(?:[^<>]*?\s)??r\s*=\s*[\"']\s*([A-Za-z]*\d*)"
_ROW_AT = rb"<P:row\s(?:[^<>]*?\s)??r\s*=\s*[\"']\s*(\d*)"
_WITH_FORMULA = rb"<P:c(\s[^<>]*)?>(?=<P:f[\s/>])(.*?)</P:c>"
_VALUE = rb"<P:(?:v|t)(?:\s[^<>]*)?>[^<]"

_PREFIX = re.compile(rb"<((?:\w+:)?)sheetData[\s/>]")
_ERROR_SIGNS = (b't="e"', b"t='e'")
_TEXT_RESULT = re.compile(rb"\st=[\"']str[\"']")
_DIGITS, _LETTERS = string.digits.encode(), string.ascii_letters.encode()
_LONGEST_NUMBER = 9  # digits of a row number; int() of a million digits takes its time


def tidied(xml: bytes) -> bytes:
    """The sheet without empty cells. Raises Refusal where it reaches too far or holds formulas without a value."""
    own = _PREFIX.search(xml)
    prefix = own[1] if own else b""
    lean = _pattern(_EMPTY_ROW, prefix).sub(b"", _pattern(_EMPTY_CELL, prefix).sub(b"", xml))
    lean = _pattern(_DIMENSION, prefix).sub(b"", lean, count=1)
    if any(sign in lean for sign in _ERROR_SIGNS):
        lean = _pattern(_ERROR, prefix).sub(rb'\1"str"', lean)
    rows, columns = _reach(lean, prefix)
    within(rows, columns)
    cells = lean.count(b"<" + prefix + b"c ") + lean.count(b"<" + prefix + b"c>")
    if cells > MOST_CELLS:
        raise Refusal(f"一张工作表有 {cells} 格（最多 {MOST_CELLS} 格），请删去多余的行列、另存后再导入")
    _refuse_uncomputed(lean, prefix)
    return lean


def column_number(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper()[:_LONGEST_NUMBER]:
        number = number * 26 + letter - 64
    return number


def _pattern(pattern: bytes, prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern.replace(b"P:", re.escape(prefix)), re.DOTALL)


def _reach(xml: bytes, prefix: bytes) -> tuple[int, int]:
    """The last row and column that hold something."""
    places: list[bytes] = _pattern(_CELL_AT, prefix).findall(xml)
    columns = {place.rstrip(_DIGITS) for place in places}
    rows = {place.lstrip(_LETTERS) for place in places}
    rows.update(_pattern(_ROW_AT, prefix).findall(xml))
    last = max((int(digits[:_LONGEST_NUMBER] or 0) for digits in rows), default=0)
    return last, max(map(column_number, columns), default=0)


def _refuse_uncomputed(xml: bytes, prefix: bytes) -> None:
    places = list(_uncomputed(xml, prefix))
    if places:
        raise Refusal(
            f"有 {len(places)} 个公式还没有算出的数（如 {places[0]} 格），请在 Excel 或 WPS 中打开、保存一次再导入"
        )


def _uncomputed(xml: bytes, prefix: bytes) -> Iterator[str]:
    """The places of formulas that no spreadsheet program ever computed."""
    if b"<" + prefix + b"f" not in xml:
        return
    for match in _pattern(_WITH_FORMULA, prefix).finditer(xml):
        if not _pattern(_VALUE, prefix).search(match[2]) and not _TEXT_RESULT.search(match[1] or b""):
            at = _pattern(_CELL_AT, prefix).match(match[0])
            yield at[1].decode("ascii", "replace") if at else "?"
