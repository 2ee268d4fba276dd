"""Automatic numbers are what Word prints; checked against LibreOffice with random lists when this was written."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from juesuan_desktop.intake.material import Paragraph
from juesuan_desktop.intake.reading import material_of
from juesuan_desktop.intake.word.counting import chinese, written

Numbered = tuple[int, int]  # numId and level of a paragraph


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("chineseCounting", "一 二 十 十一 二十 二十一 九十九"),
        ("japaneseCounting", "一 二 十 十一 二十 二十一 九十九"),
        ("chineseCountingThousand", "一 二 十 十一 二十 二十一 九十九"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖"),
        ("ideographDigital", "一 二 一〇 一一 二〇 二一 九九"),
        ("decimal", "1 2 10 11 20 21 99"),
        ("decimalZero", "01 02 10 11 20 21 99"),
        ("decimalFullWidth", "１ ２ １０ １１ ２０ ２１ ９９"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ 21 99"),
        ("ideographTraditional", "甲 乙 癸 11 20 21 99"),
        ("upperRoman", "I II X XI XX XXI XCIX"),
        ("lowerLetter", "a b j k t u uuuu"),
        ("something new", "1 2 10 11 20 21 99"),
    ],
)
def test_forms(form: str, numbers: str) -> None:
    assert " ".join(written(number, form) for number in (1, 2, 10, 11, 20, 21, 99)) == numbers


def test_beyond_a_hundred() -> None:
    assert [chinese(number) for number in (100, 101, 110, 1001, 0)] == ["一百", "一百零一", "一百一十", "一千零一", "0"]


def level(at: int, form: str, text: str, more: str = "", suffix: str = "nothing") -> str:
    counted = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{at}">{counted}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'


OUTLINE = (
    level(0, "chineseCounting", "第%1部分"),
    level(1, "chineseCounting", "%2、"),
    level(2, "decimal", "%1.%3", "<w:isLgl/>", "tab"),
    level(3, "bullet", "●"),
    level(4, "decimal", "%5)", '<w:lvlRestart w:val="0"/>', "space"),
)


def element(xml: str) -> etree._Element:
    return parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {nsdecls('w')}", xml))


def told(
    path: Path, nums: Sequence[str], paragraphs: Sequence[Numbered | str], styles: Sequence[str] = ()
) -> list[str]:
    """What is read of paragraphs that say 甲, each with a numId and level or a style."""
    document = Document()
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    numbering.append(element(f'<w:abstractNum w:abstractNumId="7">{"".join(OUTLINE)}</w:abstractNum>'))
    for xml in nums:
        numbering.append(element(xml))
    for xml in styles:
        document.styles.element.append(element(xml))
    for where in paragraphs:
        properties = document.add_paragraph("甲")._p.get_or_add_pPr()
        if isinstance(where, str):
            properties.append(element(f'<w:pStyle w:val="{where}"/>'))
        else:
            own, at = where
            properties.append(element(f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{own}"/></w:numPr>'))
    document.save(str(path))
    return [block.text for block in material_of(path) if isinstance(block, Paragraph)]


def num(own: int, more: str = "") -> str:
    return f'<w:num w:numId="{own}"><w:abstractNumId w:val="7"/>{more}</w:num>'


def override(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def test_levels_begin_anew_below_the_next_one_above(tmp_path: Path) -> None:
    paragraphs = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)]
    wanted = ["第一部分甲", "一、甲", "二、甲", "第二部分甲", "一、甲", "2.1 甲"]
    assert told(tmp_path / "级.docx", [num(1)], paragraphs) == wanted


def test_a_level_that_never_begins_anew(tmp_path: Path) -> None:
    assert told(tmp_path / "连.docx", [num(1)], [(1, 4), (1, 0), (1, 4)]) == ["1) 甲", "第二部分甲", "2) 甲"]


def test_two_lists_of_one_kind_share_their_counts_until_one_is_begun_anew(tmp_path: Path) -> None:
    paragraphs = [(1, 1), (2, 1), (3, 1), (3, 1)]
    wanted = ["一、甲", "二、甲", "五、甲", "六、甲"]
    assert told(tmp_path / "共.docx", [num(1), num(2), num(3, override(1, 5))], paragraphs) == wanted


def test_dots_and_switched_off_numbers_are_no_text(tmp_path: Path) -> None:
    assert told(tmp_path / "点.docx", [num(1)], [(1, 3), (0, 0), (9, 0), (1, 8)]) == ["甲", "甲", "甲", "甲"]


def test_numbers_of_styles(tmp_path: Path) -> None:
    """By the style, by the one it is based on, by the level that names the style; a style can switch them off."""
    named = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}<w:pPr>{}</w:pPr></w:style>'
    numbers = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    styles = [
        named.format("Part", "部分", "", numbers.format(0, 1)),
        named.format("Chapter", "章", "", numbers.format(1, 1)),
        named.format("Fine", "好章", '<w:basedOn w:val="Chapter"/>', ""),
        named.format("Plain", "白", '<w:basedOn w:val="Chapter"/>', numbers.format(0, 0)),
        named.format("Tied", "绑定", "", '<w:numPr><w:numId w:val="2"/></w:numPr>'),
    ]
    tied = (
        '<w:abstractNum w:abstractNumId="8">'
        + level(0, "decimal", "%1")
        + level(1, "decimal", "（%2）", '<w:pStyle w:val="Tied"/>')
        + "</w:abstractNum>"
    )
    nums = [num(1), tied, '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>']
    paragraphs = ["Part", "Chapter", "Fine", "Plain", "Tied", "Tied", "Chapter"]
    wanted = ["第一部分甲", "一、甲", "二、甲", "甲", "（1）甲", "（2）甲", "三、甲"]
    assert told(tmp_path / "式.docx", nums, paragraphs, styles) == wanted


def test_a_list_that_is_kept_in_a_style(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="List"><w:name w:val="表"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="List"/></w:abstractNum>'
    nums = [num(1), link, '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>']
    assert told(tmp_path / "链.docx", nums, [(2, 1), (2, 1)], [style]) == ["一、甲", "二、甲"]


def test_styles_based_on_each_other_end(tmp_path: Path) -> None:
    styles = [
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="{own}"/><w:basedOn w:val="{other}"/></w:style>'
        for own, other in (("A", "B"), ("B", "A"))
    ]
    assert told(tmp_path / "圈.docx", [num(1)], ["A", (1, 1)], styles) == ["甲", "一、甲"]
