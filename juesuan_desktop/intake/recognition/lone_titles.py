"""Titles of tables that were not seen: the words stand there, and below them only lines of text."""

from collections.abc import Mapping, Sequence

from juesuan_desktop.intake.material import Material, Paragraph
from juesuan_desktop.intake.recognition.spelling import Spelling, table_title

NO_TABLE = "没有认出表格（PDF 里的表要有框线、不能是图片，文本里的表要用制表符隔开）"


def lone_titles(material: Material, known: Mapping[str, Sequence[Spelling]]) -> dict[str, Paragraph]:
    """For each table the last paragraph that is its title; the titles of a 目录 stand side by side and are none."""
    ids = {title: id_ for id_, them in known.items() for spelling in them for title in spelling.titles}
    named = [ids.get(table_title(block.text)) if isinstance(block, Paragraph) else None for block in material]
    return {
        id_: block
        for before, id_, after, block in zip([None, *named], named, [*named[1:], None], material, strict=False)
        if id_ and isinstance(block, Paragraph) and before in (None, id_) and after in (None, id_)
    }
