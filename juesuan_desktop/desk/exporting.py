"""The finished report: from the desk to Excel and PDF."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from juesuan_desktop.desk.briefing import brief_of
from juesuan_desktop.desk.reviewing import review_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.document.assembling import assemble
from juesuan_desktop.document.blocks import Document
from juesuan_desktop.export import Progress, Written, write

DRAFT = "草稿"


def document_of(session: Session, *, mark: str | None = None) -> Document:
    """The report as a document; a report with errors is marked 草稿 unless told otherwise."""
    draft = DRAFT if session.outcome.has_errors else ""
    return assemble(
        session.form,
        [session.printed_grid(table) for table in session.form.tables],
        session.report.texts,
        session.facts,
        mark=draft if mark is None else mark,
    )


def export(session: Session, targets: Sequence[Path], progress: Progress | None = None) -> tuple[Written, ...]:
    """Write the report to each target (its suffix says how). Raises ExportError at the first that cannot be written."""
    document = document_of(session)
    return tuple(write(document, target, progress) for target in targets)


def export_review(session: Session, target: Path) -> Path:
    """Write the 审核报告: the findings to print and sign. Raises ExportError."""
    return write(review_of(session, date.today()), target).path


def export_brief(session: Session, target: Path) -> Path:
    """Write the 一页说明 for the leader. Raises ExportError."""
    return write(brief_of(session, date.today()), target).path
