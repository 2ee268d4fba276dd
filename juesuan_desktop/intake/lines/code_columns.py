"""Which columns of a table hold codes, whole or in parts (201 | 06 | 01), and what a cell of them says."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from juesuan_desktop.forms.codes import is_code, written_code
from juesuan_desktop.intake.lines.columns import heading_word, is_label_heading
from juesuan_desktop.intake.lines.headings import Path, Rows

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?: 00:00:00)?", re.ASCII)
_FIRST_DAY = date(1899, 12, 30)
_PART = 2
_SHORT = 1  # 01 that was typed as a number
CODE_PARTS = frozenset({"类", "款", "项"})
_OWNER = re.compile(r"^(?:预算|主管|基层)?(?:单位|部门)(?:预算)?(?:代码|编码|名称)?$")


def code_in(text: str) -> tuple[str, str]:
    """The digits and the name in a cell of a code column, as `written_code`; a code shown as a date is one again."""
    day = _DAY.fullmatch(text.strip()) if "-" in text else None
    if day is None:
        return written_code(text)
    number = _number_of(day[1])
    return (number, "") if is_code(number) else ("", text)


def _number_of(day: str) -> str:
    """The number that a spreadsheet keeps for a day; '' for one that no calendar has (2013-02-30)."""
    try:
        return str((date.fromisoformat(day) - _FIRST_DAY).days)
    except ValueError:
        return ""


def is_day(text: str) -> bool:
    """Whether a cell is a date."""
    return bool(_DAY.fullmatch(text.strip()))


def part_in(text: str) -> str:
    """The digits in a cell of a column of code parts: a part that was kept as a number (6, 6.0) is 06 again."""
    digits, name = code_in(text)
    return digits.zfill(_PART) if len(digits) == _SHORT and not name else digits


def code_columns(rows: Rows, paths: Sequence[Path], free: Iterable[int]) -> list[int]:
    """Of the free columns those with codes, from left to right; ``rows`` are the lines of the table.

    A column that is headed 科目编码 or 项目 goes before one without a heading; the parts of a code stand side by side.
    """
    own = [column for column in free if not is_strange(paths[column])]
    holding = [column for column in own if _holds_codes(rows, column, part_in)]
    headed = [column for column in holding if is_for_lines(paths[column])]
    if not headed:
        holding = [column for column in own if _holds_codes(rows, column, _digits_in)]
        most = max(holding, key=lambda column: len({row[column] for row in rows}), default=None)
        headed = [] if most is None else [most]
    for column in (at for at in holding if at not in headed):
        if any(_go_together(rows, *sorted((column, other))) for other in headed if abs(other - column) == 1):
            headed.append(column)
    return sorted(headed)


def is_for_lines(path: Path) -> bool:
    """Whether the lowest heading of a column is one of codes or names."""
    return bool(path) and is_label_heading(heading_word(path[-1].text)) and not is_strange(path)


def is_strange(path: Path) -> bool:
    """Whether a column tells whose the line is: 单位名称, 部门代码."""
    return any(_OWNER.match(heading_word(heading.text)) for heading in path)


def may_be_part(paths: Sequence[Path]) -> bool:
    """Whether the last column is headed 类, 款 or 项, or has no other heading of its own than codes have before it."""
    *before, path = paths
    if path and heading_word(path[-1].text) in CODE_PARTS:
        return True
    left = next((one for one in reversed(before) if one), ())
    return is_for_lines(left) and (not path or left[-1].at == path[-1].at)


def _digits_in(text: str) -> str:
    return code_in(text)[0]


def _holds_codes(rows: Rows, column: int, read: Callable[[str], str]) -> bool:
    cells = [read(row[column]) for row in rows if row[column] and _is_no_total(row[column])]
    codes = [digits for digits in cells if is_code(digits) or len(digits) == _PART]
    return bool(codes) and 2 * len(codes) >= len(cells)


def _is_no_total(text: str) -> bool:
    return "计" not in text


def _go_together(rows: Rows, left: int, right: int) -> bool:
    """Whether two columns are parts of the same codes: the right one goes on where the left one ends."""
    pairs = [pair for row in rows if all(pair := (_digits_in(row[left]), part_in(row[right])))]
    fitting = [after for before, after in pairs if len(after) == _PART or after.startswith(before)]
    return 2 * len(fitting) > len(pairs) if pairs else any(len(part_in(row[right])) == _PART for row in rows)
