"""What this year owes to last year's texts and to figures that are not published."""

from decimal import Decimal

import pytest

from juesuan_desktop import app
from juesuan_desktop.forms.form import Form
from juesuan_desktop.report.report import section_address
from juesuan_desktop.rules.functions.case import Case, Hit, NotRun, RuleFunction
from juesuan_desktop.rules.functions.years import great_changes_in_detail, reasons_are_this_years
from juesuan_desktop.rules.judging import Evidence

REASON = "增加的主要原因是{reason}。"
LAST = REASON.format(reason="在职人员工资标准正常调整")


@pytest.fixture(scope="module")
def form() -> Form:
    return app.desk().library.form("hunan")


def case_of(form: Form, texts: dict[str, str], last: dict[str, str], figures: dict[str, int] | None = None) -> Case:
    words = {f"上年.{section_address(section)}": text for section, text in last.items()}
    known = {at: Decimal(amount) for at, amount in (figures or {}).items()}
    settled = frozenset(name for name in form.by_name if "机关运行" not in name)
    return Case(form, 2024, Evidence(known, settled), {}, words, texts, ())


def hits(function: RuleFunction, case: Case) -> list[Hit]:
    return list(function.look(case))


def test_a_reason_taken_over_word_by_word_wants_a_word(form: Form) -> None:
    found = hits(reasons_are_this_years, case_of(form, {"收支总体": f"1043万元，{LAST}"}, {"收支总体": LAST}))
    assert [hit.section for hit in found] == ["收支总体"]
    assert "在职人员工资标准正常调整" in found[0].message


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("收支总体", REASON.format(reason="新增河道清淤项目")),
        ("收入", LAST),
        ("收支总体", "没有写原因"),
        ("名词解释", LAST),
    ],
    ids=["another reason", "another section", "none", "a text that stays"],
)
def test_other_reasons_are_hers(form: Form, section: str, text: str) -> None:
    last = {"收支总体": LAST, "名词解释": LAST}
    assert hits(reasons_are_this_years, case_of(form, {section: text}, last)) == []


def test_without_last_years_texts_it_does_not_run(form: Form) -> None:
    with pytest.raises(NotRun, match="上年的正文"):
        hits(reasons_are_this_years, case_of(form, {"收支总体": LAST}, {}))


def test_running_costs_are_compared_where_last_years_are_known(form: Form) -> None:
    cell = "机关运行表[机关运行经费]"
    grown = case_of(form, {}, {}, {cell: 200, f"上年.{cell}": 100})
    assert [hit.cells for hit in hits(great_changes_in_detail, grown)] == [(cell,)]
    assert hits(great_changes_in_detail, case_of(form, {}, {}, {cell: 200})) == []
