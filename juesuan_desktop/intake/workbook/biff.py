"""Records of an old workbook (BIFF8) that calamine does not tell about: errors, and how far the cells reach."""

import struct
from collections.abc import Iterator

from juesuan_desktop.intake.refusal import PASSWORD_OR_PROTECTED, Refusal, within

_SHEET, _PASSWORD, _ERROR_CELL, _FORMULA = 0x0085, 0x002F, 0x0205, 0x0006
_BEGIN = 0x0809
_CELLS = {0x0203, 0x0204, 0x00FD, 0x027E, _ERROR_CELL, _FORMULA}
_NAMES = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Errors = dict[tuple[int, int], str]


def marked_errors(stream: bytes) -> dict[str, Errors]:
    """For each sheet the cells that hold an error. Raises Refusal for a password or cells beyond all reason."""
    names = dict[int, str]()
    found = dict[str, Errors]()
    here: Errors = {}
    for at, kind, body in _records(stream):
        if kind == _PASSWORD:
            raise Refusal(PASSWORD_OR_PROTECTED)
        if kind == _SHEET and len(body) > 8:
            names[struct.unpack_from("<I", body)[0]] = _name(body)
        elif kind == _BEGIN:
            here = found.setdefault(names.get(at, ""), {})
        elif kind in _CELLS and len(body) >= 6:
            row, column = struct.unpack_from("<HH", body)
            within(row + 1, column + 1)
            if error := _error(kind, body):
                here[row, column] = error
    return found


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _name(body: bytes) -> str:
    length, is_wide = body[6], body[7] & 1
    return (
        body[8 : 8 + length * 2].decode("utf-16-le", "replace") if is_wide else body[8 : 8 + length].decode("latin-1")
    )


def _error(kind: int, body: bytes) -> str | None:
    """The error that a cell shows, None if it shows none."""
    if kind == _ERROR_CELL and len(body) >= 8 and body[7]:
        return _NAMES.get(body[6], "#N/A")
    if kind == _FORMULA and len(body) >= 14 and body[6] == 2 and body[12:14] == b"\xff\xff":
        return _NAMES.get(body[8], "#N/A")
    return None
