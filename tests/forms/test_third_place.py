"""「如何做一个新样表」, tried: the guide's own example becomes a place that can be used."""

import re
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.form_check import faults_of_folder
from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.shelf import Shelf

GUIDE = locations.resources() / "forms" / "README.md"


@pytest.fixture
def own_forms(tmp_path: Path) -> Path:
    """Her data folder with the form.toml that the guide shows."""
    example = re.search(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    assert example
    folder = tmp_path / "forms" / "ningxia"
    folder.mkdir(parents=True)
    text = "\n".join(line.removeprefix("   ") for line in example[1].splitlines())
    (folder / "form.toml").write_text(text, encoding="utf-8")
    return folder.parent


@pytest.fixture
def desk(own_forms: Path) -> Desk:
    resources = locations.resources()
    shelf = Shelf((resources / "forms", own_forms))
    return Desk(Library(shelf, resources / "rules", resources / "codes", own_forms))


def test_the_example_has_no_faults(desk: Desk, own_forms: Path) -> None:
    assert faults_of_folder(desk.library, own_forms / "ningxia") == ()


def test_the_place_is_listed_and_has_its_own_order(desk: Desk) -> None:
    form = {one.id: one for one in desk.library.forms()}["ningxia"]
    assert form.name == "宁夏样表"
    assert [table.layout.number for table in form.tables[-3:]] == ["公开07表", "公开08表", "公开09表"]
    assert [table.name for table in form.tables[-3:]] == ["三公表", "基金表", "国资表"]


def test_a_report_of_the_new_place_fills_itself(desk: Desk, tmp_path: Path) -> None:
    session = desk.create(tmp_path / "new.juesuan", "ningxia", 2024, "某某中心")
    session.type_figure("三公表[公务接待费·决算数]", "1,200.50")
    session.settle(session.form.by_name["三公表"])
    assert str(session.figures["三公表[三公合计·决算数]"]) == "1200.50"
    session.close()


def test_a_picture_that_cannot_be_bound_is_named_by_file_and_line(desk: Desk, own_forms: Path) -> None:
    picture = "项目,←,本年支出,←,←\n科目代码,科目名称,说不清,基本支出,项目支出\n合计,←,▣,▣,▣\n…项,…,▣,□,□\n"
    (own_forms / "ningxia" / "general_budget.csv").write_text(picture.replace("本年支出", "支出"), encoding="utf-8")
    faults = faults_of_folder(desk.library, own_forms / "ningxia")
    assert {(fault.file, fault.line) for fault in faults} == {("ningxia/general_budget.csv", n) for n in (3, 4)}
    assert all("找不到栏" in fault.message for fault in faults)


def test_a_broken_form_does_not_stop_the_others(desk: Desk, own_forms: Path) -> None:
    (own_forms / "ningxia" / "form.toml").write_text('base = "nowhere"\n', encoding="utf-8")
    assert {form.id for form in desk.library.forms()} >= {"hunan", "national", "shanghai"}
    assert set(desk.library.broken_forms()) == {"ningxia"}


def test_csv_saved_by_excel_in_gbk_reads_the_same(desk: Desk, own_forms: Path) -> None:
    shipped = (locations.resources() / "forms" / "national" / "general_budget.csv").read_text(encoding="utf-8")
    (own_forms / "ningxia" / "general_budget.csv").write_bytes(shipped.encode("gb18030"))
    form = desk.library.form("ningxia")
    assert len(form.by_name["一般公共表"].boxes) == 9
