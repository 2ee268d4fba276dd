"""Words in headings that say of which year and which kind figures are: 2023年决算数, 上年数, 年初预算数, 增减率."""

import re
from collections.abc import Iterable

_ACTUAL = frozenset(
    {
        *("决算数", "决算", "决算金额", "金额", "实际数", "执行数", "决算执行数", "实际支出数", "实际发生数", "发生数"),
        *("本年", "本年度", "本年数", "本年决算", "本年决算数", "本年执行数", "本年实际数", "本期", "本期数", "当年"),
        *("收入决算", "收入决算数", "支出决算", "支出决算数", "决算支出", "决算收入", "决算支出数", "本年支出决算数"),
    }
)
_YEAR = re.compile(r"^(20\d\d)(?:年度?|(?![\d.,]))")
_PLAN = re.compile(
    r"(?:年初|全年|调整后?|本年|当年|年度|部门|支出|收入|追加|批复)*预算(?:数|额|金额|批复数?|安排数?|指标数?)?"
)
_OTHER = re.compile(
    r"^(?:年初|期初|上年|上期|去年|前年|下年|以前年度|历年|其中)|增减|增长|增加|减少|变动|变化|差[额异数值]|较上|与上|比[上例重率]"
    r"|率$|[%％]|占.*比|完成|核对|校验|检查|勾稽|审核|备注|说明|原因|参考|测算"
)
_PART = re.compile(r"^其中[：:]?")


def year_of(word: str) -> int | None:
    """The year that a heading begins with."""
    match = _YEAR.match(word)
    return int(match[1]) if match else None


def without_year(word: str) -> str:
    """2023年决算数 → 决算数; 2023年度 → ''."""
    return _YEAR.sub("", word)


def other_years(words: Iterable[str]) -> frozenset[str]:
    """Of all headings of one table those of other years than its own.

    Its own is the last one of which it has 决算 (plans may be later). Where it has 决算数 without a year, 2022年决算数
    is of another one.
    """
    words = frozenset(words)
    years = {word: year for word in words if (year := year_of(word))}
    actual = {word for word in years if is_actual(without_year(word))}
    strange = {word for word in actual if without_year(word)} if any(map(_is_of_now, words)) else set[str]()
    own = max((years[word] for word in (actual or years.keys()) - strange), default=None)
    return frozenset(strange | {word for word, year in years.items() if year != own})


def _is_of_now(word: str) -> bool:
    return word in _ACTUAL and ("决算" in word or word.startswith(("本", "当")))


def is_actual(word: str) -> bool:
    """Whether a heading (its year taken off) says 决算 of this year, or nothing."""
    return not word or word in _ACTUAL


def is_other(word: str) -> bool:
    """Whether a heading speaks of figures that are not this year's 决算: a plan, another year, a comparison."""
    return bool(_PLAN.fullmatch(word) or _OTHER.search(word))


def without_part(word: str) -> str:
    """其中：基本支出 → 基本支出."""
    return _PART.sub("", word)
