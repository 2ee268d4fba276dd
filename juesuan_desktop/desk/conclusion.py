"""What checking came to, in one sentence of one vocabulary, wherever the program says it.

A check that did not run has not passed: with any of those no report is called finished, and none that somebody else
made is called right.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """How far a report is; what has to be done first comes first."""

    WRONG = "wrong"
    PENDING = "pending"
    UNCONFIRMED = "unconfirmed"
    UNANSWERED = "unanswered"
    UNCHECKED = "unchecked"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """How many there are of each: 不平 and other errors, cells (and sections) 待填, values of last year nobody has
    confirmed, 提示 without a reason, single checks that did not run."""

    wrong: int = 0
    pending: int = 0
    unconfirmed: int = 0
    unanswered: int = 0
    unchecked: int = 0

    @property
    def stage(self) -> Stage:
        """What has to be done first."""
        counts = (self.wrong, self.pending, self.unconfirmed, self.unanswered, self.unchecked)
        return next((stage for stage, count in zip(Stage, counts, strict=False) if count), Stage.DONE)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802
    """The text itself. By this name Qt's lupdate finds words to be translated; the window looks them up."""
    return text


CONTEXT = "Conclusion"
_OWN: Mapping[Stage, str] = {
    Stage.WRONG: QT_TRANSLATE_NOOP("Conclusion", "有不平或错误，改正后才能定稿"),
    Stage.PENDING: QT_TRANSLATE_NOOP("Conclusion", "没有不平，还没有填完"),
    Stage.UNCONFIRMED: QT_TRANSLATE_NOOP("Conclusion", "没有不平，沿用上年的还要确认"),
    Stage.UNANSWERED: QT_TRANSLATE_NOOP("Conclusion", "没有不平，提示还要说明"),
    Stage.UNCHECKED: QT_TRANSLATE_NOOP("Conclusion", "没有不平；未检查的不算通过"),
    Stage.DONE: QT_TRANSLATE_NOOP("Conclusion", "全部检查通过，可以定稿"),
}
_FOREIGN: Mapping[Stage, str] = {
    Stage.WRONG: QT_TRANSLATE_NOOP("Conclusion", "有不平或错误"),
    Stage.UNANSWERED: QT_TRANSLATE_NOOP("Conclusion", "没有不平，有提示要核实"),
    Stage.UNCHECKED: _OWN[Stage.UNCHECKED],
    Stage.DONE: QT_TRANSLATE_NOOP("Conclusion", "全部检查通过"),
}


def sentence(stage: Stage, *, is_own: bool) -> str:
    """What to say of her own report, or of one that somebody else made: that is only read, never 定稿."""
    return _OWN[stage] if is_own else _FOREIGN.get(stage, _FOREIGN[Stage.UNCHECKED])
