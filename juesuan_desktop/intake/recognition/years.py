"""The year that a text reports on: 「2023年度」, 「二〇二三年度」, 「2023年部门决算」; a date is none."""

import re

YEAR = r"[2２二][0０〇○零][\d〇○零一二三四五六七八九]{2}"
_SIGNS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_WRITTEN = re.compile(rf"{YEAR}(?=年)")
_REPORTED = re.compile(r"(?<!\d)(20\d\d)年(?:度|$|(?=(?:(?!\d|月|日|年).){0,20}决算))")
_ALONE = re.compile(r"20\d\d")


def with_plain_years(text: str) -> str:
    """The text with every year in plain digits: 二〇二三年 → 2023年."""
    return _WRITTEN.sub(lambda match: _plain(match[0]), text) if "年" in text else text


def years_in(text: str) -> list[int]:
    """The years that a head line, a title or a cover reports on; a date (2024年9月) is none of them."""
    return [int(year) for year in _REPORTED.findall(with_plain_years(text))]


def year_alone(text: str) -> int:
    """The year, where nothing else is written: a head line may say 「2023」; 0 if it is something else."""
    return int(text) if _ALONE.fullmatch(text) else 0


def _plain(year: str) -> str:
    return "".join(_SIGNS.get(sign) or str(int(sign)) for sign in year)
