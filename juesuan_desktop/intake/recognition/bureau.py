"""The bureau's 财决 workbooks (`Z03 收入决算表(财决03表)` …): what they have of the public tables.

Which public table comes of which 财决 one is trade practice that nobody has confirmed: every figure taken this way says
so with its place. A sheet is known by number and title together, each as far as it is written (names end at 31
characters). What has no public table is listed, not guessed at.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.material import Block, Material, Paragraph, RawTable, Remark
from juesuan_desktop.intake.recognition.bureau_header import header_of
from juesuan_desktop.intake.recognition.bureau_tables import (
    Laid,
    Laying,
    Source,
    by_code,
    in_columns,
    side_by_side,
    three_public,
)
from juesuan_desktop.intake.recognition.spelling import Spelling, table_title

_PREFIX = re.compile(r"^([ZF])(\d\d)(?:_(\d+))?(?!\d|_\d)")
_NUMBER = re.compile(r"财决(附?\d\d(?:-\d+)?)表")
_BEHIND = re.compile(r"[（(]财决.*$")
LEAST_OF_A_TITLE = 6
UNCONFIRMED = "对应关系未证实，请核对"


@dataclass(frozen=True, slots=True)
class Kind:
    """A 财决 table: its title, the public table it fills, and how it is laid out."""

    title: str
    table: str
    lay: Laying


KINDS: Mapping[str, Kind] = {
    "01": Kind("收入支出决算总表", "overall", side_by_side),
    "01-1": Kind("财政拨款收入支出决算总表", "appropriation", side_by_side),
    "03": Kind("收入决算表", "income", by_code),
    "04": Kind("支出决算表", "expenditure", by_code),
    "07": Kind("一般公共预算财政拨款收入支出决算表", "general_budget", by_code),
    "08-1": Kind("一般公共预算财政拨款基本支出决算明细表", "basic_detail", in_columns),
    "09": Kind("政府性基金预算财政拨款收入支出决算表", "gov_fund", by_code),
    "11": Kind("国有资本经营预算财政拨款收入支出决算表", "state_capital", by_code),
    "附03": Kind("机构运行信息表", "three_public", three_public),
}


def from_bureau(material: Material, known: Mapping[str, Sequence[Spelling]]) -> Material:
    """The material with its 财决 tables laid out as public ones; other material as it is."""
    return tuple(_Reader(material, known).blocks())


class _Reader:
    def __init__(self, material: Material, known: Mapping[str, Sequence[Spelling]]) -> None:
        self.material, self.known = material, known
        self.widths = {
            title: max(one.table.picture.columns for one in spellings)
            for spellings in known.values()
            for spelling in spellings
            for title in spelling.titles
        }
        self.passed_over: list[str] = []

    def blocks(self) -> Iterator[Block]:
        """Block by block; at the end what was passed over."""
        for block in self.material:
            number = self._number(block) if isinstance(block, RawTable) else ""
            if not number or not isinstance(block, RawTable):
                yield block
                continue
            titles = self._titles(block.sheet)
            laid = self._laid(number, titles, block)
            if laid:
                yield from laid
            elif self._is_public(titles, block):
                yield block
            else:
                self.passed_over.append(f"财决{number}表")
        if self.passed_over:
            names = "、".join(dict.fromkeys(self.passed_over))
            yield Remark(f"{names}没有对应的公开表，或者认不出它的栏目，没有读入")

    def _is_public(self, titles: Sequence[str], raw: RawTable) -> bool:
        """Whether it is a public table after all: it has such a title, and no column more than that has."""
        columns = sum(any(row[column] for row in raw.rows) for column in range(raw.columns))
        widths = [self.widths.get(table_title(title), 0) for title in titles]
        return columns <= max(widths, default=0)

    def _number(self, raw: RawTable) -> str:
        """01-1, 附03 …; '' for a sheet that is no 财决 table."""
        if raw.sheet is None:
            return ""
        prefix = _PREFIX.match(raw.sheet)
        if prefix:
            part = f"-{prefix[3]}" if prefix[3] else ""
            return f"{'附' if prefix[1] == 'F' else ''}{prefix[2]}{part}"
        texts = [raw.sheet, *self._texts(raw.sheet), *(cell for row in raw.rows[:2] for cell in row)]
        return next((match[1] for text in texts if (match := _NUMBER.search(squeezed(text)))), "")

    def _texts(self, sheet: str | None) -> list[str]:
        return [block.text for block in self.material if isinstance(block, Paragraph) and block.sheet == sheet]

    def _titles(self, sheet: str | None) -> list[str]:
        """What may be the sheet's title: its name without number and what stands on it."""
        named = _BEHIND.sub("", _PREFIX.sub("", squeezed(sheet or "")))
        return [named, *(squeezed(text) for text in self._texts(sheet))]

    def _laid(self, number: str, titles: Sequence[str], raw: RawTable) -> tuple[Paragraph, RawTable] | None:
        """The public table, below its title; None where number and title do not agree or nothing is found."""
        kind = KINDS.get(number)
        if kind is None or not any(_agree(title, kind.title) for title in titles):
            return None
        spellings = self.known[kind.table]
        laid = kind.lay(Source(raw, header_of(raw), spellings))
        if laid is None:
            return None
        table = spellings[0].table
        told = f"财决{number}表 → {table.short_title}"
        return Paragraph(table.layout.title, sheet=raw.sheet), _drawn(laid, raw, told)


def _agree(title: str, wanted: str) -> bool:
    """Whether a title, perhaps cut short, is the wanted one; 收入 may be left out of 收入支出决算表."""
    bare = _BEHIND.sub("", title)
    ways = (wanted, wanted.replace("收入支出", "支出"))
    return len(bare) >= min(LEAST_OF_A_TITLE, len(wanted)) and any(way.startswith(bare) for way in ways)


def _drawn(laid: Laid, raw: RawTable, told: str) -> RawTable:
    rows = tuple(tuple(text for text, _ in row) for row in laid.rows)
    note = f"{told}，{UNCONFIRMED}"
    places = tuple(tuple(f"{place}（{note}）" if place else "" for _, place in row) for row in laid.rows)
    left = [f"{told}：没有取 {'、'.join(laid.left_out)}"] if laid.left_out else []
    return RawTable(rows, None, raw.sheet, raw.top, raw.left, raw.whole, (note, *left), places)
