"""PDFs that are not read: one sentence that says which, why and what to do; soon, and without much memory."""

import time
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from juesuan_desktop import app
from juesuan_desktop.intake.material import IntakeError, Paragraph
from juesuan_desktop.intake.pdf.document import read_pdf
from juesuan_desktop.intake.pdf.file import begin_pdf_file, packed, unpacked
from juesuan_desktop.intake.reading import read_file
from juesuan_desktop.intake.refusal import Refusal

SOON = 20.0  # the promise is 5; the machines that test are shared, and a process starts slowly on Windows


def page(path: Path, **how: object) -> Path:
    canvas = Canvas(str(path), **how)
    canvas.drawString(72, 700, "total 1,100.00")
    canvas.save()
    return path


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF out of its objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + end


def deflated(parts: Iterable[bytes]) -> bytes:
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(part) for part in parts) + packer.flush()
    return b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(content), content)


def refusal(path: Path) -> str:
    """The one sentence, told in time."""
    started = time.monotonic()
    with pytest.raises(IntakeError) as caught:
        begin_pdf_file(path)()
    assert time.monotonic() - started < SOON
    told = str(caught.value)
    assert told.startswith(f"「{path}」读不了：")
    assert "\n" not in told
    return told.removeprefix(f"「{path}」读不了：")


def test_a_scan_is_named_with_its_pages(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=(595, 842))
    for _ in range(3):
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    assert refusal(tmp_path / "scan.pdf") == "是扫描件（共 3 页，没有文字），无法读取数字，请用原始文件"


@pytest.mark.parametrize("stamp", ["- {page} -", "Scanned by CamScanner", "第 {page} 页"])
def test_a_scan_with_page_numbers_or_a_stamp_is_one_all_the_same(tmp_path: Path, stamp: str) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=(595, 842))
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    for page in range(1, 6):
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
        canvas.setFont("STSong-Light", 10)
        canvas.drawString(280, 20, stamp.format(page=page))
        canvas.showPage()
    canvas.save()
    assert refusal(tmp_path / "scan.pdf").startswith("是扫描件（共 5 页，除了页码和印记没有文字）")


def test_no_text_and_no_picture(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "blank.pdf"))
    canvas.showPage()
    canvas.save()
    assert refusal(tmp_path / "blank.pdf") == "里面没有文字（共 1 页），请核对是不是选错了文件"


def test_a_password(tmp_path: Path) -> None:
    locked = page(tmp_path / "locked.pdf", encrypt=StandardEncryption("1234", ownerPassword="5678"))
    assert refusal(locked) == "文件有打开密码，请打开后另存（打印）为没有密码的 PDF，或用原始的 Excel、Word 文件"


def test_a_file_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    kept = page(tmp_path / "kept.pdf", encrypt=StandardEncryption("", ownerPassword="5678", canModify=0))
    assert begin_pdf_file(kept)() == (Paragraph("total 1,100.00", 1),)


@pytest.mark.parametrize("percent", [1, 10, 30, 50, 70, 90, 95, 97])
def test_truncated(tmp_path: Path, percent: int) -> None:
    whole = page(tmp_path / "whole.pdf").read_bytes()
    path = tmp_path / "part.pdf"
    path.write_bytes(whole[: len(whole) * percent // 100])
    assert refusal(path).startswith("文件不完整")


def test_a_linearised_file_that_ends_too_early(tmp_path: Path) -> None:
    whole = page(tmp_path / "whole.pdf").read_bytes()
    path = tmp_path / "part.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj<</Linearized 1/L 999999>>endobj\n" + whole)
    assert refusal(path).startswith("文件不完整")


def test_damaged_inside(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"\x93\x12 rubbish" * 500 + b"\nstartxref\n12\n%%EOF")
    assert refusal(path) == "文件已损坏，请重新取得文件"


def test_ten_thousand_pages(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    kids = b"3 0 R " * 10_000
    path.write_bytes(
        raw_pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 10000/Kids[%b]>>" % kids,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        )
    )
    assert refusal(path) == "有 10000 页（最多 500 页），请核对是不是决算公开报告"


@pytest.mark.parametrize(
    "parts",
    [[b" " * 1_000_000] * 500, [b"0 0 m 10 10 l S\n" * 60_000] * 30, [b"0 0 m "] + [b"10 10 l " * 100_000] * 500],
    ids=["blanks", "lines", "one line"],
)
def test_a_page_that_unpacks_to_half_a_gigabyte(tmp_path: Path, parts: list[bytes]) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(
        raw_pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            deflated(parts),
        )
    )
    assert refusal(path).startswith("内容异常")


def test_text_without_a_table_of_characters(tmp_path: Path) -> None:
    path = tmp_path / "private.pdf"
    to_unicode = b"1 beginbfrange <00> <ff> <e000> endbfrange"
    path.write_bytes(
        raw_pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            deflated([b"BT /F 12 Tf 72 700 Td (1,100.00) Tj ET"]),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            deflated([to_unicode]),
        )
    )
    with pytest.raises(Refusal, match="乱码"):
        read_pdf(path)


def test_text_whose_signs_mean_nothing_is_told(tmp_path: Path) -> None:
    """As when a PDF is made anew from one whose fonts have a coding of their own."""
    canvas = Canvas(str(tmp_path / "garbled.pdf"))
    for line in range(40):
        canvas.drawString(72, 800 - 15 * line, "!\"#$ %&'() 1,511.89 *+,-. 208")
    canvas.save()
    with pytest.raises(IntakeError, match=r"几乎没有认出汉字.*请用原始的 Excel 或 Word 文件"):
        read_file(tmp_path / "garbled.pdf", ())


def test_what_the_child_tells_arrives_as_it_was(tmp_path: Path) -> None:
    material = read_pdf(page(tmp_path / "whole.pdf"))
    assert unpacked(packed(material)) == material


def test_a_report_whose_tables_are_all_scanned_says_which_pages(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(tmp_path / "part.pdf"), pagesize=(595, 842))
    for page in range(1, 7):
        if page in (2, 3, 5):
            canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
        else:
            canvas.setFont("STSong-Light", 12)
            canvas.drawString(72, 700, "收入支出决算总体情况说明：本年度收支总计与上年持平。" * 2)
        canvas.showPage()
    canvas.save()
    with pytest.raises(IntakeError, match=r"第 2–3、5 页（共 3 页）是扫描图片，读不出文字，请用原始文件"):
        app.desk().read(tmp_path / "part.pdf")
