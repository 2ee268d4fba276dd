"""The finished report: from the desk to Excel and PDF."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from juesuan_desktop.desk.briefing import brief_of
from juesuan_desktop.desk.reviewing import review_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.document.assembling import assemble
from juesuan_desktop.document.blocks import Document
from juesuan_desktop.document.blocks import Table as Page
from juesuan_desktop.export import Progress, Written, write
from juesuan_desktop.forms.table import Table

DRAFT = "草稿"


def document_of(session: Session, *, mark: str | None = None) -> Document:
    """The report as a document; a report with errors is marked 草稿 unless told otherwise."""
    return assemble(
        session.form,
        [session.printed_grid(table) for table in session.form.tables],
        session.report.texts,
        session.facts,
        mark=_draft(session) if mark is None else mark,
    )


def table_document(session: Session, table: Table) -> Document:
    """One table as a document: a public one as it is published, a supplement as it is filled in."""
    is_public = table in session.form.tables
    grid = session.printed_grid(table) if is_public else session.grid(table)
    name = f"{session.report.unit_name}{session.report.year}年度{grid.title}"
    return Document(name, session.report.unit_name, (Page(grid, grid.title),), mark=_draft(session))


def export(session: Session, targets: Sequence[Path], progress: Progress | None = None) -> tuple[Written, ...]:
    """Write the report to each target (its suffix says how). Raises ExportError at the first that cannot be written."""
    document = document_of(session)
    return tuple(write(document, target, progress) for target in targets)


def _draft(session: Session) -> str:
    return DRAFT if session.outcome.has_errors else ""


def export_review(session: Session, target: Path) -> Path:
    """Write the 审核报告: the findings to print and sign. Raises ExportError."""
    return write(review_of(session, date.today()), target).path


def export_brief(session: Session, target: Path) -> Path:
    """Write the 一页说明 for the leader. Raises ExportError."""
    return write(brief_of(session, date.today()), target).path
