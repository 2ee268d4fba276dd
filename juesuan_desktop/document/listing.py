"""A list on landscape pages: a title, a line below it, named columns, rows, notes at the foot."""

from collections.abc import Iterator, Mapping, Sequence

from juesuan_desktop.forms.grid import Align, Cell, Grid, Role

TITLE_ROW, LINE_ROW, HEADER_ROW, FIRST_ROW = range(4)


def listing(
    title: str, line: Sequence[Cell], columns: Mapping[str, float], rows: Sequence[Cell], notes: Sequence[str]
) -> Grid:
    """The list. ``columns`` are headings with their widths in characters; ``rows`` begin in ``FIRST_ROW``."""
    end = max((cell.row + cell.height for cell in rows), default=FIRST_ROW)
    foot = (Cell(end + below, 0, Role.NOTE, text, width=len(columns)) for below, text in enumerate(notes))
    return Grid(
        id=title,
        name=title,
        title=title,
        number="",
        sheet=title,
        rows=end + len(notes),
        columns=len(columns),
        cells=(*_head(title, line, columns), *rows, *foot),
        widths=tuple(map(float, columns.values())),
        header=range(HEADER_ROW, FIRST_ROW),
        landscape=True,
    )


def _head(title: str, line: Sequence[Cell], columns: Mapping[str, float]) -> Iterator[Cell]:
    yield Cell(TITLE_ROW, 0, Role.TITLE, title, width=len(columns), align=Align.CENTER)
    yield from line
    for column, heading in enumerate(columns):
        yield Cell(HEADER_ROW, column, Role.HEADER, heading, align=Align.CENTER)
