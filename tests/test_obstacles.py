"""What the system says against a file reaches people in Chinese, whatever language the system speaks."""

import errno
import re
from pathlib import Path

import pytest

from juesuan_desktop.app import main
from juesuan_desktop.forms.faults import FormError
from juesuan_desktop.forms.shelf import Shelf
from juesuan_desktop.intake.child import _answer
from juesuan_desktop.intake.material import IntakeError
from juesuan_desktop.intake.reading import material_of
from juesuan_desktop.obstacles import in_words, obstacle

ENGLISH = re.compile(r"[A-Za-z]{3,}")


def windows_error(number: int) -> OSError:
    """What Windows raises; elsewhere an error cannot be made with its number."""
    error = OSError(errno.EACCES, "Access is denied")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("number", "what"),
    [
        (errno.ENOENT, "找不到"),
        (errno.EACCES, "没有权限"),
        (errno.ENOSPC, "磁盘已满"),
        (errno.ENAMETOOLONG, "太长"),
        (errno.EINVAL, "不允许的符号"),
        (errno.EROFS, "只能读"),
        (errno.EBUSY, "占用"),
        (errno.ESTALE, "断开"),
        (errno.EIO, "磁盘读写出错"),
    ],
)
def test_what_is_in_the_way_and_what_to_do(number: int, what: str) -> None:
    told = obstacle(OSError(number, "Some words in English"))
    assert what in told.what
    assert str(told) == f"{told.what}，{told.advice}"
    assert not ENGLISH.search(str(told))


def test_an_error_nobody_knows_has_its_number() -> None:
    assert obstacle(OSError(9999, "Odd")).what == "系统错误 9999"
    assert obstacle(OSError("without a number")).what == "系统不允许"


@pytest.mark.parametrize(
    ("number", "what"), [(32, "占用"), (5, "没有权限"), (21, "断开"), (112, "磁盘已满"), (206, "太长")]
)
def test_windows_says_it_more_exactly(number: int, what: str) -> None:
    assert what in obstacle(windows_error(number)).what


def test_ours_stay_as_they_are() -> None:
    assert in_words(ValueError("文字编码无法识别")) == "文字编码无法识别"


# ---------------------------------------------------------------------------------------------- where it is told


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(path: Path, *_: object, **__: object) -> bytes:
        raise OSError(number, "Device or resource busy", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)


def test_reading_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("第一部分", encoding="utf-8")
    refuse(monkeypatch, errno.EBUSY)
    with pytest.raises(IntakeError, match=r"读不出来：正被别的程序占用，请关闭那个程序再试$"):
        material_of(path)


def test_the_reader_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, errno.EIO)
    assert _answer("ole", tmp_path / "报告.xls") == {"error": "打不开：磁盘读写出错，请换一个磁盘或重新拷贝后再试"}


def test_a_form_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "place").mkdir()
    (tmp_path / "place" / "form.toml").write_text("")
    refuse(monkeypatch, errno.EACCES)
    with pytest.raises(FormError, match=r"读不懂：没有权限") as told:
        Shelf((tmp_path,)).load("place")
    assert "busy" not in str(told.value)


def test_anything_else(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "手册.pdf")

    monkeypatch.setattr("juesuan_desktop.cli.commands.run", full)
    assert main(["forms"]) == 2
    assert capsys.readouterr().err == "「手册.pdf」读写不了：磁盘已满，请清理出空间或换一个磁盘再试\n"
