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
        return history_of((gesture,), self)

    def undo(self) -> Gesture | None:
        """The gesture to log in order to undo the last one."""
        if not self.done:
            return None
        *earlier, last = self.done
        return _marked(last, UNDONE, tuple(_sourced(change, earlier) for change in last.inverse))

    def redo(self) -> Gesture | None:
        """The gesture to log in order to redo the last undone one."""
        return _marked(self.undone[-1], REDONE, self.undone[-1].changes) if self.undone else None


def history_of(gestures: Iterable[Gesture], before: History = History()) -> History:
    """The history that a log of gestures leaves."""
    done, undone = list(before.done), list(before.undone)
    for gesture in gestures:
        kind = _kind(gesture)
        if kind == UNDONE and done:
            undone.append(done.pop())
        elif kind == REDONE and undone:
            done.append(undone.pop())
        else:
            done.append(gesture)
            undone.clear()
    return History(tuple(done), tuple(undone))


def _kind(gesture: Gesture) -> str:
    return next((mark for mark in (UNDONE, REDONE) if gesture.name.startswith(f"{mark}：")), "")


def _sourced(change: Change, earlier: Sequence[Gesture]) -> Change:
    """A change that takes back, with the source the value had before: 导入 is 导入 again, 沿用 unconfirmed again."""
    made = (one for gesture in reversed(earlier) for one in reversed(gesture.changes) if one.address == change.address)
    before = next(made, None)
    return replace(change, source=before.source) if before else change


def _marked(gesture: Gesture, mark: str, changes: tuple[Change, ...]) -> Gesture:
    return replace(gesture, name=f"{mark}：{gesture.name}", changes=changes, at="")
