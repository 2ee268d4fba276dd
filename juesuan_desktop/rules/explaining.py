"""「怎么算的」: for one cell the rules that touch it, with operands, totals, gap and likely cause."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.causes import discrepancy, likely_cause
from juesuan_desktop.rules.checks import Check, Sum
from juesuan_desktop.rules.judging import Evidence, Judgement, Verdict, gap_of, judge_one

EQUAL = (":=", "=")
RELATIONS = {":=": "等于", "=": "等于", "≥": "不小于", "≤": "不大于"}
QUANTIFIED = {
    "每行": "「{table}」每一行",
    "每栏": "「{table}」每一栏",
    "每科目": "「{table}」每个科目",
    "每类": "每个功能分类的类",
    "逐级": "「{table}」类、款、项逐级",
}

_RANK = {Verdict.BROKEN: 0, Verdict.MISSING: 1, None: 1, Verdict.ROUNDING: 2, Verdict.HELD: 3}


@dataclass(frozen=True, slots=True)
class Operand:
    """One cell of a rule: its sign in its side, its address, its line's name, its amount (None while 待填)."""

    sign: int
    address: str
    label: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule at one cell. ``fills`` says that the rule computes the cell; ``verdict`` is None where the check did not
    run, for the reason in ``cause``."""

    check: Check
    fills: bool
    left: tuple[Operand, ...]
    right: tuple[Operand, ...]
    left_total: Decimal | None
    right_total: Decimal | None
    verdict: Verdict | None
    cause: str

    @property
    def sentence(self) -> str:
        """The rule in words."""
        return in_words(self.check)

    @property
    def gap(self) -> Decimal | None:
        """Left minus right."""
        return gap_of(self.left_total, self.right_total)


class Explainer:
    """Explains a report's cells: ``not_run`` are its checks that did not run and why, ``label_of`` names an address."""

    def __init__(
        self, binding: Binding, evidence: Evidence, not_run: Iterable[tuple[Check, str]], label_of: Callable[[str], str]
    ) -> None:
        self._binding, self._evidence, self._label_of = binding, evidence, label_of
        self._idle = {id(check): reason for check, reason in not_run}

    def explain(self, address: str) -> tuple[Explanation, ...]:
        """Every rule that touches a cell, the one that fills it first, then the broken ones."""
        checks = (self._binding.checks[number] for number in self._binding.touching.get(address, ()))
        told = [self._explained(check, check.target == address) for check in checks]
        return tuple(sorted(told, key=lambda one: (not one.fills, _RANK[one.verdict])))

    def _explained(self, check: Check, fills: bool) -> Explanation:
        left, right = tuple(self._operands(check.left)), tuple(self._operands(check.right))
        verdict, cause = self._judged(check)
        return Explanation(check, fills, left, right, _total(left), _total(right), verdict, cause)

    def _judged(self, check: Check) -> tuple[Verdict | None, str]:
        """The verdict and the likely cause of a broken check; else why it did not run."""
        if id(check) in self._idle:
            return None, self._idle[id(check)]
        judgement = judge_one(check, self._evidence)
        if judgement is None:
            return Verdict.HELD, ""
        is_broken = judgement.verdict is Verdict.BROKEN
        return judgement.verdict, cause_of(judgement, self._evidence.figures, self._binding) if is_broken else ""

    def _operands(self, side: Sum) -> Iterator[Operand]:
        evidence = self._evidence
        for sign, cells in ((1, side.plus), (-1, side.minus)):
            for cell in cells:
                blank = ZERO if table_of(cell) in evidence.settled else None
                yield Operand(sign, cell, self._label_of(cell), evidence.figures.get(cell, blank))


def in_words(check: Check) -> str:
    """A rule as a sentence: its comment if it has one, else its relation."""
    rule = check.rule
    if rule.words:
        return rule.words
    where = QUANTIFIED.get(rule.quantifier, "").format(table=rule.table)
    relation = f"{_side(check.left)} {RELATIONS[rule.op]} {_side(check.right)}"
    return f"{where}：{relation}" if where else relation


def cause_of(judgement: Judgement, figures: Mapping[str, Decimal], binding: Binding) -> str:
    """The likely cause of a broken check; '' if none fits. Only of two numbers that should be the same can one tell
    what made them differ: a limit is simply passed."""
    if judgement.left is None or judgement.right is None or judgement.check.rule.op not in EQUAL:
        return ""
    touching = binding.touching

    def kin(one: str, other: str) -> bool:
        return not set(touching.get(one, ())).isdisjoint(touching.get(other, ()))

    return likely_cause(discrepancy(judgement.check, judgement.left, judgement.right, figures, kin))


def _total(operands: tuple[Operand, ...]) -> Decimal | None:
    amounts = [operand.sign * operand.amount for operand in operands if operand.amount is not None]
    return sum(amounts, ZERO) if len(amounts) == len(operands) else None


def _side(side: Sum) -> str:
    if not side.cells:
        return "零"
    return " + ".join(side.plus) + "".join(f" − {cell}" for cell in side.minus)
