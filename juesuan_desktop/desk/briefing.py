"""一页说明 for the leader: key figures in 万元 beside last year's, compositions, verdict, deadline."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from juesuan_desktop.amounts import WAN, YUAN_PER_WAN, ZERO, printed
from juesuan_desktop.desk.overview import (
    DAYS_TO_PUBLISH,
    KeyFigure,
    Part,
    approved_on,
    deadline,
    expenditure_parts,
    income_parts,
    key_figures,
)
from juesuan_desktop.desk.reviewing import day_told, verdict_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.document.blocks import Brief, Document
from juesuan_desktop.document.charts import Slice

HEADINGS = ("项目", "本年", "上年", "增减", "增减％")
WEEKDAYS = "一二三四五六日"
STRIKING = Decimal("0.1")
MOST_STRIKING = 3
INCOME, SPENT = "收支总表[本年收入合计]", "收支总表[本年支出合计]"
_SIGNATURE = "填表人：　　　　　　　　　　单位负责人：　　　　　　　　　　日期：　　　　年　　月　　日"


def brief_of(session: Session, today: date) -> Document:
    """The one page."""
    report = session.report
    title = f"{report.year}年度部门决算一页说明"
    page = Brief(
        title=title,
        subtitle=f"{report.unit_name}　　{day_told(today)}　　金额单位：万元",
        headings=HEADINGS,
        rows=tuple(figure_texts(session, figure) for figure in key_figures(session)),
        charts=tuple((name, slices) for name, slices in charts_of(session) if slices),
        notes=tuple(_notes(session)),
        signature=_SIGNATURE,
    )
    return Document(f"{report.unit_name}{title}", report.unit_name, (page,))


def figure_texts(session: Session, figure: KeyFigure) -> tuple[str, ...]:
    """Name, this year, last year, change, change in per cent; 「—」 where it is not known."""
    amounts = (wan(session, amount) for amount in (figure.now, figure.last, figure.change))
    told = ("—" if amount is None else printed(amount) for amount in amounts)
    return figure.name, *told, "—" if figure.share is None else f"{printed(figure.share * 100)}%"


def charts_of(session: Session) -> tuple[tuple[str, tuple[Slice, ...]], ...]:
    """The compositions of income and expenditure, in 万元; none of a whole that is still 待填."""
    income = income_parts(session) if INCOME in session.figures else ()
    spent = expenditure_parts(session) if SPENT in session.figures else ()
    return ("本年收入构成（万元）", _slices(session, income)), ("本年支出构成（万元）", _slices(session, spent))


def wan(session: Session, amount: Decimal | None) -> Decimal | None:
    """An amount of the report in 万元, not rounded."""
    if amount is None or session.report.amount_unit == WAN:
        return amount
    return amount / YUAN_PER_WAN


def _slices(session: Session, parts: tuple[Part, ...]) -> tuple[Slice, ...]:
    return tuple(Slice(part.name, wan(session, part.amount) or ZERO) for part in parts)


def _notes(session: Session) -> Iterator[str]:
    changed = [figure for figure in key_figures(session) if figure.share is not None]
    changed.sort(key=lambda figure: -abs(figure.share or ZERO))
    for figure in changed[:MOST_STRIKING]:
        if abs(figure.share or ZERO) >= STRIKING:
            yield f"{figure.name}比上年{_direction(session, figure)}。"
    if not changed:
        has_last = any(figure.last is not None for figure in key_figures(session))
        yield "本年的数还没有填完，不作比较。" if has_last else "没有上年的报告，不作比较。"
    yield f"审核结果：{verdict_of(session)}。"
    approved = approved_on(session)
    if approved is not None:
        last = deadline(approved)
        told = (day_told(day) for day in (approved, last.latest, last.advised))
        words = "{}批复，最晚 {}（星期{weekday}）公开（批复后 {days} 日内），建议 {}前交付。"
        yield words.format(*told, weekday=WEEKDAYS[last.latest.weekday()], days=DAYS_TO_PUBLISH)


def _direction(session: Session, figure: KeyFigure) -> str:
    change, part = wan(session, figure.change) or ZERO, figure.share or ZERO
    up = change > 0
    amount, percent = printed(abs(change)), printed(abs(part) * 100)
    return f"{'增加' if up else '减少'} {amount} 万元，{'增长' if up else '下降'} {percent}%"
