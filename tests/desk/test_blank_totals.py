"""A total of nothing but blanks: printed 0.00 or blank, as the form or the file has it."""

from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.report.printed import EMPTY, PrintedReport
from juesuan_desktop.report.report import ZERO_BLANKS, blanks_address

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "sample.txt"


@pytest.fixture
def house() -> Desk:
    return desk()


def values_of(report: PrintedReport) -> dict[str, Decimal | None]:
    return {
        f"{table.name}[{line.key}·{measure}]": amount
        for table in report.tables
        for line in table.lines
        for measure, amount in line.values.items()
    }


def imported(house: Desk, source: Path, target: Path) -> dict[str, Decimal | None]:
    house.import_(source, target).close()
    return values_of(house.read(target))


@pytest.mark.parametrize("name", ["blanks.xlsx", "hunan.xlsx", "shanghai.xlsx", "bureau.xls", "shanghai.docx"])
def test_what_was_blank_is_blank_in_the_project(house: Desk, tmp_path: Path, name: str) -> None:
    source = ROOT / "tests" / "files" / name
    before = values_of(house.read(source))
    after = imported(house, source, tmp_path / "a.juesuan")
    assert {at: after.get(at) for at in before} == before


def test_zeros_that_are_printed_stay_zeros(house: Desk, tmp_path: Path) -> None:
    before = values_of(house.read(SAMPLE))
    assert before["收支总表[202·决算数]"] == 0
    after = imported(house, SAMPLE, tmp_path / "a.juesuan")
    assert {at: after.get(at) for at in before} == before


@pytest.fixture
def totals(house: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, Decimal | None]:
    """A new report of a form with one figure in 支出表; everything else is blank, and stands for zero."""
    session = house.create(tmp_path / "新.juesuan", request.param, 2024, "某县档案馆")
    session.edit("加行", {"支出表[行]": "2010301\t行政运行"})
    session.type_figure("支出表[2010301·基本支出]", "5")
    session.edit("空即为零", {blanks_address(table.name): ZERO_BLANKS for table in session.form.tables})
    session.close()
    return values_of(house.read(tmp_path / "新.juesuan"))


@pytest.mark.parametrize("totals", ["shanghai"], indirect=True)
def test_a_new_report_prints_as_its_form_does_blank(totals: dict[str, Decimal | None]) -> None:
    assert totals["收支总表[201·决算数]"] == 5
    assert totals["收支总表[202·决算数]"] is None
    assert totals["支出表[合计·经营支出]"] is None


@pytest.mark.parametrize("totals", ["hunan"], indirect=True)
def test_a_new_report_prints_as_its_form_does_zeros(totals: dict[str, Decimal | None]) -> None:
    assert totals["收支总表[202·决算数]"] == 0


def test_a_total_of_zeros_is_zero_everywhere(house: Desk, tmp_path: Path) -> None:
    session = house.create(tmp_path / "新.juesuan", "shanghai", 2024, "某县档案馆")
    session.edit("加行", {"支出表[行]": "2010301\t行政运行"})
    session.settle(session.form.by_name["支出表"])
    session.close()
    assert values_of(house.read(tmp_path / "新.juesuan"))["支出表[合计·经营支出]"] == 0


def test_a_form_without_figures_stays_empty(house: Desk, tmp_path: Path) -> None:
    template = ROOT.parent / "shared" / "reference" / "shanghai-2024" / "template.pdf"
    if not template.exists():
        pytest.skip("needs ../shared/reference/shanghai-2024/template.pdf")
    states = [table.state for table in house.read(template).tables]
    house.import_(template, tmp_path / "a.juesuan").close()
    assert [table.state for table in house.read(tmp_path / "a.juesuan").tables] == states
    assert set(states) == {EMPTY}
