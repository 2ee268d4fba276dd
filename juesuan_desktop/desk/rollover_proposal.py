"""What last year's file would bring into this year's report, line by line of DOMAIN.md 3.4, value by value."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from juesuan_desktop.amounts import printed
from juesuan_desktop.desk.carried import years_in
from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.proposal import (
    Group,
    Item,
    Proposal,
    origin_of,
    recognition_of,
    told_together,
    unit_doubt_of,
    words_of,
)
from juesuan_desktop.desk.rolling import Brought, brought, rolled
from juesuan_desktop.forms.addresses import split, table_of
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.paper import PLACES
from juesuan_desktop.forms.subject_warnings import warnings_for
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.report.change import UNSURE, Change
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.report.report import BLANKS, LINES, REPORT, SECTION, UNIT, amount_of, lines_of, section_address

LAST = "last"
Labels = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Carry:
    """One line of the table: what it is, how it carries over; what does not carry has no values.

    ``places`` are the tables and single addresses it is about, where the kind of a value does not say it.
    """

    id: str
    title: str
    how: str
    places: tuple[str, ...] = ()


CARRIES = (
    Carry("unit", "单位名称、代码、性质、负责人等", "带来，请确认", (UNIT, "单位表")),
    Carry(
        "opening",
        "年末结转和结余 → 年初结转和结余",
        "带来作为建议，请确认；改动的要写明原因",
        ("收支总表", "财拨总表", "基金表", "国资表"),
    ),
    Carry(LAST, "上年决算数 → 上年数", "带来，只作同比的基数；下面逐表列出认出了什么"),
    Carry("lines", "科目行", "只带科目，不带金额"),
    Carry("fixed", "基本支出表的固定行", "按本年的样表，不从上年带"),
    Carry("three_public", "三公经费的预算数、决算数", "不带；上年决算数只作上年数"),
    Carry(
        "duties",
        "职责、机构设置、单位构成",
        "带来，请逐段确认",
        (section_address("职责"), section_address("机构"), "机构表", "决算单位表"),
    ),
    Carry("terms", "名词解释", "带来，请按本年度核对", (section_address("名词解释"),)),
    Carry("reasons", "增减原因、上年各节的写法", "不带，只在旁边灰字提示"),
    Carry("assets", "车辆、设备台数", "带来作为建议，请按 12 月 31 日实有数核对", ("资产表",)),
    Carry("counts", "政府采购、绩效、批次人次、团组、会议培训、机关运行经费", "不带，每年都要填；上年的只作上年数"),
    Carry("dates", "年度、日期、文号、签字、公开日期", "不带，另行计算或留空"),
    Carry("attachment", "附件（绩效自评报告）", "只带标题，请写本年度的内容", (section_address("附件"),)),
    Carry("money", "金额单位", "本年按元填报；上年印成万元的，带来的数标「按元核对」"),
)
_KINDS = {place: carry.id for carry in CARRIES for place in carry.places}


def rollover_proposal(library: Library, last: PrintedReport, outcome: Outcome, form: Form, year: int) -> Proposal:
    """This year's report as it would begin out of last year's."""
    file_name = re.split(r"[\\/]", last.file)[-1]
    gesture = rolled(library, last, form, year, file_name)
    changes = {change.address: change for change in gesture.changes}
    found, labels = tuple(brought(library, last, form, year)), _labels(last)
    items: dict[str, list[Item]] = {}
    for one in found:
        item = _item(one, changes[one.address], file_name, form, labels)
        items.setdefault(_kind(one.address, form), []).append(item)
    doubts = {"lines": tuple(_line_doubts(library, found, form, year))}
    groups: list[Group] = []
    for carry in CARRIES:
        note, own = "；".join(_notes(carry, found, form)), tuple(items.get(carry.id, ()))
        groups.append(Group(carry.id, carry.title, own, note=note, doubts=doubts.get(carry.id, ())))
        groups += _by_table(last, items, form) if carry.id == LAST else ()
    return Proposal(last, outcome, told_together(_year_doubt(last, year), unit_doubt_of(last)), tuple(groups), gesture)


def _year_doubt(last: PrintedReport, year: int) -> str:
    """Why the file may not be last year's; '' where it says that it is."""
    if not last.year:
        return f"没有认出文件是哪个年度的，先按 {year - 1} 年度的读，生成 {year} 年度，请核对"
    return "" if last.year == year - 1 else f"文件是 {last.year} 年度的，不是 {year} 年度的上一年，请核对"


def _by_table(last: PrintedReport, items: Mapping[str, Sequence[Item]], form: Form) -> Iterator[Group]:
    """Last year's figures: each public table as it was recognised, and what of the unpublished ones is known."""
    read = {table.id: table for table in last.tables}
    for table in (*form.tables, *form.supplements):
        own = tuple(items.get(f"{LAST}.{table.id}", ()))
        recognition = recognition_of(read[table.id]) if table.id in read else None
        if own or table in form.tables:
            note = "" if recognition or own else "文件里没有这张表"
            yield Group(f"{LAST}.{table.id}", f"{table.full_title} → 上年数", own, recognition, note)


def _kind(at: str, form: Form) -> str:
    """Which group an address belongs to; '' for what is no choice (which lines last year had)."""
    table, words = split(at) or ("", ("",))
    if at.startswith(LAST_YEAR):
        own = form.by_name.get(table.removeprefix(LAST_YEAR))
        return "" if words[0] in (LINES, BLANKS) else "reasons" if own is None else f"{LAST}.{own.id}"
    if words[0] == LINES and form.by_name[table].words.codes:
        return "lines"
    return _KINDS.get(at) or _KINDS[table]


def _item(one: Brought, change: Change, file_name: str, form: Form, labels: Labels) -> Item:
    """The value beside what it was last year, with the place where it stood; hints are nobody's text yet."""
    before, after = (_told(form, one.stood, text) for text in (one.before, one.after))
    is_hint = one.address.startswith(f"{LAST_YEAR}{SECTION}[")
    note = "；".join(filter(None, _to_look_at(one, change, form)))
    return Item(
        one.address, _label(one, form, labels), before, "" if is_hint else after, origin_of(change, file_name), note
    )


def _labels(last: PrintedReport) -> dict[tuple[str, str], str]:
    """What each line of last year's tables is called."""
    return {(table.name, line.key): line.label for table in last.tables for line in table.lines if line.label}


def _label(one: Brought, form: Form, labels: Labels) -> str:
    """「收支总表 年初结转和结余」; a list of lines by its table, a section and a fact by their names.

    A code says its name too; last year's figures stand below the name of their table.
    """
    table, words = split(one.address.removeprefix(LAST_YEAR)) or ("", ("",))
    if words[0] == LINES:
        return form.by_name[table].full_title
    if table in (REPORT, SECTION):
        return words[0]
    line, *measure = words
    name = labels.get((table, line), "") if line[0].isdigit() else ""
    told = " · ".join((f"{line} {name}".strip(), *measure))
    return told if one.address.startswith(LAST_YEAR) else f"{table} {told}"


def _to_look_at(one: Brought, change: Change, form: Form) -> Iterator[str]:
    """What the vocabulary says, what is not exact, what is still empty, and the years in prose."""
    table, words = split(one.address) or ("", ("",))
    yield one.remark
    yield UNSURE.strip("（）") if UNSURE in change.source else ""
    yield "金额待填" if words[0] == LINES and form.by_name[table].words.codes else ""
    years = "、".join(years_in(one.after)) if table == SECTION else ""
    yield f"文中写到 {years} 年，不会自动改，请核对" if years else ""


def _told(form: Form, at: str, text: str) -> str:
    """A kept value for people: amounts as the tables print them, of long texts the beginning."""
    if (split(at) or ("", ("",)))[1][0] == LINES:
        lines = lines_of(text)
        return f"{len(lines)} 行：{'、'.join(f'{line.code} {line.name}'.strip() for line in lines)}"
    amount, places = amount_of(text), PLACES.get(form.kind(at))
    return words_of(text) if amount is None or places is None else printed(amount, places)


def _notes(carry: Carry, found: Sequence[Brought], form: Form) -> Iterator[str]:
    """How it carries over, and what of it the file does not have."""
    there = {place for one in found for place in (one.stood, table_of(one.stood))}
    places = [place for place in carry.places if _is_in(place, form)]
    missing = [_name(place, form) for place in places if place not in there]
    if carry.places and not places:
        yield "本样表没有"
    elif len(missing) < len(places) or not places:
        yield carry.how
    if missing:
        yield f"上年的文件里没有{'、'.join(missing)}，要您填"


def _is_in(place: str, form: Form) -> bool:
    """Whether this form has the table or the section."""
    return place in form.by_name or place == UNIT or place in {section_address(one.id) for one in form.sections}


def _name(place: str, form: Form) -> str:
    """What a table, a section or a fact is called."""
    return form.by_name[place].full_title if place in form.by_name else (split(place) or ("", (place,)))[1][0]


def _line_doubts(library: Library, found: Iterable[Brought], form: Form, year: int) -> Iterator[str]:
    """Codes that were renamed or have ended, each once."""
    subjects = library.catalogue.of(FUNCTIONAL)
    lists = [lines_of(one.after) for one in found if _kind(one.address, form) == "lines"]
    yield from dict.fromkeys(doubt.message for lines in lists for doubt in warnings_for(subjects, lines, year))
