"""The published PDFs: every cell equal to ``tables.json`` beside them, every section whole; the template empty."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from juesuan_desktop.amounts import parse
from juesuan_desktop.app import desk
from juesuan_desktop.forms.form import Form
from juesuan_desktop.report.printed import EMPTY, FILLED, PrintedReport

TABLES = {
    "t01": "overall",
    "t02": "income",
    "t03": "expenditure",
    "t04": "appropriation",
    "t05": "general_budget",
    "t06": "basic_detail",
    "t07": "gov_fund",
    "t08": "state_capital",
    "t09": "three_public",
}
APPROPRIATION_MEASURES = ("决算数", "支出合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
THREE_PUBLIC_MEASURES = ("预算数", "决算数")
# Lines with words of their own, by table and 行次 of the ministry's layout.
WORDS = {
    "t01": {28: "使用非财政拨款结余", 31: "收入总计", 62: "支出总计"},
    "t04": {
        29: "年初一般公共预算",
        30: "年初政府性基金预算",
        31: "年初国有资本经营预算",
        32: "收入总计",
        64: "支出总计",
    },
}

Figures = dict[tuple[str, str, str], Decimal | None]


def published_figures(path: Path, form: Form) -> Figures:
    """(table id, line, measure) → amount, None for a blank, from a ``tables.json``."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return {
        address: parse(text) for key, table_id in TABLES.items() for address, text in _cells(told, key, table_id, form)
    }


def _cells(told: dict[str, Any], key: str, table_id: str, form: Form) -> Iterator[tuple[tuple[str, str, str], str]]:
    table = form.by_id[table_id]
    for row in told[key]["rows"]:
        for column, text in row["amounts"].items():
            number = int(column[1:]) - 1
            if key == "t09":
                line, measure = table.fixed_lines[number % 6], THREE_PUBLIC_MEASURES[number // 6]
            else:
                line, measure = _line(key, row), _measure(key, number, table.measures)
            yield (table_id, line, measure), text


def _line(key: str, row: dict[str, Any]) -> str:
    """The line's word: its code, else its own word, else its name without ordinal."""
    word = WORDS.get(key, {}).get(row.get("std_line"))
    return str(word or row["code"] or row["name"].split("、", 1)[-1])


def _measure(key: str, number: int, measures: tuple[str, ...]) -> str:
    if key == "t01":
        return measures[0]
    return APPROPRIATION_MEASURES[number] if key == "t04" else measures[number]


@pytest.fixture(scope="module")
def report(reference: Path) -> PrintedReport:
    return desk().read(reference / "shanghai-2024" / "report.pdf")


@pytest.fixture(scope="module")
def template(reference: Path) -> PrintedReport:
    return desk().read(reference / "shanghai-2024" / "template.pdf")


def read_figures(report: PrintedReport) -> Figures:
    return {
        (table.id, line.key, measure): amount
        for table in report.tables
        for line in table.lines
        for measure, amount in line.values.items()
    }


def squeezed_text(report: PrintedReport, section: str) -> str:
    return "".join(next(one.text for one in report.sections if one.id == section).split())


def numbers(told: Any) -> Iterator[str]:
    """All figures anywhere in ``narrative.json``."""
    if isinstance(told, dict):
        for value in told.values():
            yield from numbers(value)
    elif isinstance(told, list):
        for value in told:
            yield from numbers(value)
    elif isinstance(told, str) and re.fullmatch(r"\d+\.\d+", told):
        yield told


def test_what_report_it_is(report: PrintedReport) -> None:
    assert (report.form_id, report.year, report.unit_name, report.amount_unit) == (
        "shanghai",
        2024,
        "上海市普陀区财政局",
        "万元",
    )


def test_every_cell_is_as_printed(report: PrintedReport, reference: Path) -> None:
    told = published_figures(reference / "shanghai-2024" / "tables.json", desk().library.form("shanghai"))
    assert len(told) == 577
    assert read_figures(report) == told


def test_nothing_is_left_over(report: PrintedReport) -> None:
    assert [(table.id, table.cut, table.odd) for table in report.tables if table.cut or table.odd] == []
    assert [table.id for table in report.tables if table.state != FILLED] == ["gov_fund", "state_capital"]
    assert [table.page for table in report.tables] == [6, 8, 10, 12, 15, 16, 18, 19, 20]


def test_every_section_is_there(report: PrintedReport) -> None:
    form = desk().library.form("shanghai")
    assert [section.id for section in report.sections] == [section.id for section in form.sections]
    assert [section.page for section in report.sections] == sorted(section.page or 0 for section in report.sections)


def test_every_figure_of_the_text(report: PrintedReport, reference: Path) -> None:
    narrative = json.loads((reference / "shanghai-2024" / "narrative.json").read_text(encoding="utf-8"))
    text = "".join(section.text for section in report.sections)
    assert {number for number in numbers(narrative) if number not in text} == set()


@pytest.mark.parametrize(
    ("section", "begins", "ends"),
    [
        ("职责", "第一条根据《上海市普陀区机构改革方案》", "（十二）完成区委、区政府交办的其他任务。"),
        ("机构", "从预算单位构成看，上海市普陀区财政局部门决算包括", "3上海市普陀区国库收付中心预算不单列，并入本级"),
        ("收支总体", "上海市普陀区财政局2024年度收入支出总计2995.39万元。", "合同支付进度条款等原因减少支付。"),
        ("财拨总体", "上海市普陀区财政局2024年度财政拨款收入支出总计0.3万元。", "等原因减少支付。"),
        ("一般公共具体", "一般公共预算财政拨款支出年初预算为2993.92万元", "决算数与预算数基本持平。"),
        ("基本支出", "一般公共预算财政拨款基本支出2336.91万元。", "办公设备购置。"),
        ("绩效", "上海市普陀区财政局2024年度预算绩效管理工作", "正在整改的0个）。"),
        ("国有资产", "截至2024年12月31日，上海市普陀区财政局共有车辆0辆", "（不含车辆）2台（套）。"),
        ("名词解释", "一、财政拨款收入：", "日常公用经费支出。"),
    ],
)
def test_a_section_from_its_first_word_to_its_last(report: PrintedReport, section: str, begins: str, ends: str) -> None:
    text = squeezed_text(report, section)
    assert text.startswith(begins)
    assert text.endswith(ends)


def test_items_are_whole_paragraphs(report: PrintedReport) -> None:
    """Lines that wrap, one of them with a word in larger type, one broken before a figure."""
    items = next(section.text for section in report.sections if section.id == "一般公共具体").split("\n")[1:]
    assert [item.partition("、")[0] for item in items] == [str(number) for number in range(1, 12)]
    assert all(item.endswith("。") for item in items)


def test_the_template_is_an_empty_form(template: PrintedReport) -> None:
    assert (template.form_id, template.year, template.amount_unit) == ("shanghai", 2024, "万元")
    assert [(table.id, table.state, table.cut, table.odd) for table in template.tables] == [
        (table.id, EMPTY, "", ()) for table in desk().library.form("shanghai").tables
    ]
    assert [table.page for table in template.tables] == [5, 6, 7, 8, 10, 11, 12, 13, 14]
    assert [section.id for section in template.sections] == [one.id for one in desk().library.form("shanghai").sections]
