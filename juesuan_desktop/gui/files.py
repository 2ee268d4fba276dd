"""New, open, import, export: asks for names, lets the desk do it, and tells in one sentence what went wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from juesuan_desktop.desk.desk import OWN, TOLD_ERRORS, Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.export.outcome import ExportError
from juesuan_desktop.gui.dialogs import NewReportDialog, offer, tell
from juesuan_desktop.locations import resources, user_data

SAMPLE = "sample.txt"
T = TypeVar("T")


class Files(QObject):
    """The file commands. ``opened`` carries the session of a report that was opened or made."""

    opened = Signal(Session)
    exported = Signal(Path)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def new(self) -> None:
        """新建."""
        dialog = NewReportDialog(self._desk.library.forms(), self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        answer = dialog.answer()
        target = self._ask_save(self.tr("新报告存在哪里"), f"{answer.unit}{answer.year}{OWN}", self._own_filter())
        if target is not None:
            self._open_with(lambda: self._desk.create(target, answer.form_id, answer.year, answer.unit))

    def open(self) -> None:
        """打开."""
        source = self._ask_open(self.tr("打开报告"), self._own_filter())
        if source is not None:
            self.open_path(source)

    def open_path(self, path: Path) -> None:
        """Open a file of ours; a foreign one is imported."""
        if path.suffix.lower() == OWN:
            self._open_with(lambda: self._desk.open(path))
        else:
            self.import_path(path)

    def import_(self) -> None:
        """导入."""
        kinds = " ".join(f"*{suffix}" for suffix in self._desk.suffixes() if suffix != OWN)
        source = self._ask_open(self.tr("导入一份报告"), self.tr("报告文件") + f" ({kinds})")
        if source is not None:
            self.import_path(source)

    def import_path(self, source: Path) -> None:
        """Import a file into a new one of ours, whose name is asked."""
        name = str(source.with_suffix(OWN))
        target = self._ask_save(self.tr("导入后存在哪里"), name, self._own_filter())
        if target is not None:
            self._open_with(lambda: self._desk.import_(source, target))

    def sample(self) -> None:
        """样例: the invented unit's report, in a file of its own."""
        target = user_data() / self.tr("样例报告{suffix}").format(suffix=OWN)
        if target.exists():
            self.open_path(target)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        self._open_with(lambda: self._desk.import_(resources() / "samples" / SAMPLE, target))

    def export(self, session: Session) -> None:
        """导出: the name's ending says how."""
        name = f"{session.report.year}年度{session.report.unit_name}部门决算.xlsx"
        filters = ";;".join((self.tr("Excel 工作簿") + " (*.xlsx)", self.tr("PDF 文件") + " (*.pdf)"))
        target = self._ask_save(self.tr("导出"), str(_folder(session) / name), filters)
        if target is not None:
            self._export_to(session, target)

    def _export_to(self, session: Session, target: Path) -> None:
        try:
            self._busy(lambda: self._desk.export(session, [target]))
        except ExportError as error:
            self._offer_other(session, error)
        except TOLD_ERRORS as error:
            tell(self._window, str(error))
        else:
            self.exported.emit(target)

    def _offer_other(self, session: Session, error: ExportError) -> None:
        if error.suggestion is None:
            tell(self._window, str(error))
        elif offer(self._window, str(error), error.suggestion):
            self._export_to(session, error.suggestion)

    def _open_with(self, action: Callable[[], Session]) -> None:
        """Open; the report that is open stays untouched where that fails."""
        try:
            session = self._busy(action)
        except TOLD_ERRORS as error:
            tell(self._window, str(error))
        else:
            self.opened.emit(session)

    def _busy(self, action: Callable[[], T]) -> T:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return action()
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _ask_open(self, title: str, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        return Path(name) if name else None

    def _ask_save(self, title: str, proposed: str, kinds: str) -> Path | None:
        name, kind = QFileDialog.getSaveFileName(self._window, title, proposed, kinds)
        if not name:
            return None
        path, suffix = Path(name), kind.rpartition("*")[2].rstrip(")")
        return path if path.suffix else path.with_suffix(suffix)

    def _own_filter(self) -> str:
        return self.tr("决算公开报告") + f" (*{OWN})"


def _folder(session: Session) -> Path:
    """Where the report lies."""
    return Path(session.project.path).parent
