"""出错说明: a reason answers a warning with these numbers, is undone like any edit, and 定稿 waits for it."""

from pathlib import Path

import pytest

from juesuan_desktop.app import desk, main
from juesuan_desktop.desk.reasons import earlier_reason, reason_key, reason_of, unanswered, wants_reason
from juesuan_desktop.desk.session import Session
from juesuan_desktop.rules.findings import Finding

MEALS = "三公表[公务接待费·{measure}]"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A settled report whose 公务接待费 is above its budget: one warning."""
    made = desk().create(tmp_path / "a.juesuan", "hunan", 2023, "清溪县测试中心")
    for table in made.form.tables:
        made.settle(table)
    made.type_figure(MEALS.format(measure="预算数"), "100")
    made.type_figure(MEALS.format(measure="决算数"), "220")
    return made


def over_budget(session: Session) -> Finding:
    return next(
        one
        for one in session.outcome.findings
        if one.rule == "P-6" and one.where[0].line == "公务接待费" and wants_reason(one)
    )


def test_a_reason_is_kept_and_undone(session: Session) -> None:
    finding = over_budget(session)
    before = len(unanswered(session.report, session.outcome.findings))
    session.explain_away(finding, " 上级检查增加 ")
    assert reason_of(session.report, finding) == "上级检查增加"
    assert session.history.done[-1].name.startswith("出错说明：三公表[公务接待费·决算数] 不应大于")
    assert len(unanswered(session.report, session.outcome.findings)) == before - 1
    session.undo()
    assert reason_of(session.report, finding) == ""
    session.redo()
    session.explain_away(finding, "")
    assert session.report.reasons == {}
    assert session.history.done[-1].name.startswith("去掉出错说明：三公表[公务接待费")


def test_a_reason_survives_the_file(session: Session) -> None:
    session.explain_away(over_budget(session), "上级检查增加")
    session.close()
    again = desk().open(session.project.path)
    assert reason_of(again.report, over_budget(again)) == "上级检查增加"
    again.close()


def test_a_reason_answers_these_numbers_only(session: Session) -> None:
    session.explain_away(over_budget(session), "上级检查增加")
    session.type_figure(MEALS.format(measure="决算数"), "900")
    finding = over_budget(session)
    assert reason_of(session.report, finding) == ""
    assert earlier_reason(session.report, finding) == "上级检查增加"
    session.undo()
    assert reason_of(session.report, over_budget(session)) == "上级检查增加"


def test_a_reason_that_is_a_number_is_no_figure(session: Session) -> None:
    finding = over_budget(session)
    session.explain_away(finding, "120")
    assert reason_of(session.report, finding) == "120"
    assert reason_key(finding) not in session.report.figures


def test_final_waits_for_every_reason(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session.close()
    target = tmp_path / "定稿.xlsx"
    words = ["export", str(session.project.path), "--to", str(target), "--final"]
    assert main(words) == 1
    assert "提示没有写出错说明" in capsys.readouterr().err
    assert not target.exists()
    again = desk().open(session.project.path)
    for finding in unanswered(again.report, again.outcome.findings):
        again.explain_away(finding, "已核实")
    again.close()
    assert main(words) == 0
    assert target.exists()
