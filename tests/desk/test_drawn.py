"""A table that is kept up to date looks as if it were drawn anew."""

from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.drawn import DrawnTable
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed

EDITS = (
    {"支出表[2010301·基本支出]": "120.5"},
    {"支出表[2010301·基本支出]": None},
    {"支出表[合计·本年支出合计]": "9"},
    {"单位表[单位负责人]": "张三", "单位表[邮政编码]": "410000"},
    {"单位表[单位负责人]": None},
    {"绩效表[绩效自评·平均得分]": "95.5", "资产表[机要通信用车]": "2"},
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = desk().create(tmp_path / "a.juesuan", "hunan", 2024, "某某中心")
    opened.set_lines("加行", opened.form.by_name["支出表"], keyed([("2010301", "行政运行")]))
    return opened


def test_followed_is_as_drawn_anew(session: Session) -> None:
    tables = (*session.form.tables, *session.form.supplements)
    drawn = {table.name: DrawnTable(session, table) for table in tables}
    for edit in EDITS:
        session.edit("填写", edit)
        for table in tables:
            drawn[table.name].follow()
            assert drawn[table.name].grid == DrawnTable(session, table).grid


def test_only_what_changed_is_told(session: Session) -> None:
    session.type_figure("支出表[2010301·项目支出]", "1")
    session.settle(session.form.by_name["支出表"])
    drawn = DrawnTable(session, session.form.by_name["支出表"])
    session.type_figure("支出表[2010301·项目支出]", "2")
    changed = drawn.follow()
    assert changed is not None
    assert {cell.address for cell in changed} == {
        "支出表[2010301·项目支出]",
        "支出表[2010301·本年支出合计]",
        "支出表[合计·项目支出]",
        "支出表[合计·本年支出合计]",
    }
    assert drawn.follow() == ()


def test_new_lines_mean_another_picture(session: Session) -> None:
    table = session.form.by_name["支出表"]
    drawn = DrawnTable(session, table)
    session.set_lines("加行", table, keyed([("2010301", "行政运行"), ("2010302", "一般行政管理事务")]))
    assert drawn.follow() is None
