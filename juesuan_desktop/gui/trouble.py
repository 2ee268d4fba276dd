"""When something unexpected happens: the work is saved, the journal says what, the person is told calmly."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtWidgets import QMessageBox

from juesuan_desktop.journal import written_down


class TroubleWatch:
    """Stands in for ``sys.excepthook`` while the window is open. ``rescue`` saves the work."""

    def __init__(self, logs: Path, rescue: Callable[[], None]) -> None:
        self._logs, self._rescue = logs, rescue
        self._is_telling = False

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self._on_trouble
        threading.excepthook = lambda told: written_down(told.exc_value, self._logs)

    def _on_trouble(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        journal = written_down(error, self._logs)
        if self._is_telling or QThread.currentThread() is not _main_thread():
            return
        self._is_telling = True
        try:
            self._tell(journal, is_saved=self._save())
        finally:
            self._is_telling = False

    def _save(self) -> bool:
        try:
            self._rescue()
        except Exception as error:
            written_down(error, self._logs)
            return False
        return True

    def _tell(self, journal: Path, *, is_saved: bool) -> None:
        translate = QCoreApplication.translate
        saved = (
            translate("Trouble", "已填的内容都已保存。")
            if is_saved
            else translate("Trouble", "最近的改动没有能保存，请先不要关闭窗口。")
        )
        box = QMessageBox(
            QMessageBox.Icon.Warning, translate("Trouble", "出了意外"), translate("Trouble", "刚才的操作没有做成。")
        )
        box.setInformativeText(saved + "\n" + translate("Trouble", "详情记在：{file}").format(file=journal))
        box.exec()


def _main_thread() -> QThread | None:
    app = QCoreApplication.instance()
    return app.thread() if app else None
