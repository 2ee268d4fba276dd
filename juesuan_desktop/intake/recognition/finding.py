"""The public tables of a file: each raw table is at most one of them, each of them is read once, the rest is told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from juesuan_desktop.amounts import is_amount
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code, written_code
from juesuan_desktop.intake.material import Material, Paragraph, RawTable
from juesuan_desktop.intake.recognition.identity import LOOK_BACK, Identifier, Known, Likely, Surroundings
from juesuan_desktop.intake.recognition.years import year_alone, years_in

LONGEST_LIST = 24  # titles of a 目录 that may stand before the first table
LEAST_LINES, LEAST_CELLS = 2, 3
_COPY = re.compile(r"副本|备份|草稿|旧|[（(]\d{1,2}[）)]$")
_NO_HEAD = re.compile(r"[。，；]|数(?:[（(].*)?$")
_YEAR_OF_SHEET = re.compile(r"(?<!\d)20\d\d(?!\d)")
_COUNTED = "二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Found:
    """A raw table that was recognised, with the paragraphs around it.

    ``place`` says for people where it stands, ``year`` what its head says (0: nothing). ``beside`` are sentences about
    others like it that were not read; ``is_doubtful`` says that nothing told it from another.
    """

    id: str
    here: Surroundings
    place: str
    year: int
    is_titled: bool
    is_last: bool
    beside: tuple[str, ...] = ()
    is_doubtful: bool = False

    @property
    def raw(self) -> RawTable:
        """The cells."""
        return self.here.raw

    @property
    def before(self) -> Sequence[str]:
        """The texts before it, the nearest first, as far as they may be its head."""
        return self.here.before[:LOOK_BACK]

    @property
    def after(self) -> Sequence[str]:
        """The texts behind it, as far as they may be its notes."""
        return self.here.after[:LOOK_BACK]


@dataclass(frozen=True, slots=True)
class FoundTables:
    """All recognised tables, some perhaps twice; ``strangers`` are sentences about what looks like one and is none."""

    tables: tuple[Found, ...]
    strangers: tuple[str, ...]

    @property
    def years(self) -> list[int]:
        """What the tables' heads say, one by one."""
        return [one.year for one in self.tables if one.year]


def find_tables(material: Material, known: Known) -> FoundTables:
    """Every raw table that is a public one."""
    identifier = Identifier(known)
    claims: list[tuple[Found, Likely]] = []
    strangers = []
    count = 0
    for index, block in enumerate(material):
        if not isinstance(block, RawTable):
            continue
        count += 1
        here = Surroundings(block, _texts(material, index, -1), _texts(material, index, 1))
        likely, place = identifier.likely(here), _place(block, count)
        if likely.ids:
            is_last = index == len(material) - 1 and not block.whole
            year = _year(block, here.before[:LOOK_BACK])
            claims.append((Found(likely.ids[0], here, place, year, likely.is_titled, is_last), likely))
        elif _has_code_lines(here):
            strangers.append(f"{place}有科目编码，但认不出是哪张公开表，没有读入，请核对")
    titles = {id_: them[0].table.layout.title for id_, them in known.items()}
    return FoundTables(tuple(_settled(claims, titles)), tuple(strangers))


def one_of_each(tables: Iterable[Found], year: int, titles: dict[str, str]) -> tuple[list[Found], list[str]]:
    """Each public table once, that of the report's year; what is passed over is told beside it, whole sets for all."""
    by_id: dict[str, list[Found]] = {}
    for one in tables:
        by_id.setdefault(one.id, []).append(one)
    kept, others = list[Found](), list[Found]()
    for same in by_id.values():
        first, *rest = sorted(same, key=lambda one: _rank(one, year))
        others += [one for one in rest if _is_other(one, year)]
        rivals = [one for one in rest if not _is_other(one, year)]
        is_doubtful = any(_rank(one, year) == _rank(first, year) and one.raw.rows != first.raw.rows for one in rivals)
        told = tuple(_told(one, first, number, titles[first.id]) for number, one in enumerate(rivals))
        kept.append(replace(first, beside=(*first.beside, *told), is_doubtful=first.is_doubtful or is_doubtful))
    return kept, list(_of_other_years(others, year))


def _settled(claims: Sequence[tuple[Found, Likely]], titles: dict[str, str]) -> Iterator[Found]:
    """Each raw table as one public table: of several that are as likely the one that no other raw table is."""
    taken = {likely.ids[0] for _, likely in claims if len(likely.ids) == 1}
    for found, likely in claims:
        if len(likely.ids) == 1:
            yield found
            continue
        own = next((id_ for id_ in likely.ids if id_ not in taken), likely.ids[0])
        taken.add(own)
        others = "」「".join(titles[id_] for id_ in likely.ids if id_ != own)
        told = f"{found.place}没有表题，当作「{titles[own]}」读，也可能是「{others}」，请核对"
        yield replace(found, id=own, beside=(told,), is_doubtful=True)


def _rank(found: Found, year: int) -> tuple[bool, ...]:
    """Of tables that look alike the lowest is read: of the right year, titled, filled in, on no sheet 「副本」."""
    is_copy = bool(found.raw.sheet and _COPY.search(found.raw.sheet))
    return (_is_other(found, year), not found.is_titled, not _is_filled(found.raw), is_copy, not found.year)


def _is_other(found: Found, year: int) -> bool:
    """Whether it is of another year than the report."""
    return found.year not in (0, year)


def _is_filled(raw: RawTable) -> bool:
    """Whether it holds money: more than 行次, 栏次 and codes."""
    return any(is_amount(cell) and ("." in cell or "," in cell) for row in raw.rows for cell in row)


def _told(passed: Found, read: Found, number: int, title: str) -> str:
    same = "和读的一张相同" if passed.raw.rows == read.raw.rows else "请核对哪一张是对的"
    return f"第{_COUNTED[min(number, 7)]}张{title}（{passed.place}）没有读入，读的是{read.place}，{same}"


def _of_other_years(passed: Iterable[Found], year: int) -> Iterator[str]:
    """A set of tables of another year is told once."""
    by_year: dict[int, list[Found]] = {}
    for one in passed:
        by_year.setdefault(one.year, []).append(one)
    for other, them in by_year.items():
        places = "、".join(one.place for one in them[:2]) + ("等" if len(them) > 2 else "")
        yield f"另有 {other} 年度的 {len(them)} 张表（{places}）没有读入，读的是 {year} 年度的，请核对"


def _place(raw: RawTable, count: int) -> str:
    """Where a table stands, for people: which sheet, which page, which table of the file."""
    if raw.sheet is not None:
        return f"工作表「{raw.sheet}」"
    return f"第 {raw.page} 页的表" if raw.page else f"文件里的第 {count} 张表"


def _texts(material: Material, index: int, step: int) -> list[str]:
    """The paragraphs before or behind a raw table, up to the next one or the end of its sheet, part by part."""
    table, texts = material[index], list[str]()
    at = index + step
    while 0 <= at < len(material) and len(texts) < LONGEST_LIST:
        block = material[at]
        if not isinstance(block, Paragraph) or block.sheet != getattr(table, "sheet", None):
            break
        texts += [part for part in block.text.split("\t") if part.strip()]
        at += step
    return texts


def _year(raw: RawTable, before: Sequence[str]) -> int:
    """The year in a table's head, else in its sheet's name; 0 if there is none."""
    cells = (cell for row in raw.head for cell in row if cell)
    heads = [text for one in (*before, *cells) if not _NO_HEAD.search(text := squeezed(one))]
    said = [year for text in heads for year in years_in(text)]
    alone = [year_alone(squeezed(text)) for text in before]
    on_sheet = [int(year) for year in _YEAR_OF_SHEET.findall(raw.sheet or "")]
    return next(filter(None, (*said, *alone, *on_sheet)), 0)


def _has_code_lines(here: Surroundings) -> bool:
    """Whether lines begin with codes and have names and amounts: it looks like a public table, or a piece of one."""
    if not here.codes:
        return False
    lines = 0
    for row in here.raw.rows:
        cells = [cell for cell in row if cell]
        code, name = written_code(cells[0]) if cells else ("", "")
        words = [name, *cells[1:LEAST_CELLS]]
        lines += (
            is_code(code) and any(map(is_amount, cells[1:])) and any(word and not is_amount(word) for word in words)
        )
    return lines >= LEAST_LINES
