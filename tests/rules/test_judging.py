"""Four verdicts: 待填, 平, 尾差, 不平; and how computed cells are filled."""

from decimal import Decimal

import pytest

from juesuan_desktop import app
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.rules.binding import Binding, bind
from juesuan_desktop.rules.filling import fill
from juesuan_desktop.rules.judging import Evidence, Verdict, judge
from juesuan_desktop.rules.notation import parse_rule

FORM = app.desk().library.form("hunan")
HALF = {"收支总表": Decimal("0.005"), "支出表": Decimal("0.005")}
TOTAL = "A 错误 收支总表[收入总计] = 收支总表[支出总计]"
INCOME, SPENDING = "收支总表[收入总计]", "收支总表[支出总计]"


def bound(*rules: str) -> Binding:
    return bind([parse_rule(rule) for rule in rules], FORM, {"支出表": keyed([("2010301", "行政运行")])})


def evidence(*, settled: bool = True, halves: dict[str, Decimal] | None = None, **figures: str) -> Evidence:
    amounts = {at: Decimal(text) for at, text in figures.items()}
    return Evidence(amounts, frozenset(FORM.by_name) if settled else frozenset(), halves=halves or {})


def verdict(rule: str, given: Evidence) -> Verdict:
    verdicts = judge(bound(rule), given)
    return verdicts.judgements[0].verdict if verdicts.judgements else Verdict.HELD


def test_equal_to_the_cent_holds() -> None:
    assert verdict(TOTAL, evidence(**{INCOME: "1.00", SPENDING: "1"})) is Verdict.HELD


def test_a_cent_off_is_broken_and_says_by_how_much() -> None:
    (one,) = judge(bound(TOTAL), evidence(**{INCOME: "1.01", SPENDING: "1.00"})).judgements
    assert (one.verdict, one.left, one.right, one.gap) == (
        Verdict.BROKEN,
        Decimal("1.01"),
        Decimal("1.00"),
        Decimal("0.01"),
    )


def test_what_is_not_filled_in_yet_is_neither_zero_nor_passed() -> None:
    given = evidence(settled=False, **{INCOME: "1.00"})
    (one,) = judge(bound(TOTAL), given).judgements
    assert (one.verdict, one.gap) == (Verdict.MISSING, None)


def test_once_settled_a_blank_is_zero() -> None:
    assert verdict(TOTAL, evidence(**{INCOME: "0.00"})) is Verdict.HELD
    assert verdict(TOTAL, evidence(**{INCOME: "1.00"})) is Verdict.BROKEN


@pytest.mark.parametrize(("gap", "expected"), [("0.01", Verdict.ROUNDING), ("0.02", Verdict.BROKEN)])
def test_in_wan_each_of_two_figures_may_be_half_a_place_off(gap: str, expected: Verdict) -> None:
    given = evidence(halves=HALF, **{INCOME: str(100 + Decimal(gap)), SPENDING: "100.00"})
    assert verdict(TOTAL, given) is expected


def test_more_operands_may_be_further_off() -> None:
    rule = "A 错误 收支总表[本年收入合计] = Σ收支总表[收入各项]"
    names = ("事业收入", "经营收入", "其他收入")
    figures = {f"收支总表[{name}]": "1.00" for name in names}
    assert verdict(rule, evidence(halves=HALF, **figures, **{"收支总表[本年收入合计]": "3.02"})) is Verdict.ROUNDING
    assert verdict(rule, evidence(halves=HALF, **figures, **{"收支总表[本年收入合计]": "3.03"})) is Verdict.BROKEN


def test_a_blank_is_exact_a_printed_zero_may_have_been_rounded() -> None:
    assert verdict(TOTAL, evidence(halves=HALF, **{INCOME: "0.01"})) is Verdict.BROKEN
    assert verdict(TOTAL, evidence(halves=HALF, **{INCOME: "0.01", SPENDING: "0.00"})) is Verdict.ROUNDING


@pytest.mark.parametrize(
    ("relation", "left", "expected"),
    [
        ("≥", "2.00", Verdict.HELD),
        ("≥", "1.00", Verdict.HELD),
        ("≥", "0.99", Verdict.BROKEN),
        ("≤", "0.99", Verdict.HELD),
        ("≤", "1.00", Verdict.HELD),
        ("≤", "1.01", Verdict.BROKEN),
    ],
)
def test_not_less_and_not_more(relation: str, left: str, expected: Verdict) -> None:
    rule = f"A 错误 {INCOME} {relation} {SPENDING}"
    assert verdict(rule, evidence(**{INCOME: left, SPENDING: "1.00"})) is expected


def test_a_table_that_could_not_be_read_is_not_judged_and_says_why() -> None:
    given = Evidence({}, frozenset(FORM.by_name), unread={"支出表": "缺少支出表"})
    rule = "A 错误 收支总表[本年支出合计] = 支出表[合计·本年支出合计]"
    verdicts = judge(bound(rule, TOTAL), given)
    assert [(check.rule.id, reason) for check, reason in verdicts.not_run] == [("A", "缺少支出表")]
    assert verdicts.counts[Verdict.HELD] == 1


def test_a_table_without_lines_yet_is_still_to_be_filled_in() -> None:
    given = Evidence({}, frozenset(FORM.by_name), untouched=frozenset({"支出表"}))
    assert verdict("A 错误 收支总表[本年支出合计] = 支出表[合计·本年支出合计]", given) is Verdict.MISSING


def test_verdicts_are_counted() -> None:
    verdicts = judge(bound(TOTAL, "B 错误 收支总表[结余分配] ≥ 0"), evidence(**{INCOME: "1"}))
    assert verdicts.counts == {
        Verdict.HELD: 1,
        Verdict.ROUNDING: 0,
        Verdict.BROKEN: 1,
        Verdict.MISSING: 0,
    }


# ---------------------------------------------------------------------------------------------- filling

FILLS = (
    "A 错误 收支总表[收入总计] := 收支总表[本年收入合计] + 收支总表[年初结转和结余]",
    "B 错误 收支总表[本年收入合计] := Σ收支总表[收入各项]",
)


def test_computed_cells_fill_from_below_upwards() -> None:
    given = evidence(**{"收支总表[事业收入]": "2.00", "收支总表[年初结转和结余]": "1.00"})
    figures = fill(bound(*FILLS), given)
    assert (figures["收支总表[本年收入合计]"], figures["收支总表[收入总计]"]) == (Decimal("2.00"), Decimal("3.00"))


def test_nothing_is_filled_from_what_is_missing() -> None:
    figures = fill(bound(*FILLS), evidence(settled=False, **{"收支总表[事业收入]": "2.00"}))
    assert figures.keys() == {"收支总表[事业收入]"}


def test_an_override_stands_and_the_rest_follows_it() -> None:
    given = evidence(**{"收支总表[事业收入]": "2.00", "收支总表[本年收入合计]": "9.00"})
    figures = fill(bound(*FILLS), given)
    assert (figures["收支总表[本年收入合计]"], figures["收支总表[收入总计]"]) == (Decimal("9.00"), Decimal("9.00"))


def test_differences_fill_too() -> None:
    rule = "A 错误 财拨总表[一般公共预算财政拨款] := 收入表[合计·财政拨款收入] − 财拨总表[政府性基金预算财政拨款]"
    given = evidence(**{"收入表[合计·财政拨款收入]": "5.00", "财拨总表[政府性基金预算财政拨款]": "2.00"})
    assert fill(bound(rule), given)["财拨总表[一般公共预算财政拨款]"] == Decimal("3.00")
