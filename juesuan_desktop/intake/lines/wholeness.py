"""Whether a table that was read is whole, or a part of it is missing from the file."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.forms.codes import below, is_code
from juesuan_desktop.forms.table import Table
from juesuan_desktop.intake.printed_words import TOTAL
from juesuan_desktop.intake.recognition.finding import Found
from juesuan_desktop.report.printed import PrintedLine

_MOST_MISSING = 8  # a line in so many: 24 for 26 类, 救济费


def why_cut(table: Table, lines: Sequence[PrintedLine], found: Found, half: Decimal) -> str:
    """Why the table cannot be taken as whole; empty if it can. A figure lies within ``half`` of the true one."""
    missing = _missing(table, lines, half)
    if len(missing) > len(table.fixed_lines) // _MOST_MISSING or (missing and missing[-1] == table.fixed_lines[-1]):
        names = "、".join(table.label(line) for line in missing[:3])
        return f"少了 {len(missing)} 行（{names}{'等' if len(missing) > 3 else ''}），可能被截断"
    if found.is_last and not found.after:
        return "文件在这张表里结束，可能被截断"
    return ""


def _missing(table: Table, lines: Sequence[PrintedLine], half: Decimal) -> list[str]:
    """The lines of the form that are not there; codes may be left out where those that are there make the totals."""
    keys = {line.key for line in lines}
    missing = [line for line in table.fixed_lines if line not in keys]
    if any(map(is_code, missing)) and _adds_up(table, lines, half):
        return [line for line in missing if not is_code(line)]
    return missing


def _adds_up(table: Table, lines: Sequence[PrintedLine], half: Decimal) -> bool:
    """Whether the codes make up their totals, 款 their 类 and 类 the table's 合计: none that counts is missing."""
    amounts = {line.key: [amount or ZERO for amount in line.values.values()] for line in lines}
    first = next(at for at, line in enumerate(table.fixed_lines) if is_code(line))
    totals = [line for line in table.fixed_lines[first:] if line.endswith(TOTAL)]
    sums = below([line.key for line in lines if is_code(line.key)])
    if not sums or not all(total in amounts for total in totals):
        return False
    for parent, parts in sums.items():
        if parent and parent not in amounts:
            continue  # not printed: what lies below it counts in the nearest printed line
        over = _sum(amounts[one] for one in ([parent] if parent else totals))
        under = _sum(amounts[one] for one in parts)
        if any(abs(a - b) > half * (len(parts) + 1) for a, b in zip(over, under, strict=True)):
            return False
    return True


def _sum(lines: Iterable[Sequence[Decimal]]) -> list[Decimal]:
    return [sum(column, ZERO) for column in zip(*lines, strict=True)]
