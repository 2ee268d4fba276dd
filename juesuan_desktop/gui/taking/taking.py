"""From a file to a proposal to what she takes of it: import, roll-over, and making a checked report editable."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QObject, Signal

from juesuan_desktop.desk.checking import Outcome, check_printed
from juesuan_desktop.desk.desk import TOLD_ERRORS, Desk
from juesuan_desktop.desk.import_proposal import new_file_proposal, open_report_proposal
from juesuan_desktop.desk.proposal import Proposal, in_unit
from juesuan_desktop.desk.rollover_proposal import rollover_proposal
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.errands import Errands
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.middle import Middle
from juesuan_desktop.gui.taking.offer import OPEN_REPORT, Offer, Taken, Wishes, Words
from juesuan_desktop.gui.taking.page import TakingPage
from juesuan_desktop.report.change import Gesture
from juesuan_desktop.report.printed import PrintedReport


@dataclass(frozen=True)
class Source:
    """A file as it was read."""

    file: Path
    printed: PrintedReport
    outcome: Outcome
    is_last_year: bool = False


class Taking(QObject):
    """``opened`` carries the session of a new file (and whether it was rolled over), ``merged`` a gesture to do."""

    opened = Signal(Session, bool)
    merged = Signal(Gesture)

    def __init__(
        self, desk: Desk, look: Look, middle: Middle, errands: Errands, opened: Callable[[], Session | None]
    ) -> None:
        super().__init__(middle)
        self._desk, self._look, self._middle, self._errands = desk, look, middle, errands
        self._present = opened

    def import_file(self, file: Path, wishes: Wishes | None = None) -> None:
        """Read a file and show what importing it would bring."""
        wanted = wishes or Wishes()
        form_id = self._form_wanted(wanted)
        self._read(file, form_id, lambda read: self._lay(Source(file, *read), wanted))

    def roll_over(self, file: Path) -> None:
        """Read last year's file and show what it would bring into this year's report."""
        self._read(file, None, lambda read: self.roll_over_read(file, *read))

    def import_read(self, file: Path, printed: PrintedReport, outcome: Outcome, wishes: Wishes | None = None) -> None:
        """Show what importing a file that was read already would bring."""
        self._lay(Source(file, printed, outcome), wishes or Wishes())

    def roll_over_read(self, file: Path, printed: PrintedReport, outcome: Outcome) -> None:
        """Show what last year's file, read already, would bring."""
        year = printed.year + 1 if printed.year else QDate.currentDate().year() - 1
        self._lay(Source(file, printed, outcome, is_last_year=True), Wishes(year=year))

    # Reading

    def _read(self, file: Path, form_id: str | None, done: Callable[[tuple[PrintedReport, Outcome]], None]) -> None:
        words = self.tr("正在读取并检查「{name}」…").format(name=file.name)
        self._errands.read(words, lambda: self._desk.check(file, form_id), done)

    def _form_wanted(self, wishes: Wishes) -> str | None:
        """A report that is open is imported into by its own form."""
        present = self._present()
        return present.form.id if wishes.into == OPEN_REPORT and present else wishes.form_id

    # The page

    def _lay(self, source: Source, wishes: Wishes) -> None:
        try:
            proposal = self._proposal(source, wishes)
        except TOLD_ERRORS as error:
            self._errands.notice.complain(str(error))
            return
        page = TakingPage(self._offer(source, wishes), proposal, self._look, self._middle)
        page.wished.connect(partial(self._again, page, source))
        page.accepted.connect(partial(self._take, source))
        page.left.connect(self._middle.clear)
        self._middle.lay(page)

    def _offer(self, source: Source, wishes: Wishes) -> Offer:
        present = self._present()
        can_merge = present is not None and not present.is_read_only and not source.is_last_year
        return Offer(
            file=source.file,
            words=self._words(source),
            forms=tuple((form.id, form.name) for form in self._desk.library.forms()),
            open_name=f"{present.report.unit_name}{present.report.year}" if can_merge and present else "",
            side_by_side=source.is_last_year,
            wishes=wishes,
        )

    def _words(self, source: Source) -> Words:
        if source.is_last_year:
            return Words(self.tr("从上年文件生成"), self.tr("上年"), self.tr("生成本年报告(&G)"))
        return Words(self.tr("导入"), self.tr("现有"), self.tr("导入(&I)"))

    def _again(self, page: TakingPage, source: Source, wishes: Wishes) -> None:
        """She chose another form, unit, year or target."""
        form_id = self._form_wanted(wishes) or source.printed.form_id
        if form_id != source.printed.form_id and not source.is_last_year:
            self._read(source.file, form_id, lambda read: self._show(page, Source(source.file, *read), wishes))
        else:
            self._show(page, source, wishes)

    def _show(self, page: TakingPage, source: Source, wishes: Wishes) -> None:
        if page is not self._middle.over:
            return
        try:
            page.show_proposal(self._proposal(source, wishes))
        except TOLD_ERRORS as error:
            page.refuse(str(error))

    def _proposal(self, source: Source, wishes: Wishes) -> Proposal:
        library, outcome = self._desk.library, source.outcome
        found = in_unit(source.printed, wishes.amount_unit or source.printed.amount_unit)
        if wishes.unit_name:
            found = replace(found, unit_name=wishes.unit_name)
        if source.is_last_year:
            outcome = self._outcome(source, found)
            form = self._desk.form_for(wishes.form_id or found.form_id, wishes.year)
            return rollover_proposal(library, found, outcome, form, wishes.year)
        found = replace(found, year=wishes.year or found.year)
        outcome, present = self._outcome(source, found), self._present()
        if wishes.into == OPEN_REPORT and present is not None:
            return open_report_proposal(present, found, outcome, source.file.name)
        return new_file_proposal(library, found, outcome, source.file.name)

    def _outcome(self, source: Source, found: PrintedReport) -> Outcome:
        """A file read in another money unit or year is checked anew."""
        same = (found.amount_unit, found.year) == (source.printed.amount_unit, source.printed.year)
        return source.outcome if same else check_printed(self._desk.library, found)

    # Taking

    def _take(self, source: Source, taken: Taken) -> None:
        if taken.target is None:
            self._middle.clear()
            self.merged.emit(taken.proposal.taking(taken.refused))
            return
        try:
            session = self._desk.begin(taken.proposal, taken.target, taken.refused)
        except TOLD_ERRORS as error:
            self._errands.notice.complain(str(error))
        else:
            self.opened.emit(session, source.is_last_year)
