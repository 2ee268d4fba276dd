"""审核报告 and 一页说明: what stands on them, and that it reaches the paper."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.desk.briefing import brief_of, charts_of, figure_texts
from juesuan_desktop.desk.exporting import export_brief, export_review
from juesuan_desktop.desk.idle_checks import idle_rules
from juesuan_desktop.desk.overview import KeyFigure
from juesuan_desktop.desk.papers import BRIEF, REVIEW, SELECTED, TABLE, papers_of
from juesuan_desktop.desk.reviewing import Selection, review_of, verdict_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.document.blocks import Brief, Document
from juesuan_desktop.document.charts import MOST_BARS, Bar, Label, Slice, bars

SAMPLE = locations.resources() / "samples" / "sample.txt"
TODAY = date(2024, 8, 20)
TOTAL = "支出表[合计·基本支出]"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """The sample with a total that stands against its computation."""
    made = desk().import_(SAMPLE, tmp_path / "a.juesuan")
    made.type_figure(TOTAL, str(made.figures[TOTAL] + 90))
    made.type_figure("单位表[批复日期]", "2024-08-12")
    return made


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_review_has_every_finding_and_both_numbers(session: Session) -> None:
    grid = review_of(session, TODAY).grids()[0]
    texts = {cell.text for cell in grid.cells}
    assert len(grid.cells) > 9 * len(session.outcome.findings)
    for finding in session.outcome.findings:
        assert finding.rule in texts
    assert "90.00" in texts
    assert f"{TOTAL} 是填写的数，没有按计算得出" in texts
    assert verdict_of(session) in texts


def test_a_reason_stands_in_the_review(session: Session) -> None:
    session.type_figure("三公表[公务接待费·决算数]", "150000")
    finding = next(one for one in session.outcome.findings if one.rule == "P-6")
    session.explain_away(finding, "上级检查增加")
    texts = [cell.text for cell in review_of(session, TODAY).grids()[0].cells]
    assert texts[texts.index("上级检查增加") - 7] == "已说明"


def test_a_report_without_findings_says_so() -> None:
    whole = desk().look_at(SAMPLE)
    first, second = review_of(whole, TODAY).grids()
    assert "没有不平、待填、提示和尾差。" in {cell.text for cell in first.cells}
    assert "没有上年的报告" in {cell.text for cell in second.cells}
    assert not any(".md" in cell.text for cell in second.cells)


def test_the_brief_is_one_page_in_wan(session: Session, tmp_path: Path) -> None:
    path = export_brief(session, tmp_path / "一页说明.pdf")
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
    told = words(path)
    assert "1,043.52" in told
    assert "最晚 2024年9月1日（星期日）公开" in told
    assert "单位负责人" in told


def test_the_review_reaches_the_paper(session: Session, tmp_path: Path) -> None:
    told = words(export_review(session, tmp_path / "审核报告.pdf"))
    assert "审核报告" in told
    assert "复核人" in told
    assert "没有上年的报告" in told


def test_change_against_last_year(session: Session) -> None:
    figure = KeyFigure("本年支出", TOTAL, Decimal("15000"), Decimal("10000"))
    assert figure_texts(session, figure) == ("本年支出", "1.50", "1.00", "0.50", "50.00%")
    assert figure_texts(session, KeyFigure("a", TOTAL, Decimal(0), Decimal(0)))[1:] == ("0.00", "0.00", "0.00", "—")
    assert figure_texts(session, KeyFigure("a", TOTAL, None, Decimal(5)))[1:] == ("—", "0.00", "—", "—")


def test_striking_changes_are_told(tmp_path: Path) -> None:
    rolled = desk().begin(desk().propose_rollover(SAMPLE, 2024), tmp_path / "b.juesuan")
    rolled.edit("填", {"收支总表[支出总计]": "20870447.82"})
    page = brief_of(rolled, TODAY).blocks[0]
    assert isinstance(page, Brief)
    assert page.notes[0] == "支出总计比上年增加 1,043.52 万元，增长 100.00%。"


def test_what_is_not_filled_is_neither_compared_nor_drawn(tmp_path: Path) -> None:
    rolled = desk().begin(desk().propose_rollover(SAMPLE, 2024), tmp_path / "b.juesuan")
    page = brief_of(rolled, TODAY).blocks[0]
    assert isinstance(page, Brief)
    assert page.charts == ()
    assert page.notes[0] == "本年的数还没有填完，不作比较。"


def test_bars_are_as_long_as_their_amounts() -> None:
    chart = bars((Slice("甲", Decimal(30)), Slice("乙", Decimal(10))), 500)
    lengths = [mark.width for mark in chart.marks if isinstance(mark, Bar)]
    assert lengths[0] == pytest.approx(3 * lengths[1])
    assert {"甲", "30.00", "75.00%"} <= {mark.text for mark in chart.marks if isinstance(mark, Label)}


def test_many_parts_are_one_bar_and_lose_nothing() -> None:
    slices = tuple(Slice(str(number), Decimal(number)) for number in range(20, 0, -1))
    labels = [mark.text for mark in bars(slices, 500).marks if isinstance(mark, Label)]
    assert f"其余 {21 - MOST_BARS} 项" in labels
    assert sum(Decimal(text) for text in labels[1::3]) == 210


def test_nothing_and_less_than_nothing_can_be_drawn() -> None:
    assert bars((), 500).marks == ()
    assert all(mark.width > 0 for mark in bars((Slice("红字", Decimal(-5)),), 500).marks if isinstance(mark, Bar))


def test_compositions_are_in_wan(session: Session) -> None:
    (_, income), (_, spent) = charts_of(session)
    assert sum(part.amount for part in income) * 10000 == session.figures["收支总表[本年收入合计]"]
    assert spent


# ------------------------------------------------------------------------------------------- single papers


def paper(session: Session, kind: str, **chosen: object) -> Document:
    """The document of one of the papers that can be printed by themselves."""
    return next(one for one in papers_of(session, TODAY, **chosen) if one.kind == kind).make()  # type: ignore[arg-type]


def test_one_table_is_printed_as_it_is_published(session: Session) -> None:
    table = session.form.by_name["收支总表"]
    made = paper(session, TABLE, table=table)
    assert made.grids() == (session.printed_grid(table),)
    assert made.mark == "草稿"
    session.edit("改回", {TOTAL: None})
    assert paper(session, TABLE, table=table).mark == ""


def test_a_supplement_is_printed_as_it_is_filled_in(tmp_path: Path) -> None:
    """Cars are counted, not divided by ten thousand where the form prints 万元."""
    made = desk().create(tmp_path / "c.juesuan", "shanghai", 2024, "某某中心")
    table = made.form.by_name["资产表"]
    cars = table.address("机要通信用车", "数量")
    made.type_figure(cars, "3")
    cells = {cell.address: cell for cell in paper(made, TABLE, table=table).grids()[0].cells}
    assert cells[cars].text == "3"


def test_a_review_of_some_findings_says_so_and_has_no_others(session: Session) -> None:
    broken = session.outcome.findings[:1]
    assert len(session.outcome.findings) > 1
    made = paper(session, SELECTED, selection=Selection("不平；公开03表", broken, ()))
    (grid,) = made.grids()
    assert grid.title == "审核报告（只印：不平；公开03表）"
    rules = [cell.text for cell in grid.cells if cell.column == 2 and cell.row > 2]
    assert sorted(filter(None, rules)) == sorted(one.rule for one in broken)
    assert verdict_of(session) in {cell.text for cell in grid.cells}


def test_a_review_of_rules_that_did_not_run_is_that_list_alone(session: Session) -> None:
    idle = idle_rules(session.outcome)[:2]
    (grid,) = paper(session, SELECTED, selection=Selection("未检查", (), idle)).grids()
    assert grid.title == "未检查的规则（只印：未检查）"
    nothing = paper(session, SELECTED, selection=Selection("尾差", (), ())).grids()[0]
    assert "没有。" in {cell.text for cell in nothing.cells}


def test_somebody_elses_report_is_not_printed_whole() -> None:
    viewing = desk().view(SAMPLE)
    assert [one.kind for one in papers_of(viewing, TODAY)] == [REVIEW, BRIEF]
    viewing.close()
