"""The whole report in Word with every ordinal counted by Word instead of typed: no 一、 stands in its text."""

import re
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from tests.files.make.documents import draw, prose, ruled, save
from tests.files.make.source import source

# An ordinal → its level in the outline: number format, text, style that carries it ('' where paragraphs say it).
OUTLINE = {
    r"第[一二三四五]部分$": ("chineseCounting", "第%1部分", "Heading 1"),
    r"[一二三四五六七八九十]+、": ("chineseCountingThousand", "%2、", "Heading 2"),
    r"（[一二三四五六七八九十]+）": ("japaneseCounting", "（%3）", ""),
}
# An ordinal → the list that counts it: text, what follows it.
LISTS = {
    r"\d+、": ("%1、", "nothing"),
    r"\d+\. ": ("%1.", "space"),
    r"\d+\.(?! )": ("%1.", "nothing"),
    r"（\d+）": ("（%1）", "nothing"),
}


def numbered(path: Path) -> None:
    """第一部分 and 一、 by their styles, （一） by its paragraph, 1、 1. and （1） by lists that begin anew."""
    told = source("hunan")
    document = Document()
    pieces = list(prose())
    for texts, table in zip(pieces, told.form.tables, strict=False):
        for text in texts:
            document.add_paragraph(text)
        draw(document, ruled(told.grid(table.id)))
    for text in pieces[-1]:
        document.add_paragraph(text)
    _define(document)
    paragraphs = document.paragraphs
    start = next(at for at, one in enumerate(paragraphs) if one.text == "第一部分")
    _Counter(document).take(paragraphs[start:])
    save(document, path)


def _define(document: Doc) -> None:
    """The outline, tied to styles, and an abstract list for each kind of ordinal."""
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    levels = [_level(at, form, text, "nothing", style) for at, (form, text, style) in enumerate(OUTLINE.values())]
    single = [[_level(0, "decimal", text, gap)] for text, gap in LISTS.values()]
    for number, own in enumerate([levels, *single]):
        numbering.append(_w(f'<w:abstractNum w:abstractNumId="{number}">{"".join(own)}</w:abstractNum>'))
    numbering.append(_w('<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))
    for at, (_, _, style) in enumerate(OUTLINE.values()):
        if style:
            document.styles[style].element.get_or_add_pPr().append(_numbers(1, at))


class _Counter:
    """Takes typed ordinals away and lets Word count: a list begins anew where an ordinal does not go on."""

    def __init__(self, document: Doc) -> None:
        self._numbering = document.part.numbering_part.element
        self._lists = 1
        self._open: dict[int, tuple[int, int]] = {}  # kind → its list and last number

    def take(self, paragraphs: Sequence[Paragraph]) -> None:
        for paragraph in paragraphs:
            for at, (ordinal, (_, _, style)) in enumerate(OUTLINE.items()):
                if _strip(paragraph, ordinal):
                    if style:
                        paragraph.style = style
                    else:
                        paragraph._p.get_or_add_pPr().append(_numbers(1, at))
            for kind, ordinal in enumerate(LISTS, 1):
                if typed := _strip(paragraph, ordinal):
                    own = self._list(kind, int(re.sub(r"\D", "", typed)))
                    paragraph._p.get_or_add_pPr().append(_numbers(own, 0))

    def _list(self, kind: int, number: int) -> int:
        """The list that gives this number next."""
        own, last = self._open.get(kind, (0, 0))
        if not own or number != last + 1:
            self._lists += 1
            own = self._lists
            begin = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride>'
            self._numbering.append(_w(f'<w:num w:numId="{own}"><w:abstractNumId w:val="{kind}"/>{begin}</w:num>'))
        self._open[kind] = own, number
        return own


def _strip(paragraph: Paragraph, ordinal: str) -> str:
    """Take an ordinal off the beginning; what was taken."""
    found = re.match(ordinal, paragraph.text)
    if found:
        paragraph.text = paragraph.text[found.end() :]
    return found[0] if found else ""


def _level(at: int, form: str, text: str, gap: str, style: str = "") -> str:
    tied = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style else ""
    counted = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{tied}'
    return f'<w:lvl w:ilvl="{at}">{counted}<w:suff w:val="{gap}"/><w:lvlText w:val="{text}"/></w:lvl>'


def _numbers(own: int, level: int) -> object:
    return _w(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{own}"/></w:numPr>')


def _w(xml: str) -> object:
    """XML with Word's prefix declared."""
    return parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {nsdecls('w')}", xml))
