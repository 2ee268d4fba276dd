"""Totals while some of what goes into them is still 待填."""

from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.so_far import SoFar
from juesuan_desktop.forms.codes import keyed

LINES = keyed([("2010301", "行政运行"), ("2010350", "事业运行")])


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = desk().create(tmp_path / "a.juesuan", "hunan", 2024, "某某中心")
    opened.set_lines("加行", opened.form.by_name["支出表"], LINES)
    return opened


def so_far(session: Session, address: str) -> Decimal | None:
    return SoFar(session.state.binding, session.figures).of(address)


def test_a_total_is_known_as_far_as_its_cells_are(session: Session) -> None:
    assert so_far(session, "支出表[合计·本年支出合计]") is None
    session.type_figure("支出表[2010301·基本支出]", "100")
    session.type_figure("支出表[2010350·项目支出]", "20.5")
    assert so_far(session, "支出表[2010301·本年支出合计]") == Decimal(100)
    assert so_far(session, "收支总表[本年支出合计]") == Decimal("120.50")
    assert "支出表[2010301·本年支出合计]" not in session.figures


def test_a_settled_table_counts_no_total_as_zero_that_still_waits(session: Session) -> None:
    session.type_figure("支出表[2010301·基本支出]", "100")
    session.settle(session.form.by_name["收支总表"])
    assert "收支总表[201]" not in session.figures
    assert "收支总表[支出总计]" not in session.figures
    session.settle(session.form.by_name["支出表"])
    assert session.figures["收支总表[支出总计]"] == Decimal(100)
    assert "收支总表[收入总计]" not in session.figures
    assert session.outcome.counts["broken"] == 0
