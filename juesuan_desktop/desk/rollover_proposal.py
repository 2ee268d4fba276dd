"""What last year's file would bring into this year's report, line by line of DOMAIN.md 3.4, value by value."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from juesuan_desktop.amounts import printed
from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.figures import title_of
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.proposal import Group, Item, Proposal, origin_of, table_of, unit_doubt_of, words_of
from juesuan_desktop.desk.rolling import CODE_TABLES, OPENING, OPENING_BY_LINE, rolled
from juesuan_desktop.forms.addresses import split
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.subject_warnings import warnings_for
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.report.change import Change, Gesture
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.report.report import (
    AMOUNT_UNIT,
    BLANKS,
    LAST_AMOUNT_UNIT,
    LINES,
    SECTION,
    UNIT,
    amount_of,
    lines_of,
    section_address,
)

_YEARS = re.compile(r"20\d\d(?=\s*年)")
_TEXTS, _TERMS = ("职责", "机构"), ("名词解释",)


@dataclass(frozen=True, slots=True)
class Carry:
    """One line of the table: what it is, how it carries over; what does not carry has no values."""

    id: str
    title: str
    how: str


CARRIES = (
    Carry("unit", "单位名称、代码、性质、负责人等", "带来，请确认"),
    Carry("opening", "年末结转和结余 → 年初结转和结余", "带来作为建议，请确认；改动的要写明原因"),
    Carry("last", "上年决算数 → 上年数", "带来，只作同比的基数"),
    Carry("lines", "科目行", "只带科目，不带金额"),
    Carry("fixed", "公开06表的固定行", "按本年的样表，不从上年带"),
    Carry("three_public", "三公经费的预算数、决算数", "不带；上年决算数只作上年数"),
    Carry("duties", "职责、机构设置、单位构成", "带来，请逐段确认"),
    Carry("terms", "名词解释", "带来，请按本年度核对"),
    Carry("reasons", "增减原因", "不带，只在旁边灰字提示"),
    Carry("assets", "车辆、设备台数", "不带，请按 12 月 31 日实有数填"),
    Carry("counts", "政府采购、绩效、批次人次、团组", "不带，每年都要填"),
    Carry("dates", "年度、日期、文号、签字、公开日期", "不带，另行计算或留空"),
    Carry("attachment", "附件（绩效自评报告）", "不带，请附本年度的"),
    Carry("money", "金额单位", "本年按元填报；上年印成万元的，带来的数标「按元核对」"),
)


def rollover_proposal(library: Library, last: PrintedReport, outcome: Outcome, form: Form, year: int) -> Proposal:
    """This year's report as it would begin out of last year's."""
    file_name = re.split(r"[\\/]", last.file)[-1]
    gesture = rolled(last, form, year, file_name)
    items: dict[str, list[Item]] = {}
    stood = {change.address: (change.after or "", origin_of(change, file_name)) for change in gesture.changes}
    for section in last.sections:
        at = section_address(section.id)
        stood |= {at: (stood[at][0], f"第 {section.page} 页")} if at in stood and section.page else {}
    for change in gesture.changes:
        kind = _kind(change)
        if kind:
            items.setdefault(kind, []).append(_item(change, stood, form))
    notes = _notes(library, gesture, year)
    groups = tuple(
        Group(
            carry.id, carry.title, tuple(items.get(carry.id, ())), note="；".join((carry.how, *notes.get(carry.id, ())))
        )
        for carry in CARRIES
    )
    doubt = unit_doubt_of(last)
    if last.year and last.year != year - 1:
        doubt = f"文件是 {last.year} 年度的，不是 {year} 年度的上一年，请核对"
    return Proposal(last, outcome, doubt, groups, gesture)


def _kind(change: Change) -> str:
    """Which line of the table a change belongs to; '' for what is no choice (form, year, settled tables)."""
    at = change.address
    table, words = split(at) or ("", ("",))
    if at == UNIT:
        return "unit"
    if at.startswith(LAST_YEAR):
        return "" if words in ((LINES,), (BLANKS,)) else "last"
    if table == SECTION:
        return "duties" if words[0] in _TEXTS else "terms" if words[0] in _TERMS else "reasons"
    if words == (LINES,):
        return "lines"
    return "" if at in (AMOUNT_UNIT, LAST_AMOUNT_UNIT) or table not in _OPENING_TABLES else "opening"


_OPENING_TABLES = {table_of(at) for at in OPENING} | {name for name, _, _ in OPENING_BY_LINE}


def _item(change: Change, stood: Mapping[str, tuple[str, str]], form: Form) -> Item:
    """The value beside what it was last year; an opening balance has the place of its closing one."""
    at = change.address
    table, words = split(at) or ("", ("",))
    after, origin = stood[at]
    if at.startswith(LAST_YEAR):
        return Item(at, _label(at.removeprefix(LAST_YEAR)), _money(after), _money(after), origin)
    if words == (LINES,):
        count = len(lines_of(after))
        return Item(at, title_of(form.by_name[table]), f"{count} 行", f"{count} 行", origin, "金额待填")
    if table in form.by_name:
        before, place = stood.get(LAST_YEAR + _closing(at), ("0", ""))
        return Item(at, _label(at), _money(before), _money(after), place)
    return Item(at, words[-1], words_of(after), words_of(after), origin)


def _closing(opening: str) -> str:
    """Where last year's closing balance stands."""
    by_line = {name: (first, last) for name, first, last in OPENING_BY_LINE}
    first, last = by_line.get(table_of(opening), ("", ""))
    return OPENING.get(opening) or opening.replace(first, last)


def _label(address: str) -> str:
    """「收支总表 年初结转和结余」; a section is just its name."""
    table, words = split(address) or (address, ())
    return " · ".join(words) if table == SECTION else f"{table} {' · '.join(words)}"


def _money(text: str) -> str:
    amount = amount_of(text)
    return words_of(text) if amount is None else printed(amount)


def _notes(library: Library, gesture: Gesture, year: int) -> dict[str, tuple[str, ...]]:
    """What to look at twice: codes that were renamed or ended, years that stand in carried prose."""
    after = {change.address: change.after or "" for change in gesture.changes}
    doubts = dict.fromkeys(doubt for at in after for doubt in _doubts(library, at, after[at], year))
    years = {
        kind: sorted({found for word in names for found in _YEARS.findall(after.get(f"{SECTION}[{word}]", ""))})
        for kind, names in (("duties", _TEXTS), ("terms", _TERMS))
    }
    notes = {kind: (f"文中写到 {'、'.join(found)} 年，不会自动改，请核对",) for kind, found in years.items() if found}
    return {**notes, **({"lines": tuple(doubts)} if doubts else {})}


def _doubts(library: Library, at: str, lines: str, year: int) -> Iterator[str]:
    table, words = split(at) or ("", ("",))
    if table in CODE_TABLES and words == (LINES,):
        yield from (doubt.message for doubt in warnings_for(library.catalogue.of(FUNCTIONAL), lines_of(lines), year))
