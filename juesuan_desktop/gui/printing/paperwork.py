"""What leaves on paper: the preview with its pages, the printer, and papers saved as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from juesuan_desktop.desk.papers import BRIEF, REVIEW, Paper, papers_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.errands import Errands
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import Memory
from juesuan_desktop.gui.middle import Middle
from juesuan_desktop.gui.work import Progress, Work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from juesuan_desktop.document.blocks import Document
    from juesuan_desktop.gui.open_report import OpenReport
    from juesuan_desktop.gui.printing.exporting import Exporting
    from juesuan_desktop.gui.printing.print_page import PrintPage

Ready = Callable[[], "OpenReport | None"]


@dataclass(frozen=True, slots=True)
class Typeset:
    """A document as the content of a PDF; ``missing`` are the signs no font has."""

    document: "Document"
    content: bytes
    missing: str


class Paperwork(QObject):
    """Shows, prints and saves the papers of the open report. What only paper needs is loaded by who needs it.

    ``ready`` gives the report with what is being typed taken, None where there is none or it cannot be taken.
    """

    def __init__(
        self, ready: Ready, look: Look, memory: Memory, middle: Middle, errands: Errands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._ready, self._look, self._memory = ready, look, memory
        self._middle, self._errands, self._window = middle, errands, window
        self._session: Session | None = None
        self._typeset: Typeset | None = None
        self._waiting: Work | None = None

    def preview(self) -> None:
        """打印: show the pages of the paper she most likely means."""
        report = self._ready()
        if report is not None:
            self.show_paper(report.paper())

    def show_paper(self, kind: str) -> None:
        """Show the pages of a paper; the others can be chosen there."""
        report = self._ready()
        if report is None:
            return
        from juesuan_desktop.gui.printing.print_page import PrintPage

        front, self._session = report.tabs.table_page(), report.live.session
        table, selection = front.table if front else None, report.findings.selection()
        page = PrintPage(papers_of(self._session, date.today(), table, selection), kind, self._look, self._middle)
        page.chosen.connect(partial(self._make, page))
        page.printRequested.connect(partial(self._print, page))
        page.saveRequested.connect(partial(self._save, page))
        page.left.connect(self._middle.clear)
        self._middle.lay(page)
        self._make(page, page.paper)

    def export(self) -> None:
        """导出 the whole report: the name's ending says how."""
        report = self._ready()
        if report is None:
            return
        from juesuan_desktop.desk.exporting import document_of

        session = report.live.session
        stem = f"{session.report.year}年度{session.report.unit_name}部门决算.xlsx"
        kinds = ";;".join((self.tr("Excel 工作簿") + " (*.xlsx)", self.tr("PDF 文件") + " (*.pdf)"))
        target = self._asked(self.tr("导出"), session, stem, kinds)
        if target is not None:
            self._exporting().write(document_of(session), target)

    def export_brief(self) -> None:
        """一页说明, as PDF."""
        self._export(BRIEF)

    def export_review(self) -> None:
        """审核报告, as PDF: all of it."""
        self._export(REVIEW)

    def _export(self, kind: str) -> None:
        report = self._ready()
        if report is not None:
            papers = papers_of(report.live.session, date.today())
            paper = next(one for one in papers if one.kind == kind)
            self._ask_name(report.live.session, paper.name, paper.make())

    # The preview

    def _make(self, page: "PrintPage", paper: Paper) -> None:
        """Typeset a paper beside the window."""
        page.wait()
        self._typeset = self._waiting = None
        work = self._errands.run(self.tr("正在排版…"), partial(typeset, paper.make()), partial(self._show, page))
        work.cancelled.connect(partial(self._leave, page, work))
        self._waiting = work

    def _show(self, page: "PrintPage", made: Typeset) -> None:
        if page is not self._middle.over:
            return
        from juesuan_desktop.gui.viewing.page_image import PageImages

        self._typeset = made
        pages = PageImages(made.content)
        page.show_pages(pages)
        page.destroyed.connect(pages.close)
        if made.missing:
            words = self.tr("{count} 个字没有字体，印作〓：{signs}")
            self._errands.notice.complain(words.format(count=len(made.missing), signs=made.missing[:20]))

    def _leave(self, page: "PrintPage", work: Work) -> None:
        """She cancelled; that another paper took its place is no reason to leave."""
        if work is self._waiting and page is self._middle.over:
            self._middle.clear()

    def _save(self, page: "PrintPage") -> None:
        if self._session is not None and self._typeset is not None:
            self._ask_name(self._session, page.paper.name, self._typeset.document)

    # The printer

    def _print(self, page: "PrintPage") -> None:
        """To the printer she chooses; where there is none, a PDF goes to one that has."""
        from juesuan_desktop.gui.printing import printers

        if self._typeset is None:
            return
        if not printers.are_there_any():
            words = self.tr("这台电脑没有装打印机，可以另存为 PDF，拿到有打印机的电脑上打印。")
            self._errands.notice.complain(words, self.tr("另存为 PDF(&D)…"), partial(self._save, page))
            return
        printer = printers.usual(self._typeset.document.title)
        numbers = printers.asked(printer, page.sheets.count, page.sheets.page, self._window)
        if numbers:
            self._send(self._typeset, numbers, printer)

    def _send(self, made: Typeset, numbers: tuple[int, ...], printer: "QPrinter") -> None:
        from juesuan_desktop.gui.printing.print_job import PrintJob
        from juesuan_desktop.gui.viewing.page_image import PageImages

        pages = PageImages(made.content)
        job = PrintJob(pages, numbers, printer, self)
        name = printer.printerName()
        sent = self.tr("已送往打印机「{name}」，共 {count} 页")
        job.done.connect(lambda count: self._errands.notice.tell(sent.format(name=name, count=count)))
        refused = self.tr("打印机「{name}」没有接受，请看它是否开机、连好、有纸，或另存为 PDF。")
        job.failed.connect(lambda: self._errands.notice.complain(refused.format(name=name)))
        job.ended.connect(pages.close)
        job.ended.connect(job.deleteLater)
        self._errands.follow(job, self.tr("正在送往打印机「{name}」…").format(name=name))

    # Files

    def _ask_name(self, session: Session, stem: str, document: "Document") -> None:
        """Save a paper beside the report, or where she wants it."""
        name = f"{session.report.year}年度{session.report.unit_name}{stem}.pdf"
        target = self._asked(self.tr("另存为 PDF"), session, name, self.tr("PDF 文件") + " (*.pdf)")
        if target is not None:
            self._exporting().write(document, target.with_suffix(".pdf"))

    def _asked(self, title: str, session: Session, name: str, kinds: str) -> Path | None:
        """Where to: proposed where she was last, else beside the report. A name without ending takes the chosen one."""
        beside = session.file if isinstance(session, Viewing) else Path(session.project.path)
        folder = Path(self._memory.folder("export") or beside.parent)
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, str(folder / name), kinds)
        if not chosen:
            return None
        path, suffix = Path(chosen), kind.rpartition("*")[2].rstrip(")")
        target = path if path.suffix else path.with_suffix(suffix)
        self._memory.keep_folder("export", target)
        return target

    def _exporting(self) -> "Exporting":
        """Who writes finished reports; made when first needed."""
        from juesuan_desktop.gui.printing.exporting import Exporting

        return self.findChild(Exporting) or Exporting(self._errands, self)


def typeset(document: "Document", progress: Progress) -> Typeset:
    """The pages of a document. Raises ExportError; runs beside the window."""
    from juesuan_desktop.export import write

    with TemporaryDirectory(prefix="juesuan-", ignore_cleanup_errors=True) as folder:
        written = write(document, Path(folder) / "paper.pdf", progress)
        return Typeset(document, written.path.read_bytes(), written.missing)
