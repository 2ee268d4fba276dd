"""The findings as rows: one for each, 尾差 and 未检查 in one row that opens, filtered by kind and table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from juesuan_desktop.desk.idle_checks import IdleRule, idle_rules
from juesuan_desktop.desk.reasons import reason_of
from juesuan_desktop.forms.form import Form
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.marks import Mark, mark_of, word_of
from juesuan_desktop.rules.findings import Finding, without_numbers

IDLE = "idle"
TEXTS = ""
"""The table of findings that are about no table."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``mark`` is None for 未检查; ``weight`` is what it counts for: 待填 its cells, 未检查 its checks.

    ``children`` are shown when the row is opened.
    """

    mark: Mark | None
    word: str
    message: str = ""
    place: str = ""
    reason: str = ""
    finding: Finding | None = None
    weight: int = 1
    children: tuple["Row", ...] = ()

    @property
    def kind(self) -> str:
        """What the chips filter by."""
        return self.mark or IDLE


@dataclass(frozen=True, slots=True)
class Wish:
    """What she wants to see; an empty set wants everything."""

    kinds: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()

    def takes(self, row: Row) -> bool:
        """Whether a row is wanted."""
        if self.kinds and row.kind not in self.kinds:
            return False
        return not self.tables or bool(self.tables & tables_of(row))


def rows_of(live: LiveReport) -> tuple[Row, ...]:
    """Every finding as a row, then the rules that did not run; nothing grouped yet."""
    report, form = live.session.report, live.session.form
    found = tuple(_row(finding, reason_of(report, finding), form) for finding in live.standing.findings)
    return (*found, *map(_idle, idle_rules(live.session.outcome)))


def grouped(rows: Iterable[Row], wish: Wish) -> tuple[Row, ...]:
    """The wanted rows; those of 尾差 and 未检查 are one row each, last."""
    wanted = [row for row in rows if wish.takes(row)]
    single = (row for row in wanted if row.kind not in (Mark.ROUNDING, IDLE))
    return (*single, *_groups(wanted))


def count_by_kind(rows: Iterable[Row]) -> Mapping[str, int]:
    """How many there are of each kind."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row.kind] += row.weight
    return counts


def count_by_table(rows: Iterable[Row]) -> Mapping[str, int]:
    """How many findings point at each table id; 未检查 is about none."""
    return Counter(table for row in rows if row.kind != IDLE for table in tables_of(row))


def tables_of(row: Row) -> frozenset[str]:
    """The ids of the tables a row is about."""
    if row.finding is None:
        return frozenset()
    return frozenset(place.table or TEXTS for place in row.finding.where) or frozenset({TEXTS})


def _groups(rows: Iterable[Row]) -> Iterator[Row]:
    translate = QCoreApplication.translate
    rows = tuple(rows)
    rounding = tuple(row for row in rows if row.mark is Mark.ROUNDING)
    idle = tuple(row for row in rows if row.kind == IDLE)
    if rounding:
        told = translate("FindingRows", "尾差 {count} 处，由四舍五入造成，不是错误").format(count=len(rounding))
        yield Row(Mark.ROUNDING, rounding[0].word, told, children=rounding)
    if idle:
        count = sum(row.weight for row in idle)
        told = translate("FindingRows", "未检查 {count} 项，不算通过；打开看原因").format(count=count)
        yield Row(None, idle[0].word, told, children=idle)


def _row(finding: Finding, reason: str, form: Form) -> Row:
    word = QCoreApplication.translate("FindingRows", "已说明") if reason else word_of(finding)
    mark = Mark.DONE if reason else mark_of(finding)
    cells = sum(place.address is not None for place in finding.where) if mark is Mark.PENDING else 1
    return Row(mark, word, without_numbers(finding), _place(finding, form), reason, finding, max(1, cells))


def _idle(idle: IdleRule) -> Row:
    word = QCoreApplication.translate("FindingRows", "未检查")
    return Row(None, word, f"{idle.reason}：{idle.words}", idle.rule, weight=idle.times)


def _place(finding: Finding, form: Form) -> str:
    """The tables it is about, by number: 「公开01、04」; else the sections."""
    tables = dict.fromkeys(place.table for place in finding.where if place.table)
    layouts = [form.by_id[table].layout for table in tables]
    numbers = [(layout.number or layout.title).removesuffix("表") for layout in layouts]
    told = "、".join((*numbers[:1], *(number.removeprefix("公开") for number in numbers[1:])))
    return told or "、".join(filter(None, (place.section for place in finding.where)))
