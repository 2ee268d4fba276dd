"""Columns have room for every amount, though amounts are measured by how many digits they have."""

import random
from collections.abc import Iterable

import pytest

from juesuan_desktop.forms.grid import Align, Cell, Grid, Role
from juesuan_desktop.gui.grid.columns import Columns
from juesuan_desktop.gui.grid.measure import PAD, ZOOMS, SheetFonts
from juesuan_desktop.gui.look.look import Look


def _grid(texts: Iterable[str]) -> Grid:
    amounts = (Cell(row, 0, Role.TYPED, text, align=Align.RIGHT) for row, text in enumerate(texts))
    return Grid("t", "表", "表", "", "", 1, 1, tuple(amounts), (1.0,), range(0), landscape=False)


@pytest.mark.parametrize("zoom", ZOOMS[::3])
def test_every_amount_has_its_room(look: Look, zoom: float) -> None:
    dice = random.Random(zoom)
    texts = [f"{dice.randrange(-(10**9), 10**9) / 100:,.2f}" for _ in range(300)]
    fonts = SheetFonts.at(look.fonts, zoom)
    (width,) = Columns(_grid(texts)).at(fonts)
    ruler = fonts.ruler(Role.TYPED)
    widest = max(ruler.metrics.horizontalAdvance(text) for text in texts)
    assert width >= widest + 2 * PAD
    assert width <= widest + 2 * PAD + ruler.width("0"), "no more room than the widest number of as many digits takes"
