"""What the window remembers from one day to the next: recent files, folders, look, layout. Losing it loses no work."""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

LOGGER = logging.getLogger(__name__)
MOST_RECENT = 12
SYSTEM, LIGHT, DARK = "system", "light", "dark"
CHINESE, ENGLISH = "zh", "en"
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
SMALLEST_ZOOM, LARGEST_ZOOM, FITTED_ZOOM = 0.8, 2.0, 0.0


@dataclass(frozen=True, slots=True)
class Recent:
    """A report that was open; a pinned one stays on top."""

    path: str
    pinned: bool = False


@dataclass
class Memory:
    """Kept in ``file`` (None: only while the program runs).

    Attributes:
        recent: reports that were open, the last one first.
        folders: the folder last used for each action.
        theme, text_size: how the window looks; the size is in percent.
        language: what the window speaks.
        zoom: how large tables are shown; 0 fits them to the window.
        layout: geometry and docks, as Qt wrote them, in hex.
        is_new: whether nothing was ever remembered: a first start.
    """

    file: Path | None = None
    recent: list[Recent] = field(default_factory=list)
    folders: dict[str, str] = field(default_factory=dict)
    theme: str = SYSTEM
    text_size: int = 100
    language: str = SYSTEM
    zoom: float = FITTED_ZOOM
    layout: dict[str, str] = field(default_factory=dict)
    is_new: bool = True

    def __post_init__(self) -> None:
        if self.file is not None and self.file.exists():
            self.is_new = False
            self._take(_read(self.file))

    def remember(self, path: Path) -> None:
        """A report was opened."""
        name = os.fspath(path.absolute())
        pinned = any(one.path == name and one.pinned for one in self.recent)
        self.recent = [Recent(name, pinned), *(one for one in self.recent if one.path != name)]
        self._shorten()
        self.save()

    def forget(self, path: str) -> None:
        """Take a report out of the list."""
        self.recent = [one for one in self.recent if one.path != path]
        self.save()

    def pin(self, path: str, *, pinned: bool) -> None:
        """Keep a report on top, or let it go."""
        self.recent = [Recent(one.path, pinned) if one.path == path else one for one in self.recent]
        self.save()

    def in_order(self) -> Iterator[Recent]:
        """The pinned reports, then the others, the last one first."""
        return iter(sorted(self.recent, key=lambda one: not one.pinned))

    def folder(self, action: str) -> str:
        """Where she was with this action, '' if nowhere yet or if it is gone."""
        folder = self.folders.get(action, "")
        return folder if folder and Path(folder).is_dir() else ""

    def keep_folder(self, action: str, path: Path) -> None:
        """She was there."""
        self.folders[action] = os.fspath(path.absolute().parent)
        self.save()

    def keep_zoom(self, zoom: float) -> None:
        """Tables are shown so from now on; written down with the rest when the window closes."""
        self.zoom = zoom

    def save(self) -> None:
        """Write it down; a disk that refuses is no trouble to her."""
        self.is_new = False
        if self.file is None:
            return
        kept = {name: value for name, value in asdict(self).items() if name not in ("file", "is_new")}
        draft = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
            draft.replace(self.file)
        except OSError as error:
            LOGGER.info("not remembered: %s", error)

    def _shorten(self) -> None:
        loose = [one for one in self.recent if not one.pinned][MOST_RECENT:]
        self.recent = [one for one in self.recent if one not in loose]

    def _take(self, kept: dict[str, Any]) -> None:
        """What is there and makes sense; a file that somebody edited must not stop the window."""
        self.recent = [
            Recent(str(one["path"]), bool(one.get("pinned")))
            for one in _list(kept.get("recent"))
            if isinstance(one, dict) and one.get("path")
        ]
        self.folders = _texts(kept.get("folders"))
        self.layout = _texts(kept.get("layout"))
        self.theme = kept["theme"] if kept.get("theme") in (SYSTEM, LIGHT, DARK) else SYSTEM
        self.text_size = kept["text_size"] if kept.get("text_size") in TEXT_SIZES else TEXT_SIZES[0]
        self.language = kept["language"] if kept.get("language") in (CHINESE, ENGLISH) else SYSTEM
        self.zoom = _zoom(kept.get("zoom"))


def _read(file: Path) -> dict[str, Any]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        LOGGER.info("nothing remembered: %s", error)
        return {}
    return kept if isinstance(kept, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, dict) else {}


def _zoom(value: object) -> float:
    if isinstance(value, float) and SMALLEST_ZOOM <= value <= LARGEST_ZOOM:
        return float(value)
    return FITTED_ZOOM
