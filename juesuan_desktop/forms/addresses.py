"""Addresses: a figure's name in the trade's words, `支出表[2010301·基本支出]`, the same everywhere."""

import re
from typing import NamedTuple

DOT = "·"
_ADDRESS = re.compile(r"(?P<table>[^\[\]]+)\[(?P<words>[^\[\]]+)\]")


class Place(NamedTuple):
    """Where a figure stands by meaning: table name, line key, measure."""

    table: str
    line: str
    measure: str


def address(table: str, *words: str) -> str:
    """`表[行·栏]` from its words."""
    return f"{table}[{DOT.join(words)}]"


def split(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Table and words of an address text, or ``None`` when it is none. Full-width signs are understood."""
    match = _ADDRESS.fullmatch(text.strip().replace("［", "[").replace("］", "]").replace("・", DOT))
    if match is None:
        return None
    table, words = match.groups()
    return table.strip(), tuple(map(str.strip, words.split(DOT)))


def table_of(address: str) -> str:
    """The table's name in an address (`上年.` and all)."""
    return address.partition("[")[0]


def squeezed(text: str) -> str:
    """``text`` without any white space: how printed words are compared."""
    return "".join(text.split())
