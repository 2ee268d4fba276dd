"""Who checks many reports at the console sees how many are done; a file or another program does not."""

import shutil
import sys
from pathlib import Path

import pytest

from juesuan_desktop.app import main
from juesuan_desktop.locations import resources


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
