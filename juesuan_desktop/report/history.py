"""Undo and redo out of the log of gestures: across restarts, without end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from juesuan_desktop.report.change import Change, Gesture

UNDONE, REDONE = "撤销", "重做"


@dataclass(frozen=True)
class History:
    """What can be undone and redone, the latest last."""

    done: tuple[Gesture, ...] = ()
    undone: tuple[Gesture, ...] = ()

    def after(self, gesture: Gesture) -> "History":
        """The history once this gesture is in the log. A new gesture ends what could be redone."""
        kind = _kind(gesture)
        if kind == UNDONE and self.done:
            return History(self.done[:-1], (*self.undone, self.done[-1]))
        if kind == REDONE and self.undone:
            return History((*self.done, self.undone[-1]), self.undone[:-1])
        return History((*self.done, gesture), ())

    def undo(self) -> Gesture | None:
        """The gesture to log in order to undo the last one."""
        if not self.done:
            return None
        *earlier, last = self.done
        return _marked(last, UNDONE, tuple(_sourced(change, earlier) for change in last.inverse))

    def redo(self) -> Gesture | None:
        """The gesture to log in order to redo the last undone one."""
        return _marked(self.undone[-1], REDONE, self.undone[-1].changes) if self.undone else None


def history_of(gestures: Iterable[Gesture]) -> History:
    """The history that a log of gestures leaves."""
    history = History()
    for gesture in gestures:
        history = history.after(gesture)
    return history


def _kind(gesture: Gesture) -> str:
    return next((mark for mark in (UNDONE, REDONE) if gesture.name.startswith(f"{mark}：")), "")


def _sourced(change: Change, earlier: Sequence[Gesture]) -> Change:
    """A change that takes back, with the source the value had before: 导入 is 导入 again, 沿用 unconfirmed again."""
    made = (one for gesture in reversed(earlier) for one in reversed(gesture.changes) if one.address == change.address)
    before = next(made, None)
    return replace(change, source=before.source) if before else change


def _marked(gesture: Gesture, mark: str, changes: tuple[Change, ...]) -> Gesture:
    return replace(gesture, name=f"{mark}：{gesture.name}", changes=changes, at="")
