"""Where the program asks for one of its own files: what the dialog shows, and names that are free."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from juesuan_desktop.storage import OWN_SUFFIX


def own_filter() -> str:
    """The kind of file in Qt's file dialogs."""
    return QCoreApplication.translate("Files", "决算公开报告") + f" (*{OWN_SUFFIX})"


def as_own(path: Path) -> Path:
    """The path with our suffix, put behind the whole name where she wrote none."""
    return path if path.suffix.lower() == OWN_SUFFIX else path.with_name(path.name + OWN_SUFFIX)


def free_path(folder: Path, stems: Iterable[str]) -> Path | None:
    """The first of these names that no file in the folder has."""
    return next((path for stem in stems if not (path := folder / (stem + OWN_SUFFIX)).exists()), None)
