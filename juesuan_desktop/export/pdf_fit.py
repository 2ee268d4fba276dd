"""How a table is made to fit its paper: size of the type, widths of columns, heights of rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.lines import balanced, break_lines, units
from juesuan_desktop.forms.grid import Cell, Grid, Role

LEADING = 1.2
PAD = 2.5  # white space left and right in a cell
_PAD_ABOVE = 0.5  # above and below, at the least
_UNCRAMPED = 0.15  # what a row should have above that, in sizes
_AIRY = 2.3  # the height of a comfortable row of one line, in sizes
_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)  # for one page
_COST_OF_WRAP = 1.1  # type this much larger is not worth one more line that is broken
_SIZE_OF_MANY = 9.0  # on many pages
_SMALLEST = 6.5
_SHRINK = 0.88  # a text that needs but little more room is set smaller rather than broken
HEAD = 10.5
_SPACE_ROUND = {Role.TITLE: 12.0, Role.HEAD: 4.0, Role.NOTE: 3.0}
_FIXED = {Role.TITLE: 16.0, Role.HEAD: HEAD, Role.NOTE: 9.5}


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The lines of a cell and the size they are set in."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """The room the lines need."""
        return len(self.lines) * self.size * LEADING + 2 * _PAD_ABOVE


@dataclass(frozen=True, slots=True)
class Plan:
    """A fitted table: ``texts`` runs parallel to the grid's cells."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    texts: tuple[Wrapped, ...]


def fit(grid: Grid, width: float, height: float, fonts: Fonts) -> Plan:
    """The largest type with which the table fits one page, else a readable one for many pages."""
    needs = _needs(grid, fonts)
    sizes = [size for size in _SIZES if grid.rows * (size * LEADING + 2 * _PAD_ABOVE) <= height]
    plans = [(size, _plan(grid, width, size, needs, fonts)) for size in sizes]
    for air in (_UNCRAMPED, 0.0):
        fitting = [(size, plan) for size, plan in plans if sum(plan.heights) + air * size * grid.rows <= height]
        if fitting:
            size, plan = max(fitting, key=lambda pair: pair[0] - _COST_OF_WRAP * _wraps(grid, pair[1]))
            return _aired(grid, plan, size, height - sum(plan.heights))
    plan = _plan(grid, width, _SIZE_OF_MANY, needs, fonts)
    return _aired(grid, plan, _SIZE_OF_MANY, float("inf"))


def use_of(role: Role) -> Use:
    """The hand a cell is written in."""
    return Use.HEI if role is Role.TITLE else Use.SONG


def _plan(grid: Grid, width: float, size: float, needs: Sequence[float], fonts: Fonts) -> Plan:
    widths = _widths(grid, width, [need * size + 2 * PAD for need in needs])
    extents = [max(sum(widths[cell.column : cell.column + cell.width]) - 2 * PAD, 1.0) for cell in grid.cells]
    texts = tuple(_wrap(cell, extent, size, fonts) for cell, extent in zip(grid.cells, extents, strict=True))
    return Plan(widths, _heights(grid, texts, size), texts)


def _needs(grid: Grid, fonts: Fonts) -> list[float]:
    """The narrowest each column may be, at size 1: a figure, a code or a word is never broken."""
    needs = [1.0] * grid.columns
    face = fonts[Use.SONG]
    for cell in grid.cells:
        if cell.role.is_ruled and cell.width == 1 and cell.text:
            whole = [cell.text] if _is_whole(cell) or len(cell.text) == 2 else units(cell.text)
            needs[cell.column] = max(needs[cell.column], *(face.width(unit) for unit in whole))
    return needs


def _widths(grid: Grid, width: float, least: list[float]) -> tuple[float, ...]:
    """The grid's widths scaled to the paper; columns too narrow for their figures take from those with room."""
    shares = [share * width / sum(grid.widths) for share in grid.widths]
    if sum(least) >= width:
        return tuple(need * width / sum(least) for need in least)
    widths = [max(share, need) for share, need in zip(shares, least, strict=True)]
    room = [share - need for share, need in zip(widths, least, strict=True)]
    taken = (sum(widths) - width) / sum(room)
    return tuple(share - taken * free for share, free in zip(widths, room, strict=True))


def _wrap(cell: Cell, extent: float, size: float, fonts: Fonts) -> Wrapped:
    face = fonts[use_of(cell.role)]
    size = _FIXED.get(cell.role, size)
    natural = face.width(cell.text) * size
    if cell.role is Role.HEAD or (natural <= extent and "\n" not in cell.text):
        return Wrapped((cell.text,), size)  # a line of the head runs on over its neighbours
    if _is_whole(cell) or (cell.role.is_ruled and natural * _SHRINK <= extent and "\n" not in cell.text):
        return Wrapped((cell.text,), size * extent / natural)
    longest = max(map(face.width, units(cell.text)))
    size = max(min(size, extent / longest), _SMALLEST)
    breaker = balanced if cell.role in (Role.HEADER, Role.TITLE) else break_lines
    return Wrapped(tuple(line.rstrip() for line in breaker(cell.text, extent / size, face.width)), size)


def _heights(grid: Grid, texts: Sequence[Wrapped], size: float) -> tuple[float, ...]:
    """The least height of each row; a cell over several rows stretches its last one."""
    heights = [size * LEADING + 2 * _PAD_ABOVE] * grid.rows
    for cell, text in sorted(zip(grid.cells, texts, strict=True), key=lambda pair: pair[0].height):
        rows = slice(cell.row, cell.row + cell.height)
        needed = text.height + _SPACE_ROUND.get(cell.role, 0.0)
        heights[cell.row + cell.height - 1] += max(0.0, needed - sum(heights[rows]))
    return tuple(heights)


def _wraps(grid: Grid, plan: Plan) -> int:
    """How many lines below the header are broken."""
    return sum(
        cell.role is Role.LABEL and len(text.lines) > 1 for cell, text in zip(grid.cells, plan.texts, strict=True)
    )


def _aired(grid: Grid, plan: Plan, size: float, spare: float) -> Plan:
    """Make the ruled rows comfortable as far as there is room."""
    ruled = grid.ruled_rows()
    wishes = [max(_AIRY * size - h, size / 2) if row in ruled else 0.0 for row, h in enumerate(plan.heights)]
    given = min(1.0, spare / (sum(wishes) or 1.0))
    return Plan(plan.widths, tuple(h + wish * given for h, wish in zip(plan.heights, wishes, strict=True)), plan.texts)


def _is_whole(cell: Cell) -> bool:
    """Whether the text must stand on one line."""
    return cell.role.is_figure or cell.role is Role.CODE
