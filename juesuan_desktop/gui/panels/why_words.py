"""「怎么算的」 as a small page: what `desk.telling_why` tells, in words, signs and aligned numbers."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from html import escape

from PySide6.QtCore import QObject

from juesuan_desktop.amounts import ZERO, printed
from juesuan_desktop.desk.telling_why import Event, Why
from juesuan_desktop.forms.addresses import split
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, word
from juesuan_desktop.rules.explaining import RELATIONS, Explanation, Operand
from juesuan_desktop.rules.judging import Verdict

MARKS = {
    Verdict.HELD: Mark.DONE,
    Verdict.ROUNDING: Mark.ROUNDING,
    Verdict.BROKEN: Mark.BROKEN,
    Verdict.MISSING: Mark.PENDING,
}
MOST_PARTS, MOST_EVENTS = 40, 30
SIGN_PIXELS = 14
COMPUTE, WHOLE = "do:compute", "do:whole"
"""Links that do something; every other link is an address to go to."""
_TABLE = "<table width='100%' cellspacing='0' cellpadding='1'>"


class WhyWords(QObject):
    """Writes the page in the colours of the theme. Words are set into the page, never written inside it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._blank = self.tr("空")
        self._pending = self.tr("待填")

    @property
    def _faint(self) -> str:
        return self._look.theme["window.faint"].name()

    @property
    def _ground(self) -> str:
        return self._look.theme["window.alternate"].name()

    def page(self, why: Why, *, whole: bool) -> str:
        """All of it; of long sums only what is not zero unless ``whole``."""
        return "".join((*self._head(why), *self._rules(why, whole), *self._history(why.history)))

    def _head(self, why: Why) -> Iterator[str]:
        yield self._small(escape(why.table))
        yield f"<p style='margin:2px 0 4px 0'><b>{escape(why.label)} · {escape(why.measure)}</b></p>{_TABLE}"
        yield self._pair(self.tr("本格"), f"<b>{self._amount(why.amount, self._blank)}</b>")
        yield self._pair(self.tr("来源"), escape(why.source or self._pending))
        if why.gap is not None:
            yield self._pair(self.tr("按计算应为"), self._amount(why.computed))
            yield self._pair(self.tr("相差"), self._amount(why.gap))
        yield "</table>"
        if why.is_override:
            words = self.tr("恢复计算")
            yield f"<p style='margin:4px 0'><a href='{COMPUTE}'>{words}</a>（Ctrl+0）</p>"

    def _rules(self, why: Why, whole: bool) -> Iterator[str]:
        if not why.rules:
            yield "<hr>" + self._small(self.tr("没有规则用到这一格。"))
        for rule in why.rules:
            yield self._rule(rule, why.address, whole)

    def _rule(self, rule: Explanation, here: str, whole: bool) -> str:
        relation = f"<tr><td colspan='3' style='color:{self._faint}'>{RELATIONS[rule.check.rule.op]}</td></tr>"
        parts = [
            "<hr>",
            self._verdict(rule),
            f"<p style='margin:0 0 3px 0'>{escape(rule.sentence)}</p>{_TABLE}",
            *self._side(rule.left, rule.left_total, here, whole),
            relation,
            *self._side(rule.right, rule.right_total, here, whole),
        ]
        if rule.gap:
            parts.append(self._row("", self.tr("相差"), f"<b>{printed(rule.gap)}</b>"))
        parts.append("</table>")
        if rule.cause:
            cause = rule.cause if rule.verdict is None else self.tr("可能的原因：{cause}").format(cause=rule.cause)
            parts.append(f"<p style='margin:3px 0; background:{self._ground}'>{escape(cause)}</p>")
        return "".join(parts)

    def _verdict(self, rule: Explanation) -> str:
        """The sign, what it is called, and what the rule does here."""
        role = self.tr("本格这样算出") if rule.fills else self.tr("这样核对")
        verdict, sign = self.tr("未检查"), ""
        if rule.verdict is not None:
            verdict = word(MARKS[rule.verdict])
            sign = f"<img src='mark:{MARKS[rule.verdict]}' width='{SIGN_PIXELS}' height='{SIGN_PIXELS}'> "
        told = f"<span style='color:{self._faint}'>{role}（{escape(rule.check.rule.id)}）</span>"
        return f"<p style='margin:4px 0 2px 0'>{sign}<b>{verdict}</b>　{told}</p>"

    def _side(self, parts: Sequence[Operand], total: Decimal | None, here: str, whole: bool) -> Iterator[str]:
        if not parts:
            yield self._row("", self.tr("零"), printed(ZERO))
        shown = parts if whole or len(parts) <= MOST_PARTS else [part for part in parts if part.amount][:MOST_PARTS]
        for place, part in enumerate(shown):
            sign = "−" if part.sign < 0 else ("+" if place else "")
            yield self._row(sign, self._linked(part, here), self._amount(part.amount, self._pending))
        if len(shown) < len(parts):
            more = self.tr("另有 {count} 格").format(count=len(parts) - len(shown))
            yield self._row("", f"<a href='{WHOLE}'>{more}</a>", "")
        if len(parts) > 1:
            yield self._row("=", self.tr("合计"), f"<b>{self._amount(total, self._pending)}</b>")

    def _linked(self, part: Operand, here: str) -> str:
        """The name of a line, a link unless it is the cell itself; below it the address."""
        name, faint = (
            escape(_name(part, here)),
            f"<br><small style='color:{self._faint}'>{escape(part.address)}</small>",
        )
        if part.address == here:
            mine = self.tr("本格")
            return f"<b>{name}</b>（{mine}）{faint}"
        return f"<a href='{escape(part.address)}'>{name}</a>{faint}"

    def _history(self, events: Sequence[Event]) -> Iterator[str]:
        title = self.tr("经过")
        yield f"<hr><p style='margin:4px 0 2px 0'><b>{title}</b></p>"
        if not events:
            yield self._small(self.tr("还没有人填过这一格。"))
        for event in events[:MOST_EVENTS]:
            yield f"<p style='margin:3px 0 0 0'>{self._value(event.before)} → {self._value(event.after)}</p>"
            yield self._small(f"{self._clock(event.at)}　{escape(event.gesture)}")

    def _small(self, text: str) -> str:
        return f"<p style='margin:0; color:{self._faint}'><small>{text}</small></p>"

    def _pair(self, name: str, value: str) -> str:
        return f"<tr><td style='color:{self._faint}'>{name}</td><td align='right'>{value}</td></tr>"

    def _row(self, sign: str, name: str, amount: str) -> str:
        value = f"<td align='right' valign='top'>{amount}</td>"
        return f"<tr><td width='12' valign='top'>{sign}</td><td>{name}</td>{value}</tr>"

    def _amount(self, amount: Decimal | None, otherwise: str = "") -> str:
        return otherwise if amount is None else printed(amount)

    def _value(self, text: str | None) -> str:
        """A kept value for people: amounts as the tables print them."""
        if text is None:
            return self._blank
        try:
            return printed(Decimal(text))
        except InvalidOperation:
            return escape(text)

    def _clock(self, at: str) -> str:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M") if at else self.tr("刚才")


def _name(part: Operand, here: str) -> str:
    """What an operand is called: within one line all have the line's name, and only their columns differ."""
    table, words = split(part.address) or ("", ())
    other, here_words = split(here) or ("", ())
    is_beside = (table, words[:-1]) == (other, here_words[:-1]) and len(words) > 1
    return words[-1] if is_beside else part.label
