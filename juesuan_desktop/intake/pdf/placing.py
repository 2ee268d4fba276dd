"""Which cell the characters of a line belong to: what reaches over a ruling stays whole, in the cell it was set in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from juesuan_desktop.intake.pdf.glyphs import Glyph
from juesuan_desktop.intake.pdf.lattice import Lattice, Slot
from juesuan_desktop.intake.pdf.lines import Line, is_latin, median, spaced

TOGETHER = 0.12
EVEN = 0.04
CUT = 0.15
OVER = 0.3
NEAR = 0.6
_WHOLE_FIGURE = re.compile(r"-?[\d,]+\.\d+%?")


class _Run(NamedTuple):
    """Characters set one after the other without a gap, and the cell that each of them stands in."""

    glyphs: Sequence[Glyph]
    slots: Sequence[Slot]

    @property
    def is_figure(self) -> bool:
        return all(is_latin(glyph.text) for glyph in self.glyphs)

    def parts(self) -> list["_Run"]:
        """The run cut where the cell changes."""
        cuts = [at for at, (before, after) in enumerate(pairwise(self.slots), 1) if before != after]
        return [_Run(self.glyphs[a:b], self.slots[a:b]) for a, b in pairwise([0, *cuts, len(self.slots)])]


def placed(lattice: Lattice, line: Line) -> Iterator[tuple[Slot, Sequence[Glyph]]]:
    """The line's characters by cell."""
    runs = [part for glyphs in _together(line.glyphs) for part in _evenly_set(_run(lattice, glyphs))]
    for run in runs:
        parts = run.parts()
        others = [one for one in runs if one is not run and one.slots[0] == one.slots[-1]] if len(parts) > 1 else []
        if len(parts) > 1 and (any(_overlap(run, one) for one in others) or _is_one(run, parts, lattice)):
            yield _home(run, {one.slots[0] for one in others}, lattice), run.glyphs
        else:
            yield from ((part.slots[0], part.glyphs) for part in parts)


def _together(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters without a gap, in the order in which the file draws them: two texts that overlap are not mixed."""
    run: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: (one.number, one.left)):
        if run and abs(glyph.left - run[-1].right) > TOGETHER * glyph.size:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _run(lattice: Lattice, glyphs: Sequence[Glyph]) -> _Run:
    middle = median(glyph.middle for glyph in glyphs)
    return _Run(glyphs, [lattice.slot(_inside(lattice, glyph), middle) or (0, 0) for glyph in glyphs])


def _inside(lattice: Lattice, glyph: Glyph) -> float:
    x = (glyph.left + glyph.right) / 2
    return min(max(x, lattice.edges[0]), lattice.edges[-1] - 1)


def _evenly_set(run: _Run) -> list[_Run]:
    """A run over several cells cut where it is not evenly set: 行次 1 just before 13,468,593.18."""
    if run.slots[0] == run.slots[-1]:
        return [run]
    gaps = [after.left - before.right for before, after in pairwise(run.glyphs)]
    usual, slack = median(gaps), EVEN * run.glyphs[0].size
    cuts = [at for at, gap in enumerate(gaps, 1) if abs(gap - usual) > slack]
    return [_Run(run.glyphs[a:b], run.slots[a:b]) for a, b in pairwise([0, *cuts, len(run.glyphs)])]


def _overlap(one: _Run, other: _Run) -> bool:
    """Whether two texts are printed one over the other."""
    right, left = min(one.glyphs[-1].right, other.glyphs[-1].right), max(one.glyphs[0].left, other.glyphs[0].left)
    return right - left > OVER * one.glyphs[0].size


def _is_one(run: _Run, parts: Sequence[_Run], lattice: Lattice) -> bool:
    """Whether a run over several cells is one text: a figure not whole in each, or a word that a ruling cuts."""
    if run.is_figure:
        return not all(_WHOLE_FIGURE.fullmatch(spaced(part.glyphs, "")) for part in parts)
    return any(_cut(glyph, lattice) for glyph in run.glyphs)


def _cut(glyph: Glyph, lattice: Lattice) -> bool:
    """Whether a column's side goes through a character, not just along it."""
    margin = CUT * glyph.size
    return any(glyph.left + margin < edge < glyph.right - margin for edge in lattice.edges[1:-1])


def _home(run: _Run, taken: set[Slot], lattice: Lattice) -> Slot:
    """The cell that a text over several was set in: it begins at its left side or ends at its right one, and no other
    text is there; else the cell that most of it is in."""
    free = [slot for slot in dict.fromkeys(run.slots) if slot not in taken]
    if len(free) == 1:
        return free[0]
    sides = [(_starts(run, lattice), run.slots[0]), (_ends(run, lattice), run.slots[-1])]
    at_side = [slot for is_near, slot in (sides[::-1] if run.is_figure else sides) if is_near and slot not in taken]
    return at_side[0] if at_side else Counter(run.slots).most_common(1)[0][0]


def _starts(run: _Run, lattice: Lattice) -> bool:
    edge, size = lattice.edges[run.slots[0][1]], run.glyphs[0].size
    return run.glyphs[0].left - edge < NEAR * size


def _ends(run: _Run, lattice: Lattice) -> bool:
    row = run.slots[-1]
    last = max(column for (_, column), first in lattice.first.items() if first == row)
    return lattice.edges[last + 1] - run.glyphs[-1].right < NEAR * run.glyphs[-1].size
