"""What we export as a PDF reads back as the same report."""

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.locations import resources
from juesuan_desktop.report.printed import PrintedReport

SAMPLE = resources() / "samples" / "sample.txt"


@pytest.fixture(scope="module")
def source() -> PrintedReport:
    return desk().read(SAMPLE)


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> PrintedReport:
    path = tmp_path_factory.mktemp("export") / "sample.pdf"
    session = desk().look_at(SAMPLE)
    desk().export(session, [path])
    session.close()
    return desk().read(path)


def test_the_facts(source: PrintedReport, back: PrintedReport) -> None:
    facts = [(one.form_id, one.year, one.unit_name, one.amount_unit) for one in (source, back)]
    assert facts[0] == facts[1]


def test_every_line_and_cell(source: PrintedReport, back: PrintedReport) -> None:
    for table, again in zip(source.tables, back.tables, strict=True):
        assert (again.number, again.title, again.state, again.cut, again.odd) == (
            table.number,
            table.title,
            table.state,
            table.cut,
            table.odd,
        )
        assert again.lines == table.lines


def test_every_section(source: PrintedReport, back: PrintedReport) -> None:
    """Blanks at the end of a line are not printed, so they are not compared."""
    texts = [
        [(one.id, one.title, "".join(one.text.split(" "))) for one in report.sections] for report in (source, back)
    ]
    assert texts[0] == texts[1]


def test_pages_are_told(back: PrintedReport) -> None:
    pages = [table.page for table in back.tables if table.page]
    assert pages == sorted(set(pages))
    assert len(pages) == len(back.tables)
