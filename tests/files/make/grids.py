"""Ways in which real files deviate from the official paper, as changes to a Grid."""

from collections.abc import Callable
from dataclasses import replace

from juesuan_desktop.forms.grid import Cell, Grid, Role

Value = str | int | float
FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


def numbers(cell: Cell) -> Value:
    """Amounts as numbers, everything else as text."""
    return float(cell.amount) if cell.amount is not None else cell.text


def numeric_codes(cell: Cell) -> Value:
    """Amounts and codes as numbers: Excel makes 2010301 of '2010301'."""
    return float(cell.text) if cell.role is Role.CODE and cell.text.isdigit() else numbers(cell)


def texts(cell: Cell) -> Value:
    """Amounts as text, some with full-width digits, no-break spaces, negative ones in brackets."""
    if cell.amount is None:
        return cell.text
    text = f"（{cell.text.removeprefix('-')}）" if cell.amount < 0 else cell.text
    return (text.translate(FULL_WIDTH), f"{text}\xa0", text)[(cell.row + cell.column) % 3]


def split_codes(grid: Grid) -> Grid:
    """类 | 款 | 项 in three columns, each row with all its parts."""
    codes = {cell.column for cell in grid.cells if cell.role is Role.CODE}
    if codes != {0}:
        return grid
    cells: list[Cell] = []
    for cell in grid.cells:
        if cell.role is Role.CODE:
            parts = (cell.text[:3], cell.text[3:5], cell.text[5:7])
            cells += [cell._replace(column=at, text=part) for at, part in enumerate(parts)]
        elif cell.role is Role.HEADER and cell.column == 0 and "编码" in cell.text:
            cells += [cell._replace(column=at, text=part) for at, part in enumerate("类款项")]
        else:
            cells.append(_widened(cell, 2))
    return replace(grid, cells=tuple(cells), columns=grid.columns + 2)


def merged_codes(grid: Grid) -> Grid:
    """The code in the first of three merged columns, as the bureau's workbooks have it."""
    if {cell.column for cell in grid.cells if cell.role is Role.CODE} != {0}:
        return grid
    cells = tuple(
        cell._replace(width=3) if cell.column == 0 and cell.width == 1 and cell.role.is_ruled else _widened(cell, 2)
        for cell in grid.cells
    )
    return replace(grid, cells=cells, columns=grid.columns + 2)


def _widened(cell: Cell, by: int) -> Cell:
    """A cell when columns were put in after the first one."""
    return cell._replace(width=cell.width + by) if cell.column == 0 else cell._replace(column=cell.column + by)


def reworded(change: Callable[[Cell], Cell | None]) -> Callable[[Grid], Grid]:
    """A change of single cells; None leaves one out."""
    return lambda grid: replace(grid, cells=tuple(new for cell in grid.cells if (new := change(cell)) is not None))


def unit_in_title(cell: Cell) -> Cell | None:
    """「2023年度某单位收入支出决算总表（万元）」 and no head lines."""
    if cell.role is Role.TITLE:
        return cell._replace(text=f"2023年度{cell.text}（万元）")
    return None if cell.role is Role.HEAD else cell


def head_in_title(unit: str, money_unit: str) -> Callable[[Cell], Cell | None]:
    """Title, unit, year and money unit in one cell, line by line."""

    def together(cell: Cell) -> Cell | None:
        if cell.role is Role.TITLE:
            return cell._replace(text=f"{cell.text}\n编制单位：{unit}　　2023年度　　单位：{money_unit}")
        return None if cell.role is Role.HEAD else cell

    return together
