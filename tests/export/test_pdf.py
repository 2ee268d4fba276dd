"""The PDF as a reader sees it: numbers, links, text, fonts, pages."""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan_desktop.document.blocks import Cover, Document, Heading, PageBreak, Paragraph, Table
from juesuan_desktop.export import ExportError, write
from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.pdf_fit import fit
from juesuan_desktop.export.pdf_head import HeadText, head_places
from juesuan_desktop.forms.grid import Align, Grid

Read = Callable[[Path], list[str]]
Bookmarks = Callable[[Path], list[tuple[int, str, int]]]
MakeGrid = Callable[..., Grid]


@pytest.fixture(autouse=True)
def shipped_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same fonts on every PC."""
    monkeypatch.setenv("JUESUAN_FONTS", "builtin")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "决算.pdf"


def table(grid: Grid) -> Document:
    return Document("表", "测试单位", (Table(grid, "一、支出决算表"),))


def test_contents_give_the_page_where_each_heading_stands(report: Document, path: Path, read_pdf: Read) -> None:
    write(report, path)
    pages = read_pdf(path)
    listed = dict(re.findall(r"^(\S+) (\d+)$", pages[1], re.MULTILINE))
    for title in ("一、部门职责", "二、机构设置"):
        assert title in pages[int(listed[title]) - 1]
        assert f"— {listed[title]} —" in pages[int(listed[title]) - 1]
    assert "支出决算表" in pages[int(listed["一、支出决算表"]) - 1]
    assert int(listed["二、支出决算表（续）"]) > int(listed["一、支出决算表"]) + 1


def test_bookmarks_lead_to_the_same_pages(report: Document, path: Path, read_pdf: Read, bookmarks: Bookmarks) -> None:
    write(report, path)
    contents = read_pdf(path)[1]
    found = bookmarks(path)
    assert [(level, title) for level, title, _ in found] == [
        (0, "第一部分　测试单位概况"),
        (1, "一、部门职责"),
        (1, "二、机构设置"),
        (0, "第二部分　部门决算表"),
        (1, "一、支出决算表"),
        (1, "二、支出决算表（续）"),
    ]
    assert [int(number) for number in re.findall(r" (\d+)$", contents, re.MULTILINE)] == [page for *_, page in found]


def test_every_page_but_the_cover_is_numbered(report: Document, path: Path, read_pdf: Read) -> None:
    write(report, path)
    pages = read_pdf(path)
    assert "—" not in pages[0]
    assert all(f"— {number} —" in page for number, page in enumerate(pages[1:], 2))
    assert all("校验码 7F3A-91C2" in page for page in pages)


def test_text_can_be_copied(report: Document, path: Path, read_pdf: Read) -> None:
    written = write(report, path)
    text = "".join(read_pdf(path))
    assert "负责人：㛃𠮷。" in text
    assert "13,281,431.17" in text
    assert written.missing == ""


def test_a_character_without_a_font_is_reported(path: Path) -> None:
    assert write(Document("", "", (Paragraph("甲\U000300f7"),)), path).missing == "\U000300f7"


def test_all_fonts_are_embedded(report: Document, path: Path) -> None:
    write(report, path)
    content = path.read_bytes()
    fonts = set(re.findall(rb"/BaseFont /([^\s/]+)", content))
    assert {name.split(b"+")[-1] for name in fonts} >= {b"NotoSerifSC-Regular", b"NotoSansSC-Regular"}
    assert content.count(b"/FontFile2") == len(fonts)


def test_metadata(report: Document, path: Path) -> None:
    write(report, path)
    content = path.read_bytes()
    assert b"/Lang (zh-CN)" in content
    assert "2023年度部门决算".encode("utf-16-be").hex() in content.hex() or b"/Title" in content
    assert str(path.parent).encode() not in content


def test_two_runs_give_the_same_bytes(report: Document, path: Path) -> None:
    write(report, path)
    first = path.read_bytes()
    write(report, path)
    assert path.read_bytes() == first


def test_header_is_repeated_and_no_row_is_lost(grid: MakeGrid, path: Path, read_pdf: Read) -> None:
    write(table(grid(150)), path)
    pages = read_pdf(path)
    assert len(pages) > 2
    assert all("科目代码" in page for page in pages)
    assert ["金额单位：元" in page for page in pages] == [True] + [False] * (len(pages) - 1)
    codes = re.findall(r"20\d{5}", "".join(pages))
    assert codes == [str(2010301 + row) for row in range(4, 154)]
    assert re.search(r"2010454(.|\n)*注：本表反映", pages[-1])  # the note is not alone on its page


@pytest.mark.parametrize(("rows", "landscape"), [(37, False), (34, True)])
def test_an_official_table_fits_on_one_page(
    grid: MakeGrid, path: Path, read_pdf: Read, rows: int, landscape: bool
) -> None:
    write(table(grid(rows, landscape=landscape)), path)
    assert len(read_pdf(path)) == 1


def test_a_long_label_is_wrapped_and_whole(grid: MakeGrid, path: Path, read_pdf: Read) -> None:
    label = "机关事业单位基本养老保险缴费支出以及其他说明" * 3
    write(table(grid(2, label=label)), path)
    assert label in re.sub(r"\s", "", read_pdf(path)[0])


def test_a_figure_is_never_broken_nor_wider_than_its_column(grid: MakeGrid) -> None:
    plain = grid(1)
    cells = tuple(cell._replace(text="-123,456,789,012.34") if cell.amount else cell for cell in plain.cells)
    narrow = replace(plain, cells=cells, widths=(40, 40, 1, 1))
    fonts = Fonts(builtin=True)
    plan = fit(narrow, 500, 700, fonts)
    for cell, text in zip(narrow.cells, plan.texts, strict=True):
        if cell.role.is_figure:
            assert len(text.lines) == 1
            assert fonts[Use.SONG].width(cell.text) * text.size < plan.widths[cell.column]
    assert sum(plan.widths) == pytest.approx(500)


def test_many_rows_take_time_in_proportion(grid: MakeGrid, path: Path) -> None:
    def seconds(rows: int) -> float:
        start = time.perf_counter()
        write(table(grid(rows)), path)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(2000) < 8 * seconds(500)


@pytest.mark.parametrize("blocks", [(), (Cover(()),), (Paragraph(""),), (PageBreak(), Heading("一、"))])
def test_odd_documents(blocks: tuple[Cover | Paragraph | PageBreak | Heading, ...], path: Path) -> None:
    document = Document("", "", blocks)
    if blocks:
        write(document, path)
        assert path.read_bytes().startswith(b"%PDF")
    else:
        with pytest.raises(ExportError, match="空的"):
            write(document, path)


def test_mark_stands_on_every_page(report: Document, path: Path, read_pdf: Read) -> None:
    write(replace(report, mark="草稿"), path)
    assert all("草" in page and "稿" in page for page in read_pdf(path))


def test_texts_of_the_head_never_touch() -> None:
    texts = [
        HeadText(0, 100, Align.LEFT, 180),
        HeadText(100, 200, Align.CENTER, 50),
        HeadText(200, 300, Align.RIGHT, 40),
    ]
    scale, xs = head_places(texts, 0, 300)
    ends = [x + text.width * scale for x, text in zip(xs, texts, strict=True)]
    assert xs[0] == 0
    assert ends[-1] == pytest.approx(300)
    assert all(end < start for end, start in zip(ends, xs[1:], strict=False))


def test_the_year_stands_in_the_middle_of_the_paper_when_there_is_room() -> None:
    assert head_places([HeadText(0, 60, Align.LEFT, 50), HeadText(60, 120, Align.CENTER, 40)], 0, 300) == (1, [0, 130])


def test_cancelling_writes_nothing(report: Document, path: Path) -> None:
    steps: list[tuple[int, int]] = []

    def stop_halfway(done: int, total: int) -> None:
        steps.append((done, total))
        if done > total // 2:
            raise InterruptedError("取消")

    with pytest.raises(InterruptedError):
        write(report, path, stop_halfway)
    assert list(path.parent.iterdir()) == []


def test_progress_only_grows_and_reaches_its_end(report: Document, path: Path) -> None:
    steps: list[tuple[int, int]] = []
    write(report, path, lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
    assert Decimal(len(steps)) > 10
