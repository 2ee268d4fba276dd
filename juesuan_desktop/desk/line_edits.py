"""What other code lines mean for a table's figures: they go with their line, or move where its key changes."""

from collections.abc import Callable, Sequence

from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.lineage import with_parents
from juesuan_desktop.forms.table import Table
from juesuan_desktop.report.report import Report, lines_address, lines_text

Wanted = dict[str, str | None]


def wanted_lines(report: Report, table: Table, lines: Sequence[Line], name_of: Callable[[str], str]) -> Wanted:
    """The changes that give a table these lines, whose keys are those they have now ('' for new ones).

    Parents make themselves. Of two lines with the same code the second is `code#2`: when the first goes, the figures of
    the second stay its own.
    """
    before = report.lines.get(table.name, ())
    whole = with_parents(lines, before, table.levels, name_of)
    changed = {old: new for old, new in _fates(before, lines, whole).items() if new != old}
    gone = (at for old in changed for at in _addresses(table, old))
    wanted: Wanted = {at: None for at in gone if report.text_of(at) is not None}
    for old, new in changed.items():
        pairs = zip(_addresses(table, old), _addresses(table, new), strict=True) if new else ()
        wanted |= {there: text for here, there in pairs if (text := report.text_of(here)) is not None}
    return {**wanted, lines_address(table.name): lines_text(whole) or None}


def lost_figures(report: Report, table: Table, gone: Sequence[Line]) -> int:
    """How many values go with these lines; zeros are no loss."""
    addresses = (at for line in gone for at in _addresses(table, line.key))
    return sum(bool(report.words.get(at) or report.figures.get(at)) for at in addresses)


def _fates(before: Sequence[Line], lines: Sequence[Line], whole: Sequence[Line]) -> dict[str, str]:
    """The new key of every line there was; '' for those that go."""
    present = {line.key for line in before}
    new_keys: dict[str, str] = {}
    waiting = list(lines)
    for line in whole:
        words = line.code, line.name
        number = next((number for number, other in enumerate(waiting) if (other.code, other.name) == words), None)
        if number is not None:
            new_keys[waiting[number].key] = line.key
            del waiting[: number + 1]
    kept = {line.key: line.key for line in whole if line.key in present and line.key not in new_keys.values()}
    return {key: new_keys.get(key, kept.get(key, "")) for key in present}


def _addresses(table: Table, key: str) -> list[str]:
    return [table.address(key, measure) for measure in table.measures_of(key)]
