"""A form is a picture of itself: six signs, and merges that point somewhere."""

import pytest

from juesuan_desktop.forms.picture import Kind, Picture, PictureError, Sketch, draw


def picture(drawing: str) -> Picture:
    """A picture from rows of cells parted by blanks; `.` is an empty cell."""
    rows = [["" if cell == "." else cell for cell in row.split()] for row in drawing.strip().splitlines()]
    return draw("test.csv", rows)


def only(drawing: str) -> Sketch:
    return picture(drawing).cells()[0]


def test_plain_text_is_printed_and_is_its_own_word() -> None:
    assert (only("合计").kind, only("合计").printed, only("合计").word) == (Kind.PRINTED, "合计", "合计")


def test_printed_words_may_have_another_name_in_the_trade() -> None:
    assert (only("总计=收入总计").printed, only("总计=收入总计").word) == ("总计", "收入总计")


@pytest.mark.parametrize(("sign", "computed"), [("□", False), ("▣", True)])
def test_boxes_are_typed_or_computed(sign: str, computed: bool) -> None:
    assert (only(sign).kind, only(sign).computed) == (Kind.BOX, computed)


@pytest.mark.parametrize(("sign", "levels"), [("…项", "项"), ("…类款", "类款"), ("…", "")])
def test_a_repeating_line_says_which_levels_it_draws(sign: str, levels: str) -> None:
    assert (only(sign).kind, only(sign).word) == (Kind.REPEAT, levels)


def test_arrows_make_one_cell_of_several() -> None:
    """Two wide and two high, as 公务用车购置及运行维护费 is above its parts."""
    drawn = picture(
        """
        合计 ← 项目
        ↑    ← 小计
        """
    )
    total, project, part = drawn.cells()
    assert (total.width, total.height) == (2, 2)
    assert drawn.owner[1][1] is total
    assert [(cell.row, cell.column) for cell in (project, part)] == [(0, 2), (1, 2)]


@pytest.mark.parametrize(("drawing", "place"), [("← 甲", (1, 1)), ("甲 ↑", (1, 2)), ("甲 乙\n乙 ←\n← 丙", (3, 1))])
def test_an_arrow_that_points_nowhere_is_told_with_row_and_column(drawing: str, place: tuple[int, int]) -> None:
    with pytest.raises(PictureError, match="没有格子") as told:
        picture(drawing)
    assert (told.value.row, told.value.column) == place


def test_rows_of_different_length_are_filled_with_blanks() -> None:
    drawn = draw("test.csv", [["甲"], ["乙", "□"]])
    assert (drawn.rows, drawn.columns) == (2, 2)


def test_everything_above_the_first_box_is_header() -> None:
    assert picture("项目 金额\n栏次 1\n合计 ▣").body == 2
    assert picture("项目 金额").body == 1, "no box at all"
