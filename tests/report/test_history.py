"""Undo takes back gesture by gesture, without end; redo does again what was undone."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from juesuan_desktop.report.change import CONFIRMED, IMPORTED, TYPED, UNCONFIRMED, Change, Gesture
from juesuan_desktop.report.history import History, history_of
from juesuan_desktop.report.report import (
    Report,
    applied,
    blanks_address,
    changed,
    confirmed,
    lines_address,
    section_address,
)

CELL, OTHER = "支出表[2010301·基本支出]", "支出表[2010301·项目支出]"


def typed(*values: str | None) -> tuple[Gesture, ...]:
    before = [None, *values]
    return tuple(
        Gesture(f"填写 {n}", (Change(CELL, old, new),))
        for n, (old, new) in enumerate(zip(before, values, strict=False), start=1)
    )


def replayed(log: Sequence[Gesture]) -> Report:
    return applied(Report(), [change for gesture in log for change in gesture.changes])


def undone(log: Sequence[Gesture]) -> tuple[Gesture, ...]:
    gesture = history_of(log).undo()
    assert gesture is not None
    return (*log, gesture)


def redone(log: Sequence[Gesture]) -> tuple[Gesture, ...]:
    gesture = history_of(log).redo()
    assert gesture is not None
    return (*log, gesture)


def test_nothing_done_is_nothing_to_undo() -> None:
    assert (History().undo(), History().redo()) == (None, None)


def test_an_undone_gesture_is_named_after_what_it_takes_back() -> None:
    gesture = history_of(typed("1")).undo()
    assert gesture == Gesture("撤销：填写 1", (Change(CELL, "1", None),))


def test_undo_goes_back_one_gesture_at_a_time() -> None:
    log = undone(undone(typed("1", "2", "3")))
    assert str(replayed(log).figures[CELL]) == "1"
    assert str(replayed(redone(log)).figures[CELL]) == "2"


def test_a_new_gesture_ends_what_could_be_redone() -> None:
    log = (*undone(typed("1", "2")), Gesture("填写 9", (Change(CELL, "1", "9"),)))
    assert history_of(log).redo() is None


def test_what_was_redone_can_be_undone_again() -> None:
    log = undone(redone(undone(typed("1", "2"))))
    assert str(replayed(log).figures[CELL]) == "1"


def test_a_gesture_of_many_cells_is_taken_back_as_one() -> None:
    paste = Gesture("粘贴 2 格", (Change(CELL, None, "1"), Change(OTHER, None, "2")))
    assert replayed(undone((paste,))) == Report()


def test_an_imported_figure_typed_over_is_an_imported_one_again() -> None:
    taken = Gesture("导入", (Change(CELL, None, "1", IMPORTED),))
    log = undone((taken, Gesture("填写", (Change(CELL, "1", "2", TYPED),))))
    assert replayed(log).sources == {CELL: IMPORTED}


def test_a_confirmation_taken_back_leaves_the_value_unconfirmed() -> None:
    carried = Gesture("结转", (Change(CELL, None, "1", UNCONFIRMED),))
    confirmation = Gesture("确认", confirmed(replayed((carried,)), [CELL]))
    log = (carried, confirmation)
    assert replayed(log).sources == {CELL: CONFIRMED}
    assert replayed(undone(log)).unconfirmed == (CELL,)


values = st.none() | st.decimals(-(10**9), 10**9, places=2).map(str)
wanted = st.one_of(
    st.dictionaries(st.sampled_from([CELL, OTHER, "收支总表[年末结转和结余]"]), values, min_size=1),
    st.fixed_dictionaries({section_address("职责"): st.none() | st.text("甲乙\n丙", min_size=1)}),
    st.fixed_dictionaries({lines_address("支出表"): st.sampled_from([None, "2010301\t行政运行", "\t其他"])}),
    st.fixed_dictionaries({blanks_address("支出表"): st.sampled_from([None, "零"])}),
)
Steps = list[tuple[dict[str, str | None], str]]
sources = st.sampled_from([TYPED, IMPORTED, UNCONFIRMED])


@given(st.lists(st.tuples(wanted, sources), max_size=12))
def test_everything_undone_is_the_start_everything_redone_the_end(
    steps: list[tuple[dict[str, str | None], str]],
) -> None:
    log: tuple[Gesture, ...] = ()
    for n, (step, source) in enumerate(steps):
        changes = changed(replayed(log), step, source)
        log += (Gesture(f"第 {n} 步", changes),) if changes else ()
    end, gestures = replayed(log), len(log)
    for _ in range(gestures):
        log = undone(log)
    assert replayed(log) == Report()
    for _ in range(gestures):
        log = redone(log)
    assert replayed(log) == end
