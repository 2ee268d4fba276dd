"""What stands in odd places of a Word document is read once, in reading order; what is deleted is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Doc
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from juesuan_desktop.intake.material import Paragraph, RawTable
from juesuan_desktop.intake.reading import material_of

NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
Told = list[str | tuple[tuple[str, ...], ...]]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Doc], Told]:
    """Save a document and read it: texts and tables in order."""

    def reading(document: Doc) -> Told:
        document.save(str(tmp_path / "文.docx"))
        blocks = material_of(tmp_path / "文.docx")
        return [
            one.text if isinstance(one, Paragraph) else one.rows
            for one in blocks
            if isinstance(one, Paragraph | RawTable)
        ]

    return reading


def box(*inside: str) -> object:
    """A run with a text box, and the copy of it that Word writes for older versions."""
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:s="urn:s" xmlns:v="urn:v"'
    content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
    both = (
        f"<mc:Choice Requires='s'><w:drawing><s:txbx>{content}</s:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    )
    return parse_xml(f"<w:r {nsdecls('w')} {names}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tbl(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in cells)}</w:tr></w:tbl>"


def delete_end(paragraph: object) -> None:
    """A paragraph whose end was deleted with changes tracked."""
    mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="周明"/></w:rPr>')
    paragraph.get_or_add_pPr().append(mark)  # type: ignore[attr-defined]


def test_a_table_in_a_text_box(read: Callable[[Doc], Told]) -> None:
    document = Document()
    document.add_paragraph("前")._p.append(box(p("题"), tbl("项目", "金额")))
    document.add_paragraph("后")
    assert read(document) == ["前", "题", (("项目", "金额"),), "后"]


def test_a_text_box_in_a_cell(read: Callable[[Doc], Told]) -> None:
    """It is the cell's text where the cell has no other, else it follows the table."""
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).paragraphs[0]._p.append(box(p("合计")))
    table.cell(0, 1).text = "5.00"
    table.cell(0, 1).paragraphs[0]._p.append(box(p("见附注")))
    document.add_paragraph("后")
    assert read(document) == [(("合计", "5.00"),), "见附注", "后"]


def test_footnotes_follow_what_they_hang_on(read: Callable[[Doc], Told]) -> None:
    document = Document()
    texts = "".join(f'<w:footnote w:id="{at}">{p(text)}</w:footnote>' for at, text in enumerate(["线", "注一", "注二"]))
    blob = f"<w:footnotes {nsdecls('w')}>{texts}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", blob, document.part.package)
    document.part.relate_to(part, NOTES)
    for text, at in (("收入", 1), ("支出", 2), ("又一次", 2)):
        run = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{at}"/></w:r>')
        document.add_paragraph(text)._p.append(run)
    assert read(document) == ["收入", "注一", "支出", "注二", "又一次"]


def test_a_deleted_end_joins_two_paragraphs(read: Callable[[Doc], Told]) -> None:
    document = Document()
    delete_end(document.add_paragraph("本年收入")._p)
    document.add_paragraph("合计")
    delete_end(document.add_paragraph("表前")._p)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "金额"
    assert read(document) == ["本年收入合计", "表前", (("项目", "金额"),)]


def test_merged_as_old_word_does(read: Callable[[Doc], Told]) -> None:
    document = Document()
    table = document.add_table(1, 3)
    for at, (text, merge) in enumerate([("收入", "restart"), ("看不见", "continue"), ("支出", "")]):
        cell = table.cell(0, at)
        cell.text = text
        if merge:
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:hMerge {nsdecls("w")} w:val="{merge}"/>'))
    assert read(document) == [(("收入", "", "支出"),)]


def test_a_deleted_cell(read: Callable[[Doc], Told]) -> None:
    document = Document()
    table = document.add_table(1, 3)
    for at, text in enumerate(["删去", "项目", "金额"]):
        table.cell(0, at).text = text
    table.cell(0, 0)._tc.get_or_add_tcPr().append(OxmlElement("w:cellDel"))
    assert read(document) == [(("项目", "金额"),)]


def test_moved_words_are_read_where_they_went(read: Callable[[Doc], Told]) -> None:
    document = Document()
    paragraph = document.add_paragraph()._p
    for name, text in (("moveFrom", "旧"), ("moveTo", "新"), ("ins", "添")):
        xml = f"<w:{name} {nsdecls('w')} w:id='1' w:author='周明'><w:r><w:t>{text}</w:t></w:r></w:{name}>"
        paragraph.append(parse_xml(xml))
    assert read(document) == ["新添"]


def test_numbers_in_a_column_of_a_table(read: Callable[[Doc], Told]) -> None:
    """序号 that Word counts, in cells that hold nothing else."""
    document = Document()
    table = document.add_table(2, 2)
    for at in range(2):
        table.cell(at, 0).paragraphs[0].style = "List Number"
        table.cell(at, 1).text = "项"
    assert read(document) == [(("1.", "项"), ("2.", "项"))]


def test_a_heading_that_is_only_its_number(read: Callable[[Doc], Told]) -> None:
    document = Document()
    document.add_paragraph(style="List Number")
    assert read(document) == ["1."]


def test_a_table_of_one_column_is_a_frame(read: Callable[[Doc], Told]) -> None:
    """Text that somebody put a box around, with a table in its midst, stays text in its order."""
    document = Document()
    frame = document.add_table(2, 1)
    frame.cell(0, 0).text = "第一部分 某单位概况"
    frame.cell(1, 0).text = "一、部门职责"
    inner = frame.cell(1, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"
    frame.cell(1, 0).add_paragraph("负责河湖管理。")
    assert read(document) == ["第一部分 某单位概况", "一、部门职责", (("甲", "乙"),), "负责河湖管理。"]
