"""What a 财决 table has of a public one, laid out as the public one is, each figure with its place in the file."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from juesuan_desktop.amounts import AmountError, is_amount, parse
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.intake.material import RawTable
from juesuan_desktop.intake.printed_words import ACTUAL, BUDGET, NAME, SUBTOTALS, TOTAL, without_number
from juesuan_desktop.intake.recognition.bureau_header import Header, Path
from juesuan_desktop.intake.recognition.spelling import Spelling, plain_label, plain_word

EXPENDITURE = "本年支出"
STAFF = ("301", "303")
_THREE_TOTAL = {"支出合计": "三公合计", "三公经费支出合计": "三公合计"}
_THREE_MEASURES = {BUDGET: re.compile("全年.*预算数"), ACTUAL: re.compile(ACTUAL)}
Cell = tuple[str, str]  # its text, and where it stands in the file
BLANK: Cell = ("", "")


@dataclass
class Laid:
    """A public table taken out of a 财决 one: rows of cells, the head first; ``left_out`` names what it has beyond."""

    rows: list[list[Cell]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    """A 财决 table to be laid out, and how the public one is spelled."""

    raw: RawTable
    header: Header
    spellings: Sequence[Spelling]

    def cell(self, row: int, column: int) -> Cell:
        """A figure; a dash (not applicable) is a blank."""
        text = self.raw.rows[row][column]
        return (text, self.raw.origin(row, column)) if is_figure(text) else BLANK

    def words(self) -> Mapping[str, str]:
        """The measures as they are printed anywhere."""
        return {printed: word for spelling in self.spellings for printed, word in spelling.measures.items()}

    def knows(self, label: str) -> bool:
        """Whether the public table has a line with this label."""
        columns = (column for spelling in self.spellings for column in spelling.columns)
        return any(plain_label(label) == known for column in columns for known, _ in column) or any(
            plain_label(label) in spelling.also for spelling in self.spellings
        )


Laying = Callable[[Source], Laid | None]


def is_figure(text: str) -> bool:
    """Whether a cell holds something that is to be read: no blank, no dash."""
    try:
        return parse(text) is not None
    except AmountError:
        return True  # the reader of the public table tells it


def by_code(source: Source) -> Laid | None:
    """Tables with a line for each 科目 (03, 04, 07, 09, 11): the columns that the public one has."""
    name = source.header.column(NAME)
    if name is None:
        return None
    words = source.words()
    chosen: dict[str, int] = {}
    for column in range(name + 1, source.raw.columns):
        if measure := _measure(source.header.paths[column], words):
            chosen.setdefault(measure, column)
    laid = Laid([[(text, "") for text in ("科目代码", NAME, *chosen)]])
    for row in range(source.header.body, len(source.raw.rows)):
        if code := _code(source.raw.rows[row][:name]):
            label = (code, squeezed(source.raw.rows[row][name]))
            laid.rows.append([*((text, "") for text in label), *(source.cell(row, at) for at in chosen.values())])
    others = (column for column in range(name + 1, source.raw.columns) if column not in chosen.values())
    laid.left_out = _with_figures(source, others)
    return laid if chosen else None


def side_by_side(source: Source) -> Laid | None:
    """Tables in blocks (01, 01-1): 决算数 only; lines by 支出性质 or 经济分类 are not in the public ones."""
    words = source.words()
    blocks = [
        (label, {word: at for at in columns if (word := _actual(source.header.paths[at], words))})
        for label, columns in source.header.blocks()
    ]
    if (
        not blocks
        or not any(BUDGET in word for path in source.header.paths for word in path)
        or not all(at for _, at in blocks)
    ):
        return None
    left, right = list(blocks[0][1]), list(blocks[-1][1])
    laid = Laid([[(text, "") for text in ("项目", *left, "项目", *right)]])
    before, after = [BLANK] * (1 + len(left)), [BLANK] * (1 + len(right))
    for row in range(source.header.body, len(source.raw.rows)):
        for at, (label, cells) in enumerate(_lines(source, row, blocks)):
            if cells is None:
                continue
            if source.knows(label):
                line = [(label, ""), *cells]
                laid.rows.append([*line, *after] if at == 0 else [*before, *line])
            elif any(text for text, _ in cells):
                laid.left_out.append(label)
    return laid


def in_columns(source: Source) -> Laid | None:
    """Table 08-1, where each 经济分类 has a column: the line 合计, turned upright."""
    total = next((at for at in range(source.header.body, len(source.raw.rows)) if _is_total(source, at)), None)
    table = source.spellings[0].table
    if total is None:
        return None
    codes = _economic(table.fixed_lines, table.label)
    cells: dict[str, Cell] = {}
    others: list[int] = []
    for column, path in enumerate(source.header.paths):
        code = codes.get(tuple(re.sub(r"^\d+", "", word) for word in _without_subtotal(path)))
        if code:
            cells.setdefault(code, source.cell(total, column))
        elif len(path) > 1:
            others.append(column)
    staff = [code for code in cells if code.startswith(STAFF)]
    rest = [code for code in cells if not code.startswith(STAFF)]
    head = [("科目代码", ""), (NAME, ""), (ACTUAL, "")]
    laid = Laid([head + head])
    for codes_of, words, side in ((staff, "人员经费合计", 0), (rest, "公用经费合计", 1)):
        lines = [[(code, ""), (table.label(code), ""), cells[code]] for code in codes_of]
        lines.append([(words, ""), BLANK, _sum({code: cells[code] for code in codes_of if len(code) == 3})])
        laid.rows += [line + [BLANK] * 3 if side == 0 else [BLANK] * 3 + line for line in lines]
    laid.left_out = _with_figures(source, others, [total])
    return laid if cells else None


def three_public(source: Source) -> Laid | None:
    """附03: the lines of “三公” with 决算数 and, as the note of the public table has it, 全年预算数 (not 年初)."""
    printed_as = {word: printed for printed, word in reversed(source.spellings[0].heads.items())}
    cells: list[list[Cell]] = []
    for measure, wanted in _THREE_MEASURES.items():
        for word, cell in _upright(source, wanted).items():
            cells.append([(measure, ""), (printed_as[word], ""), cell])
    measures = {column[0][0] for column in cells}
    left_out = [] if BUDGET in measures else [BUDGET]
    return Laid([list(row) for row in zip(*cells, strict=True)], left_out) if ACTUAL in measures else None


def _upright(source: Source, wanted: re.Pattern[str]) -> dict[str, Cell]:
    """The first figure of each line of “三公” in the columns with such a heading."""
    heads = {printed: word for spelling in source.spellings for printed, word in spelling.heads.items()}
    found: dict[str, Cell] = {}
    for label, columns in source.header.blocks():
        column = next((at for at in columns if wanted.fullmatch("".join(source.header.paths[at][-1:]))), None)
        for row in range(source.header.body, len(source.raw.rows) if column is not None else 0):
            bare = without_number(plain_word(source.raw.rows[row][label]))
            word = _THREE_TOTAL.get(bare) or heads.get(bare)
            if word and column is not None:
                found.setdefault(word, source.cell(row, column))
    return found


def _measure(path: Path, words: Mapping[str, str]) -> str | None:
    """The measure of a column: its heading alone, or below 本年支出; 小计 and 合计 stand for what is above them."""
    bare = _without_subtotal(path)
    return words.get(bare[-1]) if len(bare) == 1 or bare[:-1] == (EXPENDITURE,) else None


def _without_subtotal(path: Path) -> Path:
    return path[:-1] if len(path) > 1 and path[-1] in SUBTOTALS else path


def _actual(path: Path, words: Mapping[str, str]) -> str | None:
    """The measure of a column below 决算数, or of 决算数 itself."""
    if ACTUAL not in path:
        return None
    below = path[path.index(ACTUAL) + 1 :]
    return ACTUAL if not below else words.get(below[-1])


def _code(cells: Sequence[str]) -> str | None:
    """The code of a line (its parts may stand in columns of their own), or 合计; None for a row that is no line."""
    if any(plain_word(cell) == TOTAL for cell in cells):
        return TOTAL
    code = "".join(squeezed(cell) for cell in cells)
    return code if is_code(code) else None


def _is_total(source: Source, row: int) -> bool:
    return plain_word(next((cell for cell in source.raw.rows[row] if cell), "")) == TOTAL


def _lines(
    source: Source, row: int, blocks: Sequence[tuple[int, Mapping[str, int]]]
) -> Iterable[tuple[str, list[Cell] | None]]:
    """For each block its label and figures; a label that reaches over the next block has its figures there."""
    for at, (label, columns) in enumerate(blocks):
        text = source.raw.rows[row][label]
        cells = [source.cell(row, column) for column in columns.values()]
        if at + 1 < len(blocks) and at and not source.raw.rows[row][blocks[at + 1][0]] and not any(t for t, _ in cells):
            cells = [source.cell(row, column) for column in blocks[at + 1][1].values()]
        yield text, cells if text else None


def _economic(codes: Iterable[str], name: Callable[[str], str]) -> dict[Path, str]:
    """Codes by their headings: a 款 stands below its 类."""
    known = [code for code in codes if is_code(code)]
    return {tuple(plain_word(name(part)) for part in dict.fromkeys((code[:3], code))): code for code in known}


def _sum(cells: Mapping[str, Cell]) -> Cell:
    """Classes added up: 08-1 has no column of its own for 人员经费 and 公用经费."""
    told = {code: text for code, (text, _) in cells.items() if is_amount(text)}
    added = sum((parse(text) or Decimal(0) for text in told.values()), Decimal(0))
    return (str(added), f"由 {'、'.join(told)} 相加") if told else BLANK


def _with_figures(source: Source, columns: Iterable[int], rows: Iterable[int] | None = None) -> list[str]:
    """The headings of columns that hold something other than zero."""
    lines = range(source.header.body, len(source.raw.rows)) if rows is None else list(rows)
    holding = [at for at in columns if any(_is_something(source.raw.rows[row][at]) for row in lines)]
    return list(dict.fromkeys("·".join(source.header.paths[at]) for at in holding if source.header.paths[at]))


def _is_something(text: str) -> bool:
    try:
        return bool(parse(text))
    except AmountError:
        return False
