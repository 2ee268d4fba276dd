"""Every figure names its place in the file: the line of a text, the table and row of a Word document."""

import re
from decimal import Decimal
from pathlib import Path

import docx
import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.locations import resources
from juesuan_desktop.report.printed import PrintedReport

SAMPLE = resources() / "samples" / "sample.txt"
FILES = Path(__file__).resolve().parents[1] / "files"


@pytest.fixture(scope="module", name="desk")
def _desk() -> Desk:
    return desk()


def figures(report: PrintedReport) -> list[tuple[Decimal, str]]:
    lines = (line for table in report.tables for line in table.lines)
    return [(amount, line.origins[at]) for line in lines for at, amount in line.values.items() if amount is not None]


def amounts_in(cells: list[str]) -> set[Decimal]:
    return {Decimal(text.replace(",", "")) for text in cells if re.fullmatch(r"-?[\d,]+(\.\d+)?", text.strip())}


def test_a_text_by_its_lines(desk: Desk) -> None:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    found = figures(desk.read(SAMPLE))
    assert len(found) > 300
    for amount, origin in found:
        number = re.fullmatch(r"第 (\d+) 行", origin)
        assert number, origin
        assert amount in amounts_in(lines[int(number[1]) - 1].split("\t"))


@pytest.mark.parametrize("name", ["shanghai.docx", "whole.docx"])
def test_a_word_document_by_its_tables_and_their_rows(desk: Desk, name: str) -> None:
    tables = docx.Document(str(FILES / name)).tables
    found = figures(desk.read(FILES / name))
    assert len(found) > 200
    for amount, origin in found:
        place = re.fullmatch(r"第 (\d+) 个表第 (\d+) 行", origin)
        assert place, origin
        cells = tables[int(place[1]) - 1].rows[int(place[2]) - 1].cells
        assert amount in amounts_in([cell.text for cell in cells])


def test_what_was_not_read_names_its_line(desk: Desk, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text(SAMPLE.read_text(encoding="utf-8").replace("5,182,457.84", "5182457.8.4"), encoding="utf-8")
    number = next(
        at for at, line in enumerate(odd.read_text(encoding="utf-8").splitlines(), 1) if "5182457.8.4" in line
    )
    told = [sentence for table in desk.read(odd).tables for sentence in table.odd]
    assert any(f"（第 {number} 行）不是金额" in sentence for sentence in told), told
