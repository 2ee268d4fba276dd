"""Which raw table is which public table: by title, then by its words. Never by order, place or number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.intake.material import Material, Paragraph, RawTable
from juesuan_desktop.intake.spelling import Spelling, plain_word, table_number, table_title
from juesuan_desktop.intake.table_reader import TableReader
from juesuan_desktop.report.printed import EMPTY, FILLED, PrintedLine, PrintedTable

LOOK_BACK = 6  # 表题、表号、部门、年度、金额单位 may each be a paragraph
ENOUGH = 0.6
NOTHING_READ = "表里有数，一个也没有读懂"
UNIT_LINE = re.compile(r"(?:单位[：:]|[（(])(?:人民币)?万?元")
_HALVES = {"万元": Decimal("0.005")}


@dataclass(frozen=True, slots=True)
class Found:
    """A raw table that was recognised, with the paragraphs around it."""

    id: str
    raw: RawTable
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_last: bool


def find_tables(material: Material, known: Mapping[str, Sequence[Spelling]]) -> tuple[Found, ...]:
    """Every recognised table of the material; the first wins where two look like the same one."""
    found: dict[str, Found] = {}
    for index, block in enumerate(material):
        if not isinstance(block, RawTable):
            continue
        before = _texts(material, range(index - 1, -1, -1))[:LOOK_BACK]
        after = _texts(material, range(index + 1, len(material)))
        table_id = _identity(block, before, known)
        if table_id and table_id not in found:
            is_last = index == len(material) - 1 and not block.whole
            found[table_id] = Found(table_id, block, tuple(before), tuple(after[:LOOK_BACK]), is_last)
    return tuple(found.values())


def read_table(found: Found, spellings: Sequence[Spelling], form: Form, amount_unit: str) -> PrintedTable:
    """A recognised table read into lines. Of several spellings the one that leaves least unread is taken."""
    lines, reader = _best_reading(found, spellings)
    table = form.by_id[found.id]
    kept = tuple(_own_measures(line, table) for line in lines if table.measures_of(line.key))
    lost = [line.label or line.key for line in lines if not table.measures_of(line.key)]
    return PrintedTable(
        id=table.id,
        name=table.name,
        number=_number(found),
        title=_title(found, reader.spelling),
        page=found.raw.page,
        state=FILLED if _amounts(kept) or reader.is_lost else EMPTY,
        lines=kept,
        cut=NOTHING_READ if reader.is_lost else _cut(table, kept, found),
        half=_HALVES.get(amount_unit, Decimal(0)),
        notes=tuple(text for text in found.after if text.startswith(("注", "说明")) or text[:1].isdigit()),
        odd=(*found.raw.notes, *reader.odd),
        strangers=tuple(lost),
        headings=tuple(reader.odd_headings()),
        unit_line=_unit_line(found),
        places=frozenset(reader.places),
    )


def _best_reading(found: Found, spellings: Sequence[Spelling]) -> tuple[tuple[PrintedLine, ...], TableReader]:
    """The first reading that leaves nothing unread, else the one that reads most."""
    readings = []
    for spelling in spellings:
        reader = TableReader(found.raw, spelling)
        readings.append((reader.read(), reader))
        if not reader.odd and _amounts(readings[-1][0]):
            return readings[-1]
    return min(readings, key=lambda reading: (-_amounts(reading[0]), len(reading[1].odd)))


def _own_measures(line: PrintedLine, table: Table) -> PrintedLine:
    """The line with just the measures the form has for it, in order."""
    return replace(line, values={measure: line.values.get(measure) for measure in table.measures_of(line.key)})


def _identity(raw: RawTable, before: Sequence[str], known: Mapping[str, Sequence[Spelling]]) -> str | None:
    titles = {table_title(text) for text in (*before, *_top(raw))}
    for table_id, spellings in known.items():
        if any(titles & spelling.titles for spelling in spellings):
            return table_id
    scores = {table_id: max(_likeness(raw, spelling) for spelling in them) for table_id, them in known.items()}
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best and scores[best] >= ENOUGH else None


def _likeness(raw: RawTable, spelling: Spelling) -> float:
    """How many of a table's words stand in the raw one, from 0 to 1."""
    here = {plain_word(cell) for row in raw.rows for cell in row if cell}
    words = set(spelling.measures) | set(spelling.heads)
    labels = {label for column in spelling.columns for label, _ in column if len(column) > 2}
    wanted = words | labels
    return len(wanted & (here | {label.split("、", 1)[-1] for label in here})) / len(wanted) if wanted else 0.0


def _texts(material: Material, order: range) -> list[str]:
    """The paragraphs in an order of indices, up to the next raw table."""
    texts = []
    for index in order:
        block = material[index]
        if not isinstance(block, Paragraph):
            break
        texts.append(block.text)
    return texts


def _top(raw: RawTable) -> list[str]:
    return [cell for row in raw.rows[:2] for cell in row if cell]


def _number(found: Found) -> str | None:
    for text in (*_top_cells(found.raw), *found.before[:2]):
        number = table_number(text)
        if number:
            return number
    return None


def _top_cells(raw: RawTable) -> list[str]:
    return [cell for row in raw.rows[:4] for cell in row if cell]


def _title(found: Found, spelling: Spelling) -> str | None:
    texts = (*_top(found.raw), *found.before)
    return next((squeezed(text) for text in texts if table_title(text) in spelling.titles), None)


def _unit_line(found: Found) -> str | None:
    """「单位：元」 as printed with the table."""
    texts = (*_top_cells(found.raw), *found.before, *found.after[-2:])
    return next((squeezed(text) for text in texts if UNIT_LINE.search(squeezed(text))), None)


def _amounts(lines: Sequence[PrintedLine]) -> int:
    return sum(amount is not None for line in lines for amount in line.values.values())


def _cut(table: Table, lines: Sequence[PrintedLine], found: Found) -> str:
    """Why the table cannot be taken as whole; empty if it can."""
    keys = [line.key for line in lines]
    missing = [line for line in table.fixed_lines if line not in keys]
    if len(missing) > len(table.fixed_lines) // 8 or (missing and missing[-1] == table.fixed_lines[-1]):
        names = "、".join(table.label(line) for line in missing[:3])
        return f"少了 {len(missing)} 行（{names}{'等' if len(missing) > 3 else ''}），可能被截断"
    if found.is_last and not found.after:
        return "文件在这张表里结束，可能被截断"
    return ""
