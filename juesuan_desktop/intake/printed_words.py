"""The words on printed tables that mean the same in every form, each written once."""

import re

TOTAL = "合计"
SUBTOTALS = frozenset({"小计", TOTAL, "总计", "计"})  # what they add up is named by the heading above them
ACTUAL, BUDGET = "决算数", "预算数"
NAME = "科目名称"
COLUMN_NUMBERS, LINE_NUMBER = "栏次", "行次"

_NUMBERED = re.compile(r"^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[、.．]|\d+[、.．]|其中[：:])+")


def without_number(word: str) -> str:
    """一、公务接待费 → 公务接待费."""
    return _NUMBERED.sub("", word)
