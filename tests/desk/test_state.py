"""After any edits the state is the same as if everything had been judged from the start."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.state import State, state_of
from juesuan_desktop.forms.codes import Line, keyed
from juesuan_desktop.forms.table import Table
from juesuan_desktop.report.report import YEAR

SAMPLE = locations.resources() / "samples" / "sample.txt"
CODES = keyed([("2010301", "行政运行"), ("2010302", ""), ("2080505", ""), ("2299999", ""), ("20805", ""), ("", "其他")])


def _edit(session: Session, dice: random.Random) -> None:
    """Something she might do."""
    table = dice.choice(session.form.tables)
    address = dice.choice([session.form.address(place) for place in table.places(session.lines(table))])
    beside = dice.choice(session.form.supplements)
    other = next((session.form.address(place) for place in beside.places(session.lines(beside))), "单位表[单位性质]")
    edits = (
        lambda: session.type_figure(address, str(dice.randrange(1_000_000) / 100)),
        lambda: session.edit("清空", {address: None}),
        lambda: session.edit("粘贴", dict.fromkeys(_some(session, table, dice), "12.5")),
        lambda: session.edit("补充资料", {other: dice.choice(["7", "某词", None])}),
        lambda: session.edit("上年", {f"上年.{address}": dice.choice(["8", None])}),
        lambda: session.edit("改年度", {YEAR: dice.choice(["2022", "2023"])}),
        lambda: session.settle(table),
        session.undo,
        session.redo,
        lambda: session.type_text("收支总体", f"第 {dice.random()} 稿"),
        lambda: session.set_lines("改行", table, _other_lines(session.lines(table), dice)) if table.repeats else None,
    )
    dice.choice(edits)()


def _some(session: Session, table: Table, dice: random.Random) -> list[str]:
    addresses = [session.form.address(place) for place in table.places(session.lines(table))]
    return dice.sample(addresses, min(len(addresses), 9))


def _other_lines(lines: Sequence[Line], dice: random.Random) -> tuple[Line, ...]:
    """Lines added, taken away or in another order."""
    more = (*lines, dice.choice(CODES))
    return tuple(dice.choice((more, more, lines[1:], lines[:-1], lines[::-1])))


def _told(state: State) -> tuple[object, ...]:
    """Everything that follows from a report, fills in whatever order they may run."""
    binding, outcome = state.binding, state.outcome
    rules = binding.checks, set(binding.fills), binding.faults, binding.not_applicable
    told = outcome.findings, outcome.functions, outcome.counts, outcome.faults
    return (*rules, outcome.verdicts.found, outcome.verdicts.idle, state.evidence, state.ground.doubts, *told)


@pytest.mark.parametrize("form", ["hunan", "national", "shanghai"])
@pytest.mark.parametrize("seed", range(3))
def test_following_an_edit_is_working_out_everything(form: str, seed: int) -> None:
    dice = random.Random(f"{form}{seed}")
    session = desk().look_at(Path(SAMPLE), form)
    for _ in range(30):
        _edit(session, dice)
        assert _told(session.state) == _told(state_of(session.library, session.form, session.report))
