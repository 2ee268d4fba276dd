"""A row that a page break cut in two is one row again; a row of its own stays one."""

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.intake.lines.split_rows import rejoined
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.recognition.spelling import Spelling, spellings

Row = tuple[str, ...]


@pytest.fixture(scope="module")
def known() -> dict[str, list[Spelling]]:
    return spellings(desk().library.forms())


def after_the_break(known: dict[str, list[Spelling]], table: str, above: Row, row: Row) -> tuple[Row, ...]:
    raw = RawTable((above, row), page=3, pages=((1, 4),))
    return rejoined(raw, known[table][0])


@pytest.mark.parametrize(
    ("table", "above", "row", "whole"),
    [
        (
            "expenditure",
            ("213039", "其他水", "431,81"),
            ("9", "利支出", "5.80"),
            ("2130399", "其他水利支出", "431,815.80"),
        ),
        ("expenditure", ("2089999", "其他社会", "3.59"), ("", "保障支出", ""), ("2089999", "其他社会保障支出", "3.59")),
        ("expenditure", ("21103", "水体", "35.86"), ("02", "", ""), ("2110302", "水体", "35.86")),
        ("expenditure", ("2089999", "其他社会", ""), ("", "保障支出", "3.59"), ("2089999", "其他社会保障支出", "3.59")),
        ("overall", ("本年收", "27", "8.00"), ("入合计", "", ""), ("本年收入合计", "27", "8.00")),
    ],
)
def test_a_cut_row_is_whole_again(
    known: dict[str, list[Spelling]], table: str, above: Row, row: Row, whole: Row
) -> None:
    assert after_the_break(known, table, above, row) == (whole, ("", "", ""))


@pytest.mark.parametrize(
    ("table", "above", "row"),
    [
        ("expenditure", ("2110302", "水体", "35.86"), ("2120803", "城市建设支出", "98.67")),
        ("expenditure", ("208", "社会保障和就业支出", "81.95"), ("20805", "养老支出", "78.36")),
        ("expenditure", ("2210201", "住房公积金", "39.18"), ("合计", "", "1,011.84")),
        ("expenditure", ("2210201", "住房公积金", "39.18"), ("注：本表反映支出。", "", "")),
        ("expenditure", ("2210201", "住房公积金", ""), ("2210202", "提租补贴", "")),
        ("overall", ("一、一般公共服务支出", "32", "200"), ("二、外交支出", "33", "0")),
        ("overall", ("一、一般公共服务支出", "", "2.00"), ("二、外交支出", "", "")),
        ("overall", ("本年支出合计", "", "2.00"), ("结余分配", "", "")),
        ("overall", ("某项", "", "2.00"), ("另一项", "", "")),
    ],
)
def test_a_row_of_its_own_stays_one(known: dict[str, list[Spelling]], table: str, above: Row, row: Row) -> None:
    assert after_the_break(known, table, above, row) == (above, row)


def test_only_where_a_page_begins(known: dict[str, list[Spelling]]) -> None:
    rows = (("213039", "其他水", "431,81"), ("9", "利支出", "5.80"))
    assert rejoined(RawTable(rows, page=3), known["expenditure"][0]) == rows
