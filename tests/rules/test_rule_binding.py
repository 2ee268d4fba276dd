"""Rules of words become checks of cells; who fills a ▣ is settled, what cannot be meant is named."""

import pytest

from juesuan_desktop import app
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.rules.binding import Binding, bind
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.notation import parse_rule

LIBRARY = app.desk().library


def bound(*lines: str, form: str = "hunan", codes: str = "2010301 2080505", **of_table: str) -> Binding:
    """The rules bound to a form whose code tables list these codes."""
    chosen = LIBRARY.form(form)
    rules = [parse_rule(line, "own.txt", number) for number, line in enumerate(lines, start=1)]
    listed = {table.name: of_table.get(table.name, codes) for table in chosen.tables if table.repeats}
    return bind(rules, chosen, {name: keyed((code, "") for code in text.split()) for name, text in listed.items()})


def checks(line: str, **where: str) -> dict[str, Check]:
    found = bound(line, **where)
    assert found.faults == ()
    return {check.scope: check for check in found.checks}


def fault(*lines: str) -> str:
    return str(bound(*lines).faults[0])


def test_a_plain_rule_is_one_check() -> None:
    (check,) = checks("A 错误 收支总表[收入总计] = 收支总表[支出总计]").values()
    assert check.cells == ("收支总表[收入总计]", "收支总表[支出总计]")
    assert check.target == ""


def test_a_group_is_its_printed_members() -> None:
    (check,) = checks("A 错误 收支总表[本年收入合计] := Σ收支总表[收入各项]").values()
    assert len(check.right.plus) == 8
    assert check.target == "收支总表[本年收入合计]"


def test_every_line_has_its_check() -> None:
    found = checks("A 错误 每行 一般公共表：[本年支出] := Σ[其余栏]")
    assert list(found) == ["合计", "2010301", "2080505"]
    assert found["2010301"].right.plus == ("一般公共表[2010301·基本支出]", "一般公共表[2010301·项目支出]")


def test_every_measure_has_its_check() -> None:
    found = checks("A 错误 每栏 一般公共表：[合计] := Σ[各类]")
    assert list(found) == ["本年支出", "基本支出", "项目支出"]
    assert found["基本支出"].right.plus == ("一般公共表[2010301·基本支出]", "一般公共表[2080505·基本支出]")


def test_the_total_is_what_nothing_printed_stands_above() -> None:
    found = checks("A 错误 每栏 支出表：[合计] := Σ[各类]", form="national", codes="201 2010301 2080505")
    assert found["基本支出"].right.plus == ("支出表[201·基本支出]", "支出表[2080505·基本支出]")


def test_level_by_level_a_code_is_the_sum_of_the_nearest_below() -> None:
    codes = "201 20103 2010301 2010302 20199 2019999 208 2080505"
    binding = bound("A 错误 逐级 支出表：上级 := Σ下级", form="national", codes=codes)
    sums = {check.left.plus[0]: check.right.plus for check in binding.checks}
    assert sums["支出表[201·基本支出]"] == ("支出表[20103·基本支出]", "支出表[20199·基本支出]")
    assert sums["支出表[20103·基本支出]"] == ("支出表[2010301·基本支出]", "支出表[2010302·基本支出]")
    assert sums["支出表[208·基本支出]"] == ("支出表[2080505·基本支出]",), "its 款 is not printed"


def test_every_class_is_compared_with_what_is_printed_below_it() -> None:
    found = checks("A 错误 每类：收支总表[类] := 支出表[类·本年支出合计]", codes="2010301 2019999")
    assert len(found) == 26
    assert found["201"].right.plus == ("支出表[2010301·本年支出合计]", "支出表[2019999·本年支出合计]")
    assert found["208"].right.plus == (), "a 科目 the other table does not have is zero"


def test_every_code_of_a_table_is_compared_once_with_all_its_lines() -> None:
    rule = "A 错误 每科目 一般公共表：支出表[基本支出] ≥ 一般公共表[基本支出]"
    found = checks(rule, 一般公共表="2010301 2010301", 支出表="2010301 2010301")
    assert list(found) == ["2010301"]
    assert found["2010301"].left.plus == ("支出表[2010301·基本支出]", "支出表[2010301#2·基本支出]")


def test_a_rule_of_words_this_form_does_not_print_does_not_apply() -> None:
    """国资表 of Hunan has no 年初结转和结余; Shanghai's has."""
    rule = "A 错误 财拨总表[年初国有资本经营预算] = 国资表[合计·年初结转和结余]"
    assert [idle.id for idle in bound(rule).not_applicable] == ["A"]
    assert bound(rule, form="shanghai").not_applicable == ()


def test_a_quantifier_that_finds_no_line_yet_still_applies() -> None:
    rule = "A 错误 每科目 一般公共表：支出表[基本支出] ≥ 一般公共表[基本支出]"
    assert (bound(rule, codes="").checks, bound(rule, codes="").not_applicable) == ((), ())


# ----------------------------------------------------------------------------------------------- fills


def filler(binding: Binding, target: str) -> str:
    return next(check.rule.id for check in binding.fills if check.target == target)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_line_fills_and_the_column_checks(order: tuple[int, int]) -> None:
    """The total of a row is its own sum; that it is also the sum of the rows is checked."""
    rules = ("行 错误 每行 支出表：[本年支出合计] := Σ[其余栏]", "栏 错误 每栏 支出表：[合计] := Σ[各类]")
    binding = bound(*(rules[n] for n in order))
    assert binding.faults == ()
    assert filler(binding, "支出表[合计·本年支出合计]") == "行"
    assert filler(binding, "支出表[合计·基本支出]") == "栏"
    assert len([check for check in binding.checks if check.left.plus == ("支出表[合计·本年支出合计]",)]) == 2


def test_the_line_fills_and_the_level_checks() -> None:
    rules = ("级 错误 逐级 支出表：上级 := Σ下级", "行 错误 每行 支出表：[本年支出合计] := Σ[其余栏]")
    binding = bound(*rules, form="national", codes="201 2010301")
    assert binding.faults == ()
    assert filler(binding, "支出表[201·本年支出合计]") == "行"
    assert filler(binding, "支出表[201·基本支出]") == "级"


def test_operands_are_filled_before_what_they_make() -> None:
    binding = bound(
        "A 错误 收支总表[收入总计] := 收支总表[本年收入合计] + 收支总表[年初结转和结余]",
        "B 错误 收支总表[本年收入合计] := Σ收支总表[收入各项]",
    )
    assert [check.rule.id for check in binding.fills] == ["B", "A"]


def test_a_second_filler_is_refused() -> None:
    rule = "收支总表[收入总计] := 收支总表[本年收入合计]"
    assert fault(f"A 错误 {rule}", f"B 错误 {rule}") == (
        "own.txt 第 2 行：B：收支总表[收入总计] 已由 A 填写，不能再有第二个 :="
    )


def test_what_she_types_is_not_filled() -> None:
    assert "是填写格（□），不能用 :=" in fault("A 错误 收支总表[年末结转和结余] := 收支总表[收入总计]")


def test_a_circle_is_refused_and_shown() -> None:
    told = fault(
        "A 错误 收支总表[收入总计] := 收支总表[本年收入合计]", "B 错误 收支总表[本年收入合计] := 收支总表[收入总计]"
    )
    assert "互相计算，绕成了圈" in told
    assert "收支总表[收入总计] → " in told


# --------------------------------------------------------------------------------------- unknown words


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("收支总表[本年收人合计] = 0", "「收支总表」里没有「本年收人合计」，是不是「本年收入合计」"),
        ("收支表[收入总计] = 0", "没有「收支表」这张表，是不是「收支总表」"),
        ("每行 支出表：[基本支岀] ≥ 0", "「支出表」里没有「基本支岀」，是不是「基本支出」"),
        ("每栏 支出表：[总计] = Σ[各类]", "「支出表」里没有「总计」"),
        ("支出表[合计] = 0", "「支出表[合计]」有 6 栏，请写明是哪一栏"),
    ],
)
def test_an_unknown_word_names_the_nearest(rule: str, sentence: str) -> None:
    assert fault(f"A 错误 {rule}").startswith(f"own.txt 第 1 行：A：{sentence}")


def test_a_faulty_rule_does_not_stop_the_others() -> None:
    binding = bound("A 错误 收支总表[什么] = 0", "B 错误 收支总表[收入总计] = 收支总表[支出总计]")
    assert [check.rule.id for check in binding.checks] == ["B"]


@pytest.mark.parametrize("form", LIBRARY.shelf.ids())
def test_the_rules_that_ship_have_no_fault_in_any_form(form: str) -> None:
    chosen = LIBRARY.form(form)
    lines = keyed((code, "") for code in ("201", "20103", "2010301"))
    listed = {table.name: lines for table in chosen.tables if table.repeats}
    assert bind(LIBRARY.book.rules, chosen, listed).faults == ()
