"""Backups by themselves: copies of a report's file in the user's data folder, for the day the file is gone or damaged.

A file holds its whole history, so the newest copy says all that older ones say; a few are kept for damage noticed late.
"""

import logging
import sqlite3
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from juesuan_desktop import locations
from juesuan_desktop.obstacles import in_words
from juesuan_desktop.storage import OWN_SUFFIX
from juesuan_desktop.storage.errors import StorageError

KEPT = 5
_LONGEST_STEM = 40  # characters: Windows counts the whole path
_LAST = "SELECT n, at FROM change ORDER BY n DESC LIMIT 1"
_HAS = "SELECT 1 FROM change WHERE n = ? AND at = ?"

_log = logging.getLogger(__name__)


def back_up(path: Path, connection: sqlite3.Connection) -> Path | None:
    """Copy the open file of a path, unless the newest copy has all of it; None then, and where no copy can be made.

    A backup never hinders work: why it failed stands in the log only.
    """
    if not path.name or locations.backups() in path.absolute().parents:
        return None
    try:
        copies = backups_of(path)
        if copies and _last(copies[-1]) == connection.execute(_LAST).fetchone():
            return None
        copy = _copied(connection, _folder_of(path))
        for old in copies[: -KEPT + 1]:
            if connection.execute(_HAS, _last(old) or (0, "")).fetchone():  # else she has worked in the copy itself
                old.unlink()
    except (OSError, sqlite3.Error) as error:
        _log.info("no backup of %s: %s", path, error)
        return None
    return copy


def backups_of(path: Path) -> list[Path]:
    """The copies of a file, the newest last."""
    return sorted(_folder_of(path).glob(f"*{OWN_SUFFIX}"))


def told_backup(path: Path, otherwise: str) -> str:
    """What to do when the file cannot be used: take the newest copy, if there is one."""
    copies = backups_of(path)
    return f"请用最近的备份「{copies[-1]}」" if copies else otherwise


def restored(path: Path, target: Path) -> Path:
    """The newest copy of a file as a new file. Raises StorageError; nothing is ever overwritten."""
    copies = backups_of(path)
    if not copies:
        raise StorageError(f"「{path}」没有备份，请用您另外保存的文件")
    try:
        with target.open("xb") as file:
            file.write(copies[-1].read_bytes())
    except OSError as error:
        raise StorageError(f"「{target}」写不了：{in_words(error)}") from error
    return target


def _folder_of(path: Path) -> Path:
    """Each file has its own: two reports may have the same name."""
    place = sha256(str(path.absolute()).encode()).hexdigest()[:8]
    return locations.backups() / f"{path.stem[:_LONGEST_STEM].strip()}-{place}"


def _copied(connection: sqlite3.Connection, folder: Path) -> Path:
    """Written beside its name first: a copy is whole or there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{datetime.now().astimezone():%Y-%m-%d %H%M%S}{OWN_SUFFIX}"
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as target:
        connection.backup(target)
    part.replace(copy)
    return copy


def _last(copy: Path) -> tuple[int, str] | None:
    """A copy's last change; None of one that cannot be read or is empty."""
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            last: tuple[int, str] | None = connection.execute(_LAST).fetchone()
            return last
    except sqlite3.Error:
        return None
