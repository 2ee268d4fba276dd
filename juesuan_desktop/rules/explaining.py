"""「怎么算的」: for one cell the rules that touch it, with operands, totals, gap and likely cause."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.causes import discrepancy, likely_cause
from juesuan_desktop.rules.checks import Check, Sum
from juesuan_desktop.rules.judging import Evidence, Judgement, judge_one

EQUAL = (":=", "=")
RELATIONS = {":=": "等于", "=": "等于", "≥": "不小于", "≤": "不大于"}
QUANTIFIED = {
    "每行": "「{table}」每一行",
    "每栏": "「{table}」每一栏",
    "每科目": "「{table}」每个科目",
    "每类": "每个功能分类的类",
    "逐级": "「{table}」类、款、项逐级",
}


@dataclass(frozen=True, slots=True)
class Operand:
    """One cell of a rule: its sign in its side, its address and amount (None while 待填)."""

    sign: int
    address: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule at one cell. ``fills`` says that the rule computes the cell; ``verdict`` is one of the four."""

    check: Check
    fills: bool
    left: tuple[Operand, ...]
    right: tuple[Operand, ...]
    left_total: Decimal | None
    right_total: Decimal | None
    verdict: str
    cause: str

    @property
    def sentence(self) -> str:
        """The rule in words."""
        return in_words(self.check)

    @property
    def gap(self) -> Decimal | None:
        """Left minus right."""
        return None if self.left_total is None or self.right_total is None else self.left_total - self.right_total


def explain(address: str, binding: Binding, evidence: Evidence) -> tuple[Explanation, ...]:
    """Every rule that touches a cell, the one that fills it first, then the broken ones."""
    told = [
        _explained(binding.checks[number], address, evidence, binding) for number in binding.touching.get(address, ())
    ]
    rank = {"broken": 0, "missing": 1, "rounding": 2, "held": 3}
    return tuple(sorted(told, key=lambda one: (not one.fills, rank[one.verdict])))


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


def _explained(check: Check, address: str, evidence: Evidence, binding: Binding) -> Explanation:
    judgement = judge_one(check, evidence)
    left, right = tuple(_operands(check.left, evidence)), tuple(_operands(check.right, evidence))
    return Explanation(
        check=check,
        fills=check.target == address,
        left=left,
        right=right,
        left_total=_total(left),
        right_total=_total(right),
        verdict=judgement.verdict.value if judgement else "held",
        cause=cause_of(judgement, evidence.figures, binding) if judgement and judgement.verdict == "broken" else "",
    )


def _operands(side: Sum, evidence: Evidence) -> Iterator[Operand]:
    for sign, cells in ((1, side.plus), (-1, side.minus)):
        for cell in cells:
            settled = table_of(cell) in evidence.settled
            yield Operand(sign, cell, evidence.figures.get(cell, ZERO if settled else None))


def _total(operands: tuple[Operand, ...]) -> Decimal | None:
    amounts = [operand.sign * operand.amount for operand in operands if operand.amount is not None]
    return sum(amounts, ZERO) if len(amounts) == len(operands) else None


def _side(side: Sum) -> str:
    if not side.cells:
        return "零"
    return " + ".join(side.plus) + "".join(f" − {cell}" for cell in side.minus)
