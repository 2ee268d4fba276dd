"""Everything one can do with a file, in one place for the window and the command line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from juesuan_desktop.desk.checking import Outcome, check_printed
from juesuan_desktop.desk.library import Library
from juesuan_desktop.export.outcome import ExportError, Progress, Written
from juesuan_desktop.forms.faults import FormError
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.intake.material import IntakeError
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.storage import OWN_SUFFIX
from juesuan_desktop.storage.errors import StorageError

if TYPE_CHECKING:
    from juesuan_desktop.desk.proposal import Proposal
    from juesuan_desktop.desk.session import Session
    from juesuan_desktop.desk.viewing import Viewing
    from juesuan_desktop.report.change import Gesture

TOLD_ERRORS = (IntakeError, StorageError, FormError, ExportError)


@dataclass(frozen=True)
class Desk:
    """Opens, makes, reads, checks, imports and exports reports.

    Every method raises one of TOLD_ERRORS, whose text is one sentence for people, or does all it says. What only some
    need is imported by the method that needs it: the window starts without.
    """

    library: Library

    def suffixes(self) -> tuple[str, ...]:
        """The kinds of file that can be read."""
        from juesuan_desktop.intake.reading import READERS

        return (OWN_SUFFIX, *READERS)

    def refused_suffixes(self) -> tuple[str, ...]:
        """The kinds of office file that may hold a report and are refused, with the way out."""
        from juesuan_desktop.intake.kinds import REFUSED

        return REFUSED

    def open(self, path: Path) -> "Session":
        """Our own file, to work on; as it is now it is backed up."""
        session = self._opened(path)
        session.project.back_up()
        return session

    def has_backup(self, path: Path) -> bool:
        """Whether one of our files, gone or damaged, can be restored."""
        from juesuan_desktop.storage.backups import backups_of

        return bool(backups_of(path))

    def restore(self, path: Path, target: Path) -> "Session":
        """The newest backup of one of our files, in a new file."""
        from juesuan_desktop.storage.backups import restored

        return self.open(restored(path, target))

    def create(self, path: Path, form_id: str, year: int, unit: str) -> "Session":
        """A new report in a new file."""
        from juesuan_desktop.desk.session import Session

        self.form_for(form_id, year)
        return Session.create(self.library, path, form_id, year, unit)

    def import_(self, source: Path, target: Path, form_id: str | None = None) -> "Session":
        """A foreign report into a new file of ours, figures kept as printed."""
        return self._taken(source, target, form_id)

    def propose_import(
        self, source: Path, form_id: str | None = None, amount_unit: str | None = None, year: int | None = None
    ) -> "Proposal":
        """What importing a file would bring; nothing is written. A unit and a year given hold against the file's."""
        from juesuan_desktop.desk.import_proposal import new_file_proposal

        found, outcome = self._checked(source, form_id, amount_unit, year)
        return new_file_proposal(self.library, found, outcome, source.name)

    def propose_rollover(
        self, last: Path, year: int, form_id: str | None = None, amount_unit: str | None = None
    ) -> "Proposal":
        """What last year's file would bring into this year's report; nothing is written.

        The form is the new report's: last year's file is read by its own.
        """
        from juesuan_desktop.desk.rollover_proposal import rollover_proposal

        found, outcome = self._checked(last, None, amount_unit)
        form = self.form_for(form_id or found.form_id, year)
        return rollover_proposal(self.library, found, outcome, form, year)

    def begin(self, proposal: "Proposal", target: Path, refused: frozenset[str] = frozenset()) -> "Session":
        """A new file out of a proposal, without what was refused."""
        return self._begun(target, proposal.taking(refused))

    def _begun(self, target: Path | None, gesture: "Gesture") -> "Session":
        """A report that begins with a gesture, in a new file or in memory."""
        from juesuan_desktop.desk.session import Session

        return Session.begin(self.library, target, gesture)

    def _taken(self, source: Path, target: Path | None, form_id: str | None) -> "Session":
        """A foreign report as one of ours."""
        from juesuan_desktop.desk.importing import taken

        return self._begun(target, taken(self.library, self.read(source, form_id), source.name))

    def _checked(
        self, path: Path, form_id: str | None, amount_unit: str | None, year: int | None = None
    ) -> tuple[PrintedReport, Outcome]:
        found, outcome = self.check(path, form_id)
        if amount_unit in (None, found.amount_unit) and year in (None, found.year):
            return found, outcome
        from juesuan_desktop.desk.proposal import in_unit

        found = replace(in_unit(found, amount_unit or found.amount_unit), year=year or found.year)
        return found, check_printed(self.library, found)

    def view(self, path: Path, form_id: str | None = None) -> "Viewing":
        """Somebody's report, to look at with its findings as printed."""
        from juesuan_desktop.desk.viewing import Viewing

        printed, outcome = self.check(path, form_id)
        return Viewing(self.library, path, printed, outcome)

    def look_at(self, path: Path, form_id: str | None = None) -> "Session":
        """Any report, to look at: our own file as it is, a foreign one taken into memory."""
        if path.suffix.lower() == OWN_SUFFIX:
            return self._opened(path)
        return self._taken(path, None, form_id)

    def read(self, path: Path, form_id: str | None = None) -> PrintedReport:
        """Any report as it stands on paper."""
        if path.suffix.lower() == OWN_SUFFIX:
            return self._own(path)[0]
        return self._foreign(path, form_id, self.library.forms)

    def check(self, path: Path, form_id: str | None = None) -> tuple[PrintedReport, Outcome]:
        """Any report as printed, with its findings."""
        if path.suffix.lower() == OWN_SUFFIX:
            return self._own(path)
        printed = self._foreign(path, form_id, self.library.ready)
        return printed, check_printed(self.library, printed)

    def _foreign(self, path: Path, form_id: str | None, meanwhile: Callable[[], Sequence[Form]]) -> PrintedReport:
        """A report in another kind of file; ``meanwhile`` loads what is needed while that is taken apart."""
        if form_id is not None:
            self.library.form(form_id)
        from juesuan_desktop.intake.reading import read_file

        return read_file(path, meanwhile, form_id)

    def _opened(self, path: Path) -> "Session":
        from juesuan_desktop.desk.session import Session

        return Session.open(self.library, path)

    def _own(self, path: Path) -> tuple[PrintedReport, Outcome]:
        """One of our files as it would be printed, with its findings."""
        from juesuan_desktop.desk.printing import printed_of

        session = self._opened(path)
        try:
            return printed_of(session, str(path)), session.outcome
        finally:
            session.close()

    def export(
        self, session: "Session", targets: Sequence[Path], progress: Progress | None = None
    ) -> tuple[Written, ...]:
        """The finished report, one file for each target."""
        from juesuan_desktop.desk.exporting import export

        return export(session, targets, progress)

    def handbook(self, form_id: str, year: int, path: Path) -> Path:
        """勾稽关系手册: the rules of a form and year as a document (its suffix says how it is written)."""
        from juesuan_desktop.document.handbook import handbook
        from juesuan_desktop.export import write
        from juesuan_desktop.rules.functions.shelf import RULE_FUNCTIONS

        form = self.form_for(form_id, year)
        subjects = self.library.catalogue.of(FUNCTIONAL)
        return write(handbook(form, year, self.library.book.rules, RULE_FUNCTIONS, subjects), path).path

    def form_for(self, form_id: str, year: int) -> Form:
        """The form for a year. Raises FormError, StorageError."""
        form = self.library.form(form_id)
        if year not in form.years:
            first, last = form.years[0], form.years[-1]
            raise StorageError(f"{form.name}适用于 {first}—{last} 年度，没有 {year} 年度的，请核对年度或样表")
        return form
