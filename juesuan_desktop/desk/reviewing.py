"""The outcome of checking put together for paper: the 审核报告."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from juesuan_desktop.amounts import printed
from juesuan_desktop.desk.idle_checks import IdleRule, idle_rules
from juesuan_desktop.desk.reasons import reason_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.document.blocks import Document
from juesuan_desktop.document.review import Review, review
from juesuan_desktop.rules.findings import ERROR, WARNING, Finding, without_numbers
from juesuan_desktop.rules.judging import Verdict

BROKEN, WRONG, HINT, ANSWERED, PENDING, ROUNDING, NOTE = "不平", "错误", "提示", "已说明", "待填", "尾差", "提醒"
UNCHECKED = "未检查"
_ORDER = (BROKEN, WRONG, HINT, ANSWERED, PENDING, NOTE, ROUNDING)
_BY_VERDICT = {Verdict.ROUNDING.value: ROUNDING, Verdict.MISSING.value: PENDING}


@dataclass(frozen=True, slots=True)
class Selection:
    """Some of what checking gave; ``words`` say which, on the paper too: 「不平、公开01表」."""

    words: str
    findings: tuple[Finding, ...]
    idle: tuple[IdleRule, ...]


def review_of(session: Session, today: date, only: Selection | None = None) -> Document:
    """The 审核报告 of the report as it stands, or of a part of it that says so in its title."""
    findings = session.outcome.findings if only is None else only.findings
    told = [(_kind(session, finding), finding) for finding in findings]
    told.sort(key=lambda pair: _ORDER.index(pair[0]))
    return review(
        Review(
            unit=session.report.unit_name,
            year=session.report.year,
            form=session.form.name,
            made_on=day_told(today),
            verdict=verdict_of(session),
            rows=tuple(_row(session, kind, finding) for kind, finding in told),
            idle=tuple((one.rule, one.words, one.reason, str(one.times)) for one in _idle(session, only)),
            scope=only.words if only else "",
        )
    )


def _idle(session: Session, only: Selection | None) -> tuple[IdleRule, ...]:
    return idle_rules(session.outcome) if only is None else only.idle


def verdict_of(session: Session) -> str:
    """「不平 0 · 提示 2 · 尾差 3 · 待填 12 · 未检查 41」."""
    kinds = [_kind(session, finding) for finding in session.outcome.findings]
    cells = sum(max(1, len(list(_cells(one)))) for one in session.outcome.findings if one.verdict == Verdict.MISSING)
    counts = {
        BROKEN: kinds.count(BROKEN) + kinds.count(WRONG),
        HINT: kinds.count(HINT),
        ROUNDING: kinds.count(ROUNDING),
        PENDING: cells,
        UNCHECKED: session.outcome.counts["not_run"],
    }
    return " · ".join(f"{word} {count}" for word, count in counts.items())


def day_told(day: date) -> str:
    """「2024年8月12日」."""
    return f"{day.year}年{day.month}月{day.day}日"


def _cells(finding: Finding) -> Iterator[str]:
    return (place.address for place in finding.where if place.address)


def _kind(session: Session, finding: Finding) -> str:
    if finding.verdict in _BY_VERDICT:
        return _BY_VERDICT[str(finding.verdict)]
    if finding.level == ERROR:
        return BROKEN if finding.verdict else WRONG
    if finding.level == WARNING:
        return ANSWERED if reason_of(session.report, finding) else HINT
    return NOTE


def _row(session: Session, kind: str, finding: Finding) -> tuple[str, ...]:
    numbers = (finding.printed, finding.expected, finding.difference)
    why = reason_of(session.report, finding) or session.state.causes.of(finding)
    place = "、".join(_places(session, finding))
    return kind, finding.rule, place, without_numbers(finding), *map(_amount, numbers), why


def _places(session: Session, finding: Finding) -> Sequence[str]:
    """The tables a finding is about, else its sections."""
    tables = dict.fromkeys(place.table for place in finding.where if place.table)
    told = [session.form.by_id[table].short_title for table in tables]
    return told or [place.section for place in finding.where if place.section]


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else printed(amount)
