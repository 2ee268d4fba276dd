"""Year, unit and money unit, wherever the paper says them."""

import re
from collections import Counter
from itertools import takewhile

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.material import Material, Paragraph, RawTable

_YEAR = re.compile(r"(20\d\d)年度")
_UNIT_LINE = re.compile(
    r"^(?:部门|单位|编制单位|编制部门|公开部门)(?:名称)?[：:](?!(?:人民币)?(?:万|亿)?元(?:$|20\d\d|公开\d))"
    r"(\S+?)(?:20\d\d年|(?:金额)?单位[：:]|公开\d|$)"
)
_PART_ONE = re.compile(r"(?:第一部分)?(.+?)概况$")
_COVER_WORDS = re.compile(r"20\d\d年度?|部门决算|单位决算|公开|目录|\(|\)|（|）|二〇..年|.{1,2}月")
_MONEY = re.compile(r"单位[：:](?:人民币)?(万元|元)")
_MONEY_BESIDE = re.compile(r"[（(](?:人民币)?(万元|元)[）)]")
_TABLE_TITLE = re.compile(r"决算.{0,8}表(?:[（(].{0,12})?$|公开\d+表$|^(?:Sheet\d+:)?附?表[一二三四五六七八九十\d]+$")
_TITLE_WITH_UNIT = re.compile(r"^(?:第.{1,2}部分)?(\D{2,40})20\d\d年度?.{0,30}决算.{0,8}表")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")  # what a program writes over a page (Overview) names nobody
CONTENTS = "目录"
LONGEST_NAME = 40


def year_of(material: Material) -> int:
    """The year reported on: the first 「2023年度」, else the most frequent one in the tables' heads; 0 if none."""
    years = [int(year) for text in _texts(material) for year in _YEAR.findall(text)]
    return years[0] if years else 0


def unit_of(material: Material) -> str:
    """The unit's name: from the tables' heads or titles, 「第一部分 …概况」 or the cover, in this order; '' if none."""
    for sign in (_UNIT_LINE, _TITLE_WITH_UNIT):
        named = Counter(match[1] for text in _texts(material) if (match := sign.match(text)))
        if named:
            return named.most_common(1)[0][0]
    for text in _texts(material):
        match = _PART_ONE.fullmatch(text) if len(text) <= LONGEST_NAME else None
        if match and match[1] not in ("部门", "单位"):
            return match[1]
    return _from_cover(material)


def amount_unit_of(material: Material) -> str:
    """元 or 万元 as the paper says it: in a line of its own, else beside a title or heading; '' if it does not."""
    for sign in (_MONEY, _MONEY_BESIDE):
        said = Counter(str(match) for text in _texts(material) for match in sign.findall(text))
        if said:
            return said.most_common(1)[0][0]
    return ""


def _from_cover(material: Material) -> str:
    """The first words before the contents and the first table that are no title and no head line."""
    cover = takewhile(lambda block: not isinstance(block, RawTable), material)
    for text in _texts(tuple(cover)):
        if text.startswith(CONTENTS):
            break
        bare = _COVER_WORDS.sub("", text)
        if _CHINESE.search(bare) and not _TABLE_TITLE.search(text) and not _MONEY.search(text):
            return bare
    return ""


def _texts(material: Material) -> list[str]:
    """All texts that may hold such facts, blanks squeezed: paragraphs and the first rows of tables."""
    texts: list[str] = []
    for block in material:
        if isinstance(block, Paragraph):
            texts += [squeezed(part) for part in block.text.split("\t")]
        elif isinstance(block, RawTable):
            texts += [squeezed(cell) for row in block.rows[:4] for cell in row if cell]
    return texts
