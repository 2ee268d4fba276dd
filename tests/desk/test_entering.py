"""What may stand in a cell is said by its kind and by the rules, and a refusal says why."""

from pathlib import Path

import pytest

from juesuan_desktop.amounts import AmountError
from juesuan_desktop.app import desk
from juesuan_desktop.desk.entering import day_of, is_worked_out
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.rules.limits import floor_rule
from juesuan_desktop.rules.notation import parse_rule

DAY = "单位表[批复日期]"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = desk().create(tmp_path / "a.juesuan", "hunan", 2024, "某某中心")
    opened.set_lines("加行", opened.form.by_name["支出表"], keyed([("2010301", "行政运行")]))
    return opened


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("收支总表[结余分配]", "结余分配不应为负"),
        ("收支总表[使用非财政拨款结余]", "使用非财政拨款结余不应为负"),
        ("收支总表[事业收入]", "收入不应为负"),
        ("收支总表[208]", "各类支出不应为负"),
        ("资产表[机要通信用车]", "不能为负"),
        ("三公实物表[公务接待·人次]", "不能为负"),
        ("绩效表[绩效自评·平均得分]", "不能为负"),
    ],
)
def test_a_negative_where_none_may_be_is_refused_in_the_rule_s_words(
    session: Session, address: str, words: str
) -> None:
    for text in ("-5", "（5）", "=3-8"):
        with pytest.raises(AmountError, match=words):
            session.entered(address, text)
    assert session.entered(address, "5") == "5"
    assert session.entered(address, "-0") == "0"


@pytest.mark.parametrize(
    "address",
    ["三公表[公务接待费·决算数]", "支出表[2010301·基本支出]", "基本支出表[30101]", "收支总表[年初结转和结余]"],
)
def test_a_negative_that_only_wants_a_reason_may_stand(session: Session, address: str) -> None:
    assert session.entered(address, "-5") == "-5"


def test_only_an_error_about_one_cell_and_zero_is_a_floor(session: Session) -> None:
    binding = session.library.bind(session.form, session.report.lines)
    assert floor_rule(binding, "收支总表[本年收入合计]") is None  # P-1 does not name it, only sums do
    rule = floor_rule(binding, "收支总表[结余分配]")
    assert rule is not None
    assert rule == parse_rule(f"{rule.id} 错误 {rule.text}  # {rule.words}", rule.file, rule.line)


def test_half_a_car_and_a_negative_car_are_told_apart(session: Session) -> None:
    with pytest.raises(AmountError, match="应是整数"):
        session.entered("资产表[机要通信用车]", "1.5")
    with pytest.raises(AmountError, match="不能为负"):
        session.entered("资产表[机要通信用车]", "-1.5")


@pytest.mark.parametrize(
    "text",
    [
        "2024-08-12",
        "2024-8-12",
        "2024年8月12日",
        "2024年 8 月 12 日",
        "20240812",
        "2024.8.12",
        "2024/8/12",
        "２０２４．８．１２",
    ],
)
def test_a_day_is_written_in_many_ways_and_kept_as_written(session: Session, text: str) -> None:
    assert session.entered(DAY, f" {text} ") == text
    day = day_of(text)
    assert day is not None
    assert day.isoformat() == "2024-08-12"


@pytest.mark.parametrize("text", ["abc", "八月", "2024-13-40", "2024-02-30", "24-8-12", "第2024号08次12", "12"])
def test_what_is_no_day_is_refused(session: Session, text: str) -> None:
    with pytest.raises(AmountError, match="不是日期"):
        session.entered(DAY, text)


def test_nothing_is_a_day_not_yet_known(session: Session) -> None:
    assert session.entered(DAY, " ") is None


@pytest.mark.parametrize("text", ["3次", "三", "1e5", "1.555"])
def test_what_is_no_number_of_things_is_told_as_such(session: Session, text: str) -> None:
    with pytest.raises(AmountError, match="不是个数，请只填整数，如 12"):
        session.entered("资产表[机要通信用车]", text)


def test_a_choice_is_known_by_its_beginning_and_else_by_any_part_of_it(session: Session) -> None:
    assert session.entered("单位表[单位性质]", "事业") == "事业单位"
    assert session.entered("单位表[单位性质]", "参公") == "参公事业单位"
    assert session.entered("单位表[单位性质]", "汇总") == "汇总部门"
    with pytest.raises(AmountError, match="不在可选的"):
        session.entered("单位表[单位性质]", "单位")


def test_an_address_of_another_form_is_refused(session: Session) -> None:
    with pytest.raises(AmountError, match="没有「支出表"):
        session.entered("支出表[2010301·没有这一栏]", "1")


TOTAL = "支出表[合计·基本支出]"


def test_the_figure_that_is_computed_goes_on_being_computed(session: Session) -> None:
    session.type_figure("支出表[2010301·基本支出]", "100")
    assert session.type_figure(TOTAL, "100.00") is None
    assert session.type_figure(TOTAL, "") is None
    assert is_worked_out(session.form, session.state, TOTAL)
    assert not is_worked_out(session.form, session.state, "支出表[2010301·基本支出]")
    session.type_figure(TOTAL, "90")
    assert not is_worked_out(session.form, session.state, TOTAL)
    assert session.figures[TOTAL] == 90
    session.type_figure(TOTAL, "")
    assert session.figures[TOTAL] == 100
