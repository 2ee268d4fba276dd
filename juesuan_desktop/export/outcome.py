"""What a writer hands back, and how it says that it could not write."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Progress = Callable[[int, int], None]
"""Told how many steps of how many are done; may raise to cancel, then nothing is written."""


class ExportError(Exception):
    """One plain Chinese sentence for the person at the PC; ``suggestion`` is a free name to offer instead."""

    def __init__(self, sentence: str, suggestion: Path | None = None) -> None:
        super().__init__(sentence)
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Written:
    """The finished file. ``missing`` are the characters no font had: they stand as 〓 on the paper."""

    path: Path
    missing: str = ""
