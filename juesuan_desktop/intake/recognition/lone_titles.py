"""Titles of tables that were not seen: the words stand there, and below them only lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from juesuan_desktop.intake.material import Material, Paragraph
from juesuan_desktop.intake.recognition.spelling import Spelling, table_title

NO_TABLE = "没有认出表格（PDF 里的表要有框线、不能是图片，文本里的表要用制表符或竖线隔开）"
_NOTHING = Paragraph("")


def lone_titles(material: Material, known: Mapping[str, Sequence[Spelling]]) -> dict[str, Paragraph]:
    """For each table the last paragraph that is its title and no part of a 目录."""
    ids = {title: id_ for id_, them in known.items() for spelling in them for title in spelling.titles}
    return {ids[table_title(title.text)]: title for title in _alone(material, ids)}


def _alone(material: Material, ids: Mapping[str, str]) -> Iterator[Paragraph]:
    """Titles that do not stand side by side with those of other tables on their page."""
    texts = [block if isinstance(block, Paragraph) else _NOTHING for block in (_NOTHING, *material, _NOTHING)]
    named = [(block, ids.get(table_title(block.text), "")) for block in texts]
    listed = [bool(a and b and a != b) and one.page == other.page for (one, a), (other, b) in pairwise(named)]
    for at, (block, id_) in enumerate(named[1:-1]):
        if id_ and not listed[at] and not listed[at + 1]:
            yield block
