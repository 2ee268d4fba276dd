"""One report's file. Its only table holds every change ever made; the present state is their replay.

SQLite with a rollback journal and full synchronisation: a gesture is one transaction, and what was acknowledged
survives a crash or a pulled USB stick.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

from juesuan_desktop.locations import is_usable_name
from juesuan_desktop.report.change import Change, Gesture
from juesuan_desktop.storage.backups import back_up, told_backup
from juesuan_desktop.storage.errors import StorageError, WrittenElsewhereError

APPLICATION_ID = 0x4A535A4D  # "JSZM"
VERSION = 1
_AWAY = (-1, -1)
"""The seat of a file that could not be read or written."""
_HEADER = b"SQLite format 3\x00"
_TABLE = """
CREATE TABLE change (
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    gesture TEXT NOT NULL,
    address TEXT NOT NULL,
    before TEXT,
    after TEXT,
    source TEXT NOT NULL
)
"""


class Project:
    """An open .juesuan file. It may be pulled out with its USB stick and come back, and others may write to it.

    Attributes:
        path: where it lies.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._seat = _seat(path)
        self._known, self._last = self._end()
        self._has_written = False

    @classmethod
    def create(cls, path: Path) -> "Project":
        """A new, empty file. Raises StorageError if there is one already or the place cannot be written."""
        if not is_usable_name(path.name):
            raise StorageError(
                f"「{path.name}」不能用作文件名（Windows 保留的名字，或含有不允许的符号），请换一个文件名"
            )
        if path.exists():
            raise StorageError(f"「{path}」已经存在，没有覆盖；请换一个文件名")
        with _told(path), _let_go_if_it_fails(_connected(path)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(_TABLE)
            connection.commit()
            return cls(path, connection)

    @classmethod
    def in_memory(cls) -> "Project":
        """A project without a file, for a report that is only looked at."""
        connection = sqlite3.connect(":memory:")
        connection.execute(_TABLE)
        return cls(Path(), connection)

    @classmethod
    def open(cls, path: Path) -> "Project":
        """An existing file. Raises StorageError if it is none of ours, newer than this program, or unreadable."""
        if not path.is_file():
            raise StorageError(f"找不到文件「{path}」，{told_backup(path, '请核对文件名和位置')}")
        try:
            is_ours = is_project(path)
        except OSError as error:
            raise StorageError(f"「{path}」打不开（没有权限，或者正被别的程序占用），请关闭那个程序再试") from error
        if not is_ours:
            raise StorageError(f"「{path}」不是决算公开的 .juesuan 文件，{told_backup(path, '请核对文件名')}")
        with _told(path), _let_go_if_it_fails(_connected(path)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise StorageError(f"「{path}」不是决算公开的 .juesuan 文件，请核对文件名")
            if connection.execute("PRAGMA user_version").fetchone()[0] > VERSION:
                raise StorageError(f"「{path}」由更新版本的程序保存，请先升级本程序")
            return cls(path, connection)

    def gestures(self) -> tuple[Gesture, ...]:
        """Every gesture ever made, in order, as the file holds them now."""
        with self._reached():
            rows = self._connection.execute(
                "SELECT n, at, gesture, address, before, after, source FROM change ORDER BY n"
            ).fetchall()
        self._known = rows[-1][0] if rows else 0
        self._last = max((row[1] for row in rows), default="")
        together = groupby(rows, key=lambda row: (row[1], row[2]))
        return tuple(Gesture(name, tuple(Change(*row[3:]) for row in group), at) for (at, name), group in together)

    def has_news(self) -> bool:
        """Whether others have written to the file since. A file that cannot be reached has none."""
        try:
            with self._reached():
                return self._end()[0] != self._known
        except StorageError:
            return False

    def append(self, gesture: Gesture) -> Gesture:
        """Write a gesture as one transaction; the answer carries its time. Nothing is written if that fails.

        Raises WrittenElsewhereError if the file holds what was not read here, else StorageError.
        """
        return self.append_all((gesture,))[0]

    def append_all(self, gestures: Iterable[Gesture]) -> tuple[Gesture, ...]:
        """The same for several gestures, all or none; one that has a time already keeps it."""
        with self._reached(), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            if self._end()[0] != self._known:
                raise WrittenElsewhereError(f"「{self.path}」刚在另一个窗口里改过，请重新打开再改")
            written = tuple(self._insert(gesture) for gesture in gestures)
            known = self._end()[0]
        self._known, self._has_written = known, True
        return written

    def _insert(self, gesture: Gesture) -> Gesture:
        self._last = at = gesture.at or self._now()
        rows = [(at, gesture.name, c.address, c.before, c.after, c.source) for c in gesture.changes]
        self._connection.executemany(
            "INSERT INTO change (at, gesture, address, before, after, source) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
        return Gesture(gesture.name, gesture.changes, at)

    def back_up(self) -> Path | None:
        """Keep a copy of the file as it is now, if none has all of it."""
        return back_up(self.path, self._connection)

    def close(self) -> None:
        """Let the file go; what was written to it is backed up."""
        if self._has_written:
            self.back_up()
        self._connection.close()

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """The file at hand; where it fails, it is looked for anew the next time. Raises StorageError."""
        with _told(self.path):
            try:
                self._reach()
                yield
            except sqlite3.Error:
                self._seat = self._seat and _AWAY
                raise

    def _reach(self) -> None:
        """Connect again if the file at the path is another one than was opened, as after its USB stick came back."""
        if self._seat is None or _seat(self.path) == self._seat:
            return
        if not self.path.is_file():
            raise StorageError(f"找不到「{self.path}」（被移走、删除，或者 U 盘断开了），请接好 U 盘，或另存到别处")
        again = Project.open(self.path)
        self._connection.close()
        self._connection, self._seat = again._connection, again._seat

    def _end(self) -> tuple[int, str]:
        """How far the file goes: its last change and the latest time."""
        last, latest = self._connection.execute("SELECT max(n), max(at) FROM change").fetchone()
        return last or 0, latest or ""

    def _now(self) -> str:
        """The present time, later than every gesture in the file: times tell gestures apart."""
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        if now > self._last:
            return now
        return (datetime.fromisoformat(self._last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")


def is_project(path: Path) -> bool:
    """Whether the file looks like one of ours (an SQLite file). Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def _seat(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path now; None for none, and for a report in memory."""
    try:
        found = path.stat() if path.name else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2)
    with _let_go_if_it_fails(connection):
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
    return connection


@contextmanager
def _let_go_if_it_fails(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Windows keeps a file locked as long as anybody holds it open."""
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Database errors as sentences for people."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StorageError(f"「{path}」无法读写（{_reason(error)}），请检查磁盘或换一个位置") from error
    except sqlite3.DatabaseError as error:
        raise StorageError(f"「{path}」已损坏或不是决算公开的文件，{told_backup(path, '请核对文件')}") from error


def _reason(error: sqlite3.OperationalError) -> str:
    known = {
        "readonly": "只读",
        "locked": "正被另一个程序使用",
        "full": "磁盘已满",
        "unable to open": "位置不存在或没有权限",
        "no such table": "内容不完整",
        "disk I/O": "磁盘出错",
    }
    return next((told for sign, told in known.items() if sign in str(error)), f"系统错误 {error.sqlite_errorname}")
