"""What a file would bring, shown before anything is taken: each table as recognised, every value with its source."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan_desktop.amounts import WAN, YUAN, ZERO, converted, half_place
from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.figures import table_in
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.report.change import UNSURE, Change, Gesture
from juesuan_desktop.report.printed import MISSING, PrintedReport, PrintedTable
from juesuan_desktop.report.report import REPORT, blanks_address, lines_address
from juesuan_desktop.storage import OWN_SUFFIX

BY_TITLE, BY_HEADER = "表题", "表头"
SURE, LIKELY, DOUBTFUL = "sure", "likely", "doubtful"
MOST_WAN, LEAST_YUAN = Decimal(1_000_000), Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Recognition:
    """How a table was known: by its 表题 or by its 表头, how surely, what was read and what was not understood."""

    by: str
    certainty: str
    lines: int
    figures: int
    not_understood: tuple[str, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One value. ``before`` stands here (or stood last year), ``after`` would be taken; ``origin`` is where from.

    ``taken`` says whether taking it writes something: a computed figure that agrees is computed, not written.
    """

    address: str
    label: str
    before: str
    after: str
    origin: str = ""
    note: str = ""
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """What is taken or refused together: a table, the texts, a kind of thing that carries over.

    ``doubts`` are sentences about single things in it: a 科目 that has ended.
    """

    id: str
    title: str
    items: tuple[Item, ...] = ()
    recognition: Recognition | None = None
    note: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A file's report as it would be taken.

    ``outcome`` is what checking the file gave; ``doubt`` what she should be asked first (year, unit, money unit), '' if
    nothing; ``gesture`` takes all. Nothing is written here.
    """

    printed: PrintedReport
    outcome: Outcome
    doubt: str
    groups: tuple[Group, ...]
    gesture: Gesture

    @property
    def balances(self) -> bool:
        """Whether the file is sound enough to be a base."""
        return not self.outcome.has_errors

    def taking(self, refused: frozenset[str] = frozenset()) -> Gesture:
        """The gesture without the refused addresses.

        Of a table refused as a whole the lines stay away too, and without its lines nothing of a table is taken; one
        refused in part is not settled: what she left out is 待填, not zero.
        """
        choices: dict[str, list[str]] = {}
        for item in (item for group in self.groups for item in group.items if item.taken):
            choices.setdefault(table_of(item.address), []).append(item.address)
        wholly = {name for name, addresses in choices.items() if refused.issuperset(addresses)} - {REPORT}
        wholly |= {name for name in choices if lines_address(name) in refused}
        partly = {blanks_address(table_of(at)) for at in refused}
        kept = (
            change
            for change in self.gesture.changes
            if change.address not in refused | partly and table_of(change.address) not in wholly
        )
        return replace(self.gesture, changes=tuple(kept))


def recognition_of(table: PrintedTable) -> Recognition | None:
    """How a table of the file was known; None for one that is not in it."""
    if table.state == MISSING:
        return None
    strangers = (f"「{label}」不在样表里" for label in table.strangers)
    not_understood = (*table.beside, *table.odd, *strangers, *filter(None, (table.cut,)))
    by = BY_TITLE if table.title else BY_HEADER
    figures = sum(amount is not None for line in table.lines for amount in line.values.values())
    certainty = DOUBTFUL if table.is_doubtful else _certainty(by, not_understood)
    return Recognition(by, certainty, len(table.lines), figures, not_understood, table.page)


def in_unit(printed: PrintedReport, unit: str) -> PrintedReport:
    """The report read as 元 or as 万元; a table that says another unit than the others is worth what it says."""
    tables = tuple(
        replace(table, half=half_place(unit, unit), amount_unit=unit if table.amount_unit else "")
        if printed.unit_of(table) == printed.amount_unit
        else table_in(table, printed, unit)
        for table in printed.tables
    )
    return replace(printed, amount_unit=unit, tables=tables)


def unit_doubt_of(printed: PrintedReport) -> str:
    """Why the money unit should be asked, in one sentence; '' where the file says it and the amounts agree."""
    if printed.file.lower().endswith(OWN_SUFFIX):
        return ""
    if not any(table.amount_unit for table in printed.tables):
        return f"文件里没有写明金额单位，先按「{printed.amount_unit}」读，请核对"
    by_unit: dict[str, list[PrintedTable]] = {}
    for table in printed.tables:
        by_unit.setdefault(printed.unit_of(table), []).append(table)
    return next(filter(None, (_doubt(printed, unit, tables) for unit, tables in by_unit.items())), "")


def _doubt(printed: PrintedReport, unit: str, tables: Iterable[PrintedTable]) -> str:
    """Why the tables that are printed in a unit may not be in it."""
    largest = max((converted(abs(amount), printed.amount_unit, unit) for amount in _amounts(tables)), default=ZERO)
    if unit not in (YUAN, WAN):
        return f"写的是「{unit}」，决算很少用这个单位，最大的数有 {largest:,f}，请核对"
    if largest and unit == printed.amount_unit == YUAN and largest < LEAST_YUAN:
        return f"写的是「元」，最大的数只有 {largest:,f}，像是「万元」，请核对"
    if unit == WAN and largest >= MOST_WAN:
        return f"写的是「万元」，最大的数有 {largest:,f}，像是「元」，请核对"
    return ""


def told_together(*doubts: str) -> str:
    """Doubts as one text; '' where there are none."""
    return "；".join(filter(None, doubts))


def origin_of(change: Change, file_name: str) -> str:
    """The cell or page within the file that a change's source names."""
    return change.source.partition(file_name)[2].removeprefix(UNSURE).strip()


def words_of(text: str | None) -> str:
    """A text in a few words, for a cell of a list."""
    text = (text or "").strip()
    return f"{text[:40].splitlines()[0]}…（{len(text)} 字）" if len(text) > 40 or "\n" in text else text


def _certainty(by: str, not_understood: Iterable[str]) -> str:
    if any(not_understood):
        return LIKELY if by == BY_TITLE else DOUBTFUL
    return SURE if by == BY_TITLE else LIKELY


def _amounts(tables: Iterable[PrintedTable]) -> list[Decimal]:
    return [amount for table in tables for line in table.lines for amount in line.values.values() if amount is not None]
