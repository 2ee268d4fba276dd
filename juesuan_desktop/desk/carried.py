"""What comes from last year and nobody has confirmed yet: told one by one, and confirmed (P-17)."""

import re
from collections.abc import Iterator, Sequence

from juesuan_desktop.desk.checking import section_title
from juesuan_desktop.forms.addresses import split, table_of
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.vocabulary import Words
from juesuan_desktop.report.change import IMPORTED, UNCONFIRMED, Change, Gesture
from juesuan_desktop.report.report import LINES, SECTION, Report, lines_address, section_address
from juesuan_desktop.rules.findings import COMPLETE, WARNING, Finding, Where, where

CARRIED = "P-17"
"""The rule of what comes from last year and waits to be confirmed."""
_YEARS = re.compile(r"20\d\d(?=\s*年)")


def carried(report: Report, form: Form) -> Iterator[Finding]:
    """P-17: values carried over from last year that nobody has confirmed; 定稿 refuses while there are any.

    One finding for each table, one for each text or fact.
    """
    together: dict[str, list[str]] = {}
    for at in report.unconfirmed:
        name = table_of(at)
        together.setdefault(name if name in form.by_name else at, []).append(at)
    for name, addresses in together.items():
        remark = next(filter(None, (remark_at(at, form) for at in addresses)), "")
        message = f"{_what(name, addresses, report, form)}沿用上年，还没有确认"
        places = tuple(_place(at, form) for at in addresses)
        yield Finding(CARRIED, WARNING, COMPLETE, f"{message}；{remark}" if remark else message, places)


def confirmable(finding: Finding, form: Form) -> tuple[str, ...]:
    """The addresses that a finding wants confirmed; () where it wants something else."""
    return tuple(_address(place, form) for place in finding.where) if finding.rule == CARRIED else ()


def remark_at(at: str, form: Form) -> str:
    """What to look at before confirming a carried value; '' if nothing in particular."""
    table, words = split(at) or ("", ("",))
    place = form.place(at)
    if place is not None and words != (LINES,):
        carry = form.by_name[table].carry(place.line, place.measure)
    else:
        declared = form.vocabulary.get(table, Words(table))
        carry = declared.listed if words == (LINES,) else declared.carries.get(words[0])
    return carry.remark if carry else ""


def copied(report: Report, section_id: str) -> Gesture:
    """Last year's words as this year's, because she asked for them: 沿用未确认 like all that comes from there."""
    at = section_address(section_id)
    origin = report.sources.get(LAST_YEAR + at, "").removeprefix(IMPORTED)
    change = Change(at, report.text_of(at), report.words.get(LAST_YEAR + at), UNCONFIRMED + origin)
    return Gesture(f"抄上年 {section_id}", (change,))


def years_in(text: str) -> tuple[str, ...]:
    """The years a text speaks of, each once: in carried prose they are shown, not rewritten."""
    return tuple(sorted(set(_YEARS.findall(text))))


def _what(name: str, addresses: Sequence[str], report: Report, form: Form) -> str:
    """A table with how many values, a section by its title, a fact with its value."""
    if name in form.by_name:
        told = "的科目" if addresses == [lines_address(name)] else f"有 {len(addresses)} 处"
        return form.by_name[name].full_title + told
    table, words = split(name) or ("", (name,))
    if table == SECTION:
        return next((f"「{section_title(one, report)}」" for one in form.sections if one.id == words[0]), words[0])
    return f"{words[0]}「{report.text_of(name)}」"


def _place(at: str, form: Form) -> Where:
    """A figure, a list of lines, a section or a fact."""
    table, words = split(at) or ("", ("",))
    if table == SECTION:
        return Where(section=words[0])
    if words == (LINES,) and table in form.by_name:
        return Where(table=form.by_name[table].id)
    return where(at, form)


def _address(place: Where, form: Form) -> str:
    """What ``_place`` made a place of."""
    if place.section:
        return section_address(place.section)
    return place.address or lines_address(form.by_id[place.table or ""].name)
