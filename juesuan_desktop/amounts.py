"""Money as ``Decimal``: read what people write, round half up, print as the forms do."""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

ZERO = Decimal(0)
YUAN, WAN = "元", "万元"
REPORT_UNITS = (YUAN, WAN)
"""What a report can be kept and printed in."""
YUAN_PER_WAN = Decimal(10000)
YUAN_PER = {YUAN: Decimal(1), "千元": Decimal(1000), WAN: YUAN_PER_WAN, "亿元": Decimal(100_000_000)}
MOST_DIGITS = 15
CENT_PLACES = 2

TOO_LONG = f"位数太多，最多 {MOST_DIGITS} 位，请核对"

_BLANKS = frozenset({"", "-", "--", "—", "——", "–", "−", "/"})
_WHOLE = r"-?(?:\d{1,3}(?:,\d{3})+|\d+)"
_PRINTED = re.compile(rf"{_WHOLE}(?:\.\d+)?")
_TYPED = re.compile(rf"{_WHOLE}(?:\.\d*)?|-?\.\d+")
_LOOKS_ALIKE = str.maketrans({"−": "-", "–": "-", "—": "-", "，": ",", "。": ".", "¥": "", "￥": ""})
_TELLTALE = (
    (re.compile(r"#+"), "是列太窄、没有显示出来的数，请在 Excel 里把列拉宽再复制"),
    (re.compile(r"#[A-Z/0!?]+"), "是 Excel 里算不出来的格，请先在那里改正"),
    (re.compile(r"[-+]?[\d.]+[Ee][-+]?\d+"), "是科学计数法，后几位没有显示，请在 Excel 里把格式改为数值再复制"),
    (re.compile(r"[-+]?[\d.,]+%"), "是百分比"),
    (re.compile(r"[-+]?[\d.,]+(?:[十百千万亿]元?|元)"), "不能带单位，请只填数字，单位看表头"),
)
"""What often stands where an amount should, and what to do about it."""


class AmountError(ValueError):
    """A text that is no amount; the message is one sentence for the person who typed it."""


def parse(text: str) -> Decimal | None:
    """The amount that ``text`` stands for; ``None`` for a blank or a dash.

    Understands thousands separators, full-width digits, ¥, （12.30） as negative. Raises AmountError.
    """
    return _amount(text, _PRINTED)


def typed(text: str) -> Decimal | None:
    """The amount a person types: as ``parse``, to the cent at most; `.5` and `5.` will do. Raises AmountError."""
    amount = _amount(text, _TYPED)
    if amount is None:
        return None
    if _places(amount.normalize()) > CENT_PLACES:
        raise AmountError(f"「{text.strip()}」比分还细，金额最多填到分（两位小数）")
    return rounded(amount) if _places(amount) > CENT_PLACES else amount


def is_amount(text: str) -> bool:
    """Whether ``text`` reads as a number (a blank does not)."""
    try:
        return parse(text) is not None
    except AmountError:
        return False


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """``value`` rounded half up, as accountants do."""
    return value.quantize(_step(places), ROUND_HALF_UP)


def printed(value: Decimal, places: int = 2) -> str:
    """``value`` as the tables print it: thousands separators, fixed decimals, no negative zero."""
    amount = rounded(value, places)
    return f"{amount:,f}" if amount else f"{abs(amount):,f}"


def converted(value: Decimal, unit: str, wanted: str) -> Decimal:
    """``value``, which is in ``unit`` (a key of YUAN_PER), in the wanted one; nothing is rounded."""
    return value if unit == wanted else value * (YUAN_PER[unit] / YUAN_PER[wanted])


def half_place(unit: str, wanted: str) -> Decimal:
    """How far a figure printed in ``unit`` may lie from the true one, in the wanted unit: 元 to the cent are exact."""
    return ZERO if unit == YUAN else converted(Decimal("0.005"), unit, wanted)


def plain(value: Decimal, places: int = 2) -> str:
    """``value`` for machines: at least ``places`` decimals, no separators, nothing lost."""
    return f"{value:.{max(places, _places(value))}f}"


@lru_cache
def _step(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


def _amount(text: str, spelling: re.Pattern[str]) -> Decimal | None:
    """The amount of a text that is spelled like that; a zero has no sign."""
    plain = _plain(text)
    if plain in _BLANKS:
        return None
    negative = plain.startswith("(") and plain.endswith(")")
    digits = plain[1:-1] if negative else plain
    if not spelling.fullmatch(digits) or (negative and digits.startswith("-")):
        raise AmountError(f"「{text.strip()}」{_why_none(digits)}")
    value = Decimal(digits.replace(",", ""))
    if len(value.as_tuple().digits) > MOST_DIGITS:
        raise AmountError(f"「{text.strip()}」{TOO_LONG}")
    return -value if negative else +value


def _why_none(text: str) -> str:
    """Why a text is no amount, by what it looks like."""
    told = (reason for looks, reason in _TELLTALE if looks.fullmatch(text))
    return f"不是金额，{next(told, '请只填数字，如 1,234.50')}"


def _places(value: Decimal) -> int:
    """How many decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _plain(text: str) -> str:
    """Half-width, without spaces, currency signs and look-alikes."""
    narrow = unicodedata.normalize("NFKC", text.translate(_LOOKS_ALIKE))
    return re.sub(r"\s", "", narrow).translate(_LOOKS_ALIKE)
