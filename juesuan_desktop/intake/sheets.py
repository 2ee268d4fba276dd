"""A sheet cut into what stands on it: tables, and the texts above, between and below them.

A sheet can hold one table, all nine one under the other, or two side by side. What is a title, a head line or a note is
a paragraph; what is left is a table. Blank rows part two tables only where a new header follows.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.material import Merge, Paragraph, RawTable, moved, within
from juesuan_desktop.intake.printed_words import TOTAL
from juesuan_desktop.intake.recognition.owner import OWNER
from juesuan_desktop.intake.recognition.years import YEAR, year_alone

Grid = Sequence[Sequence[str]]

_TITLE = re.compile(r"^(?!注|说明|备注).{0,40}(?:决算|收入支出|收支|经费).{0,30}表(?:[（(].{1,14}[）)])?$")
_HEAD = re.compile(
    rf"^(?:(?:{OWNER}|主管部门|(?:预算|主管)?(?:部门|单位)代码)[：:].*|[（(]?(?:金额|计量|货币)?单位[：:（(].{{1,9}}"
    rf"|金额[：:].{{1,6}}|[（(]?(?:人民币)?[千万亿]?元[）)]?|{YEAR}年度?|年度|公开\d+表.{{0,6}}|财决.{{0,4}}\d.{{0,5}}表"
    r"|第.{1,3}页.{0,8}|[（(]?续(?:表)?[）)]?"
    r"|(?:附件|附表|表)[一二三四五六七八九十\d]+[：:]?|.{0,8}(?:负责人|填表人|制表人|审核人|经办人|日期|时间|电话)[：:].*)$"
)
_NOTE = re.compile(r"^(?:注|说明|备注|填表说明)[：:\d]|。$|^注$|(?:无数据|没有数据|空表|表为空)[）)]?$")
_SHEET_NUMBER = re.compile(r"^(?:GK|Z|F|CS)?[\d_.、\s]+|[（(](?:公开|财决).*$", re.IGNORECASE)
_HEADER_WORDS = ("项目", "科目", "预算数", "收入", "人员经费", "功能分类", "经济分类")
LONGEST_LABEL = 40


def blocks_of(
    grid: Grid,
    sheet: str | None = None,
    top: int = 0,
    left: int = 0,
    *,
    whole: bool = False,
    merged: Iterable[Merge] = (),
) -> Iterator[Paragraph | RawTable]:
    """Paragraphs and raw tables of a sheet in reading order. ``top`` and ``left`` say where the grid begins on it.

    ``merged`` are the merged cells of the grid, as in `RawTable`.
    """
    if sheet and (title := _title_of(sheet)) and not any(is_title(text) for row in grid for text in row if text):
        yield Paragraph(title, sheet=sheet)
    ordered = sorted(merged)
    for first, last in _bands(grid):
        here = ordered[bisect_left(ordered, (first,)) : bisect_left(ordered, (last,))]
        for start, stop in _strips(grid[first:last]):
            part = [row[start:stop] for row in grid[first:last]]
            yield from _Cutter(sheet, top + first, left + start, whole, moved(here, first, start)).blocks(part)


def is_title(text: str) -> bool:
    """Whether a text looks like a table's title."""
    return len(text) <= 2 * LONGEST_LABEL and bool(_TITLE.match(squeezed(text)))


def _title_of(sheet: str) -> str | None:
    """The title that a sheet's name gives: `Z01 收入支出决算总表(财决01表)`."""
    name = _SHEET_NUMBER.sub("", sheet).strip()
    return name if is_title(name) else None


def _bands(grid: Grid) -> Iterator[tuple[int, int]]:
    """Rows that belong together: each row with titles begins a band."""
    starts = [index for index, row in enumerate(grid) if any(is_title(text) for text in row if text)]
    edges = sorted({0, *starts, len(grid)})
    yield from pairwise(edges)


def _strips(band: Grid) -> Iterator[tuple[int, int]]:
    """Columns that belong together: two titles in one row stand over two tables, a blank column between them."""
    width = len(band[0]) if band else 0
    titles = [column for column, text in enumerate(band[0]) if text and is_title(text)] if band else []
    titles = [at for at in titles if at == 0 or band[0][at] != band[0][at - 1]]  # filled in where it was merged
    edges = {0, width}
    for column in titles[1:]:
        blank = (at for at in range(column - 1, titles[0], -1) if not any(row[at] for row in band))
        edges.add(next(blank, column - 1) + 1)
    ordered = sorted(edges)
    yield from pairwise(ordered)


class _Cutter:
    """Goes down a strip row by row."""

    def __init__(self, sheet: str | None, top: int, left: int, whole: bool, merged: Sequence[Merge]) -> None:
        self.sheet, self.top, self.left, self.whole, self.merged = sheet, top, left, whole, merged
        self.rows: list[tuple[str, ...]] = []
        self.first = 0
        self.blank = 0

    def blocks(self, strip: Grid) -> Iterator[Paragraph | RawTable]:
        """What stands in the strip."""
        for index, row in enumerate(strip):
            texts = [text for text in row if text]
            if not texts:
                self.blank += 1
            elif _is_prose(texts, inside=bool(self.rows)):
                yield from self._table()
                yield Paragraph("\t".join(texts), sheet=self.sheet)
            else:
                if self.blank and self.rows and _begins_table(texts):
                    yield from self._table()
                self._add(index, row)
        yield from self._table()

    def _add(self, index: int, row: Sequence[str]) -> None:
        """A row of the table; blank rows within it are kept, so that every cell can be found on the sheet."""
        if self.rows:
            self.rows += [("",) * len(row)] * self.blank
        else:
            self.first = index
        self.rows.append(tuple(row))
        self.blank = 0

    def _table(self) -> Iterator[Paragraph | RawTable]:
        if self.rows and all(_is_head_row(row) for row in self.rows if any(row)):
            yield from (Paragraph("\t".join(filter(None, row)), sheet=self.sheet) for row in self.rows if any(row))
        elif self.rows:
            used = [column for row in self.rows for column, text in enumerate(row) if text]
            first, last = min(used), max(used)
            rows = tuple(row[first : last + 1] for row in self.rows)
            place = (self.sheet, self.top + self.first, self.left + first)
            merged = within(moved(self.merged, self.first, first), len(rows), last + 1 - first)
            yield RawTable(rows, None, *place, self.whole, merged=merged)
        self.rows, self.blank = [], 0


def _is_prose(texts: Sequence[str], inside: bool) -> bool:
    """Whether a row is no line of a table: a title, a head line, a note."""
    heads = [text for text in texts if _HEAD.match(squeezed(text)) or is_title(text)]
    if heads and all(text in heads or year_alone(squeezed(text)) for text in texts):
        return True
    if len(texts) > 1:
        return False
    text = squeezed(texts[0])
    if inside:
        return bool(_NOTE.search(text)) or len(text) > LONGEST_LABEL
    return not text.replace(".", "").isdigit() and not any(text == word for word in (TOTAL, *_HEADER_WORDS))


def _is_head_row(row: Sequence[str]) -> bool:
    """Whether a row that stands by itself is a head line: some of it is, nothing heads a column, no figure is there."""
    texts = [squeezed(text) for text in row if text]
    if any(text.startswith(_HEADER_WORDS) or _is_figure(text) for text in texts if not year_alone(text)):
        return False
    return any(_HEAD.match(text) for text in texts)


def _is_figure(text: str) -> bool:
    return text.replace(",", "").replace(".", "").isdigit()


def _begins_table(texts: Sequence[str]) -> bool:
    """Whether a row after a gap is a header."""
    return any(squeezed(text).startswith(_HEADER_WORDS) for text in texts) and not any(
        _is_figure(squeezed(text)) for text in texts
    )
