"""The finished report written beside the window, with progress and a cancel; then the way to its folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from juesuan_desktop.desk.desk import TOLD_ERRORS
from juesuan_desktop.document.blocks import Document
from juesuan_desktop.export import write
from juesuan_desktop.export.outcome import ExportError, Written
from juesuan_desktop.gui.errands import Errands


class Exporting(QObject):
    """``exported`` carries the file that was written."""

    exported = Signal(Path)

    def __init__(self, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = errands

    def write(self, document: Document, target: Path) -> None:
        """Write a document beside the window; what she types meanwhile is not in it."""
        words = self.tr("正在导出「{name}」…").format(name=target.name)
        action = partial(write, document, target)
        self._errands.run(words, action, self._on_written, partial(self._on_failed, document))

    def _on_written(self, written: Written) -> None:
        words = self.tr("已导出「{name}」").format(name=written.path.name)
        if written.missing:
            words += self.tr("，{count} 个字没有字体，印作〓：{signs}").format(
                count=len(written.missing), signs=written.missing[:20]
            )
        self._errands.notice.tell(words, self.tr("打开文件夹(&W)"), partial(_show_folder, written.path))
        self.exported.emit(written.path)

    def _on_failed(self, document: Document, error: Exception) -> None:
        if not isinstance(error, TOLD_ERRORS):
            raise error
        other = error.suggestion if isinstance(error, ExportError) else None
        if other is None:
            self._errands.notice.complain(str(error))
        else:
            button = self.tr("改存为「{name}」(&S)").format(name=other.name)
            self._errands.notice.complain(str(error), button, partial(self.write, document, other))


def _show_folder(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
