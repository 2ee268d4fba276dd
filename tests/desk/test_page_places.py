"""In a PDF that is checked every figure is found at the one place where it is printed."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from juesuan_desktop import app
from juesuan_desktop.amounts import parse
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.page_places import Sought, box_of, heading_box
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.intake.pdf.spots import OUTSIDE, Box, Spot, spots_of
from juesuan_desktop.locations import resources

SAMPLE = resources() / "samples" / "sample.txt"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return app.desk()


@pytest.fixture(scope="module", params=["hunan", "shanghai"])
def viewing(request: pytest.FixtureRequest, desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Viewing:
    session, pdf = desk.look_at(SAMPLE, request.param), tmp_path_factory.mktemp("pdf") / "report.pdf"
    desk.export(session, [pdf])
    session.close()
    return desk.view(pdf)


class Pages:
    """The texts of a file's pages, each page read once."""

    def __init__(self, file: Path) -> None:
        self._document = pypdfium2.PdfDocument(file)
        self._read: dict[int, list[Spot]] = {}

    def __getitem__(self, page: int) -> list[Spot]:
        if page not in self._read:
            self._read[page] = spots_of(self._document, page)
        return self._read[page]

    def close(self) -> None:
        self._document.close()


def placed(viewing: Viewing) -> Iterator[tuple[str, int, Decimal, Decimal | None, Box]]:
    """Each printed figure: its address, page, amount, what stands where it is looked for, and that place."""
    pages = Pages(viewing.file)
    for table in viewing.printed.tables:
        for line in table.lines:
            for measure, amount in line.values.items():
                at = viewing.form.by_id[table.id].address(line.key, measure)
                page = viewing.page_of(at)
                if amount is None or page is None:
                    continue
                box = viewing.box_of(at, pages[page])
                assert box is not None, at
                text = next(spot.text for spot in pages[page] if spot.box == box)
                yield at, page, amount, parse(text) if text[0].isdigit() or text[0] == "-" else None, box
    pages.close()


def assert_each_has_its_own_place(viewing: Viewing) -> int:
    found = list(placed(viewing))
    assert [(at, amount) for at, _, amount, there, _ in found if amount != there] == []
    shared = Counter((page, box) for _, page, _, _, box in found)
    assert [at for at, page, _, _, box in found if shared[page, box] > 1] == []
    return len(found)


def test_each_figure_of_our_own_print_has_its_own_place(viewing: Viewing) -> None:
    assert assert_each_has_its_own_place(viewing) > 200


def test_each_figure_of_a_report_with_three_columns_of_codes_has_its_own_place(desk: Desk, reference: Path) -> None:
    assert assert_each_has_its_own_place(desk.view(reference / "shanghai-2024" / "report.pdf")) == 195


def test_each_section_has_its_heading(viewing: Viewing) -> None:
    pages = Pages(viewing.file)
    for section in viewing.printed.sections:
        assert section.page
        assert viewing.box_of(f"节[{section.id}]", pages[section.page]), section.id
    pages.close()


def cells(*rows: str) -> list[Spot]:
    return [
        Spot(text, (column, -row, column + 1, 1 - row), 0, row, column)
        for row, words in enumerate(rows)
        for column, text in enumerate(words.split("|"))
        if text
    ]


def at(row: int, column: int) -> Box:
    return column, -row, column + 1, 1 - row


def test_codes_in_three_columns_are_read_together() -> None:
    spots = cells("201|||一般公共服务支出|5.00", "201|06||财政事务|5.00", "201|06|01|行政运行|5.00")
    assert box_of(spots, Sought("20106", "财政事务", Decimal(5))) == at(1, 4)
    assert box_of(spots, Sought("2010601", "行政运行", Decimal(5))) == at(2, 4)


def test_the_same_amount_twice_in_a_line_and_the_same_words_twice_in_a_row() -> None:
    spots = cells("合计|1.00|1.00", "总计|2.00|总计|2.00")
    assert box_of(spots, Sought("", "合计", Decimal(1), amount_rank=1)) == at(0, 2)
    assert box_of(spots, Sought("", "总计", Decimal(2), line_rank=1)) == at(1, 3)


def test_a_blank_figure_is_shown_by_the_name_of_its_line() -> None:
    assert box_of(cells("一、某|", "二、某|3.00"), Sought("", "一、某")) == at(0, 0)
    assert box_of(cells("一、某|"), Sought("", "没有的", Decimal(1))) is None


def test_lines_that_are_headings_have_their_figures_below() -> None:
    spots = cells("合计|接待费|合计|接待费", "1|2|3|4", "7.00|7.00|7.00|6.00")
    assert box_of(spots, Sought("", "接待费", Decimal(6), amount_rank=0)) == at(2, 3)
    assert box_of(spots, Sought("", "合计", Decimal(7), amount_rank=1)) == at(2, 2)


def test_a_heading_stands_between_the_tables() -> None:
    inside, line = Spot("一、职责", (0, 0, 1, 1), 0), Spot("一、 职责", (5, 5, 9, 6), OUTSIDE)
    assert heading_box([inside, line], "一、职责") == (5, 5, 9, 6)
    assert heading_box([inside], "一、职责") is None
