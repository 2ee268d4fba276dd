"""Web pages that were saved or sent as .xls, in the child process: tables and the texts between them."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from juesuan_desktop.encodings import decoded
from juesuan_desktop.intake.office.cell_text import as_shown
from juesuan_desktop.intake.office.drawn import Drawn, number
from juesuan_desktop.intake.refusal import DAMAGED, Refusal

_UNSEEN = {"script", "style", "head", "title", "noscript", "template", "xml"}
_BLOCKS = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "caption", "center", "body", "hr"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_FRAMES = "这个网页只有框架，表在和它同名的 .files 文件夹里，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入"
_BREAK = "\x00"  # no text of a page holds one
_SPACES = re.compile(r"[ \t\r\n\f]+")

Piece = str | etree._Element


def read_html(data: bytes) -> list[dict[str, Any]]:
    """The texts and the innermost tables of a page, in order."""
    text, _ = decoded(data)
    page = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise Refusal(DAMAGED) from error
    if root is None:
        return []
    if root.find(".//frameset") is not None and root.find(".//table") is None:
        raise Refusal(_FRAMES)
    return list(_found(root))


def _found(root: etree._Element) -> Iterator[dict[str, Any]]:
    line = ""
    for piece in _pieces(root):
        if isinstance(piece, str) and piece != _BREAK:
            line += piece
            continue
        if line.strip():
            yield {"text": _SPACES.sub(" ", line).strip()}
        line = ""
        if not isinstance(piece, str):
            yield _grid(piece)
    if line.strip():
        yield {"text": _SPACES.sub(" ", line).strip()}


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """Texts, line breaks and tables, in reading order. A table that only arranges other tables is gone into."""
    if not _is_seen(element):
        return
    if element.tag == "table" and next(element.iterdescendants("table"), None) is None:
        yield element
        return
    is_block = element.tag in _BLOCKS
    if is_block:
        yield _BREAK
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    if is_block:
        yield _BREAK


def _is_seen(element: etree._Element) -> bool:
    """Whether it is printed: no comment, no script, nothing that is switched off."""
    tag = str(element.tag)  # of a comment it is a function
    return tag[:1].isalpha() and tag not in _UNSEEN and not _HIDDEN.search(element.get("style") or "")


def _grid(table: etree._Element) -> dict[str, Any]:
    drawn = Drawn()
    for row in table.iterdescendants("tr"):
        if not _is_seen(row):
            continue
        drawn.row()
        for cell in row.iterchildren("td", "th"):
            if _is_seen(cell):
                drawn.cell(_text(cell), number(cell.get("colspan")), number(cell.get("rowspan")))
    return drawn.told()


def _text(cell: etree._Element) -> str:
    """The words of a cell, a break where the page has one."""
    lines = "".join(piece for piece in _pieces(cell) if isinstance(piece, str)).split(_BREAK)
    return as_shown("\n".join(line for text in lines if (line := _SPACES.sub(" ", text).strip())))
