"""Numbers of a spreadsheet as text that loses nothing of an amount."""

from decimal import Decimal

_DIGITS = 15  # what Excel keeps of a number that is typed
_LONGEST = 20
_MOST_PLACES = 6  # a cent in 万元; what lies below is the dust of binary sums
_PLACES = Decimal(1).scaleb(-_MOST_PLACES)
_LAST = frozenset("123456789")  # how a number ends that is written as short as can be


def number_text(value: float | Decimal) -> str:
    """12 for 12.0, 1234.5, 0.3 for 0.30000000000000004; never an exponent."""
    text = f"{value:.{_DIGITS}g}"
    if text[-1] in _LAST and "e" not in text and len(text) - text.rfind(".") <= _MOST_PLACES + 1:
        return text  # nearly all: what follows takes several times as long
    number = Decimal(text)
    if not number.is_finite() or number.adjusted() > _LONGEST:
        return "#NUM!"
    text = f"{number.quantize(_PLACES):f}" if number.adjusted() < _DIGITS else f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
