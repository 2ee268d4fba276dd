"""`juesuan subjects`: her own list of 科目 takes the place of ours, or nothing changes."""

from pathlib import Path

import pytest

from juesuan_desktop.app import desk, main
from juesuan_desktop.cli import DONE, NOT_DONE
from juesuan_desktop.forms.vocabulary import ECONOMIC, FUNCTIONAL

LIST = "科目编码,科目名称\n" + "\n".join(f"20103{number:02},事项{number}" for number in range(1, 26))


def test_her_own_list_is_used_from_then_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "科目.csv"
    source.write_text(LIST, encoding="gbk")
    assert main(["subjects", str(source)]) == DONE
    assert "科目 25 个" in capsys.readouterr().out
    catalogue = desk().library.catalogue
    assert catalogue.of(FUNCTIONAL).name("2010307", 2024) == "事项7"
    assert not catalogue.of(ECONOMIC).own


def test_the_open_library_sees_it_at_once(tmp_path: Path) -> None:
    library = desk().library
    assert not library.catalogue.of(FUNCTIONAL).own
    (tmp_path / "科目.csv").write_text(LIST, encoding="utf-8")
    assert library.take_subjects(tmp_path / "科目.csv") == {FUNCTIONAL: 25}
    assert library.catalogue.of(FUNCTIONAL).own


def test_what_is_no_list_is_not_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "别的.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    assert main(["subjects", str(tmp_path / "别的.csv")]) == NOT_DONE
    assert "找不到「科目编码」和「科目名称」两列的表头" in capsys.readouterr().err
    assert not desk().library.catalogue.of(FUNCTIONAL).own
