"""SpreadsheetML 2003, the XML that some systems call .xls, in the child process."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from juesuan_desktop.encodings import decoded
from juesuan_desktop.intake.office.drawn import Drawn, number
from juesuan_desktop.intake.office.safe_xml import parsed_text
from juesuan_desktop.intake.refusal import OPEN_DOCUMENT, Refusal
from juesuan_desktop.intake.workbook.figures import number_text

_NS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_OTHER = "这是别的 XML 文件，不是表格，请用 Excel 或 WPS 另存为 .xlsx（文字材料存为 .docx）后再导入"
_WORD = "这是 Word 2003 的 XML 文档，请在 WPS 或 Word 中另存为 .docx 后再导入"
_OTHERS = {
    "{http://schemas.microsoft.com/office/word/2003/wordml}wordDocument": _WORD,
    "{http://schemas.microsoft.com/office/2006/xmlPackage}package": _WORD,
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}document": OPEN_DOCUMENT[""],
}


def read_xml(data: bytes) -> list[dict[str, Any]]:
    """The visible sheets."""
    text, _ = decoded(data)
    root = parsed_text(text)
    if root.tag != f"{_NS}Workbook":
        raise Refusal(_OTHERS.get(str(root.tag), _OTHER))
    return list(_sheets(root))


def _sheets(root: etree._Element) -> Iterator[dict[str, Any]]:
    for sheet in root.iterchildren(f"{_NS}Worksheet"):
        visible = sheet.findtext(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible") or ""
        table = sheet.find(f"{_NS}Table")
        if table is not None and not visible.startswith("Sheet"):
            yield {**_grid(table), "sheet": sheet.get(f"{_NS}Name") or "", "top": 0, "left": 0}


def _grid(table: etree._Element) -> dict[str, Any]:
    drawn = Drawn()
    for row in table.iterchildren(f"{_NS}Row"):
        index = number(row.get(f"{_NS}Index"), 0)
        drawn.row(index - 1 if index else None)
        for cell in row.iterchildren(f"{_NS}Cell"):
            place = number(cell.get(f"{_NS}Index"), 0)
            if place:
                drawn.at(place - 1)
            across, down = (number(cell.get(f"{_NS}{word}"), 0) for word in ("MergeAcross", "MergeDown"))
            drawn.cell(_text(cell), across + 1, down + 1)
    return drawn.told()


def _text(cell: etree._Element) -> str:
    data = cell.find(f"{_NS}Data")
    if data is None:
        return ""
    text = "".join(map(str, data.itertext())).strip()
    if data.get(f"{_NS}Type") != "Number":
        return text
    try:
        return number_text(Decimal(text))
    except InvalidOperation:
        return text
