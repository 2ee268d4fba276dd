"""Amounts as papers print them, in more ways than a person may type: △12.30, 12.30-, 1,234.50元, — and 无."""

import re
from decimal import Decimal

from juesuan_desktop.amounts import AmountError, parse

_DASHES = "-–—―─−－‐‑_无"
_NOTHING = re.compile(r"[-–—―─−－‐‑_]+|无")
_DIGIT = re.compile(r"\d")
_DECIMAL = re.compile(r"[-(（]?[\d,]+\.\d+[)）]?")
_USUAL = re.compile(r"-?[\d,]+(?:\.\d+)?")
_NO_WORDS = re.compile(r"[^\u4e00-\u9fff]*\d[^\u4e00-\u9fff]*", re.DOTALL)
_UNIT_BEHIND = re.compile(r"[千万亿]?元$")
_TEXT_MARK = re.compile(r"^['‘’`]")
_NEGATIVE = re.compile(r"[△▲]\s*(?P<after>[\d¥￥].*)|(?P<before>[\d¥￥][^-－−]*?)\s*[-－−]")


def printed_amount(text: str, unit: str) -> Decimal | None:
    """The amount that a paper prints; None for a blank, a dash, 「无」. Raises AmountError.

    Papers print more ways than a person may type: △12.30, ▲12.30 and 12.30- are negative, 1,234.50元 has its unit,
    which must be that of the table (``unit``).
    """
    if _USUAL.fullmatch(text):
        return parse(text)
    bare = _TEXT_MARK.sub("", text.strip())
    if _NOTHING.fullmatch(re.sub(r"\s", "", bare)):
        return None
    if _unit_behind(bare) == unit:
        bare = bare.removesuffix(unit)
    match = _NEGATIVE.fullmatch(bare)
    amount = parse((match["after"] or match["before"]) if match else bare)
    return -amount if match and amount is not None else amount


def is_printed_amount(text: str) -> bool:
    """Whether a text reads as a number, whatever unit is behind it (a blank or a dash does not)."""
    if not _DIGIT.search(text):
        return False
    try:
        return printed_amount(text, _unit_behind(text)) is not None
    except AmountError:
        return False


def _unit_behind(text: str) -> str:
    match = _UNIT_BEHIND.search(text)
    return match[0] if match else ""


def is_decimal(text: str) -> bool:
    """Whether a text is a number with decimals: no code, no 行次."""
    return "." in text and bool(_DECIMAL.fullmatch(text))


def is_like_figure(text: str) -> bool:
    """Whether a text stands for a figure, be it unreadable (3OO.00); words do not."""
    return bool(_NO_WORDS.fullmatch(text)) or is_printed_amount(text)


def is_dash(text: str) -> bool:
    """Whether a cell says that there is nothing: —, -, 无."""
    return text[:1] in _DASHES and bool(_NOTHING.fullmatch(re.sub(r"\s", "", text)))


def is_name(text: str) -> bool:
    """Whether a text can name a line: an amount cannot."""
    return not is_dash(text) and any(sign.isalpha() for sign in text) and not is_printed_amount(text)
