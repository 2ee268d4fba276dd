"""A file is replaced whole or not at all, and what went wrong is said in one sentence."""

import errno
import sys
from pathlib import Path

import pytest

from juesuan_desktop.export.outcome import ExportError
from juesuan_desktop.export.replacing import other_name, replacing


def write(path: Path, content: bytes = b"new") -> None:
    with replacing(path) as stream:
        stream.write(content)


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    write(path, b"old")
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing(path) as stream:
        stream.write(b"half" * (1 // 0))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"文件夹「.*没有」不存在.*另选文件夹"):
        write(tmp_path / "没有" / "决算.pdf")


def test_a_name_that_windows_keeps_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(ExportError, match=r"「con\.pdf」不能用作文件名"):
        write(tmp_path / "con.pdf")
    assert list(tmp_path.iterdir()) == []


def test_target_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="是一个文件夹") as caught:
        write(tmp_path)
    assert caught.value.suggestion == other_name(tmp_path)


def fail_with(number: int, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "")  # OSError picks PermissionError by the number

    monkeypatch.setattr(Path, method, fail)


def test_open_in_excel_offers_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "决算.xlsx"
    path.write_bytes(b"old")
    fail_with(errno.EACCES, monkeypatch, "replace")
    with pytest.raises(ExportError, match=r"「决算.xlsx」正在 Excel、WPS .*另存为「决算（2）.xlsx」") as caught:
        write(path)
    assert caught.value.suggestion == tmp_path / "决算（2）.xlsx"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "不允许写入"),
        (errno.EROFS, "不允许写入"),
        (errno.ENOSPC, "磁盘已满"),
        (errno.ENAMETOOLONG, "不能用作文件名"),
        (errno.EIO, "没有保存成功"),
    ],
)
def test_every_reason_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    fail_with(number, monkeypatch, "open")
    with pytest.raises(ExportError, match=words) as caught:
        write(tmp_path / "决算.pdf")
    assert "决算.pdf" in str(caught.value)


def test_disk_full_while_writing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="磁盘已满"), replacing(tmp_path / "决算.pdf"):
        raise OSError(errno.ENOSPC, "")
    assert list(tmp_path.iterdir()) == []


def test_a_virus_scanner_lets_go_after_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, tries, real = tmp_path / "决算.pdf", [], Path.replace

    def busy_twice(source: Path, target: Path) -> Path:
        tries.append(source)
        if len(tries) < 3:
            raise PermissionError
        return real(source, target)

    monkeypatch.setattr(Path, "replace", busy_twice)
    write(path)
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="wine allows such names")
def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="不能用作文件名"):
        write(tmp_path / ("长" * 300 + ".pdf"))
