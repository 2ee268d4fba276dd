"""Blocks from and to Excel."""

from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop.app import desk
from juesuan_desktop.desk.block import BlockError, copied, filled_down, is_other, pasted
from juesuan_desktop.desk.clipboard import rows_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.forms.grid import Cell, Grid


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = desk().create(tmp_path / "a.juesuan", "hunan", 2024, "某某中心")
    table = opened.form.by_name["支出表"]
    opened.set_lines("加行", table, keyed([("2010301", "行政运行"), ("2010350", "事业运行")]))
    return opened


def grid_of(session: Session) -> Grid:
    return session.grid(session.form.by_name["支出表"])


def cell_at(grid: Grid, address: str) -> Cell:
    return next(cell for cell in grid.figures() if cell.address == address)


def paste(session: Session, text: str, address: str) -> dict[str, str | None]:
    grid = grid_of(session)
    start = cell_at(grid, address)
    return dict(pasted(text, grid, [(start.row, start.column)], session.entered).wanted)


def test_a_block_as_excel_writes_it(session: Session) -> None:
    wanted = paste(session, "1,234.50\t（12.30）\r\n１２３\t—\r\n", "支出表[2010301·基本支出]")
    assert wanted == {
        "支出表[2010301·基本支出]": "1234.50",
        "支出表[2010301·项目支出]": "-12.30",
        "支出表[2010350·基本支出]": "123",
        "支出表[2010350·项目支出]": None,
    }


def test_one_copied_cell_fills_the_selection(session: Session) -> None:
    grid = grid_of(session)
    cells = [cell_at(grid, f"支出表[{code}·基本支出]") for code in ("2010301", "2010350")]
    wanted = pasted("¥5", grid, [(cell.row, cell.column) for cell in cells], session.entered).wanted
    assert set(wanted.values()) == {"5"}
    assert len(wanted) == 2


def test_computed_cells_go_on_being_computed(session: Session) -> None:
    grid = grid_of(session)
    start = cell_at(grid, "支出表[2010301·本年支出合计]")
    result = pasted("300\t100\t200", grid, [(start.row, start.column)], session.entered)
    assert result.computed == 1
    assert list(result.wanted) == ["支出表[2010301·基本支出]", "支出表[2010301·项目支出]"]


@pytest.mark.parametrize("text", ["abc", "1\tabc", "1.2.3", "1.234"])
def test_a_wrong_clipboard_pastes_nothing_and_says_why(session: Session, text: str) -> None:
    with pytest.raises(BlockError, match="没有粘贴"):
        paste(session, text, "支出表[2010301·基本支出]")


@pytest.mark.parametrize(
    ("text", "size", "pasted_rows"),
    [
        ("1\t2", (2, 1), [["1", "2"], ["1", "2"]]),
        ("1\t2", (2, 2), [["1", "2"], ["1", "2"]]),
        ("1\t2", (2, 4), [["1", "2", "1", "2"], ["1", "2", "1", "2"]]),
        ("1\n2", (2, 3), [["1", "1", "1"], ["2", "2", "2"]]),
        ("1\n2", (1, 2), [["1", "1"], ["2", "2"]]),
        ("1\t2\t3", (2, 2), [["1", "2", "3"], [None, None, None]]),
    ],
)
def test_a_block_is_repeated_in_a_selection_it_fits_evenly(
    session: Session, text: str, size: tuple[int, int], pasted_rows: list[list[str | None]]
) -> None:
    grid = grid_of(session)
    start = cell_at(grid, "支出表[2010301·基本支出]")
    selected = [(start.row + down, start.column + right) for down in range(size[0]) for right in range(size[1])]
    found = pasted(text, grid, selected, session.entered)
    at = {(cell.row, cell.column): cell.address or "" for cell in grid.figures()}
    shown = [
        [found.wanted.get(at[start.row + down, start.column + right]) for right in range(len(row))]
        for down, row in enumerate(pasted_rows)
    ]
    assert shown == pasted_rows
    lasting = [row for row in pasted_rows if any(row)]
    assert found.last == (start.row + len(lasting) - 1, start.column + len(lasting[0]) - 1)


def test_a_negative_where_none_may_be_pastes_nothing(session: Session) -> None:
    grid = session.grid(session.form.by_name["收支总表"])
    start = cell_at(grid, "收支总表[结余分配]")
    with pytest.raises(BlockError, match=r"结余分配不应为负（P-1），没有粘贴"):
        pasted("-5", grid, [(start.row, start.column)], session.entered)


def test_amounts_beyond_the_table_paste_nothing(session: Session) -> None:
    with pytest.raises(BlockError, match="落在不能填的地方"):
        paste(session, "1\n2\n3", "支出表[2010301·基本支出]")


def test_a_block_copied_with_codes_and_names_is_laid_on_them(session: Session) -> None:
    text = "2010301\t行政运行\t100\t60\t40\r\n2010350\t事业 运行\t5\t5\t\r\n"
    wanted = paste(session, text, "支出表[2010301·本年支出合计]")
    assert wanted == {
        "支出表[2010301·基本支出]": "60",
        "支出表[2010301·项目支出]": "40",
        "支出表[2010350·基本支出]": "5",
        "支出表[2010350·项目支出]": None,
    }
    assert paste(session, text, "支出表[2010301·项目支出]") == wanted


def test_names_of_other_lines_paste_nothing(session: Session) -> None:
    text = "2010301\t行政运行\t100\t60\r\n2010302\t一般行政管理事务\t5\t5\r\n"
    with pytest.raises(BlockError, match="第 2 行第 1 列的「2010302」"):
        paste(session, text, "支出表[2010301·本年支出合计]")


def test_an_empty_clipboard(session: Session) -> None:
    with pytest.raises(BlockError, match="没有内容"):
        paste(session, "\n", "支出表[2010301·基本支出]")


def test_what_was_copied_for_a_computed_cell_is_compared(session: Session) -> None:
    assert not is_other("1,300.00", Decimal(1300))
    assert is_other("1,300.01", Decimal(1300))
    assert not is_other("—", Decimal(1300))
    assert not is_other("合计", None)


def test_a_paste_that_reaches_past_the_paper_ends_at_its_last_cell(session: Session) -> None:
    grid = grid_of(session)
    start = cell_at(grid, "支出表[2010301·基本支出]")
    found = pasted("1\t2\t3\t4\t5\t\t\t", grid, [(start.row, start.column)], session.entered)
    assert found.last[1] == max(cell.column for cell in grid.figures())


def test_blank_rows_at_the_end_of_what_was_copied_are_pasted(session: Session) -> None:
    wanted = paste(session, "7\r\n\r\n", "支出表[2010301·基本支出]")
    assert wanted == {"支出表[2010301·基本支出]": "7", "支出表[2010350·基本支出]": None}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("####", "列太窄"),
        ("#REF!", "算不出来"),
        ("1.2E+05", "科学计数法"),
        ("12%", "百分比"),
        ("1,234.00元", "不能带单位"),
        ("5万", "不能带单位"),
        ('"1\n2"', "「1 2」是几行"),
    ],
)
def test_what_excel_shows_in_place_of_an_amount_is_told_apart(session: Session, text: str, reason: str) -> None:
    with pytest.raises(BlockError, match=reason):
        paste(session, text, "支出表[2010301·基本支出]")


def test_copied_is_what_excel_reads(session: Session) -> None:
    session.type_figure("支出表[2010301·基本支出]", "1234.5")
    grid = grid_of(session)
    row = cell_at(grid, "支出表[2010301·基本支出]").row
    cells = [cell for cell in grid.figures() if cell.row == row][:3]
    assert copied(cells) == "\t1,234.50\t"
    assert rows_of("a\tb\n") == [["a", "b"]]


def test_fill_down(session: Session) -> None:
    grid = grid_of(session)
    cells = [cell_at(grid, f"支出表[{code}·基本支出]") for code in ("2010301", "2010350")]
    wanted = filled_down(grid, [(c.row, c.column) for c in cells], {"支出表[2010301·基本支出]": "7"}, session.entered)
    assert wanted == {"支出表[2010350·基本支出]": "7"}


def test_what_cannot_stand_below_is_not_filled_down(session: Session) -> None:
    grid = session.grid(session.form.by_name["单位表"])
    cells = [cell_at(grid, f"单位表[{name}]") for name in ("批复文号", "批复日期")]
    with pytest.raises(BlockError, match="不是日期，请写成 2024-08-12 这样，没有填充"):
        filled_down(grid, [(c.row, c.column) for c in cells], {"单位表[批复文号]": "财决〔2024〕1 号"}, session.entered)
