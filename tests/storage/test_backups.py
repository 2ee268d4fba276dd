"""Backups by themselves: whole, few, never in the way, and named where the file itself cannot be used."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.report.change import TYPED, Change, Gesture
from juesuan_desktop.storage import backups
from juesuan_desktop.storage.backups import KEPT, backups_of, restored
from juesuan_desktop.storage.errors import StorageError
from juesuan_desktop.storage.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "某某中心2024.juesuan"


@pytest.fixture(autouse=True)
def days(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each copy is made a day later."""
    day: Iterator[int] = count(1)

    class Calendar(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Calendar":  # the signature is datetime's
            return cls(2024, 1, next(day), 8)

    monkeypatch.setattr(backups, "datetime", Calendar)


def typed(text: str) -> Gesture:
    return Gesture("录入", (Change("支出表[2010301·基本支出]", None, text, TYPED),))


def work(path: Path, text: str) -> None:
    """Open a file, change one thing, close it."""
    project = Project.open(path) if path.exists() else Project.create(path)
    project.gestures()
    project.append(typed(text))
    project.close()


def texts(path: Path) -> list[str | None]:
    project = Project.open(path)
    found = [change.after for gesture in project.gestures() for change in gesture.changes]
    project.close()
    return found


def test_what_was_written_is_copied_when_the_file_is_let_go(path: Path) -> None:
    work(path, "1.00")
    (copy,) = backups_of(path)
    assert locations.backups() in copy.parents
    assert texts(copy) == ["1.00"]


def test_what_was_only_read_is_not_copied_again(path: Path) -> None:
    work(path, "1.00")
    project = Project.open(path)
    assert project.back_up() is None
    project.close()
    assert len(backups_of(path)) == 1


def test_a_file_that_came_from_elsewhere_is_copied_when_work_begins(path: Path, tmp_path: Path) -> None:
    desk().create(path, "hunan", 2024, "某某中心").close()
    brought = path.rename(tmp_path / "带来的.juesuan")
    assert backups_of(brought) == []
    desk().check(brought)
    assert backups_of(brought) == [], "who only checks leaves nothing behind"
    desk().open(brought).close()
    assert len(backups_of(brought)) == 1


def test_only_the_last_few_are_kept(path: Path) -> None:
    for number in range(KEPT + 3):
        work(path, f"{number}.00")
    assert len(backups_of(path)) == KEPT
    assert texts(backups_of(path)[-1]) == texts(path)


def test_a_copy_she_worked_in_is_not_thrown_away(path: Path) -> None:
    work(path, "1.00")
    (first,) = backups_of(path)
    work(first, "99.00")
    assert backups_of(first) == [], "a copy has no copies"
    for number in range(KEPT + 3):
        work(path, f"{number}.00")
    assert first in backups_of(path)
    assert texts(first) == ["1.00", "99.00"]


def test_the_copy_is_named_when_the_file_is_gone_or_damaged(path: Path) -> None:
    work(path, "1.00")
    (copy,) = backups_of(path)
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4000)
    for _ in ("damaged", "gone"):
        with pytest.raises(StorageError, match="请用最近的备份") as told:
            Project.open(path).gestures()
        assert str(copy) in str(told.value)
        path.unlink(missing_ok=True)


def test_files_of_one_name_do_not_share_copies(path: Path, tmp_path: Path) -> None:
    (tmp_path / "别处").mkdir()
    other = tmp_path / "别处" / path.name
    work(path, "1.00")
    work(other, "2.00")
    assert [texts(one) for one in (*backups_of(path), *backups_of(other))] == [["1.00"], ["2.00"]]


def test_where_no_copy_can_be_made_work_goes_on(path: Path) -> None:
    locations.user_data().mkdir(parents=True, exist_ok=True)
    locations.backups().write_text("a file is in the way")
    work(path, "1.00")
    assert texts(path) == ["1.00"]


def test_a_copy_that_cannot_be_finished_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work(path, "1.00")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    work(path, "2.00")
    assert [texts(copy) for copy in backups_of(path)] == [["1.00"]]


def test_a_damaged_copy_is_no_reason_to_make_none(path: Path) -> None:
    work(path, "1.00")
    backups_of(path)[0].write_bytes(b"nothing")
    project = Project.open(path)
    made = project.back_up()
    project.close()
    assert made is not None
    assert texts(made) == ["1.00"]


def test_a_backup_comes_back_as_a_new_file_and_overwrites_none(path: Path, tmp_path: Path) -> None:
    work(path, "1.00")
    work(path, "2.00")
    path.unlink()
    target = tmp_path / "恢复.juesuan"
    assert texts(restored(path, target)) == ["1.00", "2.00"]
    with pytest.raises(StorageError, match="写不了"):
        restored(path, target)
    with pytest.raises(StorageError, match="没有备份"):
        restored(tmp_path / "别的.juesuan", tmp_path / "新.juesuan")
