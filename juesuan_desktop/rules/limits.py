"""What the rules forbid outright: figures of which an error-level rule says directly that they are not negative."""

from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.findings import ERROR
from juesuan_desktop.rules.notation import Rule


def floor_rule(binding: Binding, address: str) -> Rule | None:
    """The rule `错误 …[格] ≥ 0` about exactly this figure; None where a negative may stand (and is at most 提示)."""
    checks = (binding.checks[number] for number in binding.touching.get(address, ()))
    return next((check.rule for check in checks if _is_floor(check)), None)


def _is_floor(check: Check) -> bool:
    low, high = (check.right, check.left) if check.rule.op == "≥" else (check.left, check.right)
    is_bound = check.rule.op in ("≥", "≤") and not low.cells
    return is_bound and check.rule.level == ERROR and len(high.plus) == 1 and not high.minus
