"""A report put together for paper: cover, contents, parts, tables and texts, in the form's order."""

import re
from collections.abc import Iterator, Mapping, Sequence

from juesuan_desktop.document.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    Paragraph,
    Part,
    Table,
)
from juesuan_desktop.forms.form import Form, Section
from juesuan_desktop.forms.form import Part as FormPart
from juesuan_desktop.forms.grid import Grid
from juesuan_desktop.forms.paper import Facts, filled

ORDINALS = "一二三四五六七八九十"
_SUBHEADING = re.compile(r"（[一二三四五六七八九十]+）[^，。；：]{2,40}")


def assemble(
    form: Form, grids: Sequence[Grid], texts: Mapping[str, str], facts: Facts, *, mark: str = "", code: str = ""
) -> Document:
    """The whole document. ``texts`` are by section id; a section without text keeps its heading."""
    blocks: list[Block] = [Cover(tuple(filled(line, facts) for line in form.cover)), Contents()]
    for part in form.parts:
        blocks += _part(part, grids, texts, facts)
    title = "".join(filled(line, facts) for line in form.cover)
    return Document(title, facts.get("单位", ""), tuple(blocks), mark, code)


def _part(part: FormPart, grids: Sequence[Grid], texts: Mapping[str, str], facts: Facts) -> Iterator[Block]:
    yield Part(part.number, filled(part.title, facts))
    if part.tables:
        for index, grid in enumerate(grids):
            yield Table(grid, f"{_ordinal(index)}、{grid.title}")
        return
    under = ""
    for section in part.sections:
        if section.under and section.under != under:
            yield Heading(filled(section.under, facts))
        under = section.under
        yield from _section(section, texts.get(section.id, ""), facts)


def _section(section: Section, text: str, facts: Facts) -> Iterator[Block]:
    if section.title:
        yield Heading(filled(section.title, facts), 2 if section.under else 1)
    for line in filter(None, (line.strip() for line in text.splitlines())):
        yield Heading(line, 2) if _SUBHEADING.fullmatch(line) else Paragraph(line)


def _ordinal(index: int) -> str:
    """一、二、… for the tables, up to twenty."""
    return ORDINALS[index] if index < len(ORDINALS) else f"十{ORDINALS[index - 10]}"
