"""Looks of cells, each made once: openpyxl spends half its time on fonts and borders made cell by cell."""

import re
from copy import copy
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray

from juesuan_desktop.forms.grid import Align, Cell, Role

SIZES = {Role.TITLE: 16, Role.HEAD: 10, Role.NOTE: 9}
SIZE = 10
_THIN = Side(style="thin", color="000000")
_PRINTED = re.compile(r"[-−]?[\d,]*\d(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like; ``quoted`` keeps a text that resembles a formula a text, even when it is edited."""

    role: Role
    align: Align
    wrap: bool
    format: str = "General"
    quoted: bool = False


class Styles:
    """The looks of one workbook."""

    def __init__(self) -> None:
        self._made: dict[Look, StyleArray] = {}

    def apply(self, cell: SheetCell | MergedCell, look: Look) -> None:
        """Give the cell its look; cells of one look share one style object."""
        made = self._made.get(look)
        if made is None:
            made = self._made[look] = _make(cell, look)
        # openpyxl shares styles by this attribute, which is not in its stub.
        cell._style = made  # type: ignore[union-attr]


def number_format(text: str, amount: Decimal, places: int) -> str:
    """The format with which Excel shows the amount as it is printed."""
    if amount == 0 and not _PRINTED.fullmatch(text):
        figure = _figure(",", places)
        return f'{figure};-{figure};"{text.replace(chr(34), "")}"'  # zero printed as a word or a dash
    printed = _PRINTED.fullmatch(text)
    if printed:
        places = len(printed[1] or "")
    separator = "," if "," in text or abs(amount) < 1000 else ""
    return _figure(separator, places)


def _figure(separator: str, places: int) -> str:
    whole = "#,##0" if separator else "0"
    return f"{whole}.{'0' * places}" if places else whole


def _make(cell: SheetCell | MergedCell, look: Look) -> StyleArray:
    cell.font = Font(
        name="黑体" if look.role is Role.TITLE else "宋体",
        size=SIZES.get(look.role, SIZE),
        bold=look.role is Role.TITLE,
    )
    cell.alignment = Alignment(horizontal=look.align.value, vertical="center", wrap_text=look.wrap)
    cell.number_format = look.format
    if look.role.is_ruled:
        cell.border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
    style: StyleArray = copy(cell._style)  # type: ignore[union-attr]
    style.quotePrefix = int(look.quoted)
    return style


def look_of(cell: Cell, places: int) -> Look:
    """The look of a cell of the grid."""
    if cell.role.is_figure and cell.amount is not None and cell.text:
        return Look(cell.role, cell.align, False, number_format(cell.text, cell.amount, places))
    return Look(cell.role, cell.align, wraps(cell), quoted=cell.text.startswith(("=", "+", "-", "@")))


def wraps(cell: Cell) -> bool:
    """Whether a long text goes on in a second line."""
    return not cell.role.is_figure
