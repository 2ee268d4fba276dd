"""What every balanced report proves about the rules: all of them accept it, and none lets a changed figure pass."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.balanced import Balanced
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.judging import Evidence, Judgement, Verdict, judge, judge_one

CENT = Decimal("0.01")


def rejected(report: Balanced, evidence: Evidence) -> tuple[Judgement, ...]:
    """Every check that calls the balanced report wrong; a mere reminder (提醒) does not."""
    judgements = judge(report.binding, evidence).judgements
    return tuple(one for one in judgements if one.verdict is not Verdict.ROUNDING and one.check.rule.level != "info")


def unnoticed(report: Balanced, evidence: Evidence, change: Decimal | None = None) -> Iterator[str]:
    """Every cell that can be changed without one of its own error rules breaking.

    The change is a given one, or (None) the least to be noticed: a cent, in 万元 a cent more than rounding allows.
    """
    figures = dict(evidence.figures)
    changed = replace(evidence, figures=figures)
    for cell, checks in _errors_by_cell(report).items():
        before = figures.get(cell)
        figures[cell] = (before or Decimal(0)) + (_beyond(checks, changed) if change is None else change)
        if not any(_is_broken(check, changed) for check in checks):
            yield cell
        if before is None:
            del figures[cell]
        else:
            figures[cell] = before


def _errors_by_cell(report: Balanced) -> Mapping[str, Sequence[Check]]:
    checks: dict[str, list[Check]] = {cell: [] for cell in report.figures}
    for check in report.binding.checks:
        for cell in check.cells if check.rule.level == "error" else ():
            if cell in checks and not check.tables & report.evidence.unread.keys():
                checks[cell].append(check)
    return checks


def _beyond(checks: Sequence[Check], evidence: Evidence) -> Decimal:
    """A cent more than the rounding that the cell's shortest equality allows; twice, as it may be used up."""
    equal = [check for check in checks if check.rule.op in (":=", "=")]
    slack = min(
        (sum(evidence.halves.get(table_of(at), Decimal(0)) for at in check.cells) for check in equal), default=0
    )
    return 2 * slack + CENT


def _is_broken(check: Check, evidence: Evidence) -> bool:
    judgement = judge_one(check, evidence)
    return judgement is not None and judgement.verdict is Verdict.BROKEN
