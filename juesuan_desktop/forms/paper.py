"""From meaning to paper: a table's picture with a report's lines and figures laid into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from juesuan_desktop.amounts import printed
from juesuan_desktop.forms.addresses import split
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.grid import Align, Cell, Grid, Role
from juesuan_desktop.forms.picture import Kind, Sketch
from juesuan_desktop.forms.table import COUNT, MONEY, SCORE, Table

Figures = Mapping[str, Decimal]
Facts = Mapping[str, str]

MONEY_UNIT = "{金额单位}"
PLACES = {MONEY: 2, COUNT: 0, SCORE: 2}
"""Decimals of the kinds of cells that hold numbers; a cell of any other kind holds words."""


def paper(
    form: Form,
    table: Table,
    lines: Sequence[Line],
    figures: Figures,
    facts: Facts,
    words: Mapping[str, str] = MappingProxyType({}),
) -> Grid:
    """The table as it lies on the paper, head and notes included.

    ``figures`` are amounts by address in the unit the form prints; an address without a figure stays blank. ``facts``
    fill the words in braces ({单位}, {年度} …) of head, title and notes; ``words`` stand in cells that hold no amount.
    """
    told = {"金额单位": form.amount_unit, "表号": table.layout.number, "表题": table.layout.title, **facts}
    head = tuple(_head(form, table, told))
    top = max((cell.row for cell in head), default=-1) + 1
    body = _Body(table, lines, figures, words)
    ruled = tuple(body.cells(top))
    bottom = top + body.rows
    notes = tuple(_notes(table, bottom, told, is_empty=not any(cell.amount is not None for cell in ruled)))
    return Grid(
        id=table.id,
        name=table.name,
        title=filled(table.layout.title, told),
        number=table.layout.number,
        sheet=table.layout.sheet,
        rows=bottom + len(notes),
        columns=table.picture.columns,
        cells=head + ruled + notes,
        widths=table.layout.widths,
        header=range(top, top + table.picture.body),
        landscape=table.layout.landscape,
        places=table.layout.places,
    )


def redrawn(cell: Cell, table: Table, figures: Figures, words: Mapping[str, str]) -> Cell:
    """A cell with what stands at its address now; the very same one where nothing changed."""
    at = cell.address
    if at is None or (figures.get(at) == cell.amount and (cell.amount is not None or words.get(at, "") == cell.text)):
        return cell
    found = split(at)
    place = table.place(found[1]) if found else None
    if place is None:
        return cell
    text, amount = _standing(table, at, table.kind(place.line, place.measure), figures, words)
    return cell if (text, amount) == (cell.text, cell.amount) else cell._replace(text=text, amount=amount)


def _standing(
    table: Table, address: str, kind: str, figures: Figures, words: Mapping[str, str]
) -> tuple[str, Decimal | None]:
    """What is printed at an address, and the amount behind it. Words that look like an amount are kept as one."""
    amount = figures.get(address)
    if kind not in PLACES:
        return words.get(address, "") if amount is None else str(amount), None
    if amount is None:
        return "", None
    if kind == MONEY:
        return printed(amount, table.layout.places) if amount else table.layout.zero, amount
    return printed(amount, PLACES[kind]), amount


def filled(text: str, facts: Facts) -> str:
    """``text`` with its words in braces replaced; an unknown word stays as it is."""
    for word, value in facts.items():
        text = text.replace(f"{{{word}}}", value)
    return text


def _head(form: Form, table: Table, facts: Facts) -> Iterator[Cell]:
    width = table.picture.columns
    yield Cell(0, 0, Role.TITLE, filled(table.layout.title, facts), width=width, align=Align.CENTER)
    row = 1
    for texts in form.head:
        told = [filled(text, facts) if MONEY_UNIT not in text or table.has_money else "" for text in texts]
        if not any(told):
            continue
        yield from _three(row, told, table.layout.widths)
        row += 1


def _three(row: int, texts: Sequence[str], widths: Sequence[float]) -> Iterator[Cell]:
    """Left, middle and right text of a head row; a row with one text gets the whole width.

    Where there are fewer columns than texts, the first two share one: none is lost.
    """
    aligns = (Align.LEFT, Align.CENTER, Align.RIGHT)
    present = [(text, align) for text, align in zip(texts, aligns, strict=True) if text]
    if len(present) > len(widths) > 1:
        (left, align), (middle, _), *rest = present
        present = [(f"{left}　{middle}", align), *rest]
    edges = _edges(widths, len(present))
    for (text, align), start, stop in zip(present, edges, edges[1:], strict=False):
        yield Cell(row, start, Role.HEAD, text, width=stop - start, align=align)


def _edges(widths: Sequence[float], parts: int) -> list[int]:
    """Column edges that cut the table into ``parts`` of about equal width, none empty."""
    total, edges, run = sum(widths), [0], 0.0
    for column, width in enumerate(widths):
        run += width
        remaining = len(widths) - column - 1
        if len(edges) < parts and (run >= total * len(edges) / parts or remaining == parts - len(edges)):
            edges.append(column + 1)
    return [*edges, len(widths)]


def _notes(table: Table, row: int, facts: Facts, *, is_empty: bool) -> Iterator[Cell]:
    texts = (*table.layout.notes, *((table.layout.empty,) if is_empty and table.layout.empty else ()))
    for offset, text in enumerate(texts):
        yield Cell(row + offset, 0, Role.NOTE, filled(text, facts), width=table.picture.columns)


@dataclass(frozen=True)
class _Body:
    """The ruled part: the picture's rows, its repeating rows written out once for each line."""

    table: Table
    lines: Sequence[Line]
    figures: Figures
    words: Mapping[str, str]

    @property
    def rows(self) -> int:
        return len(self._plan)

    @cached_property
    def _plan(self) -> list[tuple[int, Line | None]]:
        """Which picture row makes each paper row, and for which line."""
        plan: list[tuple[int, Line | None]] = []
        templates = self._templates()
        written = False
        for row in range(self.table.picture.rows):
            if row not in templates.values():
                plan.append((row, None))
            elif not written:
                plan += [(templates.get(line.level, templates["项"]), line) for line in self.lines]
                written = True
        return plan

    def _templates(self) -> dict[str, int]:
        """The picture row that draws each code level."""
        picture = self.table.picture
        starts = [cell for cell in picture.cells() if cell.kind is Kind.REPEAT and cell.word]
        return {level: cell.row for cell in starts for level in self.table.repeat_levels(cell.row)}

    def cells(self, top: int) -> Iterator[Cell]:
        for row, (drawn, line) in enumerate(self._plan, start=top):
            sketches = self.table.picture.beginning[drawn]
            yield from self._fixed_row(row, sketches) if line is None else self._line_row(row, sketches, line)

    def _fixed_row(self, row: int, sketches: Sequence[Sketch]) -> Iterator[Cell]:
        for sketch in sketches:
            if sketch.kind is Kind.BOX:
                box = self.table.boxes_at[sketch.row, sketch.column]
                yield self._figure(row, sketch, box.line, box.measure, self.table.address(box.line, box.measure))
            else:
                yield self._printed(row, sketch)

    def _line_row(self, row: int, sketches: Sequence[Sketch], line: Line) -> Iterator[Cell]:
        """A repeating row, written out for one line."""
        addresses = self.table.addresses(line.key)
        words = iter(_words(line, sum(sketch.kind is Kind.REPEAT for sketch in sketches)))
        for sketch in sketches:
            if sketch.kind is Kind.BOX:
                measure = self.table.boxes_at[sketch.row, sketch.column].measure
                yield self._figure(row, sketch, line.key, measure, addresses[measure])
            elif sketch.kind is Kind.REPEAT:
                role, text, align = next(words)
                yield Cell(row, sketch.column, role, text, width=sketch.width, align=align)
            else:
                yield self._printed(row, sketch)

    def _figure(self, row: int, sketch: Sketch, line: str, measure: str, address: str) -> Cell:
        kind = self.table.kind(line, measure)
        text, amount = _standing(self.table, address, kind, self.figures, self.words)
        role = Role.COMPUTED if sketch.computed else Role.TYPED
        align = Align.RIGHT if kind in PLACES else Align.LEFT
        return Cell(row, sketch.column, role, text, align=align, amount=amount, address=address)

    def _printed(self, row: int, sketch: Sketch) -> Cell:
        role, align = self._look(sketch)
        return Cell(row, sketch.column, role, sketch.printed, sketch.height, sketch.width, align)

    def _look(self, sketch: Sketch) -> tuple[Role, Align]:
        if sketch.row < self.table.picture.body:
            return Role.HEADER, Align.CENTER
        if not sketch.printed:
            return Role.PAPER, Align.LEFT
        if sketch.printed.isdigit():
            named = self.table.words.is_line(sketch.word)
            return (Role.CODE, Align.LEFT) if named else (Role.PAPER, Align.CENTER)
        return Role.LABEL, Align.CENTER if sketch.width > 1 else Align.LEFT


def _words(line: Line, cells: int) -> Sequence[tuple[Role, str, Align]]:
    """What the cells of a line's words say: its code in one cell or cut into several, its name in the last one."""
    parts = (line.code,) if cells == 2 else (line.code[:3], line.code[3:5], line.code[5:7])
    align = Align.LEFT if cells == 2 else Align.CENTER
    return *((Role.CODE, part, align) for part in parts[: cells - 1]), (Role.LABEL, line.name, Align.LEFT)
