"""What this year owes to last year (DOMAIN.md 6.2; RULES.md P-8, M-7)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from juesuan_desktop.amounts import printed
from juesuan_desktop.forms.form import LAST_YEAR
from juesuan_desktop.report.report import SECTION, section_address
from juesuan_desktop.rules.findings import INFO, PLAUSIBLE, WARNING
from juesuan_desktop.rules.functions.case import Case, Hit, NotRun, rule_function

GREAT_CHANGE = Decimal("0.3")
REASONS = ("原因", "因为", "由于")
_REASON = re.compile(r"原因(?:是|为)[：:]?\s*([^。；\n]+)")
TOLD_IN = {
    "收支总表[收入总计]": "收支总体",
    "财拨总表[收入总计]": "财拨总体",
    "一般公共表[合计·本年支出]": "一般公共总体",
    "三公表[三公合计·决算数]": "三公总体",
}


@rule_function("P-8", WARNING, PLAUSIBLE)
def great_changes_have_reasons(case: Case) -> Iterator[Hit]:
    """收支总计、财政拨款总计、一般公共支出、“三公”同比变动超过 30% 的，正文须写原因（RULES.md 3）。"""
    for address, section in TOLD_IN.items():
        share = _change(case, address)
        if abs(share) > GREAT_CHANGE and not any(word in case.texts.get(section, "") for word in REASONS):
            yield Hit(f"{address} 比上年变动 {share * 100:.2f}%，正文没有写原因", (address,), section=section)


@rule_function("M-7", INFO, PLAUSIBLE)
def great_changes_in_detail(case: Case) -> Iterator[Hit]:
    """“三公”各项、基本支出各款、机关运行经费同比变动超过 30% 的，宜说明原因（RULES.md 7）。"""
    three_public = [f"三公表[{line}·决算数]" for line in case.form.by_id["three_public"].fixed_lines]
    detail = [f"基本支出表[{line}]" for line in case.form.by_id["basic_detail"].fixed_lines if len(line) > 3]
    running = [at for at in ("机关运行表[机关运行经费]",) if any(case.known([LAST_YEAR + at]))]
    for address in case.known((*three_public, *detail, *running)):
        before, now = case.last(address), case.amount(address)
        if before and abs(now - before) > abs(before) * GREAT_CHANGE:
            yield Hit(f"{address} 上年 {printed(before)}，本年 {printed(now)}，变动超过 30%", (address,))


@rule_function("Y-5", INFO, PLAUSIBLE)
def codes_come_and_go(case: Case) -> Iterator[Hit]:
    """与上年相比新增、不再列支、改名的科目（DOMAIN.md 6.2 Y05）。"""
    case.need("支出表", f"{LAST_YEAR}支出表")
    now = {line.code: line.name for line in case.lines.get("支出表", ()) if line.code}
    before = {line.code: line.name for line in case.lines.get(f"{LAST_YEAR}支出表", ()) if line.code}
    told = {
        "新增": [f"{code} {name}" for code, name in now.items() if code not in before],
        "不再列支": [f"{code} {name}" for code, name in before.items() if code not in now],
        "改名": [f"{code} {before[code]}→{name}" for code, name in now.items() if before.get(code, name) != name],
    }
    for what, codes in told.items():
        if codes:
            yield Hit(f"与上年相比{what}的科目：{'、'.join(codes)}", table="expenditure")


@rule_function("Y-7", WARNING, PLAUSIBLE)
def reasons_are_this_years(case: Case) -> Iterator[Hit]:
    """增减原因不照抄上年，与上年一字不差的须核实（DOMAIN.md 3.4）。"""
    last = {one.id: case.words.get(LAST_YEAR + section_address(one.id), "") for one in case.form.sections}
    if not any(last.values()):
        raise NotRun("没有上年的正文")
    kept = case.form.vocabulary[SECTION].carries
    for section, text in case.texts.items():
        copied = [] if section in kept else sorted(_reasons(text) & _reasons(last.get(section, "")))
        if copied:
            yield Hit(f"写的原因与上年一字不差，请核实：{'；'.join(copied)}", section=section)


def _reasons(text: str) -> set[str]:
    """What follows 「原因是」 in each sentence."""
    return {reason.strip() for reason in _REASON.findall(text)}


def _change(case: Case, address: str) -> Decimal:
    before, now = case.last(address), case.amount(address)
    return (now - before) / before if before else Decimal(0)
