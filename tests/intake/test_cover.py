"""Year and unit: what the tables' heads say counts before the cover, the cover before any sentence."""

from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.forms.grid import Cell, Role
from juesuan_desktop.intake.recognition.years import years_in
from juesuan_desktop.report.printed import PrintedReport
from tests.files.make.grids import reworded
from tests.files.make.source import SAMPLE
from tests.files.make.spread import UNIT, Change, Sheet, filled, misread, read_sheets, sheets_of

HEADS = ("2023年度", "２０２３年度", "二〇二三年度", "二○二三年度", "二零二三年度", "2023年", "2023")
COVER_LINES = ("2023年度部门决算", "二〇二三年度部门决算公开报告", "2023年部门决算公开", "2023年度")
NO_YEARS = ("2024年9月", "二〇二四年九月", "公开日期：2024年9月1日", "2010301", "编号2023001")


def year(words: str) -> Change:
    """The year in every head written otherwise; '' leaves it out."""
    return reworded(lambda cell: cell._replace(text=words) if "2023年度" in cell.text else cell)


def headless(cell: Cell) -> Cell | None:
    is_head = cell.role is Role.HEAD and ("部门" in cell.text or "2023" in cell.text)
    return None if is_head else cell


def with_front(*rows: list[str], change: Change, file: str = "报告.xlsx") -> PrintedReport:
    width = max(map(len, rows))
    front = Sheet("封面", [row + [""] * (width - len(row)) for row in rows])
    return read_sheets([front, *sheets_of(filled("hunan"), change)], file)


@pytest.mark.parametrize("words", HEADS)
def test_every_way_of_writing_the_year_in_the_heads(words: str) -> None:
    told = filled("hunan")
    report = read_sheets(sheets_of(told, year(words)))
    assert (report.year, report.unit_name, misread(report, told)) == (2023, UNIT, {})
    assert not report.remarks


@pytest.mark.parametrize("words", COVER_LINES)
def test_every_way_of_writing_it_on_the_cover(words: str) -> None:
    report = with_front([words], ["公开日期：2024年9月"], ["二〇二四年九月"], change=year(""))
    assert (report.year, report.unit_name) == (2023, UNIT)


@pytest.mark.parametrize("text", NO_YEARS)
def test_a_date_is_no_year(text: str) -> None:
    assert years_in(text) == []


def test_of_two_years_in_a_title_the_settlements() -> None:
    assert years_in("2024年9月公开2023年度部门决算") == [2023]


@pytest.mark.parametrize(
    "sentence", ["与2022年度相比，本表口径有调整。", "关于批复2024年度部门预算和2023年度部门决算的通知", "2022年度"]
)
def test_what_stands_in_front_does_not_overrule_the_heads(sentence: str) -> None:
    assert with_front([sentence], change=reworded(lambda cell: cell)).year == 2023


def test_a_sentence_is_no_cover() -> None:
    report = with_front(["与2022年度相比，本表口径有调整。"], ["2023年度部门决算"], change=year(""))
    assert report.year == 2023


@pytest.mark.parametrize(
    "name", [f"{UNIT}2023年度部门决算.xlsx", "D:\\上报\\2023年部门决算公开.xlsx", "决算2023年.xlsx"]
)
def test_the_files_name_is_the_last_to_say_it_and_that_is_told(name: str) -> None:
    report = read_sheets(sheets_of(filled("hunan"), year("")), name)
    assert report.year == 2023
    assert report.remarks == ("表头、封面都没有写年度，按文件名当作 2023 年度，请核对",)


@pytest.mark.parametrize("name", ["决算20230901.xlsx", "2024年9月上报.xlsx", "报告.xlsx"])
def test_a_name_without_a_year(name: str) -> None:
    report = read_sheets(sheets_of(filled("hunan"), year("")), name)
    assert report.year == 0
    assert "没有认出年度" in report.remarks[0]


@pytest.mark.parametrize("first", ["单位名称", "编制单位：", "部门名称"])
def test_the_unit_may_stand_in_the_next_cell(first: str) -> None:
    """The other words of the cover (报告, 部门决算) are no name."""
    rows = (["2023年度部门决算公开报告"], [first, UNIT], ["单位负责人", "周明"], ["编报日期", "2024年9月1日"])
    report = with_front(*rows, change=reworded(headless))
    assert (report.unit_name, report.year) == (UNIT, 2023)


@pytest.mark.parametrize("line", ["2023年度部门决算报告", "2023年度部门决算公开情况说明", "部门决算公开材料"])
def test_a_cover_without_a_name_gives_none(line: str) -> None:
    assert with_front([line], change=reworded(headless)).unit_name == ""


def test_the_name_alone_on_the_cover() -> None:
    report = with_front([UNIT], ["2023年度部门决算公开报告"], ["二〇二四年九月"], change=reworded(headless))
    assert (report.unit_name, report.year) == (UNIT, 2023)


def test_a_cover_that_is_a_table_does_not_hide_where_the_report_begins(tmp_path: Path) -> None:
    """The contents name every section; the sections begin behind them all the same."""
    told = tmp_path / "报告.txt"
    told.write_text(f"单位名称\t{UNIT}\n负责人\t周明\n\n{SAMPLE.read_text(encoding='utf-8')}", encoding="utf-8")
    assert desk().read(told).sections == desk().read(SAMPLE).sections
