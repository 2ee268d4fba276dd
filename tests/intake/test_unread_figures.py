"""A figure that stands on the paper and could not be read is never a zero: its checks are 未检查, with the reason."""

from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.checking import Outcome, check_printed
from juesuan_desktop.desk.importing import taken
from juesuan_desktop.locations import resources
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.report.report import blanks_address

DESK = desk()
SAMPLE = (resources() / "samples" / "sample.txt").read_text(encoding="utf-8")


def read(folder: Path, text: str) -> PrintedReport:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return DESK.read(path)


def checked(folder: Path, text: str) -> Outcome:
    return check_printed(DESK.library, read(folder, text))


def reasons(outcome: Outcome, rule: str) -> list[str]:
    return [reason for id_, reason in outcome.not_run() if id_ == rule]


def with_columns(title: str, kept: int) -> str:
    """The sample with only the first columns of one table."""
    lines = SAMPLE.split("\n")
    start = next(at for at, line in enumerate(lines) if line == title) + 6
    for at in range(start, start + lines[start:].index("")):
        lines[at] = "\t".join(lines[at].split("\t")[:kept])
    return "\n".join(lines)


@pytest.mark.parametrize("printed", ["#######", "5,972,173.1G", "见附表"])
def test_a_cell_that_is_no_amount_breaks_no_check(tmp_path: Path, printed: str) -> None:
    outcome = checked(tmp_path, SAMPLE.replace("10,118,397.82\t5,972,173.16", f"10,118,397.82\t{printed}", 1))
    assert not outcome.has_errors
    for rule in ("T03-1", "T03-2"):
        assert any(f"「{printed}」" in reason for reason in reasons(outcome, rule)), rule


def test_a_figure_that_stands_in_two_cells_breaks_no_check(tmp_path: Path) -> None:
    whole = "项目\t\t本年支出\t\t\n科目代码\t科目名称\t小计\t基本支出\t项目支出"
    twice = "项目\t\t本年支出\t\t\t\n科目代码\t科目名称\t小计\t基本支出\t项目支出\t项目支出"
    text = SAMPLE.replace(whole, twice).replace("5,972,173.16\t2,539,006.16", "5,972,173.16\t2,539,006.16\t1.00", 1)
    assert not checked(tmp_path, text).has_errors


def test_a_column_that_is_not_there_breaks_no_check(tmp_path: Path) -> None:
    outcome = checked(tmp_path, with_columns("一般公共预算财政拨款支出决算表", 4))
    assert not outcome.has_errors
    assert reasons(outcome, "T05-1") == ["公开05表没有认出「项目支出」栏"]


def test_a_block_without_its_column_of_amounts_breaks_no_check(tmp_path: Path) -> None:
    """The right edge of a print that did not fit the page: labels and no amounts."""
    outcome = checked(tmp_path, with_columns("收入支出决算总表", 5))
    assert not outcome.has_errors
    assert any("「决算数」栏" in reason for reason in reasons(outcome, "T01-5"))


def test_items_of_three_public_that_are_not_printed_break_no_check(tmp_path: Path) -> None:
    """Only 公务用车购置及运行维护费 is printed, as before the four items were asked for."""
    start = SAMPLE.index("预算数\t")
    end = SAMPLE.index("\n\n", start)
    head = "合计\t因公出国（境）费\t公务用车购置及运行维护费\t公务接待费"
    figures = "62,000.00\t0.00\t50,000.00\t12,000.00\t55,600.80\t0.00\t46,200.80\t9,400.00"
    table = f"预算数\t\t\t\t决算数\t\t\t\n{head}\t{head}\n{figures}"
    outcome = checked(tmp_path, SAMPLE[:start] + table + SAMPLE[end:])
    assert not outcome.has_errors
    assert reasons(outcome, "T09-2")


def test_a_blank_in_a_column_that_is_there_is_a_zero(tmp_path: Path) -> None:
    report = read(tmp_path, SAMPLE.replace("4,146,224.66\t0.00\t0.00\t0.00", "4,146,224.66\t\t\t", 1))
    assert all(table.is_whole for table in report.tables)


def test_what_was_not_read_is_asked_for_when_the_report_is_taken_over(tmp_path: Path) -> None:
    printed = read(tmp_path, SAMPLE.replace("10,118,397.82\t5,972,173.16", "10,118,397.82\t#####", 1))
    wanted = {change.address: change.after for change in taken(DESK.library, printed, "report.txt").changes}
    assert "支出表[合计·基本支出]" not in wanted
    assert blanks_address("支出表") not in wanted
    assert blanks_address("收入表") in wanted
