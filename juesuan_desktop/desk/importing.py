"""From a report as printed to a report that is worked on: figures kept, computed cells computed again."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from juesuan_desktop.amounts import ZERO
from juesuan_desktop.desk.checking import printed_lines
from juesuan_desktop.desk.figures import blank_totals, coarse_tables, printed_evidence
from juesuan_desktop.desk.file_pages import origins_of
from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.forms.form import Form
from juesuan_desktop.report.change import IMPORTED, UNSURE, Change, Gesture
from juesuan_desktop.report.printed import MISSING, PrintedReport
from juesuan_desktop.report.report import (
    AMOUNT_UNIT,
    BLANK_TOTALS,
    FORM,
    PRINTED_BLANK,
    PRINTED_ZERO,
    UNIT,
    YEAR,
    ZERO_BLANKS,
    blanks_address,
    lines_address,
    lines_text,
    section_address,
)
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check


def taken(library: Library, printed: PrintedReport, file_name: str) -> Gesture:
    """The one gesture that takes a printed report over, every value with its source.

    A computed cell that equals its computed value is left to be computed; one that differs stays as printed.
    """
    form = library.form(printed.form_id)
    binding = library.bind(form, printed_lines(printed, form))
    wanted = {**_facts(printed), **_habit(printed, form, binding), **_tables(printed, form, binding), **_texts(printed)}
    origins, coarse = origins_of(printed, form), coarse_tables(printed, printed.amount_unit)
    unsure = {at: UNSURE for at in wanted if table_of(at) in coarse and form.place(at)}
    changes = tuple(
        Change(at, None, value, f"{IMPORTED} {file_name}{unsure.get(at, '')} {origins.get(at, '')}".rstrip())
        for at, value in wanted.items()
        if value
    )
    return Gesture(f"导入 {file_name}", changes)


def _facts(printed: PrintedReport) -> dict[str, str]:
    return {
        FORM: printed.form_id,
        YEAR: str(printed.year),
        UNIT: printed.unit_name,
        AMOUNT_UNIT: printed.amount_unit,
    }


def _habit(printed: PrintedReport, form: Form, binding: Binding) -> dict[str, str]:
    """How the file prints totals of nothing but blanks, where that is not the form's way."""
    figures = printed_evidence(printed, form).figures
    typed = set(figures) - {check.target for check in binding.fills}
    totals = blank_totals({at: figures[at] for at in typed}, binding.fills)
    if not totals:
        return {}
    are_blank = 2 * sum(at not in figures for at in totals) > len(totals)
    return {BLANK_TOTALS: PRINTED_BLANK if are_blank else PRINTED_ZERO} if are_blank != form.blank_totals else {}


def _tables(printed: PrintedReport, form: Form, binding: Binding) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for name, lines in printed_lines(printed, form).items():
        wanted[lines_address(name)] = lines_text(lines)
    for table in printed.tables:
        if table.state != MISSING and table.is_whole:
            wanted[blanks_address(table.name)] = ZERO_BLANKS
    wanted.update((at, str(amount)) for at, amount in _standing(printed, form, binding))
    return wanted


def _standing(printed: PrintedReport, form: Form, binding: Binding) -> Iterator[tuple[str, Decimal]]:
    """Typed figures, and computed ones that are not what the computation gives."""
    evidence = printed_evidence(printed, form)
    targets = {check.target for check in binding.fills}
    for at, amount in evidence.figures.items():
        if at not in targets:
            yield at, amount
    for check in binding.fills:
        amount = evidence.figures.get(check.target, ZERO)
        is_read = table_of(check.target) not in evidence.unread and check.target not in evidence.illegible
        if is_read and amount != computed(check, evidence.figures):
            yield check.target, amount


def computed(check: Check, figures: Mapping[str, Decimal]) -> Decimal:
    """What a rule gives out of these figures, blanks being zero."""
    plus = sum((figures.get(cell, ZERO) for cell in check.right.plus), ZERO)
    return plus - sum((figures.get(cell, ZERO) for cell in check.right.minus), ZERO)


def _texts(printed: PrintedReport) -> dict[str, str]:
    return {section_address(section.id): section.text for section in printed.sections}
