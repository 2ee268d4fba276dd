"""What takes a while, sent off one after the other: told on the strip, cancelled there, its outcome brought back."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool

from juesuan_desktop.desk.desk import TOLD_ERRORS
from juesuan_desktop.gui.notice_bar import NoticeBar
from juesuan_desktop.gui.work import Action, Errand, Progress, Work
from juesuan_desktop.intake.process.following import followed_by

T = TypeVar("T")
LONGEST_MILLISECONDS = 5_000


class Errands(QObject):
    """Runs one piece of work at a time."""

    def __init__(self, notice: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._work: Errand | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    def read(self, words: str, look: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read a file: the strip shows how many pages or sheets are done; cancelling ends the reading itself."""

        def action(progress: Progress) -> object:
            with followed_by(progress):
                return look()

        self.run(words, action, done)

    def run(
        self,
        words: str,
        action: Action,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Work:
        """Do it in the background; a sentence for people goes to the strip, or to ``failed``."""
        work = Work(action, self)
        work.done.connect(done)
        work.failed.connect(failed or self._on_failed)
        self.follow(work, words)
        return work

    def follow(self, work: Errand, words: str) -> None:
        """Begin a piece of work of any kind, in place of what is under way."""
        if self._work is not None:
            self._work.cancel()
        self._work = work
        work.ended.connect(self._on_ended)
        self.notice.follow(work, words)
        work.start()

    def give_up(self) -> None:
        """The window closes: nothing is waited for longer than it takes to stop."""
        if self._work is not None:
            self._work.cancel()
        QThreadPool.globalInstance().waitForDone(LONGEST_MILLISECONDS)

    def _on_ended(self) -> None:
        self._work = None

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, TOLD_ERRORS):
            raise error
        self.notice.complain(str(error))
