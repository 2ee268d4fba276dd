"""What a person is told: the worst first, the suspected cell first, both numbers, one short sentence."""

from decimal import Decimal

import pytest

from juesuan_desktop import app
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.rules.binding import bind
from juesuan_desktop.rules.findings import Finding, findings_of, in_order, shortened
from juesuan_desktop.rules.judging import Evidence, judge
from juesuan_desktop.rules.notation import parse_rule

FORM = app.desk().library.form("hunan")
INCOME, SPENDING = "收支总表[收入总计]", "收支总表[支出总计]"
TOTAL = f"T01-5 错误 {INCOME} = {SPENDING}   # 收支平衡"


def findings(*rules: str, half: str = "0", **figures: str) -> tuple[Finding, ...]:
    binding = bind([parse_rule(rule) for rule in rules], FORM, {"支出表": keyed([("2010301", "行政运行")])})
    amounts = {at: Decimal(text) for at, text in figures.items()}
    halves = dict.fromkeys(FORM.by_name, Decimal(half))
    return findings_of(judge(binding, Evidence(amounts, frozenset(FORM.by_name), halves=halves)), FORM)


def test_the_sentence_has_both_sides_both_numbers_and_the_gap() -> None:
    (found,) = findings(TOTAL, **{INCOME: "1234.51", SPENDING: "1234.50"})
    assert found.message == f"{INCOME} 1,234.51 应等于 {SPENDING} 1,234.50，差 0.01（收支平衡）"
    assert (found.printed, found.expected) == (Decimal("1234.51"), Decimal("1234.50"))
    assert found.difference == Decimal("0.01")


@pytest.mark.parametrize(("relation", "words"), [("≥", "不应小于"), ("≤", "不应大于")])
def test_the_sentence_says_what_ought_to_be(relation: str, words: str) -> None:
    small, large = ("1", "2") if relation == "≥" else ("2", "1")
    (found,) = findings(f"X 错误 {INCOME} {relation} {SPENDING}", **{INCOME: small, SPENDING: large})
    assert words in found.message


def test_a_rounding_difference_is_told_apart_and_never_an_error() -> None:
    (found,) = findings(TOTAL, half="0.005", **{INCOME: "1.01", SPENDING: "1.00"})
    assert (found.level, found.verdict) == ("info", "rounding")
    assert "尾差 0.01" in found.message


def test_a_finding_points_to_its_cells() -> None:
    (found,) = findings(TOTAL, **{INCOME: "1"})
    place = found.where[0]
    assert (place.address, place.table, place.line, place.measure) == (INCOME, "overall", "收入总计", "决算数")
    assert [where.address for where in found.where] == [INCOME, SPENDING]


def test_what_stays_in_one_table_is_inside_the_rest_across() -> None:
    across = "X0103-1 错误 收支总表[本年支出合计] = 支出表[合计·本年支出合计]"
    found = findings(TOTAL, across, **{INCOME: "1", "收支总表[本年支出合计]": "1"})
    kinds = {finding.rule: finding.kind for finding in found}
    assert kinds == {"T01-5": "inside", "X0103-1": "across"}


def test_errors_come_before_warnings_before_reminders() -> None:
    rules = [f"T0-{n} {level} {INCOME} = {SPENDING}" for n, level in enumerate(("提醒", "错误", "提示"))]
    assert [found.level for found in findings(*rules, **{INCOME: "1"})] == ["error", "warning", "info"]
    assert in_order(reversed(findings(*rules, **{INCOME: "1"})))[0].level == "error"


def test_the_cell_that_most_broken_rules_share_comes_first() -> None:
    """本年支出合计 was mistyped: its sum, the grand total and the other table all disagree with it."""
    found = findings(
        "T01-2 错误 收支总表[本年支出合计] = Σ收支总表[支出各类]",
        "T01-4 错误 收支总表[支出总计] = 收支总表[本年支出合计] + 收支总表[年末结转和结余]",
        "X0103-1 错误 支出表[合计·本年支出合计] = 收支总表[本年支出合计]",
        **{
            "收支总表[本年支出合计]": "101",
            "收支总表[201]": "100",
            "收支总表[支出总计]": "100",
            "支出表[合计·本年支出合计]": "100",
        },
    )
    assert len(found) == 3
    assert {finding.where[0].address for finding in found} == {"收支总表[本年支出合计]"}


def test_among_equally_suspect_cells_the_one_that_other_rules_confirm_comes_last() -> None:
    confirmed = f"T01-4 错误 {INCOME} = 收支总表[本年收入合计]"
    (found,) = findings(TOTAL, confirmed, **{INCOME: "1", "收支总表[本年收入合计]": "1", SPENDING: "2"})
    assert [place.address for place in found.where] == [SPENDING, INCOME]


def test_long_sums_are_told_by_their_first_cell_and_their_number() -> None:
    rule = "T01-2 错误 收支总表[本年支出合计] = Σ收支总表[支出各类]"
    (found,) = findings(rule, **{"收支总表[本年支出合计]": "1"})
    assert "收支总表[201] 等 26 格之和" in found.message


def test_no_sentence_is_longer_than_the_list_can_show() -> None:
    rules = app.desk().library.book.rules
    figures = {FORM.address(place): f"{n * 7919}.{n % 100:02}" for n, place in enumerate(everything(), start=1)}
    lines = {table.name: keyed([("2010301", "行政运行"), ("2010301", "又")]) for table in FORM.tables if table.repeats}
    amounts = {at: Decimal(text) for at, text in figures.items()}
    found = findings_of(judge(bind(rules, FORM, lines), Evidence(amounts, frozenset(FORM.by_name))), FORM)
    assert len(found) > 100
    assert max(len(finding.message) for finding in found) <= 120


def everything():
    lines = keyed([("2010301", "行政运行"), ("2010301", "又")])
    return [place for table in FORM.tables for place in table.places(lines)]


def test_a_text_is_shortened_visibly() -> None:
    assert shortened("一二三四五", 4) == "一二三…"
    assert shortened("一二三四", 4) == "一二三四"
