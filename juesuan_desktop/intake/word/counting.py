"""Numbers as Word writes them: 一、二、, 甲乙, ①②, ivx (ST_NumberFormat, ISO 29500-1 17.18.59)."""

from collections.abc import Callable, Mapping

_DIGITS, _UNITS = "零一二三四五六七八九", ("", "十", "百", "千")
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_PLAIN = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int) -> str:
    """十一, 二十, 一百零三."""
    if not 0 < number < 10_000:
        return str(number)
    words = ""
    for digit, unit in zip(f"{number:04}", reversed(_UNITS), strict=True):
        if digit != "0":
            words += _DIGITS[int(digit)] + unit
        elif words and not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    return words[1:] if words.startswith("一十") else words


def written(number: int, form: str) -> str:
    """A number in one of Word's forms; in one that nobody here uses, in digits."""
    return _FORMS.get(form, str)(number)


def _legal(number: int) -> str:
    """壹拾壹: here ten is one ten."""
    words = chinese(number)
    return (f"一{words}" if words.startswith("十") else words).translate(_LEGAL)


def _of(signs: str) -> Callable[[int], str]:
    """One sign for each number, digits beyond."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode: ① … ⑳."""
    return _of("".join(chr(ord(first) + step) for step in range(last)))


def _letters(number: int) -> str:
    """a … z, aa, bb …, as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    words = ""
    for worth, sign in (*_ROMAN, *_ROMAN_ONES):
        words += sign * (number // worth)
        number %= worth
    return words


_COUNTED = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "koreanCounting",
)
_FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(_COUNTED, chinese),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), _legal),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"),
        lambda number: str(number).translate(_PLAIN),
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from("①", 20)),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalZero": lambda number: f"{number:02}",
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}
