"""Work that takes longer than a blink, done beside the window, which stays alive; it can be cancelled."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

Progress = Callable[[int, int], None]
Action = Callable[[Progress], object]


class Errand(Protocol):
    """What the strip above the page can follow and she can cancel."""

    progressed: SignalInstance
    ended: SignalInstance

    def start(self) -> None:
        """Begin."""

    def cancel(self) -> None:
        """Stop."""


class Cancelled(Exception):
    """She does not want it any more."""


class Work(QObject):
    """One piece of work. The action is told how to say how far it is; saying so raises Cancelled once it is cancelled.

    The action must not touch widgets nor a file that is open here. Exactly one of ``done`` (with the result),
    ``failed`` (with the exception) and ``cancelled`` is told, in the window's own thread.
    """

    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    progressed = Signal(int, int)
    ended = Signal()
    _returned = Signal(object, object)

    def __init__(self, action: Action, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._is_cancelled = self._is_told = False
        self._returned.connect(self._on_returned)

    def start(self) -> None:
        """Begin, in a thread of the pool."""
        QThreadPool.globalInstance().start(_Run(self._run))

    def cancel(self) -> None:
        """Stop. What was already done is thrown away; the window need not wait for it."""
        self._is_cancelled = True
        self._tell(None, Cancelled())

    def _run(self) -> None:
        result, error = None, None
        try:
            result = self._action(self._report)
        except Exception as told:
            error = told
        try:
            self._returned.emit(result, error)
        except RuntimeError:  # the window is gone: nobody wants to know
            return

    def _report(self, done: int, total: int) -> None:
        if self._is_cancelled:
            raise Cancelled
        self.progressed.emit(done, total)

    def _on_returned(self, result: object, error: Exception | None) -> None:
        self._tell(result, error)
        self.deleteLater()

    def _tell(self, result: object, error: Exception | None) -> None:
        if self._is_told:
            return
        self._is_told = True
        self.ended.emit()
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(result)


class _Run(QRunnable):
    """What the pool runs."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        self._run()
