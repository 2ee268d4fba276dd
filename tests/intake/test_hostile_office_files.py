"""Broken and hostile office files: one sentence each, in bounded time and memory, and nothing else happens."""

import io
import os
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from juesuan_desktop.intake.material import IntakeError, Material, RawTable
from juesuan_desktop.intake.reading import material_of

FILES = Path(__file__).resolve().parents[1] / "files"
SECONDS = 10  # the promise is 5; the machines that test are shared
MEGABYTES = 300

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

MEASURE = """
import resource, sys
from pathlib import Path
from juesuan_desktop.intake.material import IntakeError
from juesuan_desktop.intake.reading import material_of
try:
    material_of(Path(sys.argv[1]))
except IntakeError:
    pass
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(max(int(peak.split()[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


def changed(source: str, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of one of our files with one part changed."""
    with zipfile.ZipFile(FILES / source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return target


def with_rows(target: Path, rows: str, after: str = "", prolog: str = "") -> Path:
    """A workbook whose first sheet has these rows."""
    sheet = f'{prolog}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    return changed("hunan.xlsx", target, SHEET, lambda _: sheet.encode())


def with_body(target: Path, body: str, prolog: str = "") -> Path:
    """A Word document with this body."""
    text = f'{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return changed("whole.docx", target, "word/document.xml", lambda _: text.encode())


def compound(*names: str) -> bytes:
    """An OLE2 file with empty streams of these names: FAT in sector 0, directory in sector 1."""
    free, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6)
    header = header.ljust(40, b"\0") + struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    fat = struct.pack("<128I", fat_sector, end, *[free] * 126)
    entries = b""
    for name in ("Root Entry", *names):
        wide = name.encode("utf-16-le")
        entries += (
            wide.ljust(64, b"\0") + struct.pack("<H", len(wide) + 2) + b"\0" * 50 + struct.pack("<III", end, 0, 0)
        )
    return (header + fat + entries.ljust(512, b"\0")).ljust(2048, b"\0")


def refusal(path: Path) -> str:
    """The sentence, which comes in time and names the file."""
    start = time.monotonic()
    with pytest.raises(IntakeError) as told:
        material_of(path)
    assert time.monotonic() - start < SECONDS
    sentence = str(told.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    return sentence


def outcome(path: Path) -> Material | str:
    """What is read, or the sentence that refuses it."""
    try:
        return material_of(path)
    except IntakeError as error:
        return str(error)


def figures(material: Material) -> set[str]:
    return {cell for block in material if isinstance(block, RawTable) for row in block.rows for cell in row}


# ------------------------------------------------------------------------------------------- files of another kind


def test_an_encrypted_workbook(tmp_path: Path) -> None:
    path = tmp_path / "加密.xlsx"
    path.write_bytes(compound("EncryptionInfo", "EncryptedPackage"))
    assert "加了密码" in refusal(path)


def test_an_encrypted_document(tmp_path: Path) -> None:
    path = tmp_path / "加密.docx"
    path.write_bytes(compound("EncryptionInfo", "EncryptedPackage"))
    assert "去掉密码" in refusal(path)


def test_an_encrypted_old_workbook(tmp_path: Path) -> None:
    """Its second record (here 代码页) is FILEPASS instead."""
    path = tmp_path / "加密.xls"
    path.write_bytes((FILES / "old_excel.xls").read_bytes().replace(b"\x42\0\x02\0", b"\x2f\0\x02\0", 1))
    assert "加了密码" in refusal(path)


@pytest.mark.parametrize("name", ["去年.doc", "去年.docx"])
def test_old_word(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(compound("WordDocument", "1Table"))
    assert "这是旧版 Word 的 .doc 文件，请在 WPS 或 Word 中另存为 .docx 后再导入" in refusal(path)


def test_wps_writer(tmp_path: Path) -> None:
    path = tmp_path / "去年.wps"
    path.write_bytes(compound("WordDocument"))
    assert "请用 WPS 另存为 .docx" in refusal(path)


def test_wps_spreadsheets_that_are_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "去年.et"
    path.write_bytes(compound("ETContents"))
    assert "请用 WPS 另存为 .xlsx" in refusal(path)


def test_wps_spreadsheets_that_are_one(tmp_path: Path) -> None:
    path = tmp_path / "去年.et"
    path.write_bytes((FILES / "old_excel.xls").read_bytes())
    assert "10044148.61" in figures(material_of(path))


def test_jiuqi(tmp_path: Path) -> None:
    path = tmp_path / "上报.jio"
    path.write_bytes(b"JIO\0\1\2")
    assert "打开久其，导出 Excel 后再导入" in refusal(path)


def test_our_own_file_by_another_name(tmp_path: Path) -> None:
    path = tmp_path / "报告.xlsx"
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 100)
    assert ".juesuan" in refusal(path)


def test_something_else(tmp_path: Path) -> None:
    path = tmp_path / "什么.xlsx"
    path.write_bytes(b"\x7fELF\x02\x01\x01\0\0\0")
    assert "另存为 .xlsx" in refusal(path)


@pytest.mark.parametrize(
    ("inside", "word"),
    [("xl/workbook.bin", ".xlsb"), ("content.xml", "OpenDocument"), ("OFD.xml", "转成 PDF"), ("a.txt", "压缩包")],
)
def test_other_zips(tmp_path: Path, inside: str, word: str) -> None:
    path = tmp_path / "报告.xlsx"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr(inside, "x")
    assert word in refusal(path)


@pytest.mark.parametrize(
    ("source", "name"),
    [("hunan.xlsx", "a.xls"), ("old_excel.xls", "a.xlsx"), ("whole.docx", "a.xlsx"), ("hunan.xlsx", "a.docx"),
     ("web_page.xls", "a.xlsx"), ("xml_table.xls", "a.docx"), ("tabs.xls", "a.xlsx"), ("hunan.xlsx", "a.txt"),
     ("hunan.xlsx", "a")],
)  # fmt: skip
def test_a_wrong_name_does_not_matter(tmp_path: Path, source: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes((FILES / source).read_bytes())
    assert {"10044148.61", "10,044,148.61"} & figures(material_of(path))


# ------------------------------------------------------------------------------------------------------ no content


@pytest.mark.parametrize("name", ["空.xlsx", "空.docx", "空.xls", "空.txt"])
def test_zero_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    assert "空文件" in refusal(path)


def test_500_megabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    with path.open("wb") as stream:
        stream.write(b"PK\3\4")
        stream.truncate(500_000_000)
    start = time.monotonic()
    assert "500 MB" in refusal(path)
    assert time.monotonic() - start < 0.5


def test_a_path_that_vanishes(tmp_path: Path) -> None:
    assert "找不到文件" in refusal(tmp_path / "没有.xlsx")


def test_a_path_that_vanishes_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "U盘.xlsx"
    path.write_bytes((FILES / "hunan.xlsx").read_bytes())
    real = subprocess.Popen

    def pulled_out(*args: object, **options: object) -> object:
        path.unlink(missing_ok=True)
        return real(*args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", pulled_out)
    assert "打不开" in refusal(path)


def test_a_folder(tmp_path: Path) -> None:
    assert "是文件夹" in refusal(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps pipes elsewhere than files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "管道.xlsx"
    os.mkfifo(path)
    assert "不是文件" in refusal(path)


@pytest.mark.skipif(sys.platform == "win32", reason="only with rights that she may not have")
def test_a_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "圈.xlsx"
    path.symlink_to(path)
    assert "找不到" in refusal(path)


@pytest.mark.parametrize("name", ["hunan.xlsx", "whole.docx", "old_excel.xls"])
def test_truncated_anywhere(tmp_path: Path, name: str) -> None:
    """A broken copy is refused (or, cut in the last bytes, still read whole); it never reads as something else."""
    whole = (FILES / name).read_bytes()
    path = tmp_path / name
    for place in range(20):
        path.write_bytes(whole[: len(whole) * place // 20 + 7])
        read = outcome(path)
        assert isinstance(read, str) or read == material_of(FILES / name)


# ---------------------------------------------------------------------------------------------------- bombs


def test_a_zip_bomb(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>' + " " * 80_000_000 + "</t></is></c></row>"
    assert "大得不正常" in refusal(with_rows(tmp_path / "弹.xlsx", rows))


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = with_rows(tmp_path / "弹.xlsx", "<row/>" * 2_000_000)
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        real = source.getinfo(SHEET).file_size
    path.write_bytes(data.replace(struct.pack("<I", real), struct.pack("<I", 1000)))
    refusal(path)


def test_a_zip_with_a_hundred_thousand_entries(tmp_path: Path) -> None:
    path = tmp_path / "多.xlsx"
    with zipfile.ZipFile(path, "w") as target:
        for number in range(20_000):
            target.writestr(str(number), b"")
    assert "大得不正常" in refusal(path)


def test_a_million_empty_rows_are_no_report(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(1, 1_000_001))
    path = with_rows(tmp_path / "空行.xlsx", rows)
    read = outcome(path)  # the other sheets may read
    assert "内存" in read or "大" in read if isinstance(read, str) else "10044148.61" in figures(read)


def test_rows_beyond_all_reason(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 30_001))
    assert "30000 行" in refusal(with_rows(tmp_path / "长.xlsx", rows))


def test_the_last_cell_of_all(tmp_path: Path) -> None:
    """A figure at XFD1048576 makes calamine ask for a sheet of 17 thousand million cells."""
    rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "1048576 行、16384 列" in refusal(with_rows(tmp_path / "远.xlsx", rows))


def test_formats_down_to_the_last_cell_hold_nothing(tmp_path: Path) -> None:
    """WPS writes such sheets; the report in it reads."""

    def far(xml: bytes) -> bytes:
        return xml.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')

    path = changed("hunan.xlsx", tmp_path / "远.xlsx", SHEET, far)
    assert material_of(path) == material_of(FILES / "hunan.xlsx")


def test_a_merge_over_everything(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = with_rows(tmp_path / "并.xlsx", rows, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    assert "10044148.61" in figures(material_of(path))


def test_one_huge_text_in_many_cells(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{MAIN}"><si><t>{os.urandom(15_000).hex()}</t></si></sst>'
    rows = "".join(f'<row r="{r}">' + '<c t="s"><v>0</v></c>' * 200 + "</row>" for r in range(1, 4001))
    path = with_rows(tmp_path / "字.xlsx", rows)
    with zipfile.ZipFile(path, "a") as target:
        target.writestr("xl/sharedStrings.xml", strings)
    relations = "xl/_rels/workbook.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    entry = f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'.encode()
    again = tmp_path / "字2.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"</Relationships>", entry) if name == relations else content)
    refusal(again)


def test_one_endless_cell_of_a_text(tmp_path: Path) -> None:
    """Found by fuzzing (html 21, 2801): a quote that is never closed makes one cell of the rest."""
    path = tmp_path / "长.xls"
    path.write_text('收入支出决算总表\t"' + "字" * 140_000, encoding="utf-8")
    assert "字太多" in refusal(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (("\t" * 200_000 + "\n") * 2, "200001 列"),
        (("项目\t1.00\n" * 9 + "\n") * 9_000, "81000 行"),
        ("一、收\n" * 200_000, "文本有 200001 行"),
    ],
)
def test_texts_beyond_all_reason(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "大.txt"
    path.write_text("收入支出决算总表\n" + text, encoding="utf-8")
    assert told in refusal(path)


def test_many_lines_of_prose(tmp_path: Path) -> None:
    """Each was looked at once for every one before it."""
    path = tmp_path / "文.xls"
    path.write_text("\n".join(f"本年收入{number}万元。" for number in range(19_990)), encoding="utf-8")
    start = time.monotonic()
    assert len(material_of(path)) == 19_990
    assert time.monotonic() - start < SECONDS


def test_many_cells_within_the_rows_and_columns_allowed(tmp_path: Path) -> None:
    cells = [f"<c><v>{os.urandom(4).hex()}</v></c>" for _ in range(10_101)]
    rows = "".join(f'<row r="{row}">{"".join(cells[row : row + 101])}</row>' for row in range(1, 10_001))
    assert "1010000 格（最多 1000000 格）" in refusal(with_rows(tmp_path / "格.xlsx", rows))


@pytest.mark.parametrize("prolog", [LAUGHS, OUTSIDE])
def test_entities(tmp_path: Path, prolog: str) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'
    assert "实体" in refusal(with_rows(tmp_path / "实.xlsx", rows, prolog=prolog))
    assert "实体" in refusal(with_body(tmp_path / "实.docx", "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", prolog))
    page = tmp_path / "实.xls"
    page.write_text(f'<?xml version="1.0"?>{prolog}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')
    assert "实体" in refusal(page)


def test_a_page_opens_nothing_outside(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("不许读")
    page = tmp_path / "页.xls"
    page.write_text(
        f'<!DOCTYPE html SYSTEM "{secret}"><html><iframe src="{secret}"></iframe><table><tr><td>1<td>2</table></html>'
    )
    assert "不许读" not in str(material_of(page))


def test_spans_beyond_all_reason(tmp_path: Path) -> None:
    page = tmp_path / "跨.xls"
    page.write_text('<table><tr><td colspan="999999999" rowspan="999999999">1</td></tr><tr><td>2</td></tr></table>')
    assert "列" in refusal(page)
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>'
    assert "列" in refusal(with_body(tmp_path / "跨.docx", f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"))


def test_deep_nesting(tmp_path: Path) -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    refusal(with_body(tmp_path / "深.docx", deep))
    page = tmp_path / "深.xls"
    page.write_text("<html>" + "<div>" * 50_000 + "<table><tr><td>1</td></tr></table>")
    outcome(page)


# ---------------------------------------------------------------------------------------------------- cells


def test_formulas_that_were_never_computed(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f></c><c r="C1"><f>A1+2</f><v></v></c></row>'
    sentence = refusal(with_rows(tmp_path / "公式.xlsx", rows))
    assert "有 2 个公式" in sentence
    assert "B1" in sentence
    assert "在 Excel 或 WPS 中打开、保存一次再导入" in sentence


def test_computed_formulas_are_figures(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+0.1</f><v>0.30000000000000004</v></c>'
        '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>2010301.0</v></c></row>'
    )
    tables = [one for one in material_of(with_rows(tmp_path / "算.xlsx", rows)) if isinstance(one, RawTable)]
    assert tables[0].rows[0][:2] == ("1", "0.3")
    assert "2010301" in tables[0].rows[0]


def test_an_error_is_no_blank(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    assert "#DIV/0!" in figures(material_of(with_rows(tmp_path / "错.xlsx", rows)))


def test_an_error_in_an_old_workbook_is_no_blank(tmp_path: Path) -> None:
    import xlwt

    path = tmp_path / "错.xls"
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, 1.5)
    sheet.row(0).set_cell_error(1, 0x17)
    book.save(str(path))
    assert "#REF!" in figures(material_of(path))


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>=HYPERLINK("http://x")</t></is></c></row>'
    )
    assert {"=1+1", '=HYPERLINK("http://x")'} <= figures(material_of(with_rows(tmp_path / "等.xlsx", rows)))


def test_what_lies_under_a_merged_cell_is_covered(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>77777</v></c><c r="C1"><v>3</v></c></row>'
    path = with_rows(tmp_path / "盖.xlsx", rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    assert "77777" not in figures(material_of(path))


def test_macros_and_links_are_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "宏.xlsm"
    path.write_bytes((FILES / "hunan.xlsx").read_bytes())
    with zipfile.ZipFile(path, "a") as target:
        target.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro")
        target.writestr("xl/externalLinks/externalLink1.xml", LAUGHS)
    assert material_of(path) == material_of(FILES / "hunan.xlsx")


# ---------------------------------------------------------------------------------------------------- the child


@pytest.mark.skipif(sys.platform != "linux", reason="量内存要 /proc")
@pytest.mark.parametrize(
    "make", [test_one_huge_text_in_many_cells, test_a_zip_bomb, test_a_million_empty_rows_are_no_report]
)
def test_memory_stays_within_bounds(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Neither the reader nor its child takes more than was promised."""
    make(tmp_path)
    for path in tmp_path.glob("*.xlsx"):
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, path], capture_output=True, cwd=FILES.parents[1], check=True
        )
        assert int(done.stdout) < MEGABYTES * 1024


def test_a_child_that_dies_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from juesuan_desktop.intake.process import apart

    monkeypatch.setattr(apart, "_program", lambda: [sys.executable, "-c", "import os; os.abort()"])
    path = tmp_path / "死.xlsx"
    path.write_bytes((FILES / "hunan.xlsx").read_bytes())
    assert "太费时间或内存" in refusal(path)


def test_a_stream_that_was_closed_is_at_its_end() -> None:
    """Its reader may be between two lines when the answer is there and the child is let go."""
    from queue import SimpleQueue

    from juesuan_desktop.intake.process import apart

    stream, heard = io.BytesIO(b"1/2\n"), SimpleQueue[bytes]()
    stream.close()
    apart._hear(stream, heard)
    assert heard.get_nowait() == b""


def test_a_frozen_program_starts_its_console_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    from juesuan_desktop.intake.process import apart

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("程序") / "juesuan-window.exe"))
    assert apart._program() == [str(Path("程序") / apart.CONSOLE_PROGRAM), apart.WORD]
