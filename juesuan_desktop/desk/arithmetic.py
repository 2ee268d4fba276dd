"""`=1200+350.5` in a cell: sums as one writes them, in decimals, nothing else."""

import re
from collections.abc import Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation

from juesuan_desktop.amounts import CENT_PLACES, MOST_DIGITS, TOO_LONG, AmountError, rounded

_TOKEN = re.compile(r"\s*(?:(\d+\.?\d*|\.\d+)|([-+*/()]))")
_TYPED_AS = str.maketrans("＝＋－−×÷（）＊／，、　。０１２３４５６７８９", "=+--*/()*/,, .0123456789")


_CALCULATION = re.compile(r"[=+]|-[\d,.]+[-+*/]")
_MOST = Decimal(10) ** (MOST_DIGITS - CENT_PLACES)


def is_calculation(text: str) -> bool:
    """Whether she typed a calculation: begun with `=`, or with the + of the number pad, or `-5+3`, as Excel has it."""
    return _CALCULATION.match(text.strip().translate(_TYPED_AS)) is not None


def calculated(text: str) -> Decimal:
    """The result of `=…`, rounded half up to the cent. Raises AmountError."""
    sum_text = text.strip().lstrip("=＝").translate(_TYPED_AS).replace(",", "")
    try:
        tokens = _Tokens(sum_text)
        value = _sum(tokens)
        if tokens.next is not None:
            raise AmountError(f"「{text.strip()}」算不出来，请检查括号和符号")
        if abs(value) >= _MOST:
            raise AmountError(f"「{text.strip()}」算出来{TOO_LONG}")
        return rounded(value)
    except (DivisionByZero, InvalidOperation) as error:
        raise AmountError(f"「{text.strip()}」除以了零，算不出来") from error


class _Tokens:
    """The signs and numbers of a calculation, one ahead. Raises AmountError at anything else."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rest = self._split(text)
        self.next: str | None = next(self._rest, None)

    def take(self) -> str | None:
        """The next token, and go on."""
        token, self.next = self.next, next(self._rest, None)
        return token

    def _split(self, text: str) -> Iterator[str]:
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise AmountError(f"「={self._text}」里的「{text[at:].strip()[:1]}」看不懂，只能写数字和 + - * / ( )")
            yield match[1] or match[2]
            at = match.end()


def _sum(tokens: _Tokens) -> Decimal:
    value = _product(tokens)
    while tokens.next in ("+", "-"):
        value = value + _product(tokens) if tokens.take() == "+" else value - _product(tokens)
    return value


def _product(tokens: _Tokens) -> Decimal:
    value = _factor(tokens)
    while tokens.next in ("*", "/"):
        value = value * _factor(tokens) if tokens.take() == "*" else value / _factor(tokens)
    return value


def _factor(tokens: _Tokens) -> Decimal:
    token = tokens.take()
    if token in ("+", "-"):
        value = _factor(tokens)
        return -value if token == "-" else value
    if token == "(":
        value = _sum(tokens)
        if tokens.take() != ")":
            raise AmountError("括号没有配对，请补上「)」")
        return value
    if token is None or (not token[0].isdigit() and token[0] != "."):
        raise AmountError("算式没有写完，请补上数字")
    return Decimal(token)
