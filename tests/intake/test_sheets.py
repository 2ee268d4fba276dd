"""A sheet cut into tables and texts."""

from juesuan_desktop.intake.continuing import joined
from juesuan_desktop.intake.material import Paragraph, RawTable
from juesuan_desktop.intake.sheets import blocks_of, is_title

HEADER = ["科目代码", "科目名称", "本年支出合计"]


def cut(*rows: str) -> list[str | tuple[int, int, int]]:
    """The texts, and of each table its first row on the sheet, its first column and its number of rows."""
    width = max(row.count("|") for row in rows) + 1
    grid = [[cell.strip() for cell in row.split("|")] for row in rows]
    blocks = blocks_of([row + [""] * (width - len(row)) for row in grid], "表")
    return [b.text if isinstance(b, Paragraph) else (b.top, b.left, len(b.rows)) for b in blocks]


def test_what_stands_above_and_below_is_text() -> None:
    assert cut(
        "支出决算表",
        "| | 公开03表",
        "部门：某单位 | 2023年度 | 金额单位：元",
        "科目代码 | 科目名称 | 本年支出合计",
        "2010301 | 行政运行 | 1.00",
        "注：本表反映部门本年度各项支出情况。",
        "2.本套报表金额单位转换时可能存在尾数误差。",
    ) == [
        "支出决算表",
        "公开03表",
        "部门：某单位\t2023年度\t金额单位：元",
        (3, 0, 2),
        "注：本表反映部门本年度各项支出情况。",
        "2.本套报表金额单位转换时可能存在尾数误差。",
    ]


def test_a_line_without_figures_stays_in_its_table() -> None:
    assert cut("项目 | 行次 | 金额", "一、外交支出", "| 9 |", "合计 | 10 | 1.00") == [(0, 0, 4)]


def test_a_gap_parts_tables_only_before_a_header() -> None:
    assert cut("项目 | 金额", "甲 | 1.00", "|", "乙 | 2.00", "|", "项目 | 金额", "丙 | 3.00") == [(0, 0, 4), (5, 0, 2)]


def test_titles_side_by_side_stand_over_two_tables() -> None:
    rows = ("收入决算表 | | | 支出决算表 |", "项目 | 金额 | | 项目 | 金额", "甲 | 1.00 | | 乙 | 2.00")
    assert cut(*rows) == ["收入决算表", (1, 0, 2), "支出决算表", (1, 3, 2)]


def test_blank_columns_beside_a_table_are_not_part_of_it() -> None:
    assert cut("| | 项目 | 金额 | |", "| | 甲 | 1.00 | |") == [(0, 2, 2)]


def test_the_name_of_a_sheet_is_a_title_where_there_is_no_other() -> None:
    grid = [HEADER, ["2010301", "行政运行", "1.00"]]
    texts = [b.text for b in blocks_of(grid, "GK03 支出决算表(公开03表)") if isinstance(b, Paragraph)]
    assert texts == ["支出决算表"]
    assert not [b for b in blocks_of(grid, "Sheet1") if isinstance(b, Paragraph)]


def test_what_is_a_title() -> None:
    assert is_title("三、支出决算表")
    assert is_title("某单位2023年度收入支出决算总表（万元）")
    assert is_title("财政拨款“三公”经费支出决算表")
    assert not is_title("注：本表反映部门本年度“三公”经费支出决算表")
    assert not is_title("本年支出合计")


def test_pieces_of_a_table_are_joined_in_their_places() -> None:
    header, line, last = (tuple(HEADER), ("2010301", "行政运行", "1.00"), ("2010302", "一般行政管理事务", "2.00"))
    first, second = RawTable((header, line), sheet="表", top=3), RawTable((header, last), sheet="表", top=8)
    title = Paragraph("支出决算表")
    (_, table) = joined([title, first, Paragraph("支出决算表（续表）"), second])
    assert isinstance(table, RawTable)
    assert table.rows[8 - 3 + 1] == last
    other = Paragraph("收入决算表")
    assert joined([title, first, other, second]) == [title, first, other, second]
