"""出错说明: the reasons she gives for warnings, and which warnings still want one before 定稿."""

from collections.abc import Iterable

from juesuan_desktop.amounts import plain
from juesuan_desktop.desk.carried import CARRIED
from juesuan_desktop.forms.addresses import address
from juesuan_desktop.report.report import SECTION, Report, reason_address
from juesuan_desktop.rules.findings import WARNING, Finding, Where, shortened, without_numbers

TOLD_CHARACTERS = 30
OPENING_RULES = ("P-14", "M-1")
OPENING_REASONS = (
    "会计差错更正",
    "收回以前年度支出",
    "归集调入",
    "归集调出",
    "归集上缴和缴回资金",
    "单位内部调剂",
)  # the official reasons why 年初 may differ from last year's 年末 (DOMAIN.md 3.4)


def usual_reasons(finding: Finding) -> tuple[str, ...]:
    """Reasons to choose from; () where only she can know."""
    return OPENING_REASONS if finding.rule in OPENING_RULES else ()


def wants_reason(finding: Finding) -> bool:
    """Whether 定稿 asks for a reason: what was carried over is answered by confirming it, not by words."""
    return finding.level == WARNING and finding.rule != CARRIED


def reason_name(finding: Finding, reason: str) -> str:
    """What giving a reason (or taking it back) is called in the history: what the warning says, in words."""
    return f"{'出错说明' if reason else '去掉出错说明'}：{shortened(without_numbers(finding), TOLD_CHARACTERS)}"


def reason_key(finding: Finding) -> str:
    """The address of a finding's reason: its rule, its first place, and its gap."""
    places = sorted(filter(None, map(_place, finding.where)))
    gap = plain(finding.difference) if finding.difference is not None else ""
    return reason_address(finding.rule, places[0] if places else "", gap)


def reason_of(report: Report, finding: Finding) -> str:
    """The reason given for a warning with these numbers; '' if none."""
    return report.reasons.get(reason_key(finding), "") if wants_reason(finding) else ""


def earlier_reason(report: Report, finding: Finding) -> str:
    """What she wrote when the numbers were others: to start from, never to count."""
    if finding.difference is None:
        return ""
    stem = reason_key(finding).removesuffix(f"·{plain(finding.difference)}]")
    return next((text for at, text in reversed([*report.reasons.items()]) if at.startswith(f"{stem}·")), "")


def unanswered(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The warnings that still want a reason."""
    return tuple(finding for finding in findings if wants_reason(finding) and not reason_of(report, finding))


def _place(place: Where) -> str:
    return place.address or (address(SECTION, place.section) if place.section else place.table or "")
