"""勾稽关系手册: every rule told, in words, with a sum that is right, ready to be signed."""

import re
from pathlib import Path

import openpyxl
import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk, main
from juesuan_desktop.document.blocks import Document
from juesuan_desktop.document.handbook import handbook
from juesuan_desktop.document.rule_examples import example
from juesuan_desktop.forms.grid import Grid, Role
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.rules.functions.shelf import RULE_FUNCTIONS
from juesuan_desktop.rules.notation import Rule, parse_rule, read_rules

FORMS = ("hunan", "national", "shanghai")
RULES = [rule for path in sorted((locations.resources() / "rules").glob("*.txt")) for rule in read_rules(path)[0]]
SIGNS = {"＝": lambda a, b: a == b, "≥": lambda a, b: a >= b, "≤": lambda a, b: a <= b}


@pytest.fixture(scope="module", params=FORMS)
def made(request: pytest.FixtureRequest) -> Document:
    library = desk().library
    subjects = library.catalogue.of(FUNCTIONAL)
    return handbook(library.form(request.param), 2023, library.book.rules, RULE_FUNCTIONS, subjects)


def rows(grid: Grid) -> list[dict[int, str]]:
    lines: dict[int, dict[int, str]] = {}
    for cell in grid.cells:
        if cell.role in (Role.LABEL, Role.PAPER):
            lines.setdefault(cell.row, {})[cell.column] = cell.text
    return [lines[row] for row in sorted(lines)]


def column(grid: Grid, heading: str) -> list[str]:
    place = next(cell.column for cell in grid.cells if cell.role is Role.HEADER and cell.text == heading)
    return [row.get(place, "") for row in rows(grid)]


def test_every_rule_stands_in_it_once(made: Document) -> None:
    told = [text for grid in made.grids() for text in column(grid, "编号")]
    assert sorted(told) == sorted([rule.id for rule in RULES] + [function.id for function in RULE_FUNCTIONS])


def test_every_rule_has_words_level_and_use(made: Document) -> None:
    for grid in made.grids()[:-1]:
        for heading in ("级别", "关系", "说明", "用法", "举例"):
            assert all(column(grid, heading)), heading
        assert set(column(grid, "核对人") + column(grid, "日期")) == {""}


def test_no_notation_is_left(made: Document) -> None:
    """Only a rule about a table that the form lacks keeps its notation, and says so."""
    for grid in made.grids()[:-1]:
        for relation, use in zip(column(grid, "关系"), column(grid, "用法"), strict=True):
            if "本样表没有「" not in use:
                assert not re.search(r":=|[\[\]Σ]|其余栏|下级", relation), relation


def test_cells_do_not_overlap(made: Document) -> None:
    for grid in made.grids():
        covered = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.height)
            for column in range(cell.column, cell.column + cell.width)
        ]
        assert len(covered) == len(set(covered)) == grid.rows * grid.columns


def told(form: str, rule_id: str, nth: int = 0) -> tuple[str, str]:
    library = desk().library
    made = handbook(library.form(form), 2023, library.book.rules, (), library.catalogue.of(FUNCTIONAL))
    found = [
        (relation, use)
        for grid in made.grids()
        for one, relation, use in zip(*(column(grid, name) for name in ("编号", "关系", "用法")), strict=True)
        if one == rule_id
    ]
    return found[nth]


@pytest.mark.parametrize(
    ("form", "rule", "relation", "use"),
    [
        ("hunan", "T01-5", "「收入总计」等于「支出总计」", "核对"),
        ("hunan", "T03-3", "每个类等于所属各款之和，每个款等于所属各项之和", "不适用：只印项级科目，没有上下级"),
        ("shanghai", "T03-3", "每个类等于所属各款之和，每个款等于所属各项之和", "填各上级科目"),
        ("hunan", "T03-2", "每一栏：「合计」等于各项之和", "填每栏「合计」"),
        ("hunan", "T07-1", "每一行：「本年支出」等于「基本支出」＋「项目支出」", "填每行「本年支出」"),
        ("hunan", "X0103-1", "公开01表「本年支出合计」等于公开03表「合计·本年支出合计」", "核对"),
        ("shanghai", "X0103-1", "收支总表「本年支出合计」等于支出表「合计·本年支出合计」", "核对"),
        (
            "hunan",
            "X0103-2",
            "每个功能分类的类：公开01表「该类」等于公开03表「该类·本年支出合计」",
            "填每类公开01表「该类」",
        ),
        ("hunan", "P-14", "公开01表「年初结转和结余」等于上年公开01表「年末结转和结余」", "核对"),
        ("hunan", "P-6", "每一项：「决算数」不大于「预算数」", "核对"),
    ],
)
def test_how_rules_are_told(form: str, rule: str, relation: str, use: str) -> None:
    assert told(form, rule) == (relation, use)


def test_what_a_form_does_not_print_is_named() -> None:
    assert told("hunan", "X0408-1", 1)[1] == "不适用：公开08表不印「本年收入」"
    assert told("shanghai", "X0408-1", 1)[1].startswith("填")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.file}:{rule.line}")
def test_examples_are_right(rule: Rule) -> None:
    holds = example(rule).split("；")[0]
    sign = next(sign for sign in SIGNS if sign in holds)
    left, right = (sum_of(side) for side in holds.split(sign))
    assert SIGNS[sign](left, right)
    assert sign == {":=": "＝", "=": "＝"}.get(rule.op, rule.op)


def sum_of(text: str) -> int:
    numbers = re.findall(r"([＋−]?)\s*(\d+)", text)
    return sum(-int(number) if sign == "−" else int(number) for sign, number in numbers)


def test_every_rule_says_in_a_comment_what_it_means() -> None:
    assert [f"{rule.file}:{rule.line}" for rule in RULES if not 2 <= len(rule.words) <= 40] == []


def test_a_rule_about_an_unknown_table_is_left_in_its_notation() -> None:
    library = desk().library
    rule = parse_rule("Z-1 错误 无此表[甲] = 收支总表[收入总计]")
    made = handbook(library.form("hunan"), 2023, [rule], (), library.catalogue.of(FUNCTIONAL))
    [grid] = made.grids()
    assert column(grid, "关系") == ["无此表[甲] = 收支总表[收入总计]"]


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str) -> None:
    target = tmp_path / f"勾稽关系手册{suffix}"
    assert main(["handbook", "--form", "hunan", "--year", "2023", "--to", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    assert target.stat().st_size > 10_000
    if suffix == ".xlsx":
        book = openpyxl.load_workbook(target)
        assert book.sheetnames == ["表内关系", "表间关系", "补充资料、上年报告的关系", "按条件核对的规则"]
        assert book["表内关系"].print_title_rows == "$1:$3"


@pytest.mark.parametrize(
    ("form", "year", "name"), [("nowhere", "2023", "a.pdf"), ("hunan", "1999", "a.pdf"), ("hunan", "2023", "a.doc")]
)
def test_what_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, year: str, name: str
) -> None:
    assert main(["handbook", "--form", form, "--year", year, "--to", str(tmp_path / name)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert not list(tmp_path.iterdir())
