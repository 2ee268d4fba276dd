"""Every edit is a value: one address, what it was, what it is now, and where that came from."""

from dataclasses import dataclass

TYPED, COMPUTED, IMPORTED = "填写", "计算", "导入"
UNCONFIRMED, CONFIRMED, CHANGED = "沿用未确认", "沿用已确认", "沿用已改"
_CARRIED = (UNCONFIRMED, CONFIRMED, CHANGED)
UNSURE = "（按元核对）"  # behind the file's name where a figure was printed more coarsely than it is kept


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``before`` and ``after`` are texts, None for nothing; ``source`` says where ``after`` comes from."""

    address: str
    before: str | None
    after: str | None
    source: str = TYPED

    @property
    def inverse(self) -> "Change":
        """What takes it back."""
        return Change(self.address, self.after, self.before, self.source)


def sourced(source: str, stood: str) -> str:
    """Where a value comes from that she types over one whose source was ``stood``: 沿用已改 over what was carried."""
    kind = next((kind for kind in _CARRIED if stood.startswith(kind)), "")
    return CHANGED + stood.removeprefix(kind) if source == TYPED and kind else source


@dataclass(frozen=True, slots=True)
class Gesture:
    """What she did in one go (「粘贴 12 格」): undone and redone as one. ``at`` is its time and its identity."""

    name: str
    changes: tuple[Change, ...]
    at: str = ""

    @property
    def inverse(self) -> tuple[Change, ...]:
        """The changes that take the whole gesture back, last first."""
        return tuple(change.inverse for change in reversed(self.changes))
