"""From last year's report to this year's draft: what carries and what must not (DOMAIN.md 3.4).

Carried values are marked 沿用未确认 until she confirms or changes them; last year itself is kept whole as `上年.表[…]`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from juesuan_desktop.amounts import YUAN_PER_WAN
from juesuan_desktop.desk.importing import origins_of
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.report.change import IMPORTED, TYPED, UNCONFIRMED, Change, Gesture
from juesuan_desktop.report.printed import MISSING, PrintedLine, PrintedReport, PrintedTable
from juesuan_desktop.report.report import (
    AMOUNT_UNIT,
    FORM,
    LAST_AMOUNT_UNIT,
    UNIT,
    YEAR,
    ZERO_BLANKS,
    blanks_address,
    lines_address,
    lines_of,
    lines_text,
    section_address,
)

CODE_TABLES = ("收入表", "支出表", "一般公共表", "基金表", "国资表")
CARRIED_TEXTS = ("职责", "机构", "名词解释")
OPENING = {
    "收支总表[年初结转和结余]": "收支总表[年末结转和结余]",
    "财拨总表[年初一般公共预算]": "财拨总表[年末财政拨款结转和结余·一般公共预算]",
    "财拨总表[年初国有资本经营预算]": "财拨总表[年末财政拨款结转和结余·国有资本经营预算]",
}
OPENING_BY_LINE = (("基金表", "年初结转和结余", "年末结转和结余"), ("国资表", "年初结转和结余", "年末结转和结余"))


def rolled(last: PrintedReport, form: Form, year: int, file_name: str) -> Gesture:
    """The gesture that begins this year's report out of last year's."""
    unsure = "（按元核对）" if last.amount_unit != "元" else ""
    carried, kept = f"{UNCONFIRMED} {file_name}{unsure}", f"{IMPORTED} {file_name}{unsure}"
    origins = origins_of(last, form)
    facts = {FORM: form.id, YEAR: str(year), AMOUNT_UNIT: "元"}
    if last.amount_unit != "元":
        facts[LAST_AMOUNT_UNIT] = last.amount_unit
    wanted = [
        *_changes(facts, TYPED),
        *_changes({UNIT: last.unit_name}, carried),
        *_changes(dict(_last_year(last, form)), kept, {LAST_YEAR + at: told for at, told in origins.items()}),
        *_changes(dict(_lines(last, form)), carried),
        *_changes(dict(_openings(last, form)), carried),
        *_changes(_texts(last), carried),
    ]
    return Gesture(f"从 {file_name} 生成 {year} 年度", tuple(wanted))


def _changes(values: Mapping[str, str], source: str, origins: Mapping[str, str] | None = None) -> Iterator[Change]:
    where = origins or {}
    return (Change(at, None, value, f"{source} {where.get(at, '')}".rstrip()) for at, value in values.items() if value)


def _last_year(last: PrintedReport, form: Form) -> Iterator[tuple[str, str]]:
    """Every figure of last year, in 元, at its address under 上年."""
    for found in last.tables:
        table = form.by_id.get(found.id)
        if table is None or found.state == MISSING:
            continue
        name = LAST_YEAR + table.name
        yield blanks_address(name), ZERO_BLANKS
        if table.repeats:
            yield lines_address(name), lines_text(lines_of(_code_lines(found, table)))
        for at, amount in _figures(found, table, last.amount_unit):
            yield LAST_YEAR + at, format(amount, "f")
    for section in last.sections:
        yield LAST_YEAR + section_address(section.id), section.text


def _figures(found: PrintedTable, table: Table, amount_unit: str) -> Iterator[tuple[str, Decimal]]:
    factor = Decimal(1) if amount_unit == "元" else YUAN_PER_WAN
    for line in found.lines:
        for measure, amount in line.values.items():
            if amount is not None and table.has(line.key, measure):
                yield table.address(line.key, measure), amount * factor


def _code_lines(found: PrintedTable, table: Table) -> str:
    return "\n".join(_line_text(line) for line in found.lines if line.key not in table.fixed_lines)


def _line_text(line: PrintedLine) -> str:
    return f"{line.code or ''}\t{line.label or ''}"


def _lines(last: PrintedReport, form: Form) -> Iterator[tuple[str, str]]:
    """The 科目 lines without their amounts; parents only where this form prints them."""
    for found in last.tables:
        table = form.by_id.get(found.id)
        if table is not None and table.name in CODE_TABLES:
            lines = lines_of(_code_lines(found, table))
            yield lines_address(table.name), lines_text(line for line in lines if line.level in table.levels)


def _openings(last: PrintedReport, form: Form) -> Iterator[tuple[str, str]]:
    """年末 becomes 年初: proposed, to be confirmed or changed with one of the official reasons."""
    figures = {
        at: amount
        for found in last.tables
        if found.id in form.by_id
        for at, amount in _figures(found, form.by_id[found.id], last.amount_unit)
    }
    for opening, closing in OPENING.items():
        place = form.place(opening)
        if place is not None and not form.by_name[place.table].is_computed(place.line, place.measure):
            yield opening, format(figures.get(closing, Decimal(0)), "f")
    for name, opening, closing in OPENING_BY_LINE:
        yield from _openings_by_line(form.by_name[name], opening, closing, figures)


def _openings_by_line(
    table: Table, opening: str, closing: str, figures: Mapping[str, Decimal]
) -> Iterator[tuple[str, str]]:
    for at, amount in figures.items():
        place = table.place(at.partition("[")[2].rstrip("]").split("·")) if at.startswith(f"{table.name}[") else None
        if place is None or place.measure != closing or place.line in table.fixed_lines:
            continue
        if table.has(place.line, opening) and not table.is_computed(place.line, opening):
            yield table.address(place.line, opening), format(amount, "f")


def _texts(last: PrintedReport) -> dict[str, str]:
    """Prose that stays from year to year; figures, reasons and 附件 do not."""
    return {section_address(one.id): one.text for one in last.sections if one.id in CARRIED_TEXTS}
