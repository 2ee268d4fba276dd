"""One table on one sheet: cells, merged areas, widths, heights and how it prints."""

from collections.abc import Sequence
from itertools import product

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from juesuan_desktop.export.lines import break_lines, is_wide
from juesuan_desktop.export.xlsx_styles import SIZE, SIZES, Styles, look_of, wraps
from juesuan_desktop.forms.grid import Cell, Grid, Role

_ROOM = {False: (97.0, 730.0), True: (145.0, 480.0)}  # A4 between the margins: width in Excel's unit, height in points
_WIDTH = {False: 108.0, True: 160.0}  # of the sheet: the print shrinks it to nine tenths
_SMALLEST_SCALE = 0.65  # a table that fits on one page without getting smaller is printed on one
_STRETCH = 1.15  # a column grows by so much if that saves a label from being broken
_PER_WIDTH = 1.05  # digits of 宋体 10 in one unit of width
_PADDING = 0.8  # units: what Excel keeps free left and right in a cell
_LEADING = 1.3
_AIRY = 20.0
_MARGIN = 0.6  # inches


def draw(sheet: Worksheet, grid: Grid, styles: Styles) -> None:
    """Put the grid on the empty sheet, ready to print."""
    taken = set[tuple[int, int]]()
    for cell in grid.cells:
        _put(sheet, cell, grid.places, styles)
        _merge(sheet, cell, taken)
    widths = _widths(grid)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = round(width, 2)
    heights = _heights(grid, widths)
    for row, height in enumerate(heights, 1):
        sheet.row_dimensions[row].height = round(height, 1)
    _set_up_print(sheet, grid, sum(heights))


def _put(sheet: Worksheet, cell: Cell, places: int, styles: Styles) -> None:
    look = look_of(cell, places)
    for row in range(cell.row, cell.row + cell.height):
        for column in range(cell.column, cell.column + cell.width):
            styles.apply(sheet.cell(row + 1, column + 1), look)
    first = sheet.cell(cell.row + 1, cell.column + 1)
    if cell.role.is_figure and cell.amount is not None and cell.text:
        first.value = cell.amount
    elif cell.text:
        first.value = ILLEGAL_CHARACTERS_RE.sub("", cell.text)
        first.data_type = "s"  # openpyxl takes =1+1 for a formula


def _merge(sheet: Worksheet, cell: Cell, taken: set[tuple[int, int]]) -> None:
    """Merge the cell's area; Excel calls a file with overlapping areas broken, so one that overlaps stays as it is."""
    bottom, right = cell.row + cell.height, cell.column + cell.width
    area = set(product(range(cell.row, bottom), range(cell.column, right)))
    if len(area) > 1 and not area & taken:
        sheet.merged_cells.add(CellRange(min_row=cell.row + 1, min_col=cell.column + 1, max_row=bottom, max_col=right))
        taken |= area


def _widths(grid: Grid) -> list[float]:
    """The grid's widths scaled to the paper, no column so narrow that Excel shows ### for a figure."""
    scale = _WIDTH[grid.landscape] / sum(grid.widths)
    widths = [width * scale for width in grid.widths]
    for cell in grid.cells:
        need = _digits(cell.text) / _PER_WIDTH + _PADDING
        whole = cell.role.is_figure or cell.role is Role.CODE
        if cell.role.is_ruled and cell.width == 1 and (whole or need <= _STRETCH * grid.widths[cell.column] * scale):
            widths[cell.column] = max(widths[cell.column], need + (_PADDING if whole else 0))
    return widths


def _heights(grid: Grid, widths: Sequence[float]) -> list[float]:
    """Rows high enough for their wrapped texts, airy where the page allows."""
    heights = [SIZE * _LEADING + 2] * grid.rows
    for cell in sorted(filter(wraps, grid.cells), key=lambda cell: cell.height):
        size = SIZES.get(cell.role, SIZE)
        room = (sum(widths[cell.column : cell.column + cell.width]) - _PADDING) * _PER_WIDTH * SIZE / size
        needed = len(break_lines(cell.text, max(room, 2), _digits)) * size * _LEADING + 4
        rows = slice(cell.row, cell.row + cell.height)
        heights[cell.row + cell.height - 1] += max(0.0, needed - sum(heights[rows]))
    room_across, room_down = _ROOM[grid.landscape]
    ruled = grid.ruled_rows()
    spare = max(0.0, room_down * max(1.0, sum(widths) / room_across) - sum(heights)) / len(ruled)
    return [max(height, min(_AIRY, height + spare)) if row in ruled else height for row, height in enumerate(heights)]


def _set_up_print(sheet: Worksheet, grid: Grid, height: float) -> None:
    setup, options = sheet.page_setup, sheet.print_options
    setup.paperSize = sheet.PAPERSIZE_A4
    setup.orientation = sheet.ORIENTATION_LANDSCAPE if grid.landscape else sheet.ORIENTATION_PORTRAIT
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup.fitToWidth = 1
    setup.fitToHeight = 1 if height * _SMALLEST_SCALE <= _ROOM[grid.landscape][1] else 0
    options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN
    margins.header = margins.footer = _MARGIN / 2
    sheet.print_area = f"A1:{get_column_letter(grid.columns)}{grid.rows}"
    if grid.header.stop:
        sheet.print_title_rows = f"1:{grid.header.stop}"
        sheet.freeze_panes = f"A{grid.header.stop + 1}"


def _digits(text: str) -> float:
    return sum(2.0 if is_wide(character) else 1.0 for character in text)
