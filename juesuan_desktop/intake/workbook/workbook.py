"""Workbooks (.xlsx, .xlsm, .xls) to grids of text, in the child process. Macros, links and pictures are not touched."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from juesuan_desktop.intake.office.file_title import title_of_ole, title_of_parcel
from juesuan_desktop.intake.office.ole import Ole
from juesuan_desktop.intake.office.parcel import Parcel
from juesuan_desktop.intake.process.following import Follower, nobody
from juesuan_desktop.intake.refusal import DAMAGED, LONGEST_TEXT, MOST_CHARACTERS, PASSWORD, Refusal, within
from juesuan_desktop.intake.workbook.biff import marked_errors
from juesuan_desktop.intake.workbook.figures import number_text
from juesuan_desktop.intake.workbook.worksheet import tidied

Place = tuple[int, int]
_KEPT = ("[content_types].xml", "_rels/.rels")
_SHEET = b"sheetData"
_TIMES = 2  # every sheet is gone through twice: to look at it, to read it
_NOT_READ = re.compile(
    r"xl/(?:drawings|media|charts\w*|theme|externallinks|pivot\w+|comments\w*|tables|printersettings)/"
)


def read_xlsx(parcel: Parcel, told: Follower = nobody) -> list[dict[str, Any]]:
    """The workbook's title and visible sheets. What calamine gets is a new zip of the parts that were looked at."""
    return [*_titled(title_of_parcel(parcel)), *_sheets(_lean(parcel, told), {}, told)]


def read_xls(data: bytes, suffix: str, told: Follower = nobody) -> list[dict[str, Any]]:
    """The title and visible sheets of an .xls (or an .et that is one)."""
    ole = Ole(data)
    stream = ole.stream("Workbook", "Book")
    if stream is None:
        raise Refusal(ole.what_else(suffix))
    return [*_titled(title_of_ole(ole)), *_sheets(data, marked_errors(stream), told)]


def _titled(title: str) -> list[dict[str, Any]]:
    return [{"text": title}] if title else []


def _lean(parcel: Parcel, told: Follower) -> bytes:
    lean = io.BytesIO()
    names = [name for name in parcel.names if _is_read(name.lower())]
    with zipfile.ZipFile(lean, "w", zipfile.ZIP_STORED) as target:
        for done, name in enumerate(names):
            told(done, _TIMES * len(names))
            content = parcel.part(name)
            target.writestr(name, tidied(content) if _SHEET in content else content)
    return lean.getvalue()


def _is_read(name: str) -> bool:
    if not name.startswith("xl/"):
        return name in _KEPT
    return name.endswith((".xml", ".rels")) and not _NOT_READ.match(name)


def _sheets(data: bytes, errors: dict[str, dict[Place, str]], told: Follower) -> list[dict[str, Any]]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return list(_visible(workbook, errors, told))
    except PasswordError as error:
        raise Refusal(PASSWORD) from error
    except CalamineError as error:
        raise Refusal(DAMAGED) from error


def _visible(
    workbook: CalamineWorkbook, errors: dict[str, dict[Place, str]], told: Follower
) -> Iterator[dict[str, Any]]:
    """Every sheet that a person sees; a hidden one holds lists and last year's figures, and is not published."""
    room = MOST_CHARACTERS
    sheets = workbook.sheets_metadata
    for done, sheet in enumerate(sheets):
        told(done + len(sheets), _TIMES * len(sheets))
        if sheet.visible is not Visible.Visible or sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        raw = workbook.get_sheet_by_name(sheet.name)
        grid = _grid(raw, errors.get(sheet.name, {}))
        merged = _merged(raw, grid)
        room -= sum(sum(map(len, row)) for row in grid)
        if room < 0:
            raise Refusal("文字太多，不像决算报告，请删去无关的内容、另存后再导入")
        top, left = raw.start or (0, 0)
        yield {"grid": grid, "sheet": sheet.name, "top": top, "left": left, "merged": merged}


def _grid(sheet: CalamineSheet, errors: dict[Place, str]) -> list[list[str]]:
    """The cells as text; a merged cell has its text in the first place, the places it covers are blank."""
    within(sheet.height, sheet.width)
    top, left = sheet.start or (0, 0)
    grid = [[_TEXTS.get(type(value), str)(value) for value in row] for row in sheet.to_python()]
    for (row, column), error in errors.items():
        if 0 <= row - top < len(grid) and 0 <= column - left < len(grid[0]):
            grid[row - top][column - left] = error
    return grid


def _merged(sheet: CalamineSheet, grid: list[list[str]]) -> list[tuple[int, int, int, int]]:
    """The merged cells (row, column, height, width) that hold something; what they cover is made blank."""
    top, left = sheet.start or (0, 0)
    found = {}
    for (row, column), (bottom, right) in sheet.merged_cell_ranges or ():
        first = (row - top, column - left)
        _cover(grid, first, (bottom - top, right - left))
        if 0 <= first[0] < len(grid) and 0 <= first[1] < len(grid[0]) and grid[first[0]][first[1]]:
            found[first] = (*first, bottom + 1 - row, right + 1 - column)
    return list(found.values())


def _cover(grid: list[list[str]], first: Place, last: Place) -> None:
    for row in range(max(first[0], 0), min(last[0] + 1, len(grid))):
        for column in range(max(first[1], 0), min(last[1] + 1, len(grid[row]))):
            if (row, column) != first:
                grid[row][column] = ""


def _words(text: str) -> str:
    return text[:LONGEST_TEXT].strip()


def _truth(value: bool) -> str:
    return str(value).upper()


_TEXTS: Mapping[type, Callable[[Any], str]] = {str: _words, float: number_text, int: number_text, bool: _truth}
