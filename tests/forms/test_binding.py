"""Each box has exactly one 行 and one 栏, found by reading left and up; anything else is told by row and column."""

import pytest

from juesuan_desktop import app
from juesuan_desktop.forms.binding import REPEATED, Box, bind
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.forms.picture import draw
from juesuan_desktop.forms.vocabulary import Words

SHELF = app.desk().library.shelf
WORDS = Words("支出表", ("合计",), ("本年支出", "基本支出", "项目支出"), codes="科目")
THREE_PUBLIC = Words("三公表", ("三公合计", "公务接待费"), ("预算数", "决算数"))


def bound(drawing: str, words: Words = WORDS) -> tuple[tuple[Box, ...], tuple[Fault, ...]]:
    rows = [["" if cell == "." else cell for cell in row.split()] for row in drawing.strip().splitlines()]
    return bind(draw("支出.csv", rows), words)


def addresses(drawing: str, words: Words = WORDS) -> list[tuple[str, str]]:
    boxes, faults = bound(drawing, words)
    assert faults == ()
    return [(box.line, box.measure) for box in boxes]


def told(drawing: str, words: Words = WORDS) -> str:
    _, faults = bound(drawing, words)
    return str(faults[0])


def test_the_line_stands_to_the_left_and_the_measure_above() -> None:
    assert addresses("项目 基本支出 项目支出\n合计 □ □") == [("合计", "基本支出"), ("合计", "项目支出")]


def test_lines_may_stand_above_and_measures_above_them() -> None:
    drawing = "预算数 ← 决算数 ←\n合计=三公合计 公务接待费 合计=三公合计 公务接待费\n▣ □ ▣ □"
    lines = ["三公合计", "公务接待费"]
    assert addresses(drawing, THREE_PUBLIC) == [(line, measure) for measure in ("预算数", "决算数") for line in lines]


def test_the_nearest_declared_word_counts() -> None:
    assert addresses("本年支出 ← ←\n小计 基本支出 项目支出\n栏次 1 2\n合计 □ □") == [
        ("合计", "基本支出"),
        ("合计", "项目支出"),
    ]


def test_a_merged_heading_counts_for_every_column_below_it() -> None:
    assert addresses("项目 本年支出 基本支出\n编码 小计 ↑\n合计 □ □") == [("合计", "本年支出"), ("合计", "基本支出")]


def test_a_number_is_paper_unless_it_is_a_code_of_the_table() -> None:
    boxes, faults = bound("项目 行次 基本支出\n合计 27 □\n201 . □")
    assert faults == ()
    assert [(box.line, box.line_no) for box in boxes] == [("合计", "27"), ("201", "")]


def test_a_repeating_line_stands_for_every_code() -> None:
    assert addresses("项目 基本支出\n…项 □") == [(REPEATED, "基本支出")]


def test_two_repeating_lines_share_their_addresses() -> None:
    assert len(addresses("项目 基本支出\n…类款 ▣\n…项 □")) == 2


@pytest.mark.parametrize(
    ("drawing", "sentence"),
    [
        ("项目 基本支出\n别的 □", "支出.csv 第 2 行：第 2 列：找不到行，栏是「基本支出」"),
        ("项目 金额\n合计 □", "支出.csv 第 2 行：第 2 列：行是「合计」，找不到栏"),
        ("项目 基本支出\n合计 □\n合计 □", "支出.csv 第 3 行：第 2 列：与另一格地址相同"),
        ("项目 合计 基本支出\n合计 □ □", "支出.csv 第 2 行：第 2 列：行是「合计」和「合计」，找不到栏"),
    ],
    ids=["no line", "no measure", "the same address twice", "two lines"],
)
def test_a_box_that_cannot_be_told_apart_is_refused(drawing: str, sentence: str) -> None:
    assert told(drawing).startswith(sentence)


@pytest.mark.parametrize("form_id", SHELF.ids())
def test_every_box_of_every_form_that_ships_has_exactly_one_address(form_id: str) -> None:
    form = SHELF.load(form_id)
    assert len(form.tables) == 9
    for table in (*form.tables, *form.supplements):
        drawn = {(cell.row, cell.column) for cell in table.picture.cells() if cell.kind == "box"}
        assert {(box.row, box.column) for box in table.boxes} == drawn, table.name
        fixed = [(box.line, box.measure) for box in table.boxes if box.line != REPEATED]
        assert len(set(fixed)) == len(fixed), table.name


@pytest.mark.parametrize("form_id", SHELF.ids())
def test_every_address_of_every_form_means_the_figure_it_names(form_id: str) -> None:
    form = SHELF.load(form_id)
    for table in form.tables:
        for place in table.places():
            assert form.place(form.address(place)) == place
