"""Automatic numbers of Word's paragraphs: a heading's 一、 is not in its text, it is counted (ISO 29500-1 17.9)."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from juesuan_desktop.intake.office.drawn import number
from juesuan_desktop.intake.word.counting import written
from juesuan_desktop.intake.word.parts import Element, by_name, child, children, is_on, value

_PLACE = re.compile(r"%([1-9])")
_BULLET, _NONE, _DIGITS = "bullet", "none", "decimal"
_DEEPEST = 20  # styles based on styles
_TAB, _SPACE = "tab", "space"
_ANY = -1


class _Level(NamedTuple):
    """How one level is counted and written. ``restart``: it begins anew after levels above this one (_ANY: all)."""

    start: int
    form: str
    text: str
    suffix: str
    restart: int
    in_digits: bool
    style: str


class _List(NamedTuple):
    """What a numId stands for: whose counts it shares, its levels, which of them begin anew when it is first used."""

    counted_as: str
    levels: Mapping[int, _Level]
    anew: frozenset[int]


class _Style(NamedTuple):
    """What a paragraph style says of numbers."""

    based_on: str
    numbers: str | None
    level: int | None


class Numbering:
    """Tells each paragraph's number. Every paragraph has to be asked for, once and in order: asking counts."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = {value(one, "styleId") or "": _style(one) for one in children(styles, "style")}
        self._lists = dict(_lists(numbering, self._styles))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def of(self, properties: Mapping[str, Element]) -> str:
        """The number of the next paragraph, with the gap after it; '' if it has none or just a dot before it.

        ``properties`` are what the paragraph says of itself, by name.
        """
        name, at = self._place(properties) if self._lists else ("", 0)
        own = self._lists.get(name)
        level = own.levels.get(at) if own else None
        if own is None or level is None:
            return ""
        counts = self._counted(name, own, at)
        if level.form == _BULLET:
            return ""
        text = _PLACE.sub(lambda match: _part(own, level, counts, int(match[1]) - 1), level.text)
        return text + _gap(text, level.suffix) if text else ""

    def _place(self, properties: Mapping[str, Element]) -> tuple[str, int]:
        """The list and level of a paragraph: its own, else its style's."""
        said = by_name(properties.get("numPr"))
        named, level = value(said.get("numId")), value(said.get("ilvl"))
        style = value(properties.get("pStyle")) or ""
        inherited = self._inherited(style)
        name = inherited.numbers or "" if named is None else named
        if level is not None:
            return name, number(level, 0)
        levels = self._lists[name].levels if named is None and name in self._lists else {}
        tied = next((at for at, one in levels.items() if one.style == style), inherited.level)
        return name, tied or 0

    def _inherited(self, style: str) -> _Style:
        """What a style says of numbers, or the nearest that it is based on."""
        level = None
        for _ in range(_DEEPEST):
            found = self._styles.get(style)
            if found is None:
                break
            level = found.level if level is None else level
            if found.numbers is not None:
                return _Style("", found.numbers, level)
            style = found.based_on
        return _Style("", None, level)

    def _counted(self, name: str, own: _List, at: int) -> Mapping[int, int]:
        """The counts, one further at that level; those above it have begun, deeper ones begin anew."""
        counts = self._counts.setdefault(own.counted_as, {})
        for level in () if name in self._begun else own.anew:
            counts.pop(level, None)
        self._begun.add(name)
        for above in range(at):
            counts.setdefault(above, own.levels[above].start if above in own.levels else 1)
        counts[at] = counts.get(at, own.levels[at].start - 1) + 1
        for deeper in [level for level in counts if level > at]:
            restart = own.levels[deeper].restart if deeper in own.levels else _ANY
            if restart == _ANY or at < restart:
                del counts[deeper]
        return counts


def _part(own: _List, level: _Level, counts: Mapping[int, int], at: int) -> str:
    """One %1 of a level's text."""
    other = own.levels.get(at)
    if other is None:
        return ""
    form = _DIGITS if level.in_digits and other.form != _NONE else other.form
    return written(counts.get(at, other.start), form)


def _gap(text: str, suffix: str) -> str:
    """What parts a number from the text: 「1. 」, but 「一、」."""
    if suffix == _SPACE:
        return " "
    return " " if suffix == _TAB and text[-1].isascii() else ""


def _style(style: Element) -> _Style:
    said = child(style, "pPr", "numPr")
    level = value(child(said, "ilvl"))
    based_on = value(child(style, "basedOn")) or ""
    return _Style(based_on, value(child(said, "numId")), None if level is None else number(level, 0))


def _lists(numbering: Element | None, styles: Mapping[str, _Style]) -> Iterator[tuple[str, _List]]:
    abstract = {value(one, "abstractNumId") or "": one for one in children(numbering, "abstractNum")}
    used = {value(one, "numId") or "": value(child(one, "abstractNumId")) or "" for one in children(numbering, "num")}
    for one in children(numbering, "num"):
        name = value(one, "numId") or ""
        counted_as = used[name]
        link = value(child(abstract.get(counted_as), "numStyleLink"))
        if link is not None and link in styles:
            counted_as = used.get(styles[link].numbers or "", counted_as)
        levels, anew = _levels(abstract.get(counted_as)), set[int]()
        for change in children(one, "lvlOverride"):
            at, start = number(value(change, "ilvl"), 0), value(child(change, "startOverride"))
            levels |= _levels(change)
            if start is not None and at in levels:
                levels[at] = levels[at]._replace(start=number(start))
                anew.add(at)
        yield name, _List(counted_as, levels, frozenset(anew))


def _levels(parent: Element | None) -> dict[int, _Level]:
    return {number(value(one, "ilvl"), 0): _level(one) for one in children(parent, "lvl")}


def _level(level: Element) -> _Level:
    return _Level(
        start=number(value(child(level, "start")), 1),
        form=value(child(level, "numFmt")) or _DIGITS,
        text=value(child(level, "lvlText")) or "",
        suffix=value(child(level, "suff")) or _TAB,
        restart=number(value(child(level, "lvlRestart")), _ANY),
        in_digits=is_on(child(level, "isLgl")),
        style=value(child(level, "pStyle")) or "",
    )
