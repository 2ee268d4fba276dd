"""Many reports at the same time, and what happens when something goes wrong that nobody expected."""

import os
from pathlib import Path

import pytest

from juesuan_desktop import __main__ as entrance
from juesuan_desktop import app, locations
from juesuan_desktop.cli import many
from juesuan_desktop.cli.side_by_side import check_side_by_side
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.intake.material import IntakeError

FILES = [Path(f"{number}.txt") for number in range(8)]


class Counting:
    """A desk that tells which file in a row it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def check(self, path: Path, form_id: str | None) -> None:
        self.asked += 1
        raise IntakeError(str(self.asked))


class Ending:
    """A desk whose process is ended by the system, but for the first one."""

    def __init__(self) -> None:
        self.home = os.getpid()

    def check(self, path: Path, form_id: str | None) -> None:
        if os.getpid() != self.home:
            os._exit(9)
        raise IntakeError(path.name)


class Surprised:
    """A desk with a mistake in it."""

    def check(self, path: Path, form_id: str | None) -> None:
        raise ZeroDivisionError(path.name)


def told(desk: object, jobs: int = 2) -> list[str]:
    assert isinstance(desk, Counting | Ending | Surprised)
    return [one.error for one in check_side_by_side(FILES, _as_desk(desk), None, jobs)]


def _as_desk(desk: object) -> Desk:
    return desk  # type: ignore[return-value]


def test_each_process_keeps_what_it_has_loaded() -> None:
    assert sum(map(int, told(Counting(), jobs=2))) > len(FILES), "else each file had a desk of its own"


def test_a_process_that_is_ended_stops_nothing() -> None:
    assert told(Ending()) == [file.name for file in FILES]


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JUESUAN_DATA", str(tmp_path))
    return locations.logs()


def test_a_mistake_of_the_program_stops_nothing_and_is_written_down(logs: Path) -> None:
    for sentence, file in zip(told(Surprised()), FILES, strict=True):
        assert sentence.startswith(f"「{file}」没有查成，程序出了意外；详情记在「")
    assert "ZeroDivisionError: 3.txt" in next(logs.iterdir()).read_text(encoding="utf-8")


def test_any_command_tells_of_a_surprise_in_one_sentence(
    logs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "desk", Surprised)
    assert app.main(["show", "a.txt"]) == app.NOT_DONE
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), "Traceback" in err) == ("", 1, False)
    assert "AttributeError" in next(logs.iterdir()).read_text(encoding="utf-8")


def test_ctrl_c_is_one_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def pressed() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "main", pressed)
    assert entrance.main() == entrance.STOPPED
    assert capsys.readouterr() == ("", "已停止\n")


def test_as_many_as_the_system_can_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(
        "juesuan_desktop.cli.side_by_side.check_side_by_side", lambda *words: asked.append(words[-1]) or ()
    )
    assert list(many.check_all(FILES, _as_desk(Counting()), form_id=None, jobs=10**8)) == []
    assert asked == [len(FILES)]
