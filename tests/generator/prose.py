"""Random paragraphs as a 情况说明 has them: figures, brackets, western words, all kinds of beginnings and ends."""

from collections.abc import Iterator
from random import Random

_WORDS = "单位年度收入支出决算总计与上年相比增加减少主要原因是财政拨款人员经费公用项目预算完成包括办公印刷"
_BEGINNINGS = ("", "", "（一）", "1、", "2．", "一是", "其中：", "第一，")
_ASIDES = ("“三公”经费", "（类）", "《管理办法》", "（2023年12月31日）", "A4纸", "GB/T9704—2012")
_MARKS, _ENDS = "，，，；、：", ("。", "。", "；", "")


def paragraphs(random: Random) -> Iterator[str]:
    """One to six paragraphs."""
    for _ in range(random.randint(1, 6)):
        clauses = [_clause(random) for _ in range(random.randint(1, 11))]
        yield random.choice(_BEGINNINGS) + "".join(clauses)[:-1] + random.choice(_ENDS)


def _clause(random: Random) -> str:
    words = "".join(random.choice(_WORDS) for _ in range(random.randint(2, 13)))
    figure = random.choice(("", "", f"{random.uniform(0, 99999):,.2f}万元", f"{random.uniform(0, 100):.2f}%"))
    aside = random.choice(_ASIDES) if random.random() < 0.2 else ""
    return words + figure + aside + random.choice(_MARKS)
