"""Word documents (.docx) to paragraphs and grids in reading order, in the child process.

Tracked deletions, hidden text, headers and footers are not the report; text boxes are. Automatic numbers (一、) are not
in the text of a .docx and not made up here.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from juesuan_desktop.intake.drawn import Drawn, number
from juesuan_desktop.intake.parcel import Parcel
from juesuan_desktop.intake.refusal import DAMAGED, Refusal
from juesuan_desktop.intake.safe_xml import parsed

_LEFT_OUT = {
    "del",
    "moveFrom",
    "Fallback",
    "pPr",
    "tblPr",
    "sectPr",
    "instrText",
    "delText",
    "rPr",
    "footnoteReference",
}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

Element = etree._Element


def read_docx(parcel: Parcel) -> list[dict[str, Any]]:
    """The body's paragraphs and tables."""
    root = parsed(parcel.part(parcel.main_part("word/document.xml")))
    body = next((child for child in root if _name(child) == "body"), None)
    if body is None:
        raise Refusal(DAMAGED)
    return list(_blocks(body))


def _name(element: Element) -> str:
    """The local name."""
    return str(element.tag).rpartition("}")[2]


def _value(element: Element, name: str, attribute: str = "val") -> str | None:
    """An attribute of the child (or grandchild …) of that name, None if there is none."""
    found = next((one for one in element.iter() if _name(one) == name), None)
    if found is None:
        return None
    return next((str(value) for key, value in found.attrib.items() if str(key).endswith(attribute)), "")


def _blocks(parent: Element) -> Iterator[dict[str, Any]]:
    for child in parent:
        name = _name(child)
        if name == "p":
            yield from _paragraph(child)
        elif name == "tbl":
            yield from _table(child)
        elif name not in _LEFT_OUT:
            yield from _blocks(child)  # content controls, tracked insertions


def _paragraph(paragraph: Element) -> Iterator[dict[str, Any]]:
    text = "".join(_texts(paragraph))
    for line in text.split("\n"):
        if line.strip():
            yield {"text": line.strip()}
    for box in _boxes(paragraph):
        yield from _blocks(box)


def _texts(element: Element) -> Iterator[str]:
    """The words of a run, paragraph or cell; those of text boxes and nested tables are told elsewhere."""
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "r" and _is_hidden(child):
            continue
        elif name not in _LEFT_OUT and name not in ("txbxContent", "tbl"):
            yield from _texts(child)
            if name == "p":
                yield "\n"


def _is_hidden(run: Element) -> bool:
    properties = next((child for child in run if _name(child) == "rPr"), None)
    vanish = None if properties is None else _value(properties, "vanish")
    return vanish is not None and vanish not in ("0", "false", "off")


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Text boxes, each once: Word writes a second copy of them for older versions (Fallback)."""
    for child in paragraph:
        if _name(child) == "txbxContent":
            yield child
        elif _name(child) not in _LEFT_OUT:
            yield from _boxes(child)


def _table(table: Element) -> Iterator[dict[str, Any]]:
    drawn = Drawn()
    nested: list[Element] = []
    for row in _members(table, "tr"):
        properties = next((child for child in row if _name(child) == "trPr"), None)
        if properties is not None and _value(properties, "del") is not None:
            continue
        drawn.row()
        drawn.skip(0 if properties is None else number(_value(properties, "gridBefore"), 0))
        for cell in _members(row, "tc"):
            nested += _members(cell, "tbl")
            _draw(drawn, cell)
    yield {"grid": drawn.grid()}
    for inner in nested:
        yield from _table(inner)


def _draw(drawn: Drawn, cell: Element) -> None:
    """One cell; one that goes on from the row above has no text of its own."""
    properties = next((child for child in cell if _name(child) == "tcPr"), None)
    width, merged = 1, None
    if properties is not None:
        width = number(_value(properties, "gridSpan"))
        merged = _value(properties, "vMerge")
    goes_on = merged is not None and merged != "restart"
    drawn.cell("" if goes_on else "".join(_texts(cell)).strip(), width)


def _members(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table, cells of a row, also those inside content controls and tracked insertions."""
    for child in parent:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"):
            yield from _members(child, name)
