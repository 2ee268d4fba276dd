"""Which check fills a computed cell (▣), and in which order they fill."""

import graphlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.notation import PER_LINE


def one_fill_each(checks: list[Check]) -> tuple[list[Check], list[Fault]]:
    """Each ▣ is filled by one rule: 每行 wins over 每栏 and 逐级, any other second `:=` is a fault."""
    filler: dict[str, int] = {}
    faults: list[Fault] = []
    kept = list(checks)
    for index, check in enumerate(checks):
        if not check.target:
            continue
        other = filler.setdefault(check.target, index)
        if other == index:
            continue
        loser = _loser(kept[other], check)
        if loser is None:
            faults.append(check.rule.fault(f"{check.target} 已由 {kept[other].rule.id} 填写，不能再有第二个 :="))
            loser = check
        gone, filler[check.target] = (index, other) if loser is check else (other, index)
        kept[gone] = checks[gone]._replace(target="")
    return kept, faults


def _loser(first: Check, second: Check) -> Check | None:
    rows = [check.rule.quantifier == PER_LINE for check in (first, second)]
    if rows == [True, False]:
        return second
    return first if rows == [False, True] else None


def in_order(fills: Sequence[Check]) -> tuple[tuple[Check, ...], list[Fault]]:
    """Fills sorted so that each finds its operands filled."""
    by_target = {check.target: check for check in fills}
    operands = {check.target: [cell for cell in chain(*check.right) if cell in by_target] for check in fills}
    users: defaultdict[str, list[str]] = defaultdict(list)
    for target, cells in operands.items():
        for cell in cells:
            users[cell].append(target)
    waiting = {target: len(cells) for target, cells in operands.items()}
    order = [target for target, count in waiting.items() if not count]
    for target in order:  # grows while it is walked
        for user in users.get(target, ()):
            waiting[user] -= 1
            if not waiting[user]:
                order.append(user)
    circle = _circle({target: cells for target, cells in operands.items() if waiting[target]})
    if circle:
        return (), [by_target[circle[0]].rule.fault(f"互相计算，绕成了圈：{' → '.join(circle)}")]
    return tuple([by_target[target] for target in order]), []


def _circle(operands: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Cells that wait for each other; empty if there are none."""
    try:
        graphlib.TopologicalSorter(operands).prepare()
    except graphlib.CycleError as error:
        return tuple(error.args[1])
    return ()
