"""Forms that ship and forms of one's own, each by itself or built on another."""

import shutil
from pathlib import Path

import pytest

from juesuan_desktop import app, locations
from juesuan_desktop.forms.faults import FormError
from juesuan_desktop.forms.shelf import Drawn, Shelf

SHIPPED = locations.resources() / "forms"
SHELF = app.desk().library.shelf


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "forms"


@pytest.fixture
def shelf(own: Path) -> Shelf:
    return Shelf((SHIPPED, own))


def form_folder(own: Path, form_id: str, toml: str, **pictures: str) -> Path:
    folder = own / form_id
    folder.mkdir(parents=True)
    (folder / "form.toml").write_text(toml, encoding="utf-8")
    for table, picture in pictures.items():
        (folder / f"{table}.csv").write_text(picture, encoding="utf-8")
    return folder


def faults(shelf: Shelf, form_id: str) -> list[str]:
    with pytest.raises(FormError) as told:
        shelf.load(form_id)
    return [str(fault) for fault in told.value.faults]


def test_hunan_has_its_own_cover_and_the_nations_tables() -> None:
    hunan, national = SHELF.load("hunan"), SHELF.load("national")
    assert hunan.levels == ("项",)
    assert hunan.name != national.name
    assert [table.picture.file for table in hunan.tables] == [f"national/{table.id}.csv" for table in national.tables]
    assert [section.title for section in hunan.sections] != [section.title for section in national.sections]


def test_shanghai_has_another_order_another_unit_and_its_own_pictures() -> None:
    shanghai = SHELF.load("shanghai")
    assert shanghai.amount_unit == "万元"
    assert [table.id for table in shanghai.tables][6:] == ["three_public", "gov_fund", "state_capital"]
    assert "shanghai/income.csv" in [table.picture.file for table in shanghai.tables]


def test_a_form_of_ones_own_is_found(shelf: Shelf, own: Path) -> None:
    form_folder(own, "mine", 'base = "hunan"\nname = "我的样表"\nzero = ""\n')
    mine = shelf.load("mine")
    assert "mine" in shelf.ids()
    assert (mine.name, mine.levels) == ("我的样表", ("项",))
    assert {table.layout.zero for table in mine.tables} == {""}


def test_a_form_of_ones_own_hides_the_shipped_one(shelf: Shelf, own: Path) -> None:
    form_folder(own, "hunan", 'base = "national"\nname = "湖南，我们县的"\n')
    assert shelf.load("hunan").name == "湖南，我们县的"


def test_one_picture_may_be_changed_and_the_rest_inherited(shelf: Shelf, own: Path) -> None:
    picture = (SHIPPED / "national" / "three_public.csv").read_text(encoding="utf-8").replace("小计", "用车小计")
    form_folder(own, "mine", 'base = "national"\n', three_public=picture)
    files = [table.picture.file for table in shelf.load("mine").tables]
    assert files.count("mine/three_public.csv") == 1
    assert files.count("national/overall.csv") == 1


def test_an_unknown_form_names_the_known_ones(shelf: Shelf) -> None:
    assert faults(shelf, "mars") == ["样表：没有名为「mars」的，现有：hunan、national、shanghai"]


def test_forms_that_build_on_each_other_in_a_circle_are_refused(shelf: Shelf, own: Path) -> None:
    form_folder(own, "a", 'base = "b"\n')
    form_folder(own, "b", 'base = "a"\n')
    assert "绕成了圈" in faults(shelf, "a")[0]


def test_a_toml_that_cannot_be_read_is_named(shelf: Shelf, own: Path) -> None:
    form_folder(own, "mine", "name = 我的\n")
    assert faults(shelf, "mine")[0].startswith("mine/form.toml：读不懂")


def test_a_kind_that_is_none_is_told(shelf: Shelf, own: Path) -> None:
    form_folder(own, "mine", 'base = "national"\n[tables.assets]\nkinds = { "数量" = "数目" }\n')
    assert any("资产表 的 kinds 不能是「数目」" in fault for fault in faults(shelf, "mine"))


def test_all_faults_are_named_at_once_by_file_and_line(shelf: Shelf, own: Path) -> None:
    toml = 'base = "national"\n[tables.income]\nwidths = [1, 2]\n'
    detail = (SHIPPED / "national" / "basic_detail.csv").read_text(encoding="utf-8").replace("人员经费合计", "人员合计")
    form_folder(own, "mine", toml, basic_detail=detail, expenditure="←,基本支出\n")
    files = {fault.split("：")[0] for fault in faults(shelf, "mine")}
    assert files == {"mine/form.toml", "mine/expenditure.csv 第 1 行", "mine/basic_detail.csv 第 31 行"}


def test_a_form_without_tables_is_refused(own: Path) -> None:
    form_folder(own, "mine", 'name = "空的"\n')
    shutil.copy(SHIPPED / "vocabulary.csv", own)
    assert "没有一张表" in faults(Shelf((own,)), "mine")[0]


def test_places_share_what_is_drawn() -> None:
    drawn: Drawn = {}
    shelf = Shelf((SHIPPED,))
    national, hunan = shelf.load("national", drawn), shelf.load("hunan", drawn)
    assert [table.picture for table in hunan.tables] == [table.picture for table in SHELF.load("hunan").tables]
    assert all(mine.picture is theirs.picture for mine, theirs in zip(hunan.tables, national.tables, strict=True))


def test_every_form_tells_of_a_broken_picture_that_it_shares(own: Path) -> None:
    picture = (SHIPPED / "national" / "three_public.csv").read_text(encoding="utf-8").replace("决算数", "决算额")
    form_folder(own, "one", 'base = "national"\n', three_public=picture)
    form_folder(own, "two", 'base = "one"\n')
    shelf, drawn = Shelf((SHIPPED, own)), Drawn()
    for form_id in ("one", "two"):
        with pytest.raises(FormError, match=r"one/three_public\.csv"):
            shelf.load(form_id, drawn)
