"""A small sum for each balance rule: what holds, and what it looks like when it does not."""

from collections.abc import Sequence

from juesuan_desktop.rules.notation import BELOW, CLASSES, OTHERS, Rule, Term

_PLUS, _MINUS = (60, 30, 10, 5, 3), (20, 10, 5)
_MANY = (OTHERS, CLASSES, BELOW)
_SIGN = {":=": "＝", "=": "＝", "≥": "≥", "≤": "≤"}
_OFF = 5


def example(rule: Rule) -> str:
    """A sum that holds, then one that does not, in numbers a clerk adds up in the head."""
    left, right = _balanced(_signs(rule.left), _signs(rule.right))
    sign = _SIGN[rule.op]
    if not rule.right[0].ref:
        return f"{'10 ≥ 0；为 −' if sign == '≥' else '0 ＝ 0；为 '}{_OFF} 则不平"
    if sign == "＝":
        return f"{_sum(left)} ＝ {_sum(right)}；左边为 {sum(left) + _OFF} 则差 {_OFF}"
    more, less = (left, right) if sign == "≥" else (right, left)
    if len(more) == len(less) == 1:
        bad = 105 if sign == "≤" else 75
        return f"{'80 ≤ 100' if sign == '≤' else '100 ≥ 80'}；左边为 {bad} 则{'超' if sign == '≤' else '少'} 5"
    return f"{_sum(left)} {sign} {_sum(right)}"


def _signs(terms: Sequence[Term]) -> list[int]:
    """The signs of the summands; a group counts as three."""
    signs: list[int] = []
    for term in terms:
        many = term.ref is not None and (term.ref.summed or term.ref.words[0] in _MANY)
        signs += [term.sign] * (3 if many else 1)
    return signs


def _balanced(left: Sequence[int], right: Sequence[int]) -> tuple[list[int], list[int]]:
    """Numbers for both sides that make them equal: a side of one takes the other's total."""
    if len(right) == 1 and len(left) > 1:
        numbers = _numbers(left)
        return numbers, [sum(numbers)]
    numbers = _numbers(right)
    if len(left) == 1:
        return [sum(numbers)], numbers
    first = _numbers(left)
    gap = sum(numbers) - sum(first)
    return [first[0] + gap, *first[1:]], numbers


def _numbers(signs: Sequence[int]) -> list[int]:
    if len(signs) == 1:
        return [100]
    plus, minus = iter(_PLUS), iter(_MINUS)
    return [next(plus) if sign > 0 else -next(minus) for sign in signs]


def _sum(numbers: Sequence[int]) -> str:
    return "".join(f" {'＋' if number >= 0 else '−'} {abs(number)}" for number in numbers).removeprefix(" ＋ ")
