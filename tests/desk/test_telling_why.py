"""「怎么算的」: operands, totals, gap, source and history of one figure."""

from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.telling_why import why

SAMPLE = locations.resources() / "samples" / "sample.txt"
TOTAL = "支出表[合计·基本支出]"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return desk().import_(SAMPLE, tmp_path / "a.juesuan")


def test_a_total_tells_its_operands(session: Session) -> None:
    told = why(session, TOTAL)
    assert told is not None
    assert (told.source, told.is_override, told.gap) == ("计算", False, None)
    filling = told.rules[0]
    assert filling.fills
    assert filling.right_total == told.amount == told.computed
    assert sum(part.sign * (part.amount or 0) for part in filling.right) == told.amount
    assert all(part.label and not part.label.isdigit() for part in filling.right)
    assert filling.verdict == "held"


def test_an_override_tells_its_gap(session: Session) -> None:
    before = session.figures[TOTAL]
    session.type_figure(TOTAL, str(before + 90))
    told = why(session, TOTAL)
    assert told is not None
    assert told.is_override
    assert (told.computed, told.gap, told.source) == (before, Decimal(90), "填写")
    assert any(rule.verdict == "broken" and rule.gap for rule in told.rules)


def test_an_imported_figure_names_its_file(session: Session) -> None:
    address = next(at for at in session.report.figures if at.startswith("基本支出表["))
    told = why(session, address)
    assert told is not None
    assert told.source.startswith("导入 sample.txt")


def test_history_is_what_happened_the_latest_first(session: Session) -> None:
    address = next(at for at in session.report.figures if at.startswith("基本支出表["))
    session.type_figure(address, "1")
    session.save()
    session.undo()
    told = why(session, address)
    assert told is not None
    undone, typed, imported = told.history
    assert (undone.at, undone.before, undone.gesture) == ("", "1", f"撤销：填写 {address}")
    assert (typed.after, typed.gesture) == ("1", f"填写 {address}")
    assert typed.at > imported.at
    assert imported.gesture == "导入 sample.txt"


def test_what_was_not_checked_says_why(session: Session) -> None:
    told = why(session, "收支总表[年初结转和结余]")
    assert told is not None
    idle = [rule for rule in told.rules if rule.verdict is None]
    assert idle
    assert idle[0].cause == "没有上年的报告"


def test_a_broken_sum_has_a_likely_cause(session: Session) -> None:
    lines = [line for line in session.lines(session.form.by_name["支出表"]) if len(line.code) == 7]
    address = f"一般公共表[{lines[0].key}·基本支出]"
    session.type_figure(address, str(session.figures[address] * 10000))
    told = why(session, address)
    assert told is not None
    assert any("元、万元" in rule.cause for rule in told.rules)


def test_no_figure_no_answer(session: Session) -> None:
    assert why(session, "支出表[没有这一行]") is None
