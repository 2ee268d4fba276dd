"""A table drawn once and kept up to date: after an edit only the cells whose figure changed are made anew."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from juesuan_desktop.desk.figures import Figures, is_empty
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.grid import Align, Cell, Grid
from juesuan_desktop.forms.paper import paper, redrawn
from juesuan_desktop.forms.table import Table

NOTHING: Figures = MappingProxyType({})
Frame = tuple[tuple[Line, ...], Mapping[str, str], bool]


class DrawnTable:
    """The grid of one table to work on, amounts in the unit they are typed in.

    Attributes:
        grid: as it was when it was last followed.
    """

    grid: Grid

    def __init__(self, session: Session, table: Table) -> None:
        self._session, self._table = session, table
        self._draw(self._frame_now())

    def follow(self) -> tuple[Cell, ...] | None:
        """Show the present report: the cells that changed, or None where lines, head or notes were drawn anew."""
        frame = self._frame_now()
        if frame != self._frame:
            self._draw(frame)
            return None
        words, figures = self._session.report.words, self._figures(frame)
        changed = []
        for number in self._numbers_to_look_at(figures):
            old = self._cells[number]
            self._cells[number] = new = redrawn(old, self._table, figures, words)
            if new is not old:
                changed.append(new)
        if changed:
            self.grid = replace(self.grid, cells=tuple(self._cells))
        return tuple(changed)

    def _numbers_to_look_at(self, figures: Figures) -> list[int]:
        """Where another amount stands than was drawn, and every cell that holds words."""
        cells, get = self._cells, figures.get
        other = [number for number, at in self._amounts if get(at) != cells[number].amount]
        return other + self._words

    def _frame_now(self) -> Frame:
        """Everything but figures that the picture of a table is made from."""
        session = self._session
        facts = {**session.facts, "金额单位": session.report.amount_unit}
        return session.lines(self._table), facts, is_empty(self._table, session.report, session.figures)

    def _figures(self, frame: Frame) -> Figures:
        """空表 stays blank, though its totals compute to zero."""
        return NOTHING if frame[2] else self._session.figures

    def _draw(self, frame: Frame) -> None:
        self._frame = frame
        lines, facts, _ = frame
        words = self._session.report.words
        self.grid = paper(self._session.form, self._table, lines, self._figures(frame), facts, words)
        self._cells = list(self.grid.cells)
        figures = [(number, cell) for number, cell in enumerate(self._cells) if cell.address is not None]
        self._amounts = [(number, cell.address or "") for number, cell in figures if cell.align is Align.RIGHT]
        self._words = [number for number, cell in figures if cell.align is not Align.RIGHT]
