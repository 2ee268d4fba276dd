"""总览: the few numbers a leader asks for, this year beside last, what is left to do, and by when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.desk.entering import day_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.forms.form import LAST_YEAR

KEY_FIGURES: Mapping[str, str] = {
    "收入总计": "收支总表[收入总计]",
    "支出总计": "收支总表[支出总计]",
    "本年收入": "收支总表[本年收入合计]",
    "本年支出": "收支总表[本年支出合计]",
    "财政拨款收支总计": "财拨总表[收入总计]",
    "一般公共预算支出": "一般公共表[合计·本年支出]",
    "人员经费": "基本支出表[人员经费合计]",
    "公用经费": "基本支出表[公用经费合计]",
    "“三公”经费": "三公表[三公合计·决算数]",
}
SOURCES = ("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
APPROVED = "单位表[批复日期]"
DAYS_TO_PUBLISH = 20
WORKDAYS_AHEAD = 3


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number of the overview; amounts in 元, None while not known. ``share`` is the change against last year."""

    name: str
    address: str
    now: Decimal | None
    last: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """This year minus last."""
        return None if self.now is None or self.last is None else self.now - self.last

    @property
    def share(self) -> Decimal | None:
        """The change as a part of last year; None where last year is zero or unknown."""
        return None if self.change is None or not self.last else self.change / self.last


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a composition, in 元."""

    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when a report approved on ``approved`` must be public: 20 calendar days, better three workdays earlier."""

    approved: date
    latest: date
    advised: date

    def days_left(self, today: date) -> int:
        """Days from today to the latest day; negative when it is past."""
        return (self.latest - today).days


def key_figures(session: Session) -> Iterator[KeyFigure]:
    """The numbers a leader asks for, with last year's where it is known."""
    for name, address in KEY_FIGURES.items():
        yield KeyFigure(name, address, session.figures.get(address), _last(session, address))


def income_parts(session: Session) -> tuple[Part, ...]:
    """Where the income comes from, zero sources left out."""
    return _parts(session, {source: f"收入表[合计·{source}]" for source in SOURCES})


def expenditure_parts(session: Session) -> tuple[Part, ...]:
    """What the money was spent on by 类, zero ones left out, the greatest first."""
    table = session.form.by_name["收支总表"]
    classes = {
        table.label(code).partition("、")[2] or table.label(code): f"收支总表[{code}]" for code in _classes(session)
    }
    return tuple(sorted(_parts(session, classes), key=lambda part: -part.amount))


def deadline(approved: date) -> Deadline:
    """The deadline chain from the day of approval (批复)."""
    latest = approved + timedelta(days=DAYS_TO_PUBLISH)
    advised, left = latest, WORKDAYS_AHEAD
    while left:
        advised -= timedelta(days=1)
        left -= advised.weekday() < 5
    return Deadline(approved, latest, advised)


def approved_on(session: Session) -> date | None:
    """批复日期 from the 补充资料, None if it is not given or no date."""
    return day_of(session.report.text_of(APPROVED) or "")


def _classes(session: Session) -> tuple[str, ...]:
    return session.form.vocabulary["收支总表"].line_groups.get("支出各类", ())


def _parts(session: Session, addresses: Mapping[str, str]) -> tuple[Part, ...]:
    amounts = ((name, session.figures.get(address, ZERO)) for name, address in addresses.items())
    return tuple(Part(name, amount) for name, amount in amounts if amount)


def _last(session: Session, address: str) -> Decimal | None:
    last = session.report.figures.get(LAST_YEAR + address)
    if last is None and LAST_YEAR + table_of(address) in session.report.settled:
        return ZERO
    return last
