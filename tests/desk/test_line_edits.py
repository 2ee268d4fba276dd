"""Lines of the code tables: their figures go with them, and one 科目 stands in several tables."""

from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.line_edits import lost_figures
from juesuan_desktop.desk.line_sharing import other_tables, with_line
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import Line, keyed
from juesuan_desktop.forms.table import Table

TWICE = keyed([("2010301", "行政运行"), ("2010301", "行政运行（离退休）"), ("2010302", "一般行政管理事务")])


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = desk().create(tmp_path / "a.juesuan", "hunan", 2024, "某某中心")
    opened.set_lines("加行", opened.form.by_name["支出表"], TWICE)
    opened.edit("填写", {"支出表[2010301·基本支出]": "1", "支出表[2010301#2·基本支出]": "2"})
    return opened


def table_of(session: Session, name: str = "支出表") -> Table:
    return session.form.by_name[name]


def test_of_two_lines_with_one_code_the_other_keeps_its_figures(session: Session) -> None:
    session.set_lines("删行", table_of(session), TWICE[1:])
    assert session.report.text_of("支出表[2010301·基本支出]") == "2"
    assert session.report.text_of("支出表[2010301#2·基本支出]") is None
    session.undo()
    assert session.report.text_of("支出表[2010301·基本支出]") == "1"
    assert session.report.text_of("支出表[2010301#2·基本支出]") == "2"


def test_words_go_with_their_line_too(session: Session) -> None:
    table = table_of(session, "机构表")
    session.set_lines("加行", table, keyed([("", "办公室"), ("", "财务科")]))
    session.type_figure("机构表[办公室]", "文电、会务")
    assert lost_figures(session.report, table, session.lines(table)[:1]) == 1
    session.set_lines("删行", table, session.lines(table)[1:])
    assert session.report.words == {}


def test_zeros_are_no_loss(session: Session) -> None:
    session.settle(table_of(session))
    assert lost_figures(session.report, table_of(session), TWICE[2:]) == 0
    assert lost_figures(session.report, table_of(session), TWICE) == 2


def test_a_new_line_stands_where_its_code_belongs(session: Session) -> None:
    ordered = keyed([("2010301", "甲"), ("2080505", "乙")])
    assert [line.code for line in with_line(ordered, "2010399", "丙")] == ["2010301", "2010399", "2080505"]
    assert [line.code for line in with_line(ordered[::-1], "2010399", "丙")] == ["2080505", "2010301", "2010399"]
    assert with_line(ordered, "2010399", "丙", 0)[0] == Line("", "2010399", "丙")


def test_a_line_of_the_general_budget_also_stands_in_income_and_general(session: Session) -> None:
    others = other_tables(session, table_of(session), "2080505")
    assert [table.name for table in others] == ["收入表", "一般公共表"]


def test_a_line_of_a_fund_does_not_stand_in_the_general_budget(session: Session) -> None:
    others = other_tables(session, table_of(session, "基金表"), "2120801")
    assert [table.name for table in others] == ["收入表", "支出表"]


def test_where_it_stands_already_it_is_not_offered(session: Session) -> None:
    assert "支出表" not in [table.name for table in other_tables(session, table_of(session, "收入表"), "2010301")]


def test_several_tables_are_one_gesture(session: Session) -> None:
    before = len(session.history.done)
    lists = [(table, with_line(session.lines(table), "2080505", "养老")) for table in session.form.tables[1:3]]
    session.set_all_lines("加行", lists)
    assert len(session.history.done) == before + 1
