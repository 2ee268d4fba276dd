"""What a printed report must show beside its figures (RULES.md 3 and 5): notes, units, rows, one way of printing."""

import re
from collections import Counter
from collections.abc import Iterator

from juesuan_desktop.report.printed import EMPTY, MISSING, PrintedTable
from juesuan_desktop.rules.findings import COMPLETE, ERROR, FORMAT, INFO
from juesuan_desktop.rules.functions.case import Case, Hit, rule_function

_NO_DATA = re.compile(r"无.{0,6}数据|没有.{0,6}数据|空表|表为空")


@rule_function("P-9", ERROR, COMPLETE)
def empty_tables_say_so(case: Case) -> Iterator[Hit]:
    """空表应保留表格格式并在表下作无数据说明（样表有规定说明的表）；有数据的表不得有该说明（RULES.md 3）。"""
    for table in case.paper().tables:
        says_empty = any(map(_NO_DATA.search, table.notes))
        if case.form.by_id[table.id].layout.empty and table.state == EMPTY and not says_empty:
            yield Hit(f"{_name(table)}是空表，表下要写「说明：…故本表无数据」", table=table.id)
        if says_empty and _has_data(table):
            yield Hit(f"{_name(table)}有数据，表下却写着本表无数据", table=table.id)


@rule_function("P-11", INFO, FORMAT)
def tables_name_their_unit(case: Case) -> Iterator[Hit]:
    """每张表应注明金额单位，全套单位一致（RULES.md 3）。"""
    without = [table for table in _present(case) if table.unit_line is None]
    if without:
        yield Hit(f"{_listed(without, case)}没有注明金额单位", table=without[0].id)
    paper = case.paper()
    for unit in sorted({table.amount_unit for table in _present(case)} - {"", paper.amount_unit}):
        others = [table for table in _present(case) if table.amount_unit == unit]
        yield Hit(f"{_listed(others, case)}印的是{unit}，和全套的{paper.amount_unit}不一致，请统一", table=others[0].id)


@rule_function("P-12", INFO, FORMAT)
def tables_have_their_note(case: Case) -> Iterator[Hit]:
    """各表表下应有「注：本表反映……」（RULES.md 3）。"""
    without = [table for table in _present(case) if not any(note.startswith("注") for note in table.notes)]
    if without:
        yield Hit(f"{_listed(without, case)}表下没有「注：本表反映…」", table=without[0].id)


@rule_function("P-13", INFO, FORMAT)
def detail_keeps_its_rows(case: Case) -> Iterator[Hit]:
    """基本支出表应保留样表的全部经济分类行（RULES.md 3）。"""
    table = case.form.by_id["basic_detail"]
    found = next((one for one in _present(case) if one.id == table.id), None)
    if found is None or found.cut:
        return
    keys = {line.key for line in found.lines}
    missing = [line for line in table.fixed_lines if line not in keys]
    if missing:
        names = "、".join(f"{line} {table.label(line)}" for line in missing[:4])
        yield Hit(f"{_name(found)}缺 {len(missing)} 行：{names}", table=table.id)


@rule_function("F-7", INFO, FORMAT)
def one_way_of_printing(case: Case) -> Iterator[Hit]:
    """金额小数位数全套一致（RULES.md 5）。"""
    usual = Counter(places for table in _present(case) for places in table.places).most_common(1)
    for table in _present(case):
        odd = sorted(places for places in table.places if usual and places != usual[0][0])
        if odd:
            told = "、".join(str(places) for places in odd)
            yield Hit(f"{_name(table)}有 {told} 位小数的金额，其他表是 {usual[0][0]} 位，请统一", table=table.id)


@rule_function("F-6", INFO, FORMAT)
def headings_as_in_the_form(case: Case) -> Iterator[Hit]:
    """表头应使用样表规范用语（RULES.md 5）。"""
    for table in _present(case):
        for printed, word in dict.fromkeys(table.headings):
            yield Hit(f"{_name(table)}表头「{printed}」，样表用语是「{word}」", table=table.id)


def _has_data(table: PrintedTable) -> bool:
    """Whether a table says more than 0.00."""
    return any(amount for line in table.lines for amount in line.values.values())


def _present(case: Case) -> list[PrintedTable]:
    return [table for table in case.paper().tables if table.state != MISSING]


def _name(table: PrintedTable) -> str:
    return table.number or table.name


def _listed(tables: list[PrintedTable], case: Case) -> str:
    if len(tables) == len(case.form.tables):
        return f"{len(tables)} 张表都"
    return "、".join(_name(table) for table in tables)
