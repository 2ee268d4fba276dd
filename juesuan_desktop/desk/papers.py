"""What of an open report can be put on paper by itself, and how: each paper makes its document when it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from juesuan_desktop.desk.reviewing import Selection
from juesuan_desktop.desk.session import Session
from juesuan_desktop.document.blocks import Document
from juesuan_desktop.forms.table import Table

WHOLE, TABLE, REVIEW, SELECTED, BRIEF = "whole", "table", "review", "selected", "brief"


@dataclass(frozen=True)
class Paper:
    """One paper.

    Attributes:
        kind: one of the words above.
        name: what its file is called, without year, unit and ending.
        told: what it shows, where the kind does not say it: which table, which findings.
        make: makes the document.
    """

    kind: str
    name: str
    told: str
    make: Callable[[], Document]


def papers_of(
    session: Session, today: date, table: Table | None = None, selection: Selection | None = None
) -> tuple[Paper, ...]:
    """The papers there are now: of the table she is at, of the findings she has filtered, of everything."""
    return tuple(_papers(session, today, table, selection))


def _papers(session: Session, today: date, table: Table | None, selection: Selection | None) -> Iterator[Paper]:
    from juesuan_desktop.desk.briefing import brief_of  # the window starts without what only paper needs
    from juesuan_desktop.desk.exporting import document_of, table_document
    from juesuan_desktop.desk.reviewing import review_of

    if table is not None:
        title = table.full_title
        yield Paper(TABLE, title, title, partial(table_document, session, table))
    yield Paper(REVIEW, "审核报告", "", partial(review_of, session, today))
    if selection is not None:
        yield Paper(SELECTED, "审核报告（部分）", selection.words, partial(review_of, session, today, selection))
    yield Paper(BRIEF, "一页说明", "", partial(brief_of, session, today))
    if not session.is_read_only:  # somebody else's report has its own paper
        yield Paper(WHOLE, "部门决算", "", partial(document_of, session))
