"""What she types into a cell, made into the value that is kept; what cannot stand there is refused in one sentence."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from juesuan_desktop.amounts import ZERO, AmountError, typed
from juesuan_desktop.desk.arithmetic import calculated, is_calculation
from juesuan_desktop.desk.state import State
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import COUNT, DATE, MONEY, SCORE, TEXT
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.limits import floor_rule

MOST_TOLD = 60

_DAY = re.compile(r"(\d{4})\s*[-/.．－年]\s*(\d{1,2})\s*[-/.．－月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")


def entered(text: str, kind: str) -> str | None:
    """The value to keep for a text typed into a cell of this kind; None for nothing. Raises AmountError."""
    read = _READERS.get(kind)
    return read(text.strip()) if read else _chosen(text.strip(), kind.split("/"))


def entered_at(form: Form, binding: Binding, address: str, text: str) -> str | None:
    """The value to keep at an address, which no rule forbids outright. Raises AmountError."""
    place = form.place(address)
    if place is None:
        raise AmountError(f"本样表没有「{address}」这一格")
    value = entered(text, form.by_name[place.table].kind(place.line, place.measure))
    rule = floor_rule(binding, address)
    if rule is not None and value is not None and Decimal(value) < ZERO:
        raise AmountError(f"「{text.strip()}」不能填在这里：{rule.words or rule.text}（{rule.id}）")
    return value


def wanted_at(form: Form, state: State, address: str, text: str) -> Mapping[str, str | None]:
    """What typing a text into a cell shall change: nothing where it is the very figure that is computed there.

    Raises AmountError.
    """
    value = entered_at(form, state.binding, address, text)
    is_same = is_worked_out(form, state, address) and not overrides(form, state, address, value)
    return {} if is_same else {address: value}


def typing_name(address: str, text: str) -> str:
    """What typing is called in the history; a calculation is kept there, so that she sees how she got to a figure."""
    return f"填写 {address}" + (f" {text.strip()[:MOST_TOLD]}" if is_calculation(text) else "")


def is_worked_out(form: Form, state: State, address: str) -> bool:
    """Whether a figure is computed, and none stands there by hand or from an import."""
    place = form.place(address)
    table = form.by_name[place.table] if place else None
    return bool(place and table and table.is_computed(*place[1:])) and address not in state.report.figures


def overrides(form: Form, state: State, address: str, value: str | None) -> bool:
    """Whether a value would put another figure in the place of one that is computed."""
    if value is None or not is_worked_out(form, state, address):
        return False
    return state.figures.get(address) != Decimal(value)


def day_of(text: str) -> date | None:
    """The day that people write as 2024-08-12, 2024年8月12日, 2024.8.12 or 20240812; None if it is none."""
    match = _DAY.fullmatch(text.strip())
    try:
        return date(*(int(part) for part in match.groups() if part)) if match else None
    except ValueError:
        return None


def _money(text: str) -> str | None:
    amount = _number(text)
    return None if amount is None else f"{amount:f}"


def _count(text: str) -> str | None:
    try:
        amount = _number(text)
    except AmountError as error:
        raise AmountError(f"「{text}」不是个数，请只填整数，如 12") from error
    if amount is None:
        return None
    if amount < ZERO:
        raise AmountError(f"「{text}」不能为负，个数最少是 0")
    if amount != amount.to_integral_value():
        raise AmountError(f"「{text}」应是整数，如 12")
    return f"{amount.to_integral_value():f}"


def _score(text: str) -> str | None:
    amount = _number(text)
    if amount is not None and amount < ZERO:
        raise AmountError(f"「{text}」不能为负，得分最少是 0")
    return None if amount is None else f"{amount:f}"


def _day(text: str) -> str | None:
    if text and day_of(text) is None:
        raise AmountError(f"「{text}」不是日期，请写成 2024-08-12 这样")
    return text or None


def _number(text: str) -> Decimal | None:
    if "\n" in text:
        raise AmountError(f"「{' '.join(text.split())}」是几行，一格只填一个数")
    return calculated(text) if is_calculation(text) else typed(text)


def _chosen(text: str, choices: list[str]) -> str | None:
    """One of the choices, also by a part of it that only one has."""
    if not text or text in choices:
        return text or None
    begun, fitting = [one for one in choices if one.startswith(text)], [one for one in choices if text in one]
    for found in (begun, fitting):
        if len(found) == 1:
            return found[0]
    raise AmountError(f"「{text}」不在可选的 {'、'.join(choices)} 里")


_READERS: Mapping[str, Callable[[str], str | None]] = {
    MONEY: _money,
    COUNT: _count,
    SCORE: _score,
    DATE: _day,
    TEXT: lambda text: text or None,
}
