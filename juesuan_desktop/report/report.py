"""A report at one moment: a value, made by replaying changes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from juesuan_desktop.amounts import YUAN
from juesuan_desktop.forms.addresses import address, split
from juesuan_desktop.forms.codes import Line, keyed
from juesuan_desktop.report.change import CHANGED, CONFIRMED, UNCONFIRMED, Change, sourced

REPORT, SECTION = "报告", "节"
FORM, YEAR, UNIT = address(REPORT, "样表"), address(REPORT, "年度"), address(REPORT, "单位名称")
AMOUNT_UNIT = address(REPORT, "金额单位")
LAST_AMOUNT_UNIT = address(REPORT, "上年金额单位")
BLANK_TOTALS = address(REPORT, "空合计")
LINES, BLANKS = "行", "余格"
REASON = "出错说明"
ZERO_BLANKS = "零"
PRINTED_BLANK, PRINTED_ZERO = "空白", "0.00"

V = TypeVar("V")

_AMOUNT = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


@dataclass(frozen=True)
class Report:
    """What is known of a report.

    ``facts`` are its form, year, unit name, money unit and what its file prints otherwise than its form, by address;
    ``figures`` the amounts that were typed or imported (computed ones only where they stand against the computation);
    ``words`` what stands in cells that hold no amount (负责人, 单位性质); ``lines`` the code lines by table name;
    ``texts`` by section id; ``settled`` the tables whose blanks are exact zeros; ``reasons`` what she wrote for
    warnings, by ``reason_address``; ``sources`` where each value is from.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def form_id(self) -> str:
        """The id of its form."""
        return self.facts.get(FORM, "")

    @property
    def year(self) -> int:
        """The year it reports on; 0 if unknown."""
        return int(self.facts.get(YEAR) or 0)

    @property
    def unit_name(self) -> str:
        """The unit it reports for."""
        return self.facts.get(UNIT, "")

    @property
    def amount_unit(self) -> str:
        """元 or 万元: the unit its figures are kept in."""
        return self.facts.get(AMOUNT_UNIT, YUAN)

    @property
    def last_amount_unit(self) -> str:
        """元 or 万元: how precisely last year's figures are known (they are kept in 元)."""
        return self.facts.get(LAST_AMOUNT_UNIT, YUAN)

    @property
    def blank_totals(self) -> bool | None:
        """Whether its file prints a total of nothing but blanks as a blank; None if it says nothing of that."""
        return {PRINTED_BLANK: True, PRINTED_ZERO: False}.get(self.facts.get(BLANK_TOTALS, ""))

    @cached_property
    def unconfirmed(self) -> tuple[str, ...]:
        """Addresses of values carried over from last year that nobody has confirmed or changed."""
        carried = {source for source in set(self.sources.values()) if source.startswith(UNCONFIRMED)}
        return tuple(at for at, source in self.sources.items() if source in carried) if carried else ()

    @cached_property
    def answered(self) -> Mapping[str, str]:
        """Addresses of values carried over from last year that she stands for: 沿用已确认 as they are, or 沿用已改."""
        sources = set(self.sources.values())
        kinds = {source: kind for source in sources for kind in (CONFIRMED, CHANGED) if source.startswith(kind)}
        return {at: kinds[source] for at, source in self.sources.items() if source in kinds} if kinds else {}

    def text_of(self, at: str) -> str | None:
        """The present value at an address, as a change would write it; None for nothing."""
        kept = self.facts.get(at) or self.words.get(at) or self.reasons.get(at)
        if kept or at in self.figures:
            return kept or f"{self.figures[at]:f}"
        table, words = split(at) or ("", ("",))
        if table == SECTION:
            return self.texts.get(words[0])
        if words == (LINES,):
            return lines_text(self.lines.get(table, ())) or None
        if words == (BLANKS,):
            return ZERO_BLANKS if table in self.settled else None
        return None


def applied(report: Report, changes: Iterable[Change]) -> Report:
    """The report after the changes."""
    facts, figures, words_in = dict(report.facts), dict(report.figures), dict(report.words)
    lines, texts, settled = dict(report.lines), dict(report.texts), set(report.settled)
    reasons, sources = dict(report.reasons), dict(report.sources)
    for change in changes:
        table, words = split(change.address) or ("", ("",))
        if table == REPORT:
            _put(facts, change.address, change.after)
        elif table == SECTION:
            _put(texts, words[0], change.after)
        elif table == REASON:
            _put(reasons, change.address, change.after)
        elif words == (LINES,):
            _put(lines, table, lines_of(change.after) if change.after else None)
        elif words == (BLANKS,):
            settled = settled | {table} if change.after else settled - {table}
        else:
            amount = amount_of(change.after)
            _put(figures, change.address, amount)
            _put(words_in, change.address, change.after if amount is None else None)
        _put(sources, change.address, change.source if change.after is not None else None)
    return replace(
        report,
        facts=facts,
        figures=figures,
        words=words_in,
        lines=lines,
        texts=texts,
        settled=frozenset(settled),
        reasons=reasons,
        sources=sources,
    )


def changed(report: Report, wanted: Mapping[str, str | None], source: str) -> tuple[Change, ...]:
    """The changes that bring the report to the wanted values; what is so already is left out."""
    return tuple(
        Change(at, before, after, sourced(source, report.sources.get(at, "")))
        for at, after in wanted.items()
        if (before := report.text_of(at)) != after
    )


def amount_of(text: str | None) -> Decimal | None:
    """The amount a kept value is, None if it is words (or nothing): only a text that an amount prints as counts."""
    return Decimal(text) if text is not None and _AMOUNT.fullmatch(text) else None


def confirmed(report: Report, addresses: Iterable[str]) -> tuple[Change, ...]:
    """The changes that confirm carried values: the value stays, its source says who stands for it."""
    return tuple(
        Change(at, value, value, report.sources[at].replace(UNCONFIRMED, CONFIRMED, 1))
        for at in addresses
        if (value := report.text_of(at)) is not None and report.sources.get(at, "").startswith(UNCONFIRMED)
    )


def lines_address(table: str) -> str:
    """Where a table's list of code lines is kept."""
    return address(table, LINES)


def blanks_address(table: str) -> str:
    """Where is kept whether a table's blanks are zeros."""
    return address(table, BLANKS)


def section_address(section_id: str) -> str:
    """Where a section's text is kept."""
    return address(SECTION, section_id)


def reason_address(rule: str, at: str, gap: str = "") -> str:
    """Where the reason for a warning is kept: `出错说明[P-6·三公表·公务接待费·决算数·120.00]`.

    The gap belongs to the address: a reason answers these numbers, and no others that may come later.
    """
    table, words = split(at) or (at, ())
    return address(REASON, *filter(None, (rule, table, *words, gap)))


def lines_text(lines: Iterable[Line]) -> str:
    """Code lines as one text: a line each, code and name parted by a tab."""
    return "\n".join(f"{line.code}\t{line.name}" for line in lines)


def lines_of(text: str) -> tuple[Line, ...]:
    """Code lines from their text."""
    pairs = [line.partition("\t") for line in text.splitlines() if line.strip()]
    return keyed((code, name) for code, _, name in pairs)


def _put(values: dict[str, V], key: str, value: V | None) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value
