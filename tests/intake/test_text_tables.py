"""Tables in a text are known by their words. Each trap here is taken from a published report, with invented figures."""

from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop import app
from juesuan_desktop.intake.reading import read_file
from juesuan_desktop.report.printed import PrintedReport, PrintedTable

LIBRARY = app.desk().library
EXPENDITURE = """支出决算表

			支出决算表
	项目		本年支出合计	基本支出	项目支出	上缴上级支出	经营支出	公开03表
科目代码	科目名称							对附属单位补助支出
栏次			1	2	3	4	5	6
合计			900.00	600.00	300.00	0.00	0.00	0.00
2010301	行政运行		600.00	600.00	0.00	0.00	0.00	0.00
2019999	其他一般公共服务支出		300.00	0.00	300.00	0.00	0.00	0.00

注：本表反映部门本年度各项支出情况。
"""
APPROPRIATION = """财政拨款收入支出决算总表

财政拨款收入支出决算总表
收 入			支 出			公开04表
项目	行次	金额	项目	行次	合计	一般公共预算财政拨款	政府性基金预算财政拨款	国有资本经营预算财政拨款
栏次		1	栏次		2	3	4	5
一、一般公共预算财政拨款	1	100.00	一、一般公共服务支出	33	70.00	70.00	0.00	0.00
二、政府性基金预算财政拨款	2	20.00	二、外交支出	34	0.00	0.00	0.00	0.00
三、国有资本经营预算财政拨款	3	0.00	三、国防支出	35	0.00	0.00	0.00	0.00
	4		四、公共安全支出	36	0.00	0.00	0.00	0.00
本年收入合计	27	120.00	本年支出合计	59	70.00	70.00	0.00	0.00
年初财政拨款结转和结余	28	5.00	年末财政拨款结转和结余	60	55.00	34.00	21.00	0.00
一般公共预算财政拨款	29	4.00		61
政府性基金预算财政拨款	30	1.00		62
国有资本经营预算财政拨款	31			63
总计	32	125.00	总计	64	125.00	104.00	21.00	0.00

注：本表反映部门本年度财政拨款总收支情况。
"""
DETAIL = """一般公共预算财政拨款基本支出决算明细表

人员经费			公用经费
科目代码	科目名称	决算数	科目代码	科目名称	决算数	科目代码	科目名称	决算数
301	工资福利支出	500.00	302	商品和服务支出	90.00	399	其他支出	10.00
30101	基本工资	500.00	30201	办公费	90.00	39999	其他支出	10.00
人员经费合计		500.00	公用经费合计					100.00

注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。
"""
FUND = """政府性基金预算财政拨款收入支出决算表

公开 07 表

项 目		年初结转和结余	本年收入	本年支出			年末结转和结余
科目代码	科目名称			小计	基本支出	项目支出
栏次		1	2	3	4	5	6
合计{blanks}

注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。

说明：我单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。
"""
HALF_HEADER = "合计\t因公出国 （境）费\t公务用车购置及运行维护费\t\t\t公务接待 费"
HALF_BELOW = "\t\t小计\t公务用车 购置费\t公务用车 运行维护 费\t"
THREE_PUBLIC = f"""财政拨款“三公”经费支出决算表

公开 09 表

预算数						决算数
{HALF_HEADER}	{HALF_HEADER}
{HALF_BELOW}	{HALF_BELOW}
1	2	3	4	5	6	7	8	9	10	11	12
9	1	5	2	3	3	8	1	4	2	2	3

注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。
"""
SHANGHAI_OVERALL = """收入支出决算总表

单位：万元

收入		支出
项目	决算数	项目	决算数
一、一般公共预算财政拨款收入	12.50	一、一般公共服务支出	12.00
五、事业收入	1.50	二、外交支出
本年收入合计	14.00	本年支出合计	12.00
总计	14.00	总计	14.00

注：本表反映部门本年度的总收支情况。
"""


def report(tmp_path: Path, text: str) -> PrintedReport:
    path = tmp_path / "report.txt"
    path.write_text(f"2023年度\n\n{text}", encoding="utf-8")
    return read_file(path, LIBRARY.forms())


def table(tmp_path: Path, table_id: str, text: str) -> PrintedTable:
    return next(found for found in report(tmp_path, text).tables if found.id == table_id)


def amounts(found: PrintedTable) -> dict[str, dict[str, str]]:
    """The amounts of each line as texts, blanks left out."""
    return {
        line.key: {measure: str(amount) for measure, amount in line.values.items() if amount is not None}
        for line in found.lines
    }


def test_a_table_number_inside_a_header_cell_and_an_empty_column_do_no_harm(tmp_path: Path) -> None:
    found = table(tmp_path, "expenditure", EXPENDITURE)
    assert (found.number, found.title) == ("公开03表", "支出决算表")
    assert found.odd == ()
    assert amounts(found)["2019999"] == {
        "本年支出合计": "300.00",
        "基本支出": "0.00",
        "项目支出": "300.00",
        "上缴上级支出": "0.00",
        "经营支出": "0.00",
        "对附属单位补助支出": "0.00",
    }
    assert [(line.code, line.label) for line in found.lines][1] == ("2010301", "行政运行")


def test_a_title_printed_twice_is_one_table(tmp_path: Path) -> None:
    found = report(tmp_path, APPROPRIATION).tables
    assert [one.id for one in found if one.state == "filled"] == ["appropriation"]


def test_what_was_brought_forward_is_printed_with_the_words_of_the_income(tmp_path: Path) -> None:
    found = amounts(table(tmp_path, "appropriation", APPROPRIATION))
    assert found["一般公共预算财政拨款"] == {"决算数": "100.00"}
    assert found["年初一般公共预算"] == {"决算数": "4.00"}
    assert found["年初政府性基金预算"] == {"决算数": "1.00"}
    assert found["年初国有资本经营预算"] == {}, "a blank is no amount"


def test_there_are_two_totals_one_on_each_side(tmp_path: Path) -> None:
    found = amounts(table(tmp_path, "appropriation", APPROPRIATION))
    assert found["收入总计"] == {"决算数": "125.00"}
    assert found["支出总计"]["支出合计"] == "125.00"
    assert found["支出总计"]["政府性基金预算"] == "21.00"


def test_numbered_blank_lines_are_only_paper(tmp_path: Path) -> None:
    found = table(tmp_path, "appropriation", APPROPRIATION)
    assert {line.line_no for line in found.lines if line.line_no} >= {"1", "33", "64"}
    assert not [line for line in found.lines if line.line_no in ("4", "61", "62", "63")]


def test_a_total_may_be_merged_over_two_blocks(tmp_path: Path) -> None:
    found = amounts(table(tmp_path, "basic_detail", DETAIL))
    assert (found["人员经费合计"], found["公用经费合计"]) == ({"决算数": "500.00"}, {"决算数": "100.00"})


def test_codes_address_and_names_only_show(tmp_path: Path) -> None:
    """399 and 39999 are both called 其他支出."""
    found = amounts(table(tmp_path, "basic_detail", DETAIL))
    assert (found["399"], found["39999"]) == ({"决算数": "10.00"}, {"决算数": "10.00"})


def test_an_empty_table_is_empty_not_missing(tmp_path: Path) -> None:
    found = table(tmp_path, "gov_fund", FUND.format(blanks="\t" * 7))
    assert (found.state, found.number, found.cut) == ("empty", "公开07表", "")
    assert [note[:2] for note in found.notes] == ["注：", "说明"]


def test_three_public_is_read_across_its_header(tmp_path: Path) -> None:
    found = amounts(table(tmp_path, "three_public", THREE_PUBLIC))
    assert found["三公合计"] == {"预算数": "9", "决算数": "8"}
    assert found["公务用车购置及运行维护费"] == {"预算数": "5", "决算数": "4"}
    assert found["公务用车运行维护费"] == {"预算数": "3", "决算数": "2"}
    assert found["公务接待费"] == {"预算数": "3", "决算数": "3"}


def test_a_table_without_line_numbers_is_read_too(tmp_path: Path) -> None:
    found = report(tmp_path, SHANGHAI_OVERALL)
    overall = next(one for one in found.tables if one.id == "overall")
    assert found.amount_unit == "万元"
    assert overall.half == Decimal("0.005")
    assert amounts(overall)["事业收入"] == {"决算数": "1.50"}
    assert (amounts(overall)["收入总计"], amounts(overall)["支出总计"]) == ({"决算数": "14.00"}, {"决算数": "14.00"})


def test_a_cell_that_is_no_amount_is_told_and_left_blank(tmp_path: Path) -> None:
    found = table(tmp_path, "expenditure", EXPENDITURE.replace("300.00\t0.00\t300.00", "300.00\t0.00\t3OO.00"))
    assert amounts(found)["2019999"].keys() == amounts(found)["2010301"].keys() - {"项目支出"}
    assert "3OO.00" in found.odd[0]


def test_a_day_that_no_calendar_has_is_no_code(tmp_path: Path) -> None:
    found = table(tmp_path, "expenditure", EXPENDITURE.replace("2010301\t行政运行", "2013-02-30\t行政运行"))
    assert [line.code for line in found.lines] == [None, None, "2019999"]


def test_a_cell_of_many_digits_is_no_amount_and_no_line_number(tmp_path: Path) -> None:
    digits = "9" * 5000  # more than Python turns into a number
    text = EXPENDITURE.replace("2010301\t", f"{digits}\t").replace("\t900.00", f"\t{digits}")
    found = table(tmp_path, "expenditure", text)
    assert amounts(found)["2019999"]["本年支出合计"] == "300.00"
    assert "本年支出合计" not in amounts(found)["合计"]


@pytest.mark.parametrize("written", ["（300.00）", "-300.00", "－300.00"])
def test_negative_amounts_are_read(tmp_path: Path, written: str) -> None:
    found = table(tmp_path, "expenditure", EXPENDITURE.replace("0.00\t300.00\t0.00", f"0.00\t{written}\t0.00"))
    assert amounts(found)["2019999"]["项目支出"] == "-300.00"


def test_the_order_of_lines_is_the_order_of_the_paper(tmp_path: Path) -> None:
    lines = EXPENDITURE.splitlines()
    swapped = "\n".join([*lines[:7], lines[8], lines[7], *lines[9:]])
    assert list(amounts(table(tmp_path, "expenditure", swapped))) == ["合计", "2019999", "2010301"]


def test_the_same_code_twice_is_two_lines(tmp_path: Path) -> None:
    twice = EXPENDITURE.replace("2019999\t其他一般公共服务支出", "2010301\t行政运行（另）")
    assert list(amounts(table(tmp_path, "expenditure", twice))) == ["合计", "2010301", "2010301#2"]
