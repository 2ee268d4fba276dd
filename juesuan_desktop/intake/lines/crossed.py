"""Tables whose lines may stand in the header as well as down the side (三公): every figure by both its headings.

预算数 and 决算数 may stand above the items, below them, or in front of the rows; the items may be a list.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import product

from juesuan_desktop.intake.lines.columns import (
    NUMBERS,
    Headings,
    Kind,
    Sense,
    has_word,
    is_label_heading,
)
from juesuan_desktop.intake.lines.header_rows import Header, counts
from juesuan_desktop.intake.lines.headings import Path, Place, paths_of, turned
from juesuan_desktop.intake.lines.printed_amounts import is_dash, is_like_figure, is_name, is_printed_amount
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.printed_words import ACTUAL, SUBTOTALS, TOTAL, without_number
from juesuan_desktop.intake.recognition.spelling import Spelling

_GIVES_WAY = "年初"  # 年初预算数 where 全年预算数 stands beside it: the note below 公开09表 asks for the latter
_TOTALS = frozenset(
    {"总计", "支出合计", "三公经费支出合计", "三公经费合计", "三公支出合计", "三公经费支出", "三公经费"}
)
_BESIDE = NUMBERS | {"年度", "年份"}
Figure = tuple[str, str]  # line and measure


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the headings of a row or column say; ``is_other`` where its figures are none of the form's.

    ``is_actual`` is set by 2023年 or 本年, which mean 决算数 where nothing else says what the figures are; ``is_sum``
    by a 小计 that stands below no item: it is that of the items beside it.
    """

    line: str = ""
    measure: str = ""
    is_other: bool = False
    is_actual: bool = False
    is_sum: bool = False
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class Crossed:
    """The cells that hold each figure (several where the table does not say which one counts), and those left over.

    ``said`` are all figures that its headings speak of, blank or not, ``strange`` columns of which no figure is the
    form's.
    """

    cells: Mapping[Figure, Sequence[Place]]
    said: AbstractSet[Figure]
    unread: Sequence[Place]
    strange: Sequence[int]


def crossed(raw: RawTable, header: Header) -> Crossed:
    """Where each figure of the table stands; a figure that is blank has no cell."""
    down = list(_sums([_meaning(path, header.headings) for path in header.paths], header.headings.spelling))
    across = [_meaning(path, header.headings) for path in _sides(raw, header)]
    beside = {at for at, path in enumerate(header.paths) if has_word(path, _BESIDE)}
    claims: dict[Figure, dict[int, list[Place]]] = {}
    unread: list[Place] = []
    for at, row in enumerate(raw.rows[header.body :]):
        for column in _figures(row, beside):
            place = (header.body + at, column)
            figure = _together(down[column], across[at])
            if figure is not None:
                claims.setdefault(figure, {}).setdefault(down[column].doubt + across[at].doubt, []).append(place)
            else:
                unread.append(place)
    cells = {figure: found[min(found)] for figure, found in claims.items()}
    unread += [place for found in claims.values() for doubt in found if doubt > min(found) for place in found[doubt]]
    used = {column for places in cells.values() for _, column in places}
    told = [(at, column) for at, column in unread if not is_dash(raw.rows[at][column])]
    strange = sorted({column for _, column in told} - used)
    said = {figure for d, a in product(set(down), set(across)) if (figure := _together(d, a)) is not None}
    return Crossed(cells, said, [place for place in told if place[1] in used], strange)


def _sums(columns: Sequence[Meaning], spelling: Spelling) -> Iterator[Meaning]:
    """The columns, a 小计 in front of 公务用车购置费 and 公务用车运行维护费 being that of both."""
    lines = set(spelling.heads.values()) - {spelling.heads.get(TOTAL)}
    sums = {lower: upper for upper, lower in spelling.below if {upper, lower} <= lines and upper != lower}
    for here, after in zip(columns, [*columns[1:], Meaning()], strict=True):
        line = sums.get(after.line)
        yield replace(here, line=line, is_other=False) if here.is_sum and line else here


def _sides(raw: RawTable, header: Header) -> tuple[Path, ...]:
    """For each row below the header the words left of its figures."""
    body = raw.rows[header.body :]
    labels = [at for at in range(raw.columns) if any(is_name(row[at]) for row in body)]
    words = [[row[at] if is_name(row[at]) else "" for at in labels] for row in body]
    merged = [
        (row - header.body, labels.index(column), height, width)
        for row, column, height, width in raw.merged
        if row >= header.body and column in labels
    ]
    return paths_of(*turned(words, merged)) if labels else ((),) * len(body)


def _figures(row: Sequence[str], beside: Container[int]) -> Iterator[int]:
    """Where a row has or should have figures, or says that there is none (—); other rows hold words."""
    if any(is_printed_amount(text) or is_dash(text) for text in row) and not counts(row):
        yield from (at for at, text in enumerate(row) if at not in beside and (is_dash(text) or is_like_figure(text)))


def _together(down: Meaning, across: Meaning) -> Figure | None:
    """The figure where a column and a row meet; None where they do not say one line and one measure."""
    lines = {down.line, across.line} - {""}
    measures = {down.measure, across.measure} - {""}
    if down.is_other or across.is_other or len(lines) != 1 or len(measures) > 1:
        return None
    if not measures and not (down.is_actual or across.is_actual):
        return None
    return lines.pop(), measures.pop() if measures else ACTUAL


def _meaning(path: Path, headings: Headings) -> Meaning:
    senses = headings.senses(path)
    own = headings.spelling.measures.values()
    measures = {sense.meaning for sense in senses if sense.meaning in own}
    items = [sense for sense in senses if sense.kind in (Kind.KNOWN, Kind.SUBTOTAL, Kind.UNKNOWN)]
    items = [sense for sense in items if sense.meaning not in own]
    line = _line(items, headings) if items else Meaning()
    if len(measures) > 1 or any(sense.kind is Kind.OTHER for sense in senses) or _is_strange(senses):
        return Meaning(is_other=True)
    doubt = line.doubt + any(sense.word.startswith(_GIVES_WAY) for sense in senses)
    is_actual = any(sense.kind is Kind.ACTUAL for sense in senses)
    return replace(line, measure=next(iter(measures), ""), is_actual=is_actual, doubt=doubt)


def _is_strange(senses: Sequence[Sense]) -> bool:
    """Whether a column stands below headings of figures and is none: between 小计 and 购置费, or headed 编码."""
    if not senses or not any(sense.meaning for sense in senses):
        return False
    return senses[-1].heading.is_divided or is_label_heading(senses[-1].word)


def _line(items: Sequence[Sense], headings: Headings) -> Meaning:
    """The line that headings name: the lowest one, a 小计 is that of the line above it."""
    total = headings.known.get(TOTAL, "")
    leaf, named = items[-1], [sense for sense in items[:-1] if sense.meaning and sense.meaning != total]
    if without_number(leaf.word) in _TOTALS and not named:
        return Meaning(total)
    if leaf.word in SUBTOTALS:
        word = named[-1].meaning if named else next((sense.meaning for sense in items if sense.meaning), "")
        return Meaning(word, is_other=not word, is_sum=not word)
    if not leaf.meaning:
        return Meaning(is_other=bool(named))  # 公务接待费 · 外宾接待
    if any((upper.meaning, leaf.meaning) not in headings.spelling.below for upper in named):
        return Meaning(leaf.meaning, is_other=any(upper.heading.is_sure for upper in named), doubt=1)
    return Meaning(leaf.meaning)
