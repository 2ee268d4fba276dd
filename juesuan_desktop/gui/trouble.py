"""When something unexpected happens: the work is saved, the journal says what, the person is told calmly."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtWidgets import QMessageBox

LOGGER = logging.getLogger(__name__)


class TroubleWatch:
    """Stands in for ``sys.excepthook`` while the window is open. ``rescue`` saves the work."""

    def __init__(self, logs: Path, rescue: Callable[[], None]) -> None:
        self._logs, self._rescue = logs, rescue
        self._is_telling = False

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self._on_trouble
        threading.excepthook = lambda told: self._journal(_traceback(told.exc_value))

    def _on_trouble(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        journal = self._journal(_traceback(error))
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
            self._journal(_traceback(error))
            return False
        return True

    def _journal(self, text: str) -> Path:
        """Write it down; a disk that refuses must not make things worse."""
        now = datetime.now()
        file = self._logs / f"{now:%Y-%m-%d}.log"
        try:
            self._logs.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as journal:
                journal.write(f"{now:%H:%M:%S}\n{text}\n")
        except OSError:
            LOGGER.exception("the journal cannot be written")
        return file

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


def _traceback(error: BaseException | None) -> str:
    return "".join(traceback.format_exception(error)) if error else ""
