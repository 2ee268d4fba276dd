"""The .juesuan file: what was written is there again, what is not ours is left alone."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from juesuan_desktop.report.change import IMPORTED, TYPED, Change, Gesture
from juesuan_desktop.storage.project import (
    APPLICATION_ID,
    VERSION,
    Project,
    StorageError,
    WrittenElsewhereError,
    is_project,
)

TYPING = Gesture("填写", (Change("支出表[2010301·基本支出]", None, "1.00", TYPED),))
IMPORT = Gesture(
    "导入 a.xlsx", (Change("报告[年度]", None, "2023", IMPORTED), Change("节[职责]", None, "甲\n乙", IMPORTED))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A place with blanks and Chinese words in its name."""
    folder = tmp_path / "2023 年度 决算"
    folder.mkdir()
    return folder / "某县 档案馆.juesuan"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    project = Project.create(path)
    yield project
    project.close()


def contents(path: Path) -> list[tuple[str, tuple[Change, ...]]]:
    project = Project.open(path)
    try:
        return [(gesture.name, gesture.changes) for gesture in project.gestures()]
    finally:
        project.close()


def test_a_new_file_holds_nothing_yet(project: Project, path: Path) -> None:
    assert list(project.gestures()) == []
    assert is_project(path)


def test_what_was_appended_is_there_when_reopened(project: Project, path: Path) -> None:
    project.append(IMPORT)
    project.append(TYPING)
    project.close()
    assert contents(path) == [("导入 a.xlsx", IMPORT.changes), ("填写", TYPING.changes)]


def test_a_gesture_is_on_the_disk_at_once(project: Project, path: Path) -> None:
    """Nobody has to save: another reader sees it while the file is still open."""
    project.append(TYPING)
    assert contents(path) == [("填写", TYPING.changes)]


def test_two_gestures_of_one_name_stay_two(project: Project) -> None:
    first, second = project.append(TYPING), project.append(TYPING)
    assert first.at < second.at
    assert len(list(project.gestures())) == 2


def test_times_only_grow_even_if_the_clock_goes_back(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.append(TYPING)
    monkeypatch.setattr(project, "_last", "2099-01-01T00:00:00.000000+00:00")
    assert project.append(TYPING).at == "2099-01-01T00:00:00.000001+00:00"


def test_no_other_files_are_left_beside_it(project: Project, path: Path) -> None:
    """A journal that stays behind would get lost when she copies the file to a USB stick."""
    project.append(TYPING)
    project.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_project_may_live_in_memory(tmp_path: Path) -> None:
    project = Project.in_memory()
    project.append(TYPING)
    assert [gesture.name for gesture in project.gestures()] == ["填写"]
    project.close()
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------- others, and a stick that is pulled out


@pytest.fixture
def other(project: Project, path: Path) -> Iterator[Project]:
    """The same file, open in another window."""
    other = Project.open(path)
    yield other
    other.close()


def test_what_another_window_wrote_is_news_until_it_is_read(project: Project, other: Project) -> None:
    assert not project.has_news()
    other.append(TYPING)
    assert project.has_news()
    assert [gesture.name for gesture in project.gestures()] == ["填写"]
    assert not project.has_news()
    project.append(IMPORT)
    assert other.has_news()


def test_nothing_is_written_over_what_was_not_read(project: Project, other: Project, path: Path) -> None:
    other.append(TYPING)
    with pytest.raises(WrittenElsewhereError, match="另一个窗口"):
        project.append(IMPORT)
    assert contents(path) == [("填写", TYPING.changes)]


def test_a_file_that_is_gone_is_told_and_written_when_it_is_back(project: Project, path: Path) -> None:
    away = path.with_name("别处.juesuan")
    path.rename(away)
    assert not project.has_news()
    with pytest.raises(StorageError, match="U 盘断开了"):
        project.append(TYPING)
    shutil.copy(away, path)  # another file of the same content, as from a stick under a new number
    project.append(IMPORT)
    assert contents(path) == [("导入 a.xlsx", IMPORT.changes)]
    assert contents(away) == []


def test_another_report_in_the_place_of_ours_is_left_alone(project: Project, path: Path) -> None:
    project.append(TYPING)
    path.unlink()
    stranger = Project.create(path)
    stranger.append(IMPORT)
    stranger.append(TYPING)
    stranger.close()
    with pytest.raises(WrittenElsewhereError):
        project.append(IMPORT)


def test_several_gestures_are_written_all_or_none(project: Project, path: Path) -> None:
    project.append(TYPING)
    kept = project.gestures()
    broken = Gesture("坏", (Change("甲", None, None, None),))  # type: ignore[arg-type]
    with pytest.raises(StorageError):
        project.append_all((IMPORT, broken))
    assert project.gestures() == kept


def test_gestures_that_have_a_time_keep_it(project: Project, tmp_path: Path) -> None:
    project.append(TYPING)
    project.append(IMPORT)
    copy = Project.create(tmp_path / "另存.juesuan")
    copy.append_all(project.gestures())
    assert copy.gestures() == project.gestures()
    copy.close()


# -------------------------------------------------------------------------------------------- refusals


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_text("我的东西", encoding="utf-8")
    with pytest.raises(StorageError, match="已经存在"):
        Project.create(path)
    assert path.read_text(encoding="utf-8") == "我的东西"


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="位置不存在或没有权限"):
        Project.create(tmp_path / "没有" / "a.juesuan")


def test_a_name_that_windows_keeps_for_itself_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    with pytest.raises(StorageError, match=r"「甲:乙\.juesuan」不能用作文件名"):
        Project.create(tmp_path / "甲:乙.juesuan")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_keeps_to_itself_is_told(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StorageError, match="正被别的程序占用"):
        Project.open(path)


def test_a_file_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(StorageError, match="找不到"):
        Project.open(path)
    assert not path.exists(), "SQLite would have made one"


@pytest.mark.parametrize("content", [b"", b"SQLite", b"PK\x03\x04 an Excel file", "一封信".encode()])
def test_a_file_of_another_kind_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"不是决算公开的 \.juesuan 文件"):
        Project.open(path)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE change (n INTEGER)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match=r"不是决算公开的 \.juesuan 文件"):
        Project.open(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_program_is_refused(project: Project, path: Path) -> None:
    project.close()
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.close()
    with pytest.raises(StorageError, match="更新版本"):
        Project.open(path)


def test_a_damaged_file_is_told(project: Project, path: Path) -> None:
    project.append(TYPING)
    project.close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    with pytest.raises(StorageError, match="已损坏"):
        contents(path)


def test_a_file_cut_short_is_told(project: Project, path: Path) -> None:
    project.append(TYPING)
    project.close()
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(StorageError):
        contents(path)


def test_a_database_without_our_table_is_told(path: Path) -> None:
    with sqlite3.connect(path) as half_made:
        half_made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        half_made.execute("CREATE TABLE other (n INTEGER)")
    half_made.close()
    with pytest.raises(StorageError, match="内容不完整"):
        Project.open(path)


def test_what_cannot_be_written_is_told_and_nothing_is_half_there(project: Project, path: Path) -> None:
    project.append(TYPING)
    project._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError, match="只读"):
        project.append(IMPORT)
    assert [gesture.name for gesture in project.gestures()] == ["填写"]


def test_a_file_held_by_another_program_is_told(project: Project, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StorageError, match="另一个程序"):
            project.append(TYPING)
    finally:
        other.close()
    project.append(TYPING)
    assert len(list(project.gestures())) == 1
