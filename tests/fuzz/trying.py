"""Reading a damaged file all the way: to a report, its findings as others get them, and projects of two years."""

import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from juesuan_desktop.app import desk
from juesuan_desktop.cli.telling import report_json, show_json
from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.desk import TOLD_ERRORS, Desk
from juesuan_desktop.desk.import_proposal import new_file_proposal
from juesuan_desktop.desk.rollover_proposal import rollover_proposal
from juesuan_desktop.desk.session import Session
from juesuan_desktop.intake.process import apart
from juesuan_desktop.report.printed import PrintedReport

LONGEST_MESSAGE, LONGEST_QUOTE = 120, 60  # as PRODUCT.md promises


@cache
def house() -> Desk:
    return desk()


def tried(path: Path) -> tuple[str, str]:
    """How it ended (read, refused, FAILED), and the trace of a failure."""
    with traces_of_threads() as traces:
        end = _ended(path)
    return ("FAILED", "".join(traces)) if traces else end


def _ended(path: Path) -> tuple[str, str]:
    try:
        found, outcome = house().check(path)
        _told(found, outcome)
        _taken(found, outcome, path.name)
    except TOLD_ERRORS as error:
        if len(str(error).splitlines()) != 1:
            return "FAILED", f"not one sentence: {error}"
        return ("refused: the child died" if apart.TOO_MUCH in str(error) else "refused"), ""
    except Exception:
        return "FAILED", traceback.format_exc()
    return "read", ""


def _told(found: PrintedReport, outcome: Outcome) -> None:
    """What the command line prints keeps to its lengths."""
    show_json(found)
    for finding in report_json(found, outcome)["findings"]:
        assert 0 < len(finding["message"]) <= LONGEST_MESSAGE, finding["message"]
        assert all(len(place["quote"] or "") <= LONGEST_QUOTE for place in finding["where"]), finding["where"]


def _taken(found: PrintedReport, outcome: Outcome, name: str) -> None:
    """The report as a project of ours, and as the base of next year's."""
    library = house().library
    form = library.form(found.form_id)
    proposals = [new_file_proposal(library, found, outcome, name)]
    if found.year + 1 in form.years:
        proposals.append(rollover_proposal(library, found, outcome, form, found.year + 1))
    for proposal in proposals:
        Session.begin(library, None, proposal.taking(frozenset())).close()


@contextmanager
def traces_of_threads() -> Iterator[list[str]]:
    """What fails in a thread beside the reading ends nothing by itself: it is caught here."""
    traces: list[str] = []
    before = threading.excepthook
    threading.excepthook = lambda told: traces.append("".join(traceback.format_exception(told.exc_value)))
    try:
        yield traces
    finally:
        threading.excepthook = before
