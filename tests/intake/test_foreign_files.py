"""Files as other programs make them (tests/files/make/foreign.py): read as what they are, or refused with advice."""

import shutil
import time
from pathlib import Path

import pytest

from juesuan_desktop.app import desk as new_desk
from juesuan_desktop.desk.checking import check_printed
from juesuan_desktop.desk.file_pages import file_pages
from juesuan_desktop.intake.material import IntakeError, Material, Paragraph
from juesuan_desktop.intake.reading import material_of
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.rules.findings import where
from tests.files.make.source import Source, source

FILES = Path(__file__).resolve().parents[1] / "files" / "foreign"
UNIT = "清溪县河湖管理服务中心"
SECONDS = 10  # the promise is 5; the machines that test are shared
HUNAN, SHANGHAI = ("hunan", 1), ("shanghai", 3)

READ = {
    "resaved.xlsx": HUNAN,
    "resaved.xls": HUNAN,
    "printed_from_calc.pdf": HUNAN,
    "titled.xls": ("shanghai", 1),  # its sheets say neither year nor unit, the title in its properties does
    "resaved.docx": SHANGHAI,
    "tracked_resaved.docx": HUNAN,
    "numbered_resaved.docx": HUNAN,
    "printed_from_writer.pdf": SHANGHAI,
}
REFUSED = {
    "locked.xlsx": ("加了密码", "去掉密码、另存后再导入"),
    "locked_by_excel.xlsx": ("加了密码", "去掉密码、另存后再导入"),
    "locked.xls": ("「保护工作簿」", "另存为没有密码的 .xlsx"),
    "locked.docx": ("加了密码", "去掉密码、另存后再导入"),
    "locked.pdf": ("打开密码", "没有密码的 PDF"),
    "old_word.doc": ("旧版 Word 的 .doc", "另存为 .docx"),
    "sheet.ods": ("OpenDocument 表格", "另存为 .xlsx"),
    "text.odt": ("OpenDocument 文档", "另存为 .docx"),
    "text.rtf": ("RTF", "另存为 .docx"),
}
RENAMED = {
    ("old_word.doc", "决算.wps"): (".wps", "用 WPS 另存为 .docx"),
    ("old_word.doc", "决算.docx"): ("旧版 Word 的 .doc", "另存为 .docx"),
    ("locked.xls", "决算.et"): ("加了密码", "另存为没有密码的 .xlsx"),
    ("text.rtf", "决算.doc"): ("RTF", "另存为 .docx"),
    ("sheet.ods", "决算.xlsx"): ("OpenDocument 表格", "另存为 .xlsx"),
}
STARTS = {
    "决算.jio": (b"PK\x03\x04", "久其的传出文件"),
    "照片.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "这是图片"),
    "扫描.tif": (b"II*\x00\x08\x00", "这是图片"),
    "报告.rar": (b"Rar!\x1a\x07\x01\x00", "压缩包"),
    "报告.7z": (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    "报告.mht": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "单个文件网页"),
    "报告.csv": ("项目,金额\n".encode("gbk"), "另存为 .xlsx"),
    "报告.doc": (
        b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
        "Word 2003",
    ),
    "报告.fods": (
        b'<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        "OpenDocument",
    ),
}


def refusal(path: Path) -> str:
    """The sentence, which comes in time and names the file."""
    start = time.monotonic()
    with pytest.raises(IntakeError) as told:
        material_of(path)
    assert time.monotonic() - start < SECONDS
    sentence = str(told.value)
    assert sentence.startswith(f"「{path}」读不了：")
    assert "\n" not in sentence
    return sentence


def misread(report: PrintedReport, told: Source) -> list[str]:
    """Every address where the report is not what was printed, and whatever was not understood."""
    found = [*report.remarks]
    for table in report.tables:
        wanted = told.values(table.id)
        read = {(line.key, measure): v for line in table.lines for measure, v in line.values.items()}
        found += [f"{table.name}{at}" for at in {*wanted, *read} if wanted.get(at) != read.get(at)]
        found += table.odd
    return found


def texts(material: Material) -> list[str]:
    return [block.text for block in material if isinstance(block, Paragraph)]


def test_every_file_is_looked_at() -> None:
    assert {path.name for path in FILES.iterdir()} == {*READ, *REFUSED, "only_to_read.pdf"}


@pytest.mark.parametrize("name", READ)
def test_what_another_program_saved_or_printed_reads_as_it_was(name: str) -> None:
    told = source(*READ[name])
    report = new_desk().read(FILES / name)
    assert misread(report, told) == []
    assert report.form_id == READ[name][0]
    assert (report.year, report.unit_name, report.amount_unit) == (2023, UNIT, told.form.amount_unit)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_told_with_what_to_do(name: str) -> None:
    what, advice = REFUSED[name]
    sentence = refusal(FILES / name)
    assert what in sentence
    assert advice in sentence


@pytest.mark.parametrize(("name", "called"), RENAMED)
def test_a_wrong_name_hides_nothing(tmp_path: Path, name: str, called: str) -> None:
    what, advice = RENAMED[name, called]
    shutil.copyfile(FILES / name, tmp_path / called)
    sentence = refusal(tmp_path / called)
    assert what in sentence
    assert advice in sentence


@pytest.mark.parametrize("name", ["resaved.xls", "resaved.xlsx"])
def test_a_sheet_of_wps_is_a_workbook(tmp_path: Path, name: str) -> None:
    """.et is what WPS calls an old workbook, or a new one."""
    shutil.copyfile(FILES / name, tmp_path / "决算.et")
    assert material_of(tmp_path / "决算.et") == material_of(FILES / name)


@pytest.mark.parametrize("name", STARTS)
def test_other_kinds_of_files(tmp_path: Path, name: str) -> None:
    start, what = STARTS[name]
    (tmp_path / name).write_bytes(start + b"\n" * 100)
    assert what in refusal(tmp_path / name)


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    assert "收入支出决算总表" in texts(material_of(FILES / "only_to_read.pdf"))


def test_a_table_without_lines_is_told() -> None:
    """A sheet printed without its grid: the words are there, the cells are not."""
    with pytest.raises(IntakeError, match=r"有表题「收入支出决算总表」，却没有认出表格（PDF 里的表要有框线") as told:
        new_desk().read(FILES / "only_to_read.pdf")
    assert "请用原始的 Excel 或 Word 文件" in str(told.value)


def test_a_figure_on_a_later_page_is_found_there() -> None:
    """printed_from_writer.pdf: 支出表 goes over three pages."""
    table = next(one for one in new_desk().read(FILES / "printed_from_writer.pdf").tables if one.id == "expenditure")
    pages = [line.origins["本年支出合计"] for line in table.lines]
    assert pages == sorted(pages)
    assert set(pages) == {"第 5 页", "第 6 页", "第 7 页"}
    assert table.page == 5


def test_every_place_of_a_finding_has_its_page() -> None:
    """Also of findings by functions (P-2, F-6 …), and of a figure on a later page of its table that later page."""
    library = new_desk().library
    printed = new_desk().read(FILES / "printed_from_writer.pdf")
    places = [place for finding in check_printed(library, printed).findings for place in finding.where if place.table]
    assert places
    assert all(place.page for place in places)
    form = library.form(printed.form_id)
    last = next(one for one in printed.tables if one.id == "expenditure").lines[-1]
    assert file_pages(printed, form).of(where(f"支出表[{last.key}·本年支出合计]", form)) == 7
