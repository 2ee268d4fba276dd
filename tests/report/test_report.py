"""A report is the replay of its changes."""

from decimal import Decimal

import pytest

from juesuan_desktop.forms.codes import Line
from juesuan_desktop.report.change import IMPORTED, TYPED, Change
from juesuan_desktop.report.report import (
    FORM,
    UNIT,
    YEAR,
    Report,
    amount_of,
    applied,
    blanks_address,
    changed,
    lines_address,
    lines_of,
    lines_text,
    section_address,
)

CELL = "支出表[2010301·基本支出]"


def report(*changes: Change) -> Report:
    return applied(Report(), changes)


def test_an_empty_report_knows_nothing() -> None:
    assert (Report().form_id, Report().year, Report().unit_name, Report().amount_unit) == ("", 0, "", "元")


def test_facts_come_from_changes_like_everything_else() -> None:
    facts = report(Change(FORM, None, "hunan"), Change(YEAR, None, "2023"), Change(UNIT, None, "某县档案馆"))
    assert (facts.form_id, facts.year, facts.unit_name) == ("hunan", 2023, "某县档案馆")


def test_a_figure_keeps_its_value_and_where_it_came_from() -> None:
    typed = report(Change(CELL, None, "1234.50", IMPORTED), Change(CELL, "1234.50", "1300", TYPED))
    assert typed.figures == {CELL: Decimal(1300)}
    assert typed.sources == {CELL: TYPED}


def test_a_figure_taken_away_leaves_nothing() -> None:
    assert report(Change(CELL, None, "1"), Change(CELL, "1", None)) == Report()


def test_words_stand_in_cells_that_hold_no_amount() -> None:
    assert report(Change("单位表[负责人]", None, "张三")).words == {"单位表[负责人]": "张三"}


@pytest.mark.parametrize("text", ["007", "1,234.50", "12 楼", "1e5", "", None])
def test_only_what_an_amount_prints_as_is_an_amount(text: str | None) -> None:
    assert amount_of(text) is None


def test_a_table_is_settled_and_unsettled() -> None:
    settle = Change(blanks_address("基金表"), None, "零")
    assert report(settle).settled == {"基金表"}
    assert report(settle, settle.inverse) == Report()


def test_code_lines_are_one_text_a_line_each() -> None:
    lines = (Line("2010301", "2010301", "行政运行"), Line("2010301#2", "2010301", "行政运行"), Line("其他", "", "其他"))
    assert lines_text(lines) == "2010301\t行政运行\n2010301\t行政运行\n\t其他"
    assert lines_of(lines_text(lines)) == lines
    assert report(Change(lines_address("支出表"), None, lines_text(lines))).lines == {"支出表": lines}


@pytest.mark.parametrize(
    ("address", "value"),
    [
        (UNIT, "某县档案馆"),
        (CELL, "0.00"),
        (CELL, "-0.0000001"),
        ("单位表[负责人]", "张三"),
        (section_address("职责"), "一、…\n二、…"),
        (lines_address("支出表"), "2010301\t行政运行"),
        (blanks_address("基金表"), "零"),
    ],
)
def test_every_value_can_be_asked_for_as_it_was_written(address: str, value: str) -> None:
    assert report(Change(address, None, value)).text_of(address) == value
    assert Report().text_of(address) is None


def test_only_what_differs_becomes_a_change() -> None:
    present = report(Change(CELL, None, "1.00"), Change(UNIT, None, "甲"))
    assert changed(present, {CELL: "1.00", UNIT: "乙"}, TYPED) == (Change(UNIT, "甲", "乙", TYPED),)


def test_a_report_is_a_value_no_change_touches_it() -> None:
    before = report(Change(CELL, None, "1"))
    applied(before, [Change(CELL, "1", "2")])
    assert before.figures == {CELL: Decimal(1)}
