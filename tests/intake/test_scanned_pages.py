"""A report with scanned pages among others: they are named, and a table that may stand on one is not simply missing."""

from dataclasses import replace

from juesuan_desktop.app import desk
from juesuan_desktop.desk.checking import Outcome, check_printed
from juesuan_desktop.intake.material import Material, Paragraph, RawTable, Scan
from juesuan_desktop.intake.reading import recognise
from juesuan_desktop.intake.recognition.spelling import table_title
from juesuan_desktop.intake.text import read_text_file
from juesuan_desktop.locations import resources

LIBRARY = desk().library
SAMPLE = read_text_file(resources() / "samples" / "sample.txt")
TITLE = "支出决算表"


def on_pages(material: Material) -> Material:
    """Each table, with what stands before it, on a page of its own."""
    page, blocks = 1, []
    for block in material:
        blocks.append(replace(block, page=page) if isinstance(block, Paragraph | RawTable) else block)
        page += isinstance(block, RawTable)
    return tuple(blocks)


def table_at(material: Material) -> int:
    title = max(at for at, block in enumerate(material) if isinstance(block, Paragraph) and block.text == TITLE)
    return next(at for at, block in enumerate(material) if at > title and isinstance(block, RawTable))


def checked(material: Material) -> Outcome:
    return check_printed(LIBRARY, recognise("report.pdf", material, LIBRARY.forms()))


def test_a_scanned_page_is_named_and_its_table_not_called_zero() -> None:
    material = on_pages(SAMPLE)
    at = table_at(material)
    before = [one for one in material[:at] if not (isinstance(one, Paragraph) and table_title(one.text) == TITLE)]
    outcome = checked((*before, Scan(5), *material[at + 1 :]))
    told = {finding.rule: finding.message for finding in outcome.findings if "扫描图片" in finding.message}
    assert "第 5 页是扫描图片" in told["P-10"]
    assert "没有读入、没有检查" in told["F-6"]
    assert ("T03-1", "缺少公开03表 支出决算表：第 5 页是扫描图片，读不出文字") in outcome.not_run()


def test_a_title_with_a_picture_below_is_told_even_where_the_next_page_begins_with_a_title() -> None:
    material = on_pages(SAMPLE)
    at = table_at(material)
    rest = [one for one in material[at + 1 :] if not (isinstance(one, Paragraph) and one.text.startswith("注："))]
    outcome = checked((*material[:at], *rest))
    [told] = [finding for finding in outcome.findings if finding.rule == "P-10"]
    assert "公开03表 支出决算表有表题，没有认出表格" in told.message
