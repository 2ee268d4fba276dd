"""The overview's numbers and the deadline."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.desk.overview import approved_on, deadline, expenditure_parts, income_parts, key_figures
from juesuan_desktop.desk.session import Session

SAMPLE = locations.resources() / "samples" / "sample.txt"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return desk().begin(desk().propose_rollover(SAMPLE, 2024), tmp_path / "b.juesuan")


def test_twenty_days_and_three_workdays_before() -> None:
    found = deadline(date(2024, 8, 12))
    assert found.latest == date(2024, 9, 1)
    assert found.advised == date(2024, 8, 28)
    assert found.days_left(date(2024, 8, 30)) == 2
    assert found.days_left(date(2024, 9, 3)) == -2


@pytest.mark.parametrize("text", ["2024-08-12", "2024年8月12日", "20240812", "2024.8.12"])
def test_the_day_of_approval_as_people_write_it(session: Session, text: str) -> None:
    session.type_figure("单位表[批复日期]", text)
    assert approved_on(session) == date(2024, 8, 12)


@pytest.mark.parametrize("text", ["", "八月", "2024-13-40"])
def test_no_day_of_approval(session: Session, text: str) -> None:
    session.edit("导入", {"单位表[批复日期]": text or None})
    assert approved_on(session) is None


def test_this_year_beside_last(session: Session) -> None:
    figures = {figure.name: figure for figure in key_figures(session)}
    assert figures["收入总计"].last == Decimal("10435223.91")
    assert figures["收入总计"].now is None
    assert figures["收入总计"].change is None


def test_compositions_add_up() -> None:
    whole = desk().look_at(SAMPLE)
    assert sum(part.amount for part in income_parts(whole)) == whole.figures["收支总表[本年收入合计]"]
    parts = expenditure_parts(whole)
    assert sum(part.amount for part in parts) == whole.figures["收支总表[本年支出合计]"]
    assert parts[0].amount == max(part.amount for part in parts)
    assert parts[0].name == "农林水支出"
