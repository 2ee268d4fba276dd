"""What she types into a cell, made into the value that is kept."""

from juesuan_desktop.amounts import AmountError, typed
from juesuan_desktop.desk.arithmetic import calculated, is_calculation
from juesuan_desktop.forms.table import COUNT, MONEY, SCORE, TEXT


def entered(text: str, kind: str) -> str | None:
    """The value to keep for a text typed into a cell of this kind; None for nothing. Raises AmountError."""
    if kind == TEXT:
        return text.strip() or None
    if kind not in (MONEY, COUNT, SCORE):
        return _chosen(text.strip(), kind.split("/"))
    amount = calculated(text) if is_calculation(text) else typed(text)
    if amount is None:
        return None
    if kind == COUNT and (amount != amount.to_integral_value() or amount < 0):
        raise AmountError(f"「{text.strip()}」应是整数，如 12")
    return format(amount.to_integral_value() if kind == COUNT else amount, "f")


def _chosen(text: str, choices: list[str]) -> str | None:
    """One of the choices, also by a part of it that only one has."""
    if not text or text in choices:
        return text or None
    fitting = [choice for choice in choices if text in choice]
    if len(fitting) == 1:
        return fitting[0]
    raise AmountError(f"「{text}」不在可选的 {'、'.join(choices)} 里")
