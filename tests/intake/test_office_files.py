"""Every workbook and document in tests/files reads as the report it was made from, address by address."""

from functools import cache
from pathlib import Path

import pytest

from juesuan_desktop.app import desk as new_desk
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.reading import material_of
from juesuan_desktop.report.printed import PrintedReport
from tests.files.make.source import SAMPLE, Source, source

FILES = Path(__file__).resolve().parents[1] / "files"
UNIT = "清溪县河湖管理服务中心"
HUNAN = ("hunan", 1, True)
SHANGHAI = ("shanghai", 3, True)

RESAVED = ("foreign/tracked_resaved.docx", "foreign/numbered_resaved.docx")

NOT_SAID = {  # what the paper does not say is told
    "shanghai.xlsx": ["没有认出年度", "没有认出单位名称"],
    "titled_unit.xlsx": ["没有认出单位名称"],
    "nested.docx": ["没有认出金额单位"],
}

# file → (form, code levels, zeros printed), year, unit's name: what its paper says
SHOWN = {
    "hunan.xlsx": (HUNAN, 2023, UNIT),
    "one_sheet.xlsx": (HUNAN, 2023, UNIT),
    "tight_sheet.xlsx": (HUNAN, 2023, UNIT),
    "shanghai.xlsx": (SHANGHAI, 0, ""),
    "text_numbers.xlsx": (HUNAN, 2023, UNIT),
    "number_codes.xlsx": (("national", 3, True), 2023, UNIT),
    "titled_unit.xlsx": (SHANGHAI, 2023, ""),
    "hand_made.xlsx": (SHANGHAI, 2023, UNIT),
    "hidden.xlsx": (HUNAN, 2023, UNIT),
    "named_sheets.xlsx": (HUNAN, 2023, UNIT),
    "broken.xlsx": (HUNAN, 2023, UNIT),
    "two_sheets.xlsx": (HUNAN, 2023, UNIT),
    "blanks.xlsx": (("hunan", 1, False), 2023, UNIT),
    "two_up.xlsx": (HUNAN, 2023, UNIT),
    "merged.xlsx": (HUNAN, 2023, UNIT),
    "old_excel.xls": (HUNAN, 2023, UNIT),
    "web_page.xls": (HUNAN, 2023, UNIT),
    "xml_table.xls": (HUNAN, 2023, UNIT),
    "tabs.xls": (HUNAN, 2023, UNIT),
    "whole.docx": (HUNAN, 2023, UNIT),
    "shanghai.docx": (SHANGHAI, 2023, UNIT),
    "tracked.docx": (HUNAN, 2023, UNIT),
    "nested.docx": (HUNAN, 2023, UNIT),
    "numbered.docx": (HUNAN, 2023, UNIT),
}


@cache
def desk() -> Desk:
    return new_desk()


def differences(report: PrintedReport, told: Source) -> list[str]:
    """Where the report is not what was shown."""
    found = []
    by_id = {table.id: table for table in report.tables}
    for table in told.form.tables:
        wanted = told.values(table.id)
        read = {(line.key, measure): v for line in by_id[table.id].lines for measure, v in line.values.items()}
        found += [
            f"{table.name}{at}: {wanted.get(at)} → {read.get(at)}"
            for at in sorted({*wanted, *read})
            if wanted.get(at) != read.get(at)
        ]
        found += [*by_id[table.id].odd, by_id[table.id].cut] if by_id[table.id].cut else by_id[table.id].odd
    return found


def test_every_file_is_looked_at() -> None:
    here = {path.name for path in FILES.iterdir() if path.suffix in (".xlsx", ".xls", ".docx")}
    assert here == {*SHOWN, "bureau.xls"}  # test_bureau.py


@pytest.mark.parametrize("name", SHOWN)
def test_reads_as_the_report_it_was_made_from(name: str) -> None:
    made_from, year, unit = SHOWN[name]
    told = source(*made_from)
    report = desk().read(FILES / name)
    odd = differences(report, told)
    assert odd == []
    assert [text.split("：")[0] for text in report.remarks] == NOT_SAID.get(name, [])
    assert (report.year, report.unit_name, report.amount_unit) == (year, unit, told.form.amount_unit)
    if made_from[0] == "shanghai":
        assert report.form_id == "shanghai"


@pytest.mark.parametrize("name", ["whole.docx", "tracked.docx", "numbered.docx", *RESAVED])
def test_the_texts_of_a_document_are_those_of_the_sample(name: str) -> None:
    wanted = {section.id: section.text for section in desk().read(SAMPLE).sections}
    assert {section.id: section.text for section in desk().read(FILES / name).sections} == wanted


def test_every_cell_can_be_found_on_its_sheet() -> None:
    """tight_sheet begins at C5: the source of a figure is sheet, row and column."""
    tables = [block for block in material_of(FILES / "tight_sheet.xlsx") if isinstance(block, RawTable)]
    first = tables[0]
    assert (first.sheet, first.top, first.left) == ("Sheet", 7, 2)
    assert first.rows[0][0] == "收入"
    assert len(tables) == 9


def test_a_sheet_of_another_kind_of_name_gives_its_title() -> None:
    sheets = {block.sheet for block in material_of(FILES / "hunan.xlsx")}
    assert len(sheets) == 9


def test_the_export_of_ours_reads_back(tmp_path: Path) -> None:
    own = tmp_path / "自己.xlsx"
    session = desk().look_at(SAMPLE)
    desk().export(session, [own])
    session.close()
    assert differences(desk().read(own), source("hunan")) == []
