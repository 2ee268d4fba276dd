"""Year and unit, wherever the paper says them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile
from pathlib import PureWindowsPath

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.material import Block, Material, Paragraph, RawTable
from juesuan_desktop.intake.recognition.money import says_unit
from juesuan_desktop.intake.recognition.owner import OWNER
from juesuan_desktop.intake.recognition.years import with_plain_years, years_in

_UNIT_LINE = re.compile(
    rf"^{OWNER}[：:](?!(?:人民币)?[千万亿]?元(?:$|20\d\d|公开\d))"
    r"(\S+?)(?:20\d\d年|[（(]?(?:金额|计量)?单位[：:]|[（(](?:公章|盖章|签章)|公开\d|$)"
)
_NAMED = re.compile(rf"^{OWNER}([：:]?)$")
_PART_ONE = re.compile(r"(?:第一部分)?(.+?)概况$")
_COVER_WORDS = re.compile(r"20\d\d年度?|部门决算|单位决算|公开|目录|\(|\)|（|）|.{1,2}月")
_NO_NAME = re.compile(r"(?:的|报告|报表|情况|说明|材料|表|书|稿|草案|编制|批复)*")
_SENTENCE = re.compile(r"[。，；：:]|^关于")
_TABLE_TITLE = re.compile(r"决算.{0,8}表(?:[（(].{0,12})?$|公开\d+表$|^(?:Sheet\d+:)?附?表[一二三四五六七八九十\d]+$")
_TITLE_WITH_UNIT = re.compile(r"^(?:第.{1,2}部分)?(\D{2,40})20\d\d年度?.{0,30}决算.{0,8}表")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")  # what a program writes over a page (Overview) names nobody
CONTENTS, FIRST_PART = "目录", "第一部分"
LONGEST_NAME = 40
LONGEST_HEAD = 120
Row = Sequence[str]


def year_of(material: Material, tables: Sequence[RawTable], own: Iterable[int]) -> int:
    """The year reported on: what most tables' heads say (``own``), else the cover, else most of the text; 0 if none.

    Where two years stand over equally many tables the cover decides, else the later one is taken.
    """
    said = Counter(own)
    cover_sheets = (block for block in _cover(material, tables) if not _is_head(block, tables))
    lines = (text for row in _rows(tuple(cover_sheets)) for text in row if not _SENTENCE.search(text))
    cover = [year for text in lines for year in years_in(text)]
    if said:
        most = [year for year, times in said.items() if times == max(said.values())]
        return next((year for year in cover if year in most), max(most))
    if cover:
        return cover[0]
    spoken = Counter(year for row in _rows(material) for text in row for year in years_in(text))
    return spoken.most_common(1)[0][0] if spoken else 0


def _is_head(block: Block, tables: Sequence[RawTable]) -> bool:
    """Whether a text stands on the sheet of the first public table: it is that table's head, and no cover."""
    return isinstance(block, Paragraph) and block.sheet is not None and block.sheet == tables[0].sheet


def year_in_name(file: str) -> int:
    """The year that a file's name says; 0 if it says none."""
    return next(iter(years_in(squeezed(PureWindowsPath(file).stem))), 0)


def unit_of(material: Material, tables: Iterable[RawTable]) -> str:
    """The unit's name: from the tables' heads or titles, 「第一部分 …概况」 or the cover, in this order; '' if none."""
    rows, cover = list(_rows(material)), _cover(material, tables)
    for sign in (_UNIT_LINE, _TITLE_WITH_UNIT):
        named = Counter(match[1] for row in rows for text in row if (match := sign.match(text)))
        if named:
            return named.most_common(1)[0][0]
    words = _rows(tuple(block for block in cover if isinstance(block, Paragraph)))
    beside = chain(_beside(rows, colon=True), _beside(_rows(cover), colon=False))
    return next(chain(beside, _of_part_one(rows), _of_cover(words)), "")


def _beside(rows: Iterable[Row], *, colon: bool) -> Iterator[str]:
    """What stands in the cell after 「单位名称」; without a colon it may be the heading of a column."""
    for row in rows:
        for name, value in pairwise(row):
            match = _NAMED.match(name)
            if match and (match[1] or not colon) and _CHINESE.search(value) and len(value) <= LONGEST_NAME:
                yield value


def _of_part_one(rows: Iterable[Row]) -> Iterator[str]:
    for text in chain.from_iterable(rows):
        match = _PART_ONE.fullmatch(text) if len(text) <= LONGEST_NAME else None
        if match and match[1] not in ("部门", "单位"):
            yield match[1]


def _of_cover(cover: Iterable[Row]) -> Iterator[str]:
    """The words on the cover that are no title, no head line and no sentence."""
    for text in chain.from_iterable(cover):
        bare = _COVER_WORDS.sub("", text)
        is_title = _TABLE_TITLE.search(text) or _NO_NAME.fullmatch(bare)
        if _CHINESE.search(bare) and not is_title and not _SENTENCE.search(text) and not says_unit(text):
            yield bare


def _cover(material: Material, tables: Iterable[RawTable]) -> Material:
    """What stands before the contents, the first part and the first public table."""
    public = list(tables)
    return tuple(takewhile(lambda block: not (_begins(block) or any(block is one for one in public)), material))


def _begins(block: Block) -> bool:
    return isinstance(block, Paragraph) and squeezed(block.text).startswith((CONTENTS, FIRST_PART))


def _rows(material: Material) -> Iterator[Row]:
    """All texts that may hold such facts, without blanks: paragraphs and the first rows of tables, cell by cell."""
    for block in material:
        if isinstance(block, Paragraph):
            yield [text for part in block.text.split("\t") for text in _from_each_line(part)]
        elif isinstance(block, RawTable):
            for row in block.head:
                yield [text for cell in row if cell for text in _from_each_line(cell)]


def _from_each_line(text: str) -> Iterator[str]:
    """A text, and what of it begins with each later line: title, unit and year may share one cell.

    It goes on to the end: a long name may be wrapped.
    """
    lines = text.split("\n")
    for first in range(len(lines) if len(text) <= LONGEST_HEAD else 1):
        yield with_plain_years(squeezed("".join(lines[first:])))
