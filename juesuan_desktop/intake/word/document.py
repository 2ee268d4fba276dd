"""Word documents (.docx) to paragraphs and grids in reading order, in the child process.

Tracked deletions, hidden text, headers and footers are not the report; text boxes, footnotes and automatic numbers are.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from juesuan_desktop.intake.office.drawn import Drawn, number
from juesuan_desktop.intake.office.parcel import Parcel
from juesuan_desktop.intake.office.safe_xml import parsed
from juesuan_desktop.intake.process.following import Follower, nobody
from juesuan_desktop.intake.refusal import DAMAGED, Refusal
from juesuan_desktop.intake.word.numbering import Numbering
from juesuan_desktop.intake.word.parts import Element, by_name, child, has, is_on, local, other_parts, value

_LEFT_OUT = {"del", "moveFrom", "Fallback", "pPr", "tblPr", "sectPr", "instrText", "delText", "rPr", "rt"}
_BOX, _TABLE, _PARAGRAPH, _HIDDEN = "txbxContent", "tbl", "p", "vanish"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_STEP = 20  # paragraphs and tables from one word of how far it is to the next
_AROUND = ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo")

Block = dict[str, Any]


def read_docx(parcel: Parcel, told: Follower = nobody) -> list[Block]:
    """The body's paragraphs and tables; ``told`` how far it is."""
    main = parcel.main_part("word/document.xml")
    body = child(parsed(parcel.part(main)), "body")
    if body is None:
        raise Refusal(DAMAGED)
    reader, found = _Reader(body, other_parts(parcel, main)), list[Block]()
    for done, one in enumerate(body):
        if done % _STEP == 0:
            told(done, len(body))
        found += reader.block(one)
    return [*found, *reader.rest()]


class _Reader:
    """Goes through a document once, in reading order: numbers count as it goes."""

    def __init__(self, body: Element, parts: Mapping[str, Element]) -> None:
        self._numbers = Numbering(parts.get("numbering"), parts.get("styles"))
        self._notes = {(kind, value(note, "id")): note for kind in _NOTES.values() for note in parts.get(kind, ())}
        self._hangs, self._hides = has(body, _BOX, *_NOTES), has(body, _HIDDEN)  # looking for it in vain takes long
        self._begun = ""  # the words of a paragraph whose end was deleted: they go on in the next one

    def block(self, element: Element) -> Iterator[Block]:
        """Paragraphs and tables, those in text boxes and footnotes after what they hang on."""
        name = local(element)
        if name == _PARAGRAPH:
            yield from self._paragraph(element)
        elif name == _TABLE:
            yield from self.rest()
            yield from self._frame(element) if _is_frame(element) else self._table(element)
        elif name not in _LEFT_OUT:
            yield from self._inside(element)  # content controls, tracked insertions

    def rest(self) -> Iterator[Block]:
        """The words of a paragraph whose end was deleted and that no other follows."""
        text, self._begun = self._begun.strip(), ""
        if text:
            yield {"text": text}

    def _inside(self, parent: Element) -> Iterator[Block]:
        for one in parent:
            yield from self.block(one)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        for line in self._words(paragraph).split("\n"):
            if line.strip():
                yield {"text": line.strip()}
        yield from self._hanging(paragraph)

    def _words(self, paragraph: Element) -> str:
        """A paragraph's words, its number before them; the number alone is something too (第一部分, 序号)."""
        properties = by_name(child(paragraph, "pPr"))
        text = self._begun + "".join(self._texts(paragraph))
        self._begun = ""
        if child(properties.get("rPr"), "del") is not None:
            self._begun = text
            return ""
        return self._numbers.of(properties) + text

    def _hanging(self, element: Element) -> Iterator[Block]:
        """What text boxes (each once: Word writes a copy for older versions, Fallback) and footnotes say."""
        for one in element if self._hangs else ():
            name = local(one)
            if name == _BOX:
                yield from self._inside(one)
            elif name in _NOTES:
                note = self._notes.pop((_NOTES[name], value(one, "id")), None)
                yield from () if note is None else self._inside(note)
            elif name not in _LEFT_OUT and name != _TABLE:
                yield from self._hanging(one)

    def _frame(self, table: Element) -> Iterator[Block]:
        """What stands in a table of one column: no table, but a frame around text and tables."""
        for row in _members(table, "tr"):
            is_gone = child(row, "trPr", "del") is not None
            for cell in () if is_gone else _members(row, "tc"):
                for one in _members(cell, _PARAGRAPH, _TABLE):
                    yield from self.block(one)

    def _table(self, table: Element) -> Iterator[Block]:
        drawn = Drawn()
        after: list[Block] = []
        for row in _members(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            drawn.row()
            drawn.skip(number(value(child(properties, "gridBefore")), 0))
            for cell in _members(row, "tc"):
                self._draw(drawn, cell, after)
        yield drawn.told()
        yield from after

    def _draw(self, drawn: Drawn, cell: Element, after: list[Block]) -> None:
        """One cell. One that goes on from above or from the left has no text; what hangs in it comes after the table.

        The words of a text box in a cell that has no others are the cell's.
        """
        properties = by_name(child(cell, "tcPr"))
        if "cellDel" in properties:
            return
        inside = list(_members(cell, _PARAGRAPH, _TABLE))
        text = "\n".join(self._words(one) for one in inside if local(one) == _PARAGRAPH).strip()
        hanging = list(self._hanging(cell))
        if not text and hanging and all("text" in one for one in hanging):
            text, hanging = "\n".join(one["text"] for one in hanging), []
        after += hanging
        for inner in inside:
            after += self._table(inner) if local(inner) == _TABLE else ()
        merged = (value(properties.get(kind)) for kind in ("vMerge", "hMerge"))
        goes_on = any(kind not in (None, "restart") for kind in merged)
        drawn.cell("" if goes_on else text, number(value(properties.get("gridSpan"))))

    def _texts(self, element: Element) -> Iterator[str]:
        """The words of a run or paragraph; those of text boxes and tables are told elsewhere."""
        for one in element:
            name = local(one)
            if name == "t":
                yield one.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "r" and self._hides and is_on(child(one, "rPr", _HIDDEN)):
                continue
            elif name not in _LEFT_OUT and name not in (_BOX, _TABLE):
                yield from self._texts(one)


def _is_frame(table: Element) -> bool:
    """Whether every row of a table has one cell only."""
    return all(sum(1 for _ in _members(row, "tc")) == 1 for row in _members(table, "tr"))


def _members(parent: Element, *names: str) -> Iterator[Element]:
    """Rows of a table, cells of a row, what a cell holds, also in content controls and tracked insertions."""
    for one in parent:
        name = local(one)
        if name in names:
            yield one
        elif name in _AROUND:
            yield from _members(one, *names)
