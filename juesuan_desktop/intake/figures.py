"""Numbers of a spreadsheet as text that loses nothing of an amount."""

from decimal import Decimal

_DIGITS = 15  # what Excel keeps of a number that is typed
_LONGEST = 20
_PLACES = Decimal("0.000001")  # a cent in 万元; what lies below is the dust of binary sums


def number_text(value: float | Decimal) -> str:
    """12 for 12.0, 1234.5, 0.3 for 0.30000000000000004; never an exponent."""
    number = Decimal(f"{value:.{_DIGITS}g}")
    if not number.is_finite() or number.adjusted() > _LONGEST:
        return "#NUM!"
    text = f"{number.quantize(_PLACES):f}" if number.adjusted() < _DIGITS else f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
