"""A rule at one place: which cells it adds up and compares there."""

from typing import NamedTuple

from juesuan_desktop.rules.notation import Rule


class Sum(NamedTuple):
    """Addresses added and addresses taken off."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """All its addresses."""
        return self.plus + self.minus


class Check(NamedTuple):
    """One rule for one line, measure or code. ``target`` is the cell it fills ('' if it only checks)."""

    rule: Rule
    scope: str
    left: Sum
    right: Sum
    tables: frozenset[str]
    target: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """All addresses it looks at, the left side first, each once."""
        return tuple(dict.fromkeys(self.left.cells + self.right.cells))
