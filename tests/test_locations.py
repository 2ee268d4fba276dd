"""Where things are, in the source tree, in a wheel and on each platform."""

import sys
from pathlib import Path

import pytest

from juesuan_desktop import locations


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for variable in ("JUESUAN_DATA", "APPDATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def test_source_tree_has_its_data_beside_the_package() -> None:
    root = Path(locations.__file__).parents[1]
    assert locations.resources() == root / "resources"
    assert locations.translations() == root / "translations"


def test_wheel_and_frozen_program_have_their_data_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(locations, "_PACKAGE", tmp_path)
    assert locations.resources() == tmp_path / "_data" / "resources"


@pytest.mark.parametrize(
    ("platform", "below_home"),
    [
        ("win32", "AppData/Roaming/juesuan"),
        ("darwin", "Library/Application Support/juesuan"),
        ("linux", ".local/share/juesuan"),
    ],
)
def test_each_platform_has_its_usual_place(
    monkeypatch: pytest.MonkeyPatch, home: Path, platform: str, below_home: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert locations.user_data() == home / below_home


@pytest.mark.parametrize(("platform", "variable"), [("win32", "APPDATA"), ("linux", "XDG_DATA_HOME")])
def test_the_platform_may_name_the_place(
    monkeypatch: pytest.MonkeyPatch, home: Path, platform: str, variable: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv(variable, str(home / "漫游 数据"))
    assert locations.user_data() == home / "漫游 数据" / "juesuan"


def test_the_person_may_choose_the_place(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("JUESUAN_DATA", str(home / "U盘"))
    assert locations.logs() == home / "U盘" / "logs"
    assert locations.backups() == home / "U盘" / "backups"
    assert locations.user_forms() == home / "U盘" / "forms"


def test_asking_creates_nothing(home: Path) -> None:
    locations.logs()
    assert not list(home.iterdir())


@pytest.mark.parametrize("name", ["con.xlsx", "CON", "aux .pdf", "Com1.juesuan", "甲:乙.pdf", "甲|乙.pdf", "a?.pdf"])
def test_names_that_windows_keeps_for_itself(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert locations.is_usable_name(name) == (sys.platform != "win32")
    monkeypatch.setattr("sys.platform", "win32")
    assert not locations.is_usable_name(name)


@pytest.mark.parametrize("name", ["决算（2）.xlsx", "con决算.pdf", "com.pdf", "2023 年度.公开.juesuan"])
def test_usual_names(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert locations.is_usable_name(name)
