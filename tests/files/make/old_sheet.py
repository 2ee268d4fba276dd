"""A sheet of a 财决 workbook, written cell by cell."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import xlwt

UNIT = "清溪县河湖管理服务中心"


class Sheet:
    """A sheet that is written cell by cell."""

    def __init__(self, book: xlwt.Workbook, name: str, title: str, number: str) -> None:
        self.sheet = book.add_sheet(name[:31])
        self.row = 3
        self.put(0, 0, title)
        self.put(1, 0, number)
        for column, text in ((0, f"编制单位：{UNIT}"), (2, "2023年度"), (4, "金额单位：元")):
            self.put(2, column, text)

    def put(self, row: int, column: int, value: object, down: int = 0, right: int = 0) -> None:
        """One cell, merged ``down`` and ``right``."""
        shown = float(value) if isinstance(value, Decimal) else value
        if shown is None or shown == "":
            return
        if down or right:
            self.sheet.write_merge(row, row + down, column, column + right, shown)
        else:
            self.sheet.write(row, column, shown)

    def add(self, cells: Mapping[int, object], right: Mapping[int, int] | None = None) -> None:
        """A row."""
        for column, value in cells.items():
            self.put(self.row, column, value, 0, (right or {}).get(column, 0))
        self.row += 1


def head(sheet: Sheet, columns: Sequence[tuple[str, ...]], first: int) -> None:
    """Headings merged across where they are the same, and down where nothing stands below them."""
    levels = max(len(path) for path in columns)
    for level in range(levels):
        at = 0
        while at < len(columns):
            path = columns[at]
            end = at + 1
            while end < len(columns) and level < len(path) - 1 and columns[end][: level + 1] == path[: level + 1]:
                end += 1
            if level < len(path):
                down = levels - 1 - level if level == len(path) - 1 else 0
                sheet.put(sheet.row + level, first + at, path[level], down, end - at - 1)
            at = end
    sheet.row += levels
