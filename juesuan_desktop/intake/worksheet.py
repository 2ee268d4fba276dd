"""A worksheet's XML, looked through and tidied before calamine sees it.

Cells that hold nothing but a format are taken out (WPS likes to write them down to XFD1048576), errors become text
so that they do not read as blanks, and a formula without a computed value is not taken for a blank either.
"""

import re
from collections.abc import Iterator

from juesuan_desktop.intake.refusal import MOST_COLUMNS, MOST_ROWS, Refusal, too_large, within

_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?/>|<((?:\w+:)?)c(?:\s[^<>]*)?></\1c>")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row(?:\s[^<>]*)?/>|<((?:\w+:)?)row(?:\s[^<>]*)?>\s*</\1row>")
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension(?:\s[^<>]*)?/>")
_ERROR = re.compile(rb"(<(?:\w+:)?c\s(?:[^<>]*?\s)?t=)[\"']e[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_CELL_AT = re.compile(rb"<(?:\w+:)?c\s(?:[^<>]*?\s)?r\s*=\s*[\"']\s*([A-Za-z]*)(\d*)")
_ROW_AT = re.compile(rb"<(?:\w+:)?row\s(?:[^<>]*?\s)?r\s*=\s*[\"']\s*(\d*)")
_WITH_FORMULA = re.compile(rb"<(?:\w+:)?c(\s[^<>]*)?>(?=<(?:\w+:)?f[\s/>])(.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^<>]*)?>[^<]")
_TEXT_RESULT = re.compile(rb"\st=[\"']str[\"']")
_LONGEST_NUMBER = 9  # digits of a row number; int() of a million digits takes its time


def tidied(xml: bytes) -> bytes:
    """The sheet without empty cells. Raises Refusal where it reaches too far or holds formulas without a value."""
    lean = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", xml))
    lean = _ERROR.sub(rb'\1"str"', _DIMENSION.sub(b"", lean, count=1))
    rows, columns = _reach(lean)
    within(rows, columns)
    cells = len(_CELL.findall(lean))
    if cells > MOST_ROWS * MOST_COLUMNS // 4:
        raise too_large(rows, columns)
    _refuse_uncomputed(lean)
    return lean


def column_number(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper()[:_LONGEST_NUMBER]:
        number = number * 26 + letter - 64
    return number


def _reach(xml: bytes) -> tuple[int, int]:
    """The last row and column that hold something."""
    rows, columns = {b"0"}, {b""}
    for letters, digits in _CELL_AT.findall(xml):
        columns.add(letters)
        rows.add(digits)
    rows.update(_ROW_AT.findall(xml))
    last = max(int(digits[:_LONGEST_NUMBER] or 0) for digits in rows)
    return last, max(column_number(letters) for letters in columns)


def _refuse_uncomputed(xml: bytes) -> None:
    places = list(_uncomputed(xml))
    if places:
        raise Refusal(
            f"有 {len(places)} 个公式还没有算出的数（如 {places[0]} 格），请在 Excel 或 WPS 中打开、保存一次再导入"
        )


def _uncomputed(xml: bytes) -> Iterator[str]:
    """The places of formulas that no spreadsheet program ever computed."""
    if b"<f" not in xml and b":f" not in xml:
        return
    for match in _WITH_FORMULA.finditer(xml):
        if not _VALUE.search(match[2]) and not _TEXT_RESULT.search(match[1] or b""):
            at = _CELL_AT.match(match[0])
            yield (at[1] + at[2]).decode("ascii", "replace") if at else "?"
