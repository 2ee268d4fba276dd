"""Sections are found by their titles however a place words, numbers and orders them; every text is complete."""

import re
from collections.abc import Callable

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.intake.material import Material, Paragraph
from juesuan_desktop.intake.reading import material_of, recognise
from tests.files.make.source import SAMPLE

NUMBERED = re.compile(r"[一二三四五六七八九十]+、(?:关于)?(?:2023年度)?(.{2,40}?)(?:情况的说明|情况说明|说明)")


def texts(material: Material) -> dict[str, str]:
    report = recognise("报告", material, desk().library.forms())
    return {section.id: section.text for section in report.sections}


def changed(change: Callable[[str], str]) -> Material:
    """The sample with other words in its paragraphs; '' leaves one out."""
    blocks = material_of(SAMPLE)
    new = (Paragraph(change(block.text)) if isinstance(block, Paragraph) else block for block in blocks)
    return tuple(block for block in new if not isinstance(block, Paragraph) or block.text)


@pytest.mark.parametrize("words", [r"\g<1>情况", r"\g<1>情况的说明", r"关于\g<1>情况说明", r"2023年度\g<1>情况说明"])
def test_a_title_may_be_worded_otherwise(words: str) -> None:
    def change(text: str) -> str:
        match = NUMBERED.fullmatch(text)
        return text[: text.index("、") + 1] + match.expand(words) if match else text

    assert changed(change) != material_of(SAMPLE)
    assert texts(changed(change)) == texts(material_of(SAMPLE))


def test_sections_may_stand_in_another_order() -> None:
    """政府性基金 in front of 三公, as some places have it."""
    blocks = list(material_of(SAMPLE))
    starts = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (match := re.match(r"([七八九])、", block.text)):
            starts[match[1]] = at  # the last one: 目录 names them too
    first, second, third = (starts[number] for number in "七八九")
    moved = (*blocks[:first], *blocks[second:third], *blocks[first:second], *blocks[third:])
    assert texts(moved) == texts(tuple(blocks))


def test_parts_may_have_no_number() -> None:
    """目录 names every section once; what counts is where they are named again."""
    wanted = texts(material_of(SAMPLE))
    numberless = changed(lambda text: "" if re.match(r"第[一二三四五]部分", text) else text)
    read = texts(numberless)
    assert {id_: read.get(id_) for id_ in wanted if id_ not in ("名词解释", "附件")} == {
        id_: text for id_, text in wanted.items() if id_ not in ("名词解释", "附件")
    }
