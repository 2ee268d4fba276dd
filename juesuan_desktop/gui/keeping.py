"""Where the open report is kept: saved at once, in another place when its own is gone, shared with another window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.memory import Memory
from juesuan_desktop.gui.notice_bar import NoticeBar
from juesuan_desktop.gui.own_files import as_own, free_path, own_filter
from juesuan_desktop.storage.errors import StorageError


class Keeping(QObject):
    """Of one report, as long as it is open."""

    def __init__(self, live: LiveReport, notice: NoticeBar, memory: Memory, window: QWidget) -> None:
        super().__init__(live)
        self._live, self._notice, self._memory, self._window = live, notice, memory, window
        live.saveFailed.connect(self._on_failed)
        live.takenOver.connect(self._on_taken_over)
        window.installEventFilter(self)

    def save(self) -> None:
        """保存: it is saved already, or now; she may want to hear it."""
        self._live.save()
        if self._live.is_saved:
            self._notice.tell(self.tr("已保存在「{path}」；每次改动都会自动保存。").format(path=self._path))

    def save_as(self) -> None:
        """另存为: ask for a place and keep the report there."""
        options = QFileDialog.Option.DontConfirmOverwrite  # nothing is ever overwritten
        proposed = str(self._free_name())
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("另存为"), proposed, own_filter(), options=options)
        if name:
            self.save_at(Path(name))

    def save_at(self, path: Path) -> None:
        """Keep the report in a new file from now on; why not is told, and nothing changes then."""
        target = as_own(path)
        try:
            self._live.save_as(target)
        except StorageError as error:
            self._notice.complain(str(error), self.tr("换个名字(&S)…"), self.save_as)
            return
        self._memory.keep_folder("new", target)
        self._memory.remember(target)
        self._notice.tell(self.tr("已另存为「{name}」，以后的改动都存在那里。").format(name=target.name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """She comes back to this window: what another one wrote meanwhile is shown. While she types nothing moves."""
        is_typing = isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit))
        if event.type() == QEvent.Type.WindowActivate and not is_typing:
            self._live.look_again()
        return super().eventFilter(watched, event)

    @property
    def _path(self) -> Path:
        return self._live.session.project.path

    def _free_name(self) -> Path:
        """A name beside the present file; in the last folder used, if that place is gone."""
        folder = self._path.parent if self._path.parent.is_dir() else Path(self._memory.folder("new") or Path.home())
        stem = self._path.stem + self.tr("（另存）")
        stems = (f"{stem}{number}" for number in ("", *range(2, 100)))
        return free_path(folder, stems) or folder / self._path.name

    def _on_failed(self, sentence: str) -> None:
        words = self.tr("{why}。改动都还在窗口里，会自动再试着保存。").format(why=sentence.rstrip("。"))
        self._notice.complain(words, self.tr("另存为(&S)…"), self.save_as)

    def _on_taken_over(self) -> None:
        self._notice.tell(self.tr("这份报告在另一个窗口里改过，已按最新的内容显示。"))
