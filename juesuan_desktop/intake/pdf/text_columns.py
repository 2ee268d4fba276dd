"""Text set in two columns, or two pages on one sheet: read down the left column, then down the right one."""

from collections.abc import Sequence
from itertools import pairwise

from juesuan_desktop.intake.pdf.feet import Sheet
from juesuan_desktop.intake.pdf.lines import Line, median

GUTTER = 1.2  # sizes of the type
FEWEST = 10
EDGE = 0.3  # of the width: a gutter stands no nearer to the side
FULL, NEAR = 0.4, 2.0


def unfolded(sheet: Sheet) -> Sheet:
    """The page with its right column put below the left one; a page of one column as it is."""
    gutter = _gutter(sheet.lines)
    if gutter is None:
        return sheet
    left, right = zip(*(_parted(line, gutter) for line in sheet.lines), strict=True)
    first, second = [line for line in left if line is not None], [line for line in right if line is not None]
    if not _is_full(first) or not _is_full(second):
        return sheet
    step = median(b.base - a.base for a, b in pairwise(first))
    down, across = first[-1].base + step - second[0].base, min(map(_left, second)) - min(map(_left, first))
    return sheet._replace(lines=(*first, *(_moved(line, across, down) for line in second)))


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest strip in the middle of the page in which no word stands."""
    if len(lines) < FEWEST:
        return None
    size, words = median(line.size for line in lines), sorted((g.left, g.right) for line in lines for g in line.glyphs)
    left, right = words[0][0], max(end for _, end in words)
    reached, strips = left, list[tuple[float, float]]()
    for start, end in words:
        if start - reached > GUTTER * size:
            strips.append((start - reached, (start + reached) / 2))
        reached = max(reached, end)
    inner = [strip for strip in strips if left + EDGE * (right - left) < strip[1] < right - EDGE * (right - left)]
    return max(inner)[1] if inner else None


def _parted(line: Line, gutter: float) -> tuple[Line | None, Line | None]:
    left = tuple(glyph for glyph in line.glyphs if glyph.left < gutter)
    right = line.glyphs[len(left) :]
    return (line._replace(glyphs=left) if left else None, line._replace(glyphs=right) if right else None)


def _is_full(lines: Sequence[Line]) -> bool:
    """Whether it is running text: most lines end at the right side. A list with columns is none."""
    edge = max((line.right for line in lines), default=0)
    return len(lines) >= FEWEST and sum(edge - line.right < NEAR * line.size for line in lines) > FULL * len(lines)


def _left(line: Line) -> float:
    return line.left


def _moved(line: Line, across: float, down: float) -> Line:
    glyphs = tuple(g._replace(left=g.left - across, right=g.right - across, base=g.base + down) for g in line.glyphs)
    return line._replace(glyphs=glyphs, base=line.base + down)
