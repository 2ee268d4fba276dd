"""The open report while it is worked on: every edit told to whoever shows it, and saved once the screen has painted."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from juesuan_desktop.desk.figures import is_empty
from juesuan_desktop.desk.reasons import reason_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.standing import Standing, Unjudged, never, standing_of
from juesuan_desktop.report.change import Gesture
from juesuan_desktop.rules.findings import Finding
from juesuan_desktop.storage.errors import StorageError, WrittenElsewhereError

AFTER_PAINT_MILLISECONDS = 20  # Qt paints with the next frame, not with the next event
RETRY_MILLISECONDS = 10_000


class LiveReport(QObject):
    """A session with signals.

    Attributes:
        session: the report itself; read it freely, edit it only through here.
        standing: its findings, laid out for the eye.
    """

    changed = Signal()
    saved = Signal()
    saveFailed = Signal(str)
    takenOver = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.standing: Standing = self._stand()
        self._after_paint = QTimer(self, singleShot=True, interval=AFTER_PAINT_MILLISECONDS)
        self._after_paint.timeout.connect(self.save)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.save)
        self._is_failing = False

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return not self.session.unsaved

    def type_figure(self, address: str, text: str) -> None:
        """She typed into a cell. Raises AmountError."""
        self._tell(self.session.type_figure(address, text))

    def compute_again(self, address: str) -> None:
        """恢复计算: a figure that stands against its computation is computed again."""
        self._tell(self.session.edit(f"恢复计算 {address}", {address: None}))

    def type_text(self, section_id: str, text: str) -> None:
        """She wrote a section."""
        self._tell(self.session.type_text(section_id, text))

    def edit(self, name: str, wanted: Mapping[str, str | None]) -> Gesture | None:
        """Several values at once, as one gesture."""
        return self._tell(self.session.edit(name, wanted))

    def confirm(self, addresses: Iterable[str]) -> Gesture | None:
        """确认: she stands for values carried over from last year."""
        return self._tell(self.session.confirm(addresses))

    def set_lines(self, name: str, table: Table, lines: Sequence[Line]) -> Gesture | None:
        """Lines were added, deleted or moved."""
        return self.set_all_lines(name, (table, lines))

    def set_all_lines(self, name: str, *lists: tuple[Table, Sequence[Line]]) -> Gesture | None:
        """The same in several tables at once."""
        return self._tell(self.session.set_all_lines(name, lists))

    def settle(self, table: Table) -> None:
        """余格填零."""
        self._tell(self.session.settle(table))

    def explain_away(self, finding: Finding, reason: str) -> None:
        """出错说明: she says why a warning may stand."""
        self._tell(self.session.explain_away(finding, reason))

    def take(self, gesture: Gesture) -> Gesture | None:
        """What was prepared elsewhere: an import."""
        return self._tell(self.session.take(gesture))

    def undo(self) -> Gesture | None:
        """Take back the last gesture."""
        return self._tell(self.session.undo())

    def redo(self) -> Gesture | None:
        """Do again what was taken back."""
        return self._tell(self.session.redo())

    def save(self) -> None:
        """Write what waits. What cannot be written keeps waiting and is tried again by itself."""
        if self.is_saved:
            return
        try:
            self.write()
        except StorageError as error:
            self._retry.start()
            if not self._is_failing:
                self._is_failing = True
                self.saveFailed.emit(str(error))
        else:
            self._on_saved()

    def write(self) -> None:
        """Write what waits, on top of what another window may have written. Raises StorageError."""
        try:
            self.session.save()
        except WrittenElsewhereError:
            self._take_over()
            self.session.save()

    def save_as(self, path: Path) -> None:
        """另存为. Raises StorageError."""
        self.session.save_as(path)
        self._on_saved()

    def look_again(self) -> None:
        """Take over what another window has written meanwhile."""
        if not self.session.is_read_only and self.session.project.has_news():
            with suppress(StorageError):  # the file went away this very moment: the next edit tells
                self._take_over()

    def _take_over(self) -> None:
        self.session.read_again()
        self.standing = self._stand()
        self.changed.emit()
        self.takenOver.emit()

    def _on_saved(self) -> None:
        self._is_failing = False
        self._retry.stop()
        self.saved.emit()

    def _stand(self) -> Standing:
        session, report = self.session, self.session.report
        unjudged = Unjudged(
            sections=[section.id for section in session.form.sections],
            empty=[table.id for table in session.form.tables if is_empty(table, report, session.figures)],
            checks=session.outcome.counts["not_run"],
        )
        answered = (lambda finding: reason_of(report, finding)) if report.reasons else never
        return standing_of(session.outcome.findings, answered, unjudged, session.is_read_only)

    def _tell(self, gesture: Gesture | None) -> Gesture | None:
        if gesture is not None:
            self.standing = self._stand()
            self.changed.emit()
            self._after_paint.start()
        return gesture
