"""A table drawn once and kept up to date: after an edit only the cells whose figure changed are made anew."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from juesuan_desktop.desk.figures import Figures, is_empty
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.grid import Cell, Grid
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
        report, figures = self._session.report, self._figures(frame)
        changed = []
        for number in self._numbers:
            old = self._cells[number]
            new = redrawn(old, self._table, figures, report.words)
            if new is not old:
                self._cells[number] = new
                changed.append(new)
        if changed:
            self.grid = replace(self.grid, cells=tuple(self._cells))
        return tuple(changed)

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
        self._numbers = [number for number, cell in enumerate(self._cells) if cell.address is not None]
