"""All rules that are in force, with the faults of the files they came from."""

from dataclasses import dataclass
from pathlib import Path

from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.rules.notation import Rule, read_rules


@dataclass(frozen=True, slots=True)
class RuleBook:
    """One set of rules for every place: what a form does not print is 不适用 there."""

    rules: tuple[Rule, ...]
    faults: tuple[Fault, ...] = ()


def open_book(folder: Path) -> RuleBook:
    """Every ``*.txt`` of a folder, in the order of their names; unreadable lines are faults, the rest is used."""
    rules: list[Rule] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.txt")):
        read, broken = read_rules(path)
        rules += read
        faults += broken
    return RuleBook(tuple(rules), tuple(faults))
