"""Faults of form and rule files, named so that whoever wrote them finds the place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file, the line in it (1-based, 0 if the whole file) and one sentence."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file} 第 {self.line} 行" if self.line else self.file
        return f"{place}：{self.message}"


class FormError(Exception):
    """A form or rule set that cannot be used; carries all its faults."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("；".join(str(fault) for fault in faults[:3]))
        self.faults = faults
