"""The workbook as Excel and as our own reader see it."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from juesuan_desktop.document.blocks import Document, Paragraph, Table
from juesuan_desktop.export import ExportError, write
from juesuan_desktop.export.xlsx import sheet_names
from juesuan_desktop.export.xlsx_styles import number_format
from juesuan_desktop.forms.grid import Cell, Grid, Role

MakeGrid = Callable[..., Grid]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "决算.xlsx"


def document(*grids: Grid, mark: str = "", code: str = "") -> Document:
    return Document("2023年度部门决算", "测试单位", tuple(Table(grid, grid.title) for grid in grids), mark, code)


def test_the_paper_in_a_sheet(grid: MakeGrid, path: Path) -> None:
    write(document(grid()), path)
    sheet = load_workbook(path)["公开03表"]
    assert sheet["A1"].value == "支出决算表"
    assert (sheet["A1"].font.name, sheet["A1"].font.size, sheet["A1"].font.bold) == ("黑体", 16, True)
    assert (sheet["B5"].font.name, sheet["B5"].font.size) == ("宋体", 10)
    assert {str(area) for area in sheet.merged_cells.ranges} == {
        "A1:D1", "A2:B2", "C2:D2", "A3:B3", "C3:C4", "D3:D4", "A8:D8",
    }  # fmt: skip
    assert all(sheet[name].border.left.style == "thin" for name in ("A3", "A4", "C4", "D7"))
    assert sheet["B3"].border.right.style == "thin"
    assert sheet["A1"].border.left.style is None
    assert sheet["A8"].value.startswith("注：")


def test_amounts_are_numbers_shown_as_printed(grid: MakeGrid, path: Path) -> None:
    write(document(grid()), path)
    sheet = load_workbook(path)["公开03表"]
    assert sheet["C5"].value == 13281431.17
    assert sheet["C5"].number_format == "#,##0.00"
    assert sheet["A5"].value == "2010305"
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows[4] == ["2010305", "行政运行", 13281431.17, 0.0]


@pytest.mark.parametrize(
    ("text", "amount", "places", "expected"),
    [
        ("1,234.50", "1234.5", 2, "#,##0.00"),
        ("5753", "5753", 2, "0"),
        ("0.00", "0", 2, "#,##0.00"),
        ("0", "0", 2, "#,##0"),
        ("—", "0", 2, '#,##0.00;-#,##0.00;"—"'),
        ("123.45", "1234500", 2, "0.00"),
        ("（12.30）", "-12.3", 2, "#,##0.00"),
    ],
)
def test_number_format(text: str, amount: str, places: int, expected: str) -> None:
    assert number_format(text, Decimal(amount), places) == expected


def test_a_blank_figure_is_a_blank_cell(grid: MakeGrid, path: Path) -> None:
    plain = grid(1)
    cells = tuple(cell._replace(text="") if cell.amount == 0 else cell for cell in plain.cells)
    write(document(replace(plain, cells=cells)), path)
    assert load_workbook(path).active["D5"].value is None


@pytest.mark.parametrize("text", ["=1+1", "+86", "-无", "@SUM(1)", '=HYPERLINK("http://x","y")'])
def test_what_looks_like_a_formula_stays_text(grid: MakeGrid, path: Path, text: str) -> None:
    write(document(grid(1, label=text)), path)
    cell = load_workbook(path).active["B5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_control_characters_do_not_break_the_file(grid: MakeGrid, path: Path) -> None:
    write(document(grid(1, label="甲\x07乙")), path)
    assert load_workbook(path).active["B5"].value == "甲乙"


def test_print_set_up(grid: MakeGrid, path: Path) -> None:
    write(document(grid(landscape=True), mark="草稿", code="7F3A-91C2"), path)
    sheet = load_workbook(path).active
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.print_area == "'公开03表'!$A$1:$D$8"
    assert sheet.freeze_panes == "A5"
    assert sheet.print_options.horizontalCentered
    assert sheet.oddHeader.center.text == "草稿"
    assert sheet.oddFooter.center.text == "— &P —"
    assert sheet.oddFooter.right.text == "校验码 7F3A-91C2"


def test_a_long_table_prints_on_many_pages(grid: MakeGrid, path: Path) -> None:
    write(document(grid(200)), path)
    assert load_workbook(path).active.page_setup.fitToHeight == 0


def test_widths_keep_the_proportions_and_room_for_figures(grid: MakeGrid, path: Path) -> None:
    write(document(replace(grid(), widths=(12, 60, 1, 18))), path)
    columns = load_workbook(path).active.column_dimensions
    assert columns["B"].width == pytest.approx(columns["A"].width * 5, rel=0.01)
    assert columns["C"].width > len("13,281,431.17")


def test_a_wrapped_label_makes_its_row_higher(grid: MakeGrid, path: Path) -> None:
    write(document(grid(40, label="支出" * 30)), path)
    heights = load_workbook(path).active.row_dimensions
    assert heights[5].height > 2 * 13


def test_overlapping_cells_do_not_make_a_file_excel_calls_broken(grid: MakeGrid, path: Path) -> None:
    plain = grid(1)
    double = Cell(0, 2, Role.HEAD, "公开03表", width=2)
    write(document(replace(plain, cells=(*plain.cells, double))), path)
    assert "C1:D1" not in {str(area) for area in load_workbook(path).active.merged_cells.ranges}


def test_sheet_names(grid: MakeGrid) -> None:
    names = sheet_names(tuple(grid(sheet=name) for name in ("表[1]:/?*\\", "", "长" * 40, "长" * 40, "A", "a")))
    assert names == ["表1", "表2", "长" * 31, "长" * 26 + "（2）", "A", "a（2）"]


def test_properties_tell_nothing_about_the_pc(grid: MakeGrid, path: Path) -> None:
    write(document(grid()), path)
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode("utf-8")
    assert ">2023年度部门决算</dc:title>" in core
    assert ">测试单位</dc:creator>" in core
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_two_runs_give_the_same_bytes(grid: MakeGrid, path: Path) -> None:
    write(document(grid(), grid(sheet="公开04表")), path)
    first = path.read_bytes()
    write(document(grid(), grid(sheet="公开04表")), path)
    assert path.read_bytes() == first


def test_a_report_without_tables(path: Path) -> None:
    with pytest.raises(ExportError, match="没有表格"):
        write(Document("", "", (Paragraph("文字"),)), path)


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.xlsx、\.pdf"):
        write(Document("", "", ()), tmp_path / "决算.et")
