"""Where the report is kept: another place, another window, a file that is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.report.change import UNCONFIRMED
from juesuan_desktop.storage.errors import StorageError, WrittenElsewhereError

FUEL, MEALS = "三公表[公务用车运行维护费·决算数]", "三公表[公务接待费·决算数]"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = desk().create(tmp_path / "甲.juesuan", "hunan", 2023, "某县档案馆")
    session.type_figure(FUEL, "100")
    session.save()
    yield session
    session.close()


@pytest.fixture
def other(session: Session) -> Iterator[Session]:
    """The same report in another window."""
    other = desk().open(session.project.path)
    yield other
    other.close()


def test_saved_elsewhere_it_has_its_whole_history(session: Session, tmp_path: Path) -> None:
    session.type_figure(MEALS, "7")
    target = tmp_path / "乙.juesuan"
    session.save_as(target)
    session.type_figure(MEALS, "8")
    session.save()
    assert session.project.path == target
    again = desk().open(target)
    assert [gesture.name for gesture in again.saved] == ["新建报告", f"填写 {FUEL}", f"填写 {MEALS}", f"填写 {MEALS}"]
    assert again.saved == session.saved
    again.undo()
    assert again.figures[MEALS] == 7
    again.close()
    old = desk().open(tmp_path / "甲.juesuan")
    assert MEALS not in old.report.figures
    old.close()


def test_saved_elsewhere_when_the_file_is_gone(session: Session, tmp_path: Path) -> None:
    session.project.path.unlink()
    session.type_figure(MEALS, "7")
    with pytest.raises(StorageError, match="另存到别处"):
        session.save()
    session.save_as(tmp_path / "乙.juesuan")
    assert not session.unsaved
    again = desk().open(tmp_path / "乙.juesuan")
    assert (again.figures[FUEL], again.figures[MEALS]) == (100, 7)
    again.close()


def test_nothing_changes_when_the_new_place_will_not_do(session: Session, tmp_path: Path) -> None:
    session.type_figure(MEALS, "7")
    with pytest.raises(StorageError, match="已经存在"):
        session.save_as(session.project.path)
    with pytest.raises(StorageError):
        session.save_as(tmp_path / "没有" / "乙.juesuan")
    session.save()
    assert [gesture.name for gesture in session.saved][-1] == f"填写 {MEALS}"


def test_two_windows_write_into_each_others_report_cell_by_cell(session: Session, other: Session) -> None:
    other.type_figure(MEALS, "50")
    other.save()
    session.type_figure(FUEL, "120")
    with pytest.raises(WrittenElsewhereError):
        session.save()
    session.read_again()
    assert (session.figures[FUEL], session.figures[MEALS]) == (120, 50)
    session.save()
    assert other.project.has_news()
    other.read_again()
    assert (other.figures[FUEL], other.figures[MEALS]) == (120, 50)
    assert other.outcome.findings == session.outcome.findings


def test_what_was_done_on_top_is_undone_to_what_the_other_wrote(session: Session, other: Session) -> None:
    other.type_figure(FUEL, "50")
    other.save()
    session.type_figure(FUEL, "120")
    session.read_again()
    session.undo()
    assert session.figures[FUEL] == 50


def test_a_waiting_undo_is_done_on_top_too(session: Session, other: Session) -> None:
    other.type_figure(MEALS, "50")
    other.save()
    session.undo()
    session.read_again()
    assert FUEL not in session.report.figures
    session.undo()
    assert (session.figures[FUEL], session.figures[MEALS]) == (100, 50)


def test_a_confirmation_waits_too(session: Session, other: Session) -> None:
    session.edit("带来", {MEALS: "9"}, f"{UNCONFIRMED} 去年.xlsx")
    session.save()
    other.read_again()
    other.confirm((MEALS,))
    session.type_figure(FUEL, "1")
    session.save()
    other.read_again()
    assert not other.report.unconfirmed
