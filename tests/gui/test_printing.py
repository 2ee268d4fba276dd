"""打印: the preview shows the pages of the PDF, and the printer gets what the preview shows."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.papers import BRIEF, REVIEW, SELECTED, TABLE, WHOLE
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.printing import printers
from juesuan_desktop.gui.printing.page_sheets import FIT_PAGE, FIT_WIDTH
from juesuan_desktop.gui.printing.print_job import PrintJob
from juesuan_desktop.gui.printing.print_page import PrintPage
from juesuan_desktop.gui.viewing.page_image import PageImages
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources

Preview = Callable[[], PrintPage]
TOTAL = "支出表[合计·基本支出]"
CONTROL = Qt.KeyboardModifier.ControlModifier
SAME = 3.0  # steps of 255
A4, A3, A5 = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3, QPageSize.PageSizeId.A5


@pytest.fixture
def preview(window: MainWindow, qtbot: QtBot) -> Preview:
    """The preview, once it has its pages."""

    def shown() -> PrintPage:
        page = window.middle.over
        assert isinstance(page, PrintPage)
        qtbot.waitUntil(lambda: page.sheets.count > 0, timeout=20_000)
        return page

    return shown


# ----------------------------------------------------------------------------------------------- preview


def test_ctrl_p_shows_the_table_she_is_at(hands: Hands, preview: Preview, window: MainWindow) -> None:
    hands.at(TOTAL)
    hands.press(Qt.Key.Key_P, CONTROL)
    page = preview()
    assert page.paper.kind == TABLE
    assert "支出决算表" in page.papers.currentText()
    assert page.told == "第 1 页，共 1 页"
    assert page.print.isEnabled()
    assert not window.commands["print"].isEnabled()
    hands.press(Qt.Key.Key_Escape)
    assert window.middle.over is None
    assert hands.where() == TOTAL
    assert hands.view.hasFocus()


@pytest.mark.parametrize(("tab", "kind"), [("overview", BRIEF), ("income", TABLE), ("part-10", WHOLE)])
def test_the_likeliest_paper_comes_first(window: MainWindow, preview: Preview, tab: str, kind: str) -> None:
    assert window.report is not None
    window.report.tabs.show_tab(window.report.tabs.ids.index(tab))
    window.commands["print"].trigger()
    page = preview()
    assert page.paper.kind == kind
    kinds = {page.papers.itemData(at).kind for at in range(page.papers.count())}
    assert {REVIEW, BRIEF, WHOLE} <= kinds


def test_the_whole_report_turns_and_zooms_from_the_keyboard(window: MainWindow, preview: Preview, hands: Hands) -> None:
    window.papers.show_paper(WHOLE)
    page = preview()
    sheets, count = page.sheets, page.sheets.count
    assert count > 10
    assert sheets.hasFocus()
    hands.press(Qt.Key.Key_End)
    assert page.told == f"第 {count} 页，共 {count} 页"
    hands.press(Qt.Key.Key_Left)
    assert sheets.page == count - 1
    hands.press(Qt.Key.Key_Home)
    assert sheets.page == 1
    page.on.click()
    assert sheets.page == 2
    page.back.click()
    assert sheets.page == 1
    hands.press(Qt.Key.Key_Right)
    wide = sheets.shown_zoom
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert sheets.shown_zoom < wide
    assert page.zoom.text() == f"{sheets.shown_zoom:.0%}"
    assert sheets.page == 2
    hands.press(Qt.Key.Key_0, CONTROL)
    assert sheets.zoom == FIT_WIDTH
    sheets.set_zoom(FIT_PAGE)
    box = sheets._boxes[1]
    assert box.height() < sheets.viewport().height()


def test_the_preview_is_the_page_of_the_pdf(window: MainWindow, preview: Preview, qtbot: QtBot, tmp_path: Path) -> None:
    window.papers.show_paper(REVIEW)
    page = preview()
    shown = page.sheets.viewport().grab().toImage()
    assert window.papers._typeset is not None
    pages = PageImages(window.papers._typeset.content)
    box = page.sheets._boxes[0].translated(0, -page.sheets.verticalScrollBar().value())
    drawn = pages.image(1, page.sheets.shown_zoom * 96 / 72)
    seen = box.intersected(page.sheets.viewport().rect())
    part = drawn.copy(seen.translated(-box.topLeft()))
    assert difference(shown.copy(seen), part) < 0.5
    pages.close()


def test_only_what_is_filtered_can_be_printed_and_says_so(window: MainWindow, preview: Preview, hands: Hands) -> None:
    hands.enter("支出表[2010301·基本支出]", "120")
    assert window.report is not None
    panel = window.report.findings
    panel.chips.print.click()
    page = preview()
    assert page.paper.kind == REVIEW
    assert all(page.papers.itemData(at).kind != SELECTED for at in range(page.papers.count()))
    window.middle.clear()
    panel.chips.kinds["broken"].click()
    panel.chips.print.click()
    page = preview()
    assert page.paper.kind == SELECTED
    assert page.papers.currentText() == "审核报告，只印：不平"
    assert "只印：不平" in words(window.papers._typeset.content)
    assert "未检查的规则" not in words(window.papers._typeset.content)
    window.middle.clear()
    panel.chips.kinds["broken"].click()
    panel.chips.kinds[Mark.UNCHECKED].click()
    panel.list.setFocus()
    window.commands["print"].trigger()
    assert "只印：未检查" in preview().papers.currentText()


def test_another_paper_is_chosen_in_the_preview(window: MainWindow, preview: Preview, qtbot: QtBot) -> None:
    window.papers.show_paper(BRIEF)
    page = preview()
    page.papers.setFocus()
    qtbot.keyClick(page.papers, Qt.Key.Key_Home)
    page.papers.activated.emit(page.papers.currentIndex())
    assert page.sheets.count == 0
    assert not page.print.isEnabled()
    preview()
    assert page.paper.kind == REVIEW
    assert "审核报告" in words(window.papers._typeset.content)


def test_a_pdf_can_be_saved_from_the_preview(
    window: MainWindow, preview: Preview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "总览.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target.with_suffix("")), ""))
    window.papers.show_paper(BRIEF)
    preview().save.click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not window.errands.is_busy)
    assert "一页说明" in words(target.read_bytes())
    assert window.middle.over is not None


def test_a_cancelled_preview_is_gone(window: MainWindow) -> None:
    window.papers.show_paper(WHOLE)
    window.notice.button.click()
    assert window.middle.over is None
    assert not window.errands.is_busy


def test_a_checked_report_has_its_review_and_not_itself(
    open_window: Callable[[Session | None], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    window = open_window(desk.view(resources() / "samples" / "sample.txt"))
    window.commands["print"].trigger()
    page = window.middle.over
    assert isinstance(page, PrintPage)
    kinds = {page.papers.itemData(at).kind for at in range(page.papers.count())}
    assert REVIEW in kinds
    assert WHOLE not in kinds
    qtbot.waitUntil(lambda: page.sheets.count > 0, timeout=20_000)


# ----------------------------------------------------------------------------------------------- printer


def test_no_printer_is_said_once_and_a_pdf_offered(
    window: MainWindow, preview: Preview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pdf"
    monkeypatch.setattr(printers, "are_there_any", lambda: False)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.papers.show_paper(BRIEF)
    preview().print.click()
    assert window.notice.isVisible()
    assert "没有装打印机" in window.notice.text
    window.notice.button.click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not window.errands.is_busy)


def test_the_printer_gets_the_chosen_pages(
    window: MainWindow, preview: Preview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "printed.pdf"
    monkeypatch.setattr(printers, "are_there_any", lambda: True)
    monkeypatch.setattr(printers, "usual", lambda _title: pdf_printer(target))
    monkeypatch.setattr(printers, "asked", lambda _printer, count, current, _window: (current, count))
    window.papers.show_paper(WHOLE)
    page = preview()
    page.sheets.go_to(9)
    qtbot.keyClick(page.sheets, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "已送往打印机" in window.notice.text, timeout=20_000)
    assert "共 2 页" in window.notice.text
    assert page_count(target) == 2
    assert compare(window.papers._typeset.content, 9, target, 1) < SAME


def pdf_printer(target: Path, size: QPageSize.PageSizeId = A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageSize(QPageSize(size))
    printer.setResolution(300)
    return printer


@pytest.fixture(scope="module")
def content(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two upright pages and two that lie across, out of the sample."""
    folder = tmp_path_factory.mktemp("pages")
    session = desk.look_at(resources() / "samples" / "sample.txt")
    desk.export(session, [folder / "whole.pdf"])
    session.close()
    with pypdfium2.PdfDocument(folder / "whole.pdf") as whole, pypdfium2.PdfDocument.new() as some:
        across = [at for at in range(len(whole)) if whole.get_page_size(at)[0] > whole.get_page_size(at)[1]]
        some.import_pages(whole, [0, 7, *across[:2]])
        some.save(folder / "some.pdf")
    return (folder / "some.pdf").read_bytes()


def printed(content: bytes, numbers: tuple[int, ...], printer: QPrinter, qtbot: QtBot) -> None:
    pages = PageImages(content)
    job = PrintJob(pages, numbers, printer)
    with qtbot.waitSignal(job.done, timeout=30_000) as done:
        job.start()
    assert done.args == [len(numbers)]
    pages.close()


def test_every_page_comes_out_as_it_is(content: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    """Upright and across in one job; the ink lies where the PDF has it."""
    target = tmp_path / "out.pdf"
    printed(content, (1, 2, 3, 4), pdf_printer(target), qtbot)
    with pypdfium2.PdfDocument(content) as wanted, pypdfium2.PdfDocument(target) as got:
        assert len(got) == 4
        for one, other in zip(wanted, got, strict=True):
            assert other.get_size() == pytest.approx(one.get_size(), abs=1.5)
    for page in (1, 2, 3, 4):
        assert compare(content, page, target, page) < SAME, page
        assert compare(content, page, target, page % 4 + 1) > 2 * SAME  # the measure tells pages apart


def test_pages_are_printed_in_their_true_size(content: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    """On larger paper a page is not blown up but set in the middle; on smaller paper it is shrunk and whole."""
    ink = ink_box(content, 2)
    printed(content, (2,), pdf_printer(tmp_path / "a3.pdf", A3), qtbot)
    large = ink_box((tmp_path / "a3.pdf").read_bytes(), 1)
    assert (large[2] - large[0], large[3] - large[1]) == pytest.approx((ink[2] - ink[0], ink[3] - ink[1]), abs=3)
    printed(content, (2,), pdf_printer(tmp_path / "a5.pdf", A5), qtbot)
    small = ink_box((tmp_path / "a5.pdf").read_bytes(), 1)
    assert (small[2] - small[0]) / (ink[2] - ink[0]) == pytest.approx(0.705, abs=0.02)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told_of(content: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    pages = PageImages(content)
    job = PrintJob(pages, (1,), pdf_printer(tmp_path / "gone" / "out.pdf"))
    with qtbot.waitSignals([job.ended, job.failed], timeout=5_000):
        job.start()
    pages.close()


def test_printing_can_be_cancelled(content: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    pages = PageImages(content)
    job = PrintJob(pages, (1, 2, 3, 4), pdf_printer(tmp_path / "out.pdf"))
    job.progressed.connect(lambda done, _total: job.cancel() if done == 2 else None)
    with qtbot.assertNotEmitted(job.done, wait=200), qtbot.waitSignal(job.cancelled, timeout=10_000):
        job.start()
    pages.close()


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (lambda _printer: None, (1, 2, 3)),
        (lambda printer: printer.setPrintRange(QPrinter.PrintRange.CurrentPage), (2,)),
        (lambda printer: printer.setFromTo(2, 3), (2, 3)),
        (lambda printer: printer.setFromTo(3, 9), (3,)),
    ],
)
def test_the_pages_she_chose(tmp_path: Path, chosen: Callable[[QPrinter], None], numbers: tuple[int, ...]) -> None:
    printer = pdf_printer(tmp_path / "x.pdf")
    chosen(printer)
    if printer.fromPage():
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert printers.wanted(printer, 3, 2) == numbers


# ----------------------------------------------------------------------------------------------- measures


def words(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def page_count(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def grey(content: bytes, page: int, scale: float = 1.0) -> QImage:
    pages = PageImages(content)
    picture = pages.image(page, scale).convertToFormat(QImage.Format.Format_Grayscale8)
    pages.close()
    return picture


def difference(one: QImage, other: QImage, smaller: int = 4) -> float:
    """How much two pictures differ, on average, in steps of 255, after both were drawn small: hinting is no matter."""
    width, height = one.width() // smaller, one.height() // smaller
    small = [
        image.convertToFormat(QImage.Format.Format_RGB32).scaled(
            width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        for image in (one, other)
    ]
    painter = QPainter(small[0])
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, small[1])
    painter.end()
    raw = bytes(small[0].convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    return sum(raw) / len(raw)


def compare(content: bytes, page: int, file: Path, printed_page: int) -> float:
    fine = 4.0  # thin rules are drawn a whole dot wide: that must not count
    return difference(grey(content, page, fine), grey(file.read_bytes(), printed_page, fine), 12)


def ink_box(content: bytes, page: int) -> tuple[int, int, int, int]:
    """Where the dark parts of a page begin and end, in points."""
    image = grey(content, page)
    dark = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 100
    ]
    across, down = zip(*dark, strict=True)
    return min(across), min(down), max(across), max(down)
