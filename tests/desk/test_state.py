"""After any edits the state is the same as if everything had been judged from the start."""

import random
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.state import state_of
from juesuan_desktop.forms.codes import Line

SAMPLE = locations.resources() / "samples" / "sample.txt"


def _edit(session: Session, dice: random.Random) -> None:
    """Something she might do."""
    table = dice.choice(session.form.tables)
    address = dice.choice([session.form.address(place) for place in table.places(session.lines(table))])
    edits = (
        lambda: session.type_figure(address, str(dice.randrange(1_000_000) / 100)),
        lambda: session.edit("清空", {address: None}),
        lambda: session.settle(table),
        session.undo,
        session.redo,
        lambda: session.type_text("收支总体", f"第 {dice.random()} 稿"),
        lambda: (
            session.set_lines("加行", table, (*session.lines(table), Line("2010301", "2010301", "行政运行")))
            if table.repeats
            else None
        ),
    )
    dice.choice(edits)()


@pytest.mark.parametrize("seed", range(4))
def test_judging_what_changed_is_judging_everything(seed: int) -> None:
    dice = random.Random(seed)
    session = desk().look_at(Path(SAMPLE))
    for _ in range(25):
        _edit(session, dice)
        anew = state_of(session.library, session.form, session.report)
        assert session.outcome.counts == anew.outcome.counts
        assert session.outcome.findings == anew.outcome.findings
        assert session.figures == anew.figures
