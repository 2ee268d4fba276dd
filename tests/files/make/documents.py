"""The Word documents."""

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.grid import Cell, Grid
from tests.files.make.books import DAY, repack
from tests.files.make.source import SAMPLE, source


def save(document: Doc, path: Path) -> None:
    """Save with fixed dates."""
    document.core_properties.created = document.core_properties.modified = DAY
    raw = io.BytesIO()
    document.save(raw)
    repack(raw, path)


def draw(document: Doc, grid: Grid, cells: tuple[Cell, ...] | None = None) -> None:
    """A grid as a Word table with merged cells."""
    table = document.add_table(grid.rows, grid.columns)
    for cell in grid.cells if cells is None else cells:
        first = table.cell(cell.row, cell.column)
        first.text = cell.text
        if cell.width * cell.height > 1:
            first.merge(table.cell(cell.row + cell.height - 1, cell.column + cell.width - 1))


def ruled(grid: Grid) -> Grid:
    """Only what has borders."""
    from dataclasses import replace

    top = grid.ruled_rows().start
    cells = tuple(cell._replace(row=cell.row - top) for cell in grid.cells if cell.role.is_ruled)
    return replace(grid, cells=cells, rows=len(grid.ruled_rows()))


def prose() -> Iterator[list[str]]:
    """The sample's texts: those before each table, and those after the last one."""
    texts: list[str] = []
    in_table = False
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        is_row = "\t" in line and "金额单位" not in line
        if is_row and not in_table:
            yield texts
            texts = []
        in_table = is_row or (in_table and not line.strip())
        if not is_row and line.strip():
            texts.append(line.strip())
    yield texts


def whole(path: Path) -> None:
    """The whole report: texts and tables, head lines as paragraphs."""
    told = source("hunan")
    document = Document()
    pieces = list(prose())
    for texts, table in zip(pieces, told.form.tables, strict=False):
        for text in texts:
            document.add_paragraph(text)
        draw(document, ruled(told.grid(table.id)))
    for text in pieces[-1]:
        document.add_paragraph(text)
    save(document, path)


def shanghai(path: Path) -> None:
    """Tables that carry title, head and notes in rows of their own; nothing between them."""
    told = source("shanghai", levels=3)
    document = Document()
    document.add_paragraph("清溪县河湖管理服务中心")
    document.add_paragraph("2023年度部门决算")
    for table in told.form.tables:
        draw(document, told.grid(table.id))
        document.add_paragraph("")
    save(document, path)


def tracked(path: Path) -> None:
    """Tracked changes, hidden text, a text box, a content control."""
    whole(path)
    document = Document(str(path))
    for paragraph in document.paragraphs:
        if squeezed(paragraph.text) == "收入支出决算总表":
            _box(paragraph)
            break
    _strike(document.tables[0].cell(3, 2), "9,999.99")
    _hide(document.tables[1].cell(3, 2), "8,888.88")
    table = document.tables[2]._tbl
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    table.addprevious(control)
    control.append(content)
    content.append(table)
    rows = document.tables[3]._tbl.tr_lst
    gone = deepcopy(rows[5])
    rows[5].addnext(gone)
    gone.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="7" w:author="周明"/>'))
    for cell in gone.tc_lst:
        _strike_all(cell.p_lst[0])
    save(document, path)


def _strike(cell: _Cell, text: str) -> None:
    """Deleted text that is still in the file."""
    xml = f'<w:del {nsdecls("w")} w:id="1" w:author="周明"><w:r><w:delText>{text}</w:delText></w:r></w:del>'
    cell.paragraphs[0]._p.append(parse_xml(xml))


def _strike_all(paragraph: CT_P) -> None:
    """Its words and its end deleted, as Word marks the cells of a deleted row."""
    gone = f'<w:del {nsdecls("w")} w:id="8" w:author="周明"/>'
    paragraph.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}>{gone}</w:rPr>"))
    runs = list(paragraph.r_lst)
    deleted = parse_xml(gone)
    paragraph.append(deleted)
    for run in runs:
        deleted.append(run)
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")


def _hide(cell: _Cell, text: str) -> None:
    cell.paragraphs[0].add_run(text).font.hidden = True


def _box(paragraph: Paragraph) -> None:
    """The paragraph's words moved into a text box, with the copy for older versions."""
    words = paragraph.text
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)
    box = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"'
    xml = (
        f"<w:r {nsdecls('w')} {names}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(xml))


def nested(path: Path) -> None:
    """Every table lies in the only cell of another one that arranges the page; long ones go on after a break."""
    told = source("hunan")
    document = Document()
    document.add_paragraph("清溪县河湖管理服务中心2023年度部门决算公开")
    for table in told.form.tables:
        grid = told.grid(table.id)
        outer = document.add_table(1, 1)
        draw(document, ruled(grid))
        inner = document.tables[-1]._tbl
        outer.cell(0, 0).text = table.layout.title
        outer.cell(0, 0)._tc.append(inner)
        outer.cell(0, 0).add_paragraph("")
        document.add_paragraph(table.layout.notes[0])
    save(document, path)


DOCUMENTS: dict[str, Callable[[Path], None]] = {
    "whole.docx": whole,
    "shanghai.docx": shanghai,
    "tracked.docx": tracked,
    "nested.docx": nested,
}
