"""The grey 年末: what would balance, and when nothing can be said."""

from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.suggesting import Suggestions
from juesuan_desktop.forms.codes import keyed

OVERALL, GENERAL = "收支总表[年末结转和结余]", "财拨总表[年末财政拨款结转和结余·一般公共预算]"
LINES = keyed([("2010301", "行政运行")])
FIGURES = {
    "收入表[2010301·财政拨款收入]": "150",
    "支出表[2010301·基本支出]": "120",
    "一般公共表[2010301·基本支出]": "120",
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """150 came in, 120 went out; all tables are settled but the two totals."""
    opened = desk().create(tmp_path / "a.juesuan", "hunan", 2024, "某某中心")
    for name in ("收入表", "支出表", "一般公共表"):
        opened.set_lines("加行", opened.form.by_name[name], LINES)
    opened.edit("填写", FIGURES)
    for table in opened.form.tables:
        if table.name not in ("收支总表", "财拨总表"):
            opened.settle(table)
    return opened


def suggested(session: Session, address: str) -> Decimal | None:
    return Suggestions(session.state.binding, session.state.evidence).of(address)


def fill_all_but(session: Session, *kept: str) -> None:
    for name in ("收支总表", "财拨总表"):
        session.settle(session.form.by_name[name])
        session.edit("待填", {f"{name}[余格]": None, **dict.fromkeys(kept)})


def test_the_balancing_figure(session: Session) -> None:
    fill_all_but(session, OVERALL, GENERAL)
    assert suggested(session, OVERALL) == 30
    assert suggested(session, GENERAL) == 30


def test_nothing_while_another_cell_is_empty(session: Session) -> None:
    fill_all_but(session, OVERALL, "收支总表[年初结转和结余]")
    assert suggested(session, OVERALL) is None


def test_nothing_where_a_figure_stands(session: Session) -> None:
    fill_all_but(session, OVERALL)
    session.type_figure(OVERALL, "7")
    assert suggested(session, OVERALL) is None


def test_nothing_below_zero(session: Session) -> None:
    fill_all_but(session, OVERALL)
    session.type_figure("支出表[2010301·基本支出]", "500")
    assert suggested(session, OVERALL) is None


def test_other_cells_have_none(session: Session) -> None:
    fill_all_but(session, "收支总表[年初结转和结余]")
    assert suggested(session, "收支总表[年初结转和结余]") is None


def test_taken_it_balances(session: Session) -> None:
    fill_all_but(session, OVERALL)
    session.type_figure(OVERALL, str(suggested(session, OVERALL)))
    assert not [found for found in session.outcome.findings if found.rule == "T01-5"]
