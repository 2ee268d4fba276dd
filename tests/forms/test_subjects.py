"""科目: looked up, found by what one types, named by year, hidden by her own list."""

import time
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.forms.codes import parents_of
from juesuan_desktop.forms.subjects import Catalogue, Subject, Subjects, open_catalogue
from juesuan_desktop.forms.vocabulary import ECONOMIC, FUNCTIONAL

CODES = locations.resources() / "codes"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return open_catalogue(CODES, tmp_path_factory.mktemp("own") / "codes")


@pytest.fixture(scope="module")
def functional(catalogue: Catalogue) -> Subjects:
    return catalogue.of(FUNCTIONAL)


def codes(subjects: Subjects, text: str, **options: object) -> list[str]:
    return [entry.code for entry in subjects.search(text, **options)]  # type: ignore[arg-type]


def test_the_shipped_files_have_no_faults(catalogue: Catalogue) -> None:
    assert catalogue.faults == ()
    assert len(catalogue.of(FUNCTIONAL).entries) > 1_700
    assert len(catalogue.of(ECONOMIC).entries) > 100
    assert catalogue.of("没有这种").entries == ()


def test_a_code_is_looked_up(functional: Subjects) -> None:
    found = functional.find("2010301")
    assert found is not None
    assert (found.name, found.level, found.budget) == ("行政运行", "项", "一般公共预算")
    assert functional.find("2999999") is None


def test_every_item_has_its_class_and_group(functional: Subjects) -> None:
    items = [entry for entry in functional.entries if entry.level == "项"]
    orphans = [entry.code for entry in items if any(not functional.find(code) for code in parents_of(entry.code))]
    assert orphans == []


def test_class_and_group_are_derived_with_names_of_the_year(functional: Subjects) -> None:
    above = functional.above("2080505", 2023)
    assert [(line.key, line.name) for line in above] == [
        ("208", "社会保障和就业支出"),
        ("20805", "行政事业单位养老支出"),
    ]
    assert functional.name("20805", 2019) == "行政事业单位离退休"
    assert functional.name("20805", 2020) == "行政事业单位养老支出"
    assert functional.above("2999999")[0].name == ""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("xzyx", "2010101"),
        ("XZYX", "2010101"),
        ("20103xzyx", "2010301"),
        ("201 03", ""),  # both words are beginnings of codes: nothing begins with 201 and with 03
        ("2010301", "2010301"),
        ("208", "208"),
        ("行政事业单位养老", "20805"),
        ("jgsydwjbylbx", "2080505"),
        ("zfgjj", "2210201"),  # 住房公积金
        ("其他 商贸", "2011399"),
        ("“三供一业”", "2230102"),
    ],
)
def test_found_by_code_name_and_initials(functional: Subjects, typed: str, first: str) -> None:
    assert (codes(functional, typed) or [""])[0] == first


def test_a_character_with_two_readings_is_found_by_both(functional: Subjects) -> None:
    bank = Subjects((Subject("2019901", "银行重建"),), initials=functional.initials)
    for typed in ("yhcj", "yxzj", "yhzj", "y行 cj"):
        assert codes(bank, typed) == ["2019901"]


def test_what_cannot_mean_anything_finds_nothing(functional: Subjects) -> None:
    for typed in ("", "   ", "（）", "[", "(.*", "zzzzzzzz", "𠮷", "\n"):
        assert codes(functional, typed) == []


def test_ended_codes_and_other_budgets_come_last(functional: Subjects) -> None:
    found = functional.search("信访", year=2024)
    assert found[-1].code == "2010308"
    assert not found[-1].is_in_force(2024)
    funds = [entry.budget for entry in functional.search("土地", budget="政府性基金预算", most=500)]
    assert funds == sorted(funds, key=lambda budget: budget != "政府性基金预算")
    assert len(set(funds)) > 1


def test_fast_enough_to_search_while_typing(functional: Subjects) -> None:
    functional.search("x")
    for typed in ("x", "2", "xzyx", "养老", "20805 jf"):
        start = time.perf_counter()
        functional.search(typed, year=2023)
        assert time.perf_counter() - start < 0.05, typed  # 5 ms here; the bound leaves room for a busy machine


def test_her_own_list_hides_ours_and_keeps_what_ours_knows_of_the_budget(tmp_path: Path) -> None:
    own = "code,name\n2010301,政务运行\n2120801,征地和拆迁补偿支出\n2013977,新科目\n"
    (tmp_path / "functional.csv").write_text(own, encoding="gbk")
    catalogue = open_catalogue(CODES, tmp_path)
    functional = catalogue.of(FUNCTIONAL)
    assert functional.own
    assert not catalogue.of(ECONOMIC).own
    assert functional.name("2010301") == "政务运行"
    assert functional.find("2010302") is None
    fund, new = functional.find("2120801"), functional.find("2013977")
    assert fund is not None
    assert fund.budget == "政府性基金预算"
    assert new is not None
    assert (new.budget, new.confidence) == ("", "own")
    assert codes(functional, "zwyx") == ["2010301"]


def test_a_broken_list_is_named_and_ours_is_used(tmp_path: Path) -> None:
    (tmp_path / "functional.csv").write_bytes(b"\x00\xff\xfe\x81")
    catalogue = open_catalogue(CODES, tmp_path)
    assert catalogue.faults
    assert catalogue.of(FUNCTIONAL).find("2010301") is not None


def test_lines_that_are_no_subjects_are_named_by_line(tmp_path: Path) -> None:
    (tmp_path / "functional.csv").write_text("code,name\n2010301,行政运行\n20103,\n八,九\n", encoding="utf-8")
    catalogue = open_catalogue(CODES, tmp_path)
    assert [fault.line for fault in catalogue.faults] == [3, 4]


def test_without_the_initials_names_are_still_found(tmp_path: Path) -> None:
    shipped = tmp_path / "codes"
    shipped.mkdir()
    for name in ("functional.csv", "economic.csv", "former.csv"):
        (shipped / name).write_bytes((CODES / name).read_bytes())
    functional = open_catalogue(shipped, tmp_path / "own").of(FUNCTIONAL)
    assert codes(functional, "xzyx") == []
    assert codes(functional, "行政运行")


def test_every_character_of_a_name_has_its_letter(catalogue: Catalogue) -> None:
    known = set("".join(catalogue.of(FUNCTIONAL).initials.by_letter.values()))
    names = "".join(entry.name for kind in (FUNCTIONAL, ECONOMIC) for entry in catalogue.of(kind).entries)
    assert {character for character in names if "㐀" <= character <= "鿿"} - known == set()
