"""From meaning to paper: every place of the sheet belongs to exactly one cell."""

from decimal import Decimal

import pytest

from juesuan_desktop import app
from juesuan_desktop.forms.codes import Line, keyed
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.grid import Grid, Role
from juesuan_desktop.forms.paper import paper

SHELF = app.desk().library.shelf
FORMS = SHELF.ids()
FACTS = {"单位": "某县档案馆", "年度": "2023"}
LINES = keyed([("201", "一般公共服务支出"), ("20103", "政府办公厅"), ("2010301", "行政运行"), ("", "其他")])


def on_paper(form: Form, table: str, lines: tuple[Line, ...] = (), **figures: str) -> Grid:
    amounts = {at: Decimal(text) for at, text in figures.items()}
    return paper(form, form.by_name[table], lines, amounts, FACTS)


def texts(grid: Grid, role: Role) -> list[str]:
    return [cell.text for cell in grid.cells if cell.role is role]


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("lines", [(), LINES], ids=["empty", "with lines"])
def test_every_place_is_covered_exactly_once(form_id: str, lines: tuple[Line, ...]) -> None:
    form = SHELF.load(form_id)
    for table in form.tables:
        grid = paper(form, table, lines if table.repeats else (), {}, FACTS)
        covered = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.height)
            for column in range(cell.column, cell.column + cell.width)
        ]
        assert sorted(covered) == [(row, column) for row in range(grid.rows) for column in range(grid.columns)]


@pytest.mark.parametrize("form_id", FORMS)
def test_every_figure_of_the_table_is_on_its_paper(form_id: str) -> None:
    form = SHELF.load(form_id)
    for table in form.tables:
        lines = LINES if table.repeats else ()
        grid = paper(form, table, lines, {}, FACTS)
        assert sorted(str(cell.address) for cell in grid.figures()) == sorted(map(form.address, table.places(lines)))


def test_head_and_title_are_filled_in() -> None:
    grid = on_paper(SHELF.load("national"), "收入表")
    assert texts(grid, Role.TITLE) == ["收入决算表"]
    assert texts(grid, Role.HEAD) == ["公开02表", "部门：某县档案馆", "2023年度", "金额单位：元"]


def test_heads_tell_the_money_unit_where_there_is_money_however_narrow_the_table() -> None:
    national, shanghai = SHELF.load("national"), SHELF.load("shanghai")
    for name, head in (
        ("机关运行表", ["部门：某县档案馆　2023年度", "金额单位：元"]),
        ("资产表", ["部门：某县档案馆", "2023年度"]),
    ):
        cells = [cell for cell in on_paper(national, name).cells if cell.role is Role.HEAD]
        assert [cell.text for cell in cells] == head
        assert all(cell.width for cell in cells)
    assert texts(on_paper(shanghai, "机关运行表"), Role.HEAD) == ["单位：万元"]
    assert texts(on_paper(shanghai, "单位表"), Role.HEAD) == []


def test_repeating_lines_are_written_once_each_where_they_belong() -> None:
    grid = on_paper(SHELF.load("national"), "支出表", LINES)
    assert texts(grid, Role.CODE) == ["201", "20103", "2010301", ""]
    rows = {cell.address: cell.row for cell in grid.figures()}
    assert rows["支出表[合计·基本支出]"] < rows["支出表[201·基本支出]"] < rows["支出表[2010301·基本支出]"]


def test_shanghai_prints_the_total_of_its_fifth_table_last() -> None:
    grid = on_paper(SHELF.load("shanghai"), "一般公共表", LINES)
    rows = {cell.address: cell.row for cell in grid.figures()}
    assert rows["一般公共表[2010301·基本支出]"] < rows["一般公共表[合计·基本支出]"]


def test_sums_of_a_class_are_computed_single_items_typed() -> None:
    grid = on_paper(SHELF.load("national"), "支出表", LINES)
    roles = {cell.address: cell.role for cell in grid.figures()}
    assert roles["支出表[201·基本支出]"] is Role.COMPUTED
    assert roles["支出表[2010301·基本支出]"] is Role.TYPED
    assert roles["支出表[其他·基本支出]"] is Role.TYPED, "a line without code is an item"


def test_amounts_are_printed_as_the_form_prints_them() -> None:
    form = SHELF.load("hunan")
    cells = on_paper(form, "收支总表", **{"收支总表[收入总计]": "1234.5", "收支总表[支出总计]": "0"}).figures()
    printed = {cell.address: cell.text for cell in cells}
    assert printed["收支总表[收入总计]"] == "1,234.50"
    assert printed["收支总表[支出总计]"] == "0.00"
    assert printed["收支总表[事业收入]"] == "", "nothing is nothing, not zero"


def test_an_empty_table_says_why_it_is_empty() -> None:
    form = SHELF.load("hunan")
    assert any("故本表无数据" in note for note in texts(on_paper(form, "基金表"), Role.NOTE))
    filled = on_paper(form, "基金表", keyed([("2120801", "征地")]), **{"基金表[2120801·本年收入]": "1"})
    assert not any("故本表无数据" in note for note in texts(filled, Role.NOTE))


def test_line_numbers_and_blank_lines_are_paper_only() -> None:
    grid = on_paper(SHELF.load("national"), "收支总表")
    assert "30" in texts(grid, Role.PAPER)
    assert all(cell.address is None for cell in grid.cells if cell.role is Role.PAPER)


def test_a_code_may_be_split_over_three_cells() -> None:
    """Some places print 类, 款, 项 in a column each: …项,…,…,… (the last one is the name)."""
    from juesuan_desktop.forms.binding import bind
    from juesuan_desktop.forms.picture import draw
    from juesuan_desktop.forms.table import Layout, Table
    from juesuan_desktop.forms.vocabulary import Words

    form = SHELF.load("national")
    words = Words("支出表", ("合计",), ("基本支出",), codes="科目")
    rows = [["类", "款", "项", "科目名称", "基本支出"], ["合计", "←", "←", "←", "▣"], ["…项", "…", "…", "…", "□"]]
    drawn = draw("split.csv", rows)
    boxes, faults = bind(drawn, words)
    table = Table("expenditure", "支出表", drawn, boxes, words, Layout("支出决算表", widths=(4, 4, 4, 20, 12)), ("项",))
    grid = paper(form, table, keyed([("2010301", "行政运行")]), {}, FACTS)
    assert faults == ()
    assert texts(grid, Role.CODE) == ["201", "03", "01"]
    assert "行政运行" in texts(grid, Role.LABEL)
