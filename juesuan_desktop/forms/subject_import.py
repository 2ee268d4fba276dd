"""An official list of 科目 taken over from a CSV or Excel file: it hides ours from then on."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.forms.csvfile import read_rows
from juesuan_desktop.forms.faults import Fault, FormError
from juesuan_desktop.forms.subjects import FILES
from juesuan_desktop.forms.vocabulary import ECONOMIC, FUNCTIONAL
from juesuan_desktop.obstacles import in_words

EXCEL = (".xlsx", ".xls", ".xlsm", ".ods")
FEWEST = 20  # a list hides ours whole: a page of it would leave most codes unknown
MOST_BYTES, MOST_ROWS = 20_000_000, 50_000

_CODE = ("code", "编码", "代码", "科目编码", "科目代码", "科目编号", "功能分类科目编码", "经济分类科目编码")
_NAME = ("name", "名称", "科目名称", "科目", "功能分类科目名称", "经济分类科目名称")
_SPLIT = ("类", "款", "项")
_FURTHER = {
    "budget": ("budget", "预算", "预算类型"),
    "first_year": ("first_year", "起", "启用年度"),
    "last_year": ("last_year", "止", "停用年度"),
}
_COLUMNS = ("code", "name", "budget", "first_year", "last_year")
_KINDS = {"2": FUNCTIONAL, "3": ECONOMIC}
_NUMBER = re.compile(r"(\d+)\.0*")

Row = Sequence[str]
Record = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Imported:
    """How many 科目 of each kind (科目, 经济科目) were taken over."""

    counts: Mapping[str, int]


def import_subjects(source: Path, folder: Path) -> Imported:
    """Take the list in ``source`` over into the user's ``folder`` of codes. Raises FormError; then nothing is changed.

    The file may hold 功能分类 and 经济分类 together; what it does not hold stays as it was.
    """
    records = _records(_rows(source), source.name)
    by_kind = {kind: found for kind in FILES if len(found := [one for one in records if _kind(one) == kind]) >= FEWEST}
    if not by_kind:
        raise _unusable(source.name, f"只认出 {len(records)} 个科目，像是不完整的科目表，没有采用")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, found in by_kind.items():
            _write(folder / FILES[kind], found)
    except OSError as error:
        raise _unusable(source.name, f"写不进「{folder}」（{in_words(error)}），没有采用") from error
    return Imported({kind: len(found) for kind, found in by_kind.items()})


def _rows(source: Path) -> list[list[str]]:
    """The rows of every sheet, as texts."""
    try:
        if source.stat().st_size > MOST_BYTES:
            raise _unusable(source.name, "文件太大，不像是科目表")
        rows = list(_excel_rows(source)) if source.suffix.lower() in EXCEL else read_rows(source)
    except (OSError, ValueError, csv.Error) as error:
        raise _unusable(source.name, f"读不出，请另存为 .xlsx 或 .csv 再试（{in_words(error)}）") from error
    return rows[:MOST_ROWS]


def _excel_rows(source: Path) -> Iterator[list[str]]:
    from python_calamine import CalamineError, load_workbook  # loads when first used

    try:
        with load_workbook(source) as book:
            for name in book.sheet_names:
                for row in book.get_sheet_by_name(name).iter_rows():
                    yield [_NUMBER.sub(r"\1", str(cell)).strip() for cell in row]
    except CalamineError as error:
        raise ValueError(str(error)) from error


def _records(rows: Sequence[Row], file: str) -> list[Record]:
    """Each 科目 once, in the order of the file; further sheets may have a heading of their own."""
    places: Mapping[str, int] = {}
    codes = _Codes()
    records: dict[str, Record] = {}
    for row in rows:
        heading = _heading(row)
        if heading:
            places, codes = heading, _Codes()
            continue
        record = codes.record(row, places) if places else None
        if record:
            records.setdefault(record["code"], record)
    if not places:
        raise _unusable(file, "找不到「科目编码」和「科目名称」两列的表头，请在第一行写明")
    return list(records.values())


def _heading(row: Row) -> Mapping[str, int]:
    """Which column is what, if the row is a heading with code and name; empty otherwise."""
    words = [squeezed(cell).lower() for cell in row]
    wanted = {"code": _CODE, "name": _NAME, **_FURTHER, **{level: (level,) for level in _SPLIT}}
    places = {
        key: next(place for place, word in enumerate(words) if word in known)
        for key, known in wanted.items()
        if any(word in known for word in words)
    }
    return places if "name" in places and ("code" in places or all(level in places for level in _SPLIT)) else {}


class _Codes:
    """Reads codes row by row; where 类 款 项 stand in three columns, a blank 类 or 款 is the one above."""

    def __init__(self) -> None:
        self._above = ("", "")

    def record(self, row: Row, places: Mapping[str, int]) -> Record | None:
        """The 科目 of a row, None if it holds none."""
        cells = {key: squeezed(row[place]) if place < len(row) else "" for key, place in places.items()}
        code = cells["code"] if "code" in places else self._joined(*(cells[level] for level in _SPLIT))
        if not is_code(code) or not cells["name"] or code[0] not in _KINDS:
            return None
        return {**{key: cells.get(key, "") for key in _COLUMNS}, "code": code}

    def _joined(self, first: str, second: str, third: str) -> str:
        whole = next((part for part in (third, second) if is_code(part)), "")
        if whole:
            return whole
        second, third = (part.zfill(2) if part else "" for part in (second, third))
        first = first or self._above[0]
        if third and not second:
            second = self._above[1]
        self._above = (first, second)
        return f"{first}{second}{third}"


def _kind(record: Record) -> str:
    return _KINDS[record["code"][0]]


def _write(path: Path, records: Sequence[Record]) -> None:
    """Write beside the file, then take its place."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(text.getvalue(), encoding="utf-8", newline="\n")
    temporary.replace(path)


def _unusable(file: str, message: str) -> FormError:
    return FormError((Fault(file, 0, message),))
