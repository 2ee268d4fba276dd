"""Doubts about 科目: said, never forced."""

import json
from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.forms.codes import Line, keyed
from juesuan_desktop.forms.subject_warnings import BUDGET_OF_TABLE, Doubt, warnings_for
from juesuan_desktop.forms.subjects import CAPITAL, FUND, GENERAL, Catalogue, open_catalogue
from juesuan_desktop.forms.vocabulary import ECONOMIC, FUNCTIONAL


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return open_catalogue(locations.resources() / "codes", Path("no-such-folder"))


def doubts(catalogue: Catalogue, *pairs: tuple[str, str], year: int | None = 2023, budget: str = "") -> list[Doubt]:
    return list(warnings_for(catalogue.of(FUNCTIONAL), keyed(pairs), year, budget))


def test_an_unknown_code(catalogue: Catalogue) -> None:
    [doubt] = doubts(catalogue, ("2013977", "某某"), year=2024)
    assert doubt == Doubt("P-2", "2013977", "2013977", "2013977 不在科目库，请核对")


def test_a_mistyped_digit_is_guessed_from_the_name(catalogue: Catalogue) -> None:
    [doubt] = doubts(catalogue, ("2080515", "机关事业单位基本养老保险缴费支出"))
    assert "是 2080505" in doubt.message


def test_another_name(catalogue: Catalogue) -> None:
    [doubt] = doubts(catalogue, ("2010301", "行政 运作"))
    assert doubt.message == "2010301 在科目库中是「行政运行」，这里写作「行政 运作」，请核对"


def test_a_former_name_is_told_as_one(catalogue: Catalogue) -> None:
    [doubt] = doubts(catalogue, ("210", "医疗卫生与计划生育支出"))
    assert "2018 年度以前的名称，现为「卫生健康支出」" in doubt.message
    assert doubts(catalogue, ("20805", "行政事业单位离退休"), year=2019) == []


def test_ended_and_not_yet_begun(catalogue: Catalogue) -> None:
    assert "只用到 2023 年度" in doubts(catalogue, ("2010308", "信访事务"), year=2024)[0].message
    assert doubts(catalogue, ("2010308", "信访事务"), year=2023) == []
    assert "自 2024 年度起" in doubts(catalogue, ("20139", "社会工作事务"), year=2023)[0].message


def test_spaces_and_brackets_are_no_other_name(catalogue: Catalogue) -> None:
    economic = catalogue.of(ECONOMIC)
    lines = keyed([("30212", " 因公出国 (境)费用"), ("30101", "基本\n工资")])
    assert list(warnings_for(economic, lines, 2023)) == []


def test_lines_without_code_or_name_are_left_alone(catalogue: Catalogue) -> None:
    assert list(warnings_for(catalogue.of(FUNCTIONAL), [Line("某行", "", "某行"), Line("201", "201", "")], 2023)) == []


@pytest.mark.parametrize(
    ("code", "budget", "certain"),
    [
        ("21208", GENERAL, True),
        ("2080505", FUND, True),
        ("2230107", GENERAL, True),
        ("2082201", GENERAL, False),
    ],
)
def test_a_code_of_another_budget(catalogue: Catalogue, code: str, budget: str, certain: bool) -> None:
    [doubt] = doubts(catalogue, (code, ""), budget=budget)
    assert (doubt.rule, doubt.certain) == ("S-7", certain)
    assert "不应列入" in doubt.message


def test_a_class_is_shared_by_the_budgets_but_223_is_not(catalogue: Catalogue) -> None:
    assert doubts(catalogue, ("212", ""), budget=FUND) == []
    assert doubts(catalogue, ("223", ""), budget=CAPITAL) == []
    assert [doubt.rule for doubt in doubts(catalogue, ("223", ""), budget=GENERAL)] == ["S-7"]


def test_messages_are_short(catalogue: Catalogue) -> None:
    pairs = [(entry.code, "某" * 40) for entry in catalogue.of(FUNCTIONAL).entries]
    assert max(len(doubt.message) for doubt in doubts(catalogue, *pairs, year=2018, budget=CAPITAL)) <= 120


@pytest.mark.parametrize("place", ["hunan-2023", "shanghai-2024"])
def test_published_reports_raise_no_doubt(catalogue: Catalogue, reference: Path, place: str) -> None:
    tables = json.loads((reference / place / "tables.json").read_text(encoding="utf-8"))
    budgets = dict(zip(("t05", "t07", "t08"), BUDGET_OF_TABLE.values(), strict=True))
    for name in ("t02", "t03", "t05", "t06", "t07", "t08"):
        rows = tables["tables"][name]["rows"] if "tables" in tables else tables[name]["rows"]
        lines = keyed((str(row.get("code") or ""), row.get("label") or row.get("name") or "") for row in rows)
        subjects = catalogue.of(ECONOMIC if name == "t06" else FUNCTIONAL)
        assert list(warnings_for(subjects, lines, int(place[-4:]), budgets.get(name, ""))) == []
