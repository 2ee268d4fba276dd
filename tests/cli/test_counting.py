"""Who waits at the console sees how many reports are done, or how far one is; a file or another program does not."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from juesuan_desktop.app import main
from juesuan_desktop.cli import waiting
from juesuan_desktop.locations import resources

FILES = Path(__file__).resolve().parents[1] / "files"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("甲.txt", "乙.txt"):
        shutil.copy(resources() / "samples" / "sample.txt", tmp_path / name)
    return tmp_path


def told(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, watched: bool) -> str:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    assert main(["check", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    return err


def test_the_console_counts(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(folder, monkeypatch, capsys, watched=True) == "\r已检查 1/2\r已检查 2/2\n"


def test_nobody_watches(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(folder, monkeypatch, capsys, watched=False) == ""


def reading(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, watched: bool) -> str:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    monkeypatch.setattr(waiting, "PATIENCE", 0.0)
    main(["show", str(path)])
    return capsys.readouterr().err


@pytest.mark.parametrize("name", ["hunan.xlsx", "whole.docx"])
def test_one_file_tells_how_far_it_is(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    err = reading(FILES / name, monkeypatch, capsys, watched=True)
    assert re.search(r"\r正在读取 \d+/\d+…", err)
    assert err.endswith("\r" + " " * 24 + "\r"), "what was said is taken away"
    assert reading(FILES / name, monkeypatch, capsys, watched=False) == ""


def test_a_file_that_is_read_at_once_says_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "正在读取" not in reading(folder / "甲.txt", monkeypatch, capsys, watched=True)
