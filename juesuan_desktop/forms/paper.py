"""From meaning to paper: a table's picture with a report's lines and figures laid into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
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
    return cell if (text, amount) == (cell.text, cell.amount) else replace(cell, text=text, amount=amount)


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
        told = [filled(text, facts) for text in texts]
        if not any(told):
            continue
        yield from _three(row, told, table.layout.widths)
        row += 1


def _three(row: int, texts: Sequence[str], widths: Sequence[float]) -> Iterator[Cell]:
    """Left, middle and right text of a head row; a row with one text gets the whole width."""
    aligns = (Align.LEFT, Align.CENTER, Align.RIGHT)
    present = [(text, align) for text, align in zip(texts, aligns, strict=True) if text]
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
        return len(self._plan())

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
        for offset, (row, line) in enumerate(self._plan()):
            repeats = 0
            for column, sketch in enumerate(self.table.picture.owner[row]):
                if (sketch.row, sketch.column) != (row, column):
                    continue
                yield replace(self._cell(sketch, line, repeats), row=top + offset)
                repeats += sketch.kind is Kind.REPEAT

    def _cell(self, sketch: Sketch, line: Line | None, repeats: int) -> Cell:
        if sketch.kind is Kind.BOX:
            return self._figure(sketch, line)
        if sketch.kind is Kind.REPEAT and line is not None:
            return self._words(sketch, line, repeats)
        return self._printed(sketch)

    def _figure(self, sketch: Sketch, line: Line | None) -> Cell:
        box = self.table.boxes_at[sketch.row, sketch.column]
        key = line.key if line else box.line
        address, kind = self.table.address(key, box.measure), self.table.kind(key, box.measure)
        text, amount = _standing(self.table, address, kind, self.figures, self.words)
        role = Role.COMPUTED if sketch.computed else Role.TYPED
        align = Align.RIGHT if kind in PLACES else Align.LEFT
        return Cell(0, sketch.column, role, text, align=align, amount=amount, address=address)

    def _words(self, sketch: Sketch, line: Line, nth: int) -> Cell:
        codes = self._code_cells(sketch.row)
        if nth >= codes:
            return Cell(0, sketch.column, Role.LABEL, line.name, width=sketch.width)
        parts = (line.code[:3], line.code[3:5], line.code[5:7])
        text = line.code if codes == 1 else parts[nth]
        align = Align.LEFT if codes == 1 else Align.CENTER
        return Cell(0, sketch.column, Role.CODE, text, width=sketch.width, align=align)

    def _code_cells(self, row: int) -> int:
        """How many cells a line's code is split into; the last repeating cell is the name."""
        return sum(cell.kind is Kind.REPEAT for cell in dict.fromkeys(self.table.picture.owner[row])) - 1

    def _printed(self, sketch: Sketch) -> Cell:
        role, align = self._look(sketch)
        return Cell(0, sketch.column, role, sketch.printed, sketch.height, sketch.width, align)

    def _look(self, sketch: Sketch) -> tuple[Role, Align]:
        if sketch.row < self.table.picture.body:
            return Role.HEADER, Align.CENTER
        if not sketch.printed:
            return Role.PAPER, Align.LEFT
        if sketch.printed.isdigit():
            named = self.table.words.is_line(sketch.word)
            return (Role.CODE, Align.LEFT) if named else (Role.PAPER, Align.CENTER)
        return Role.LABEL, Align.CENTER if sketch.width > 1 else Align.LEFT
