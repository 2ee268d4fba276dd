"""Pages and strips of what takes a while or leaves on paper: progress, what was done, what could not, the preview."""

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from juesuan_desktop.desk.papers import BRIEF, REVIEW, TABLE, WHOLE
from juesuan_desktop.gui.memory import LIGHT
from juesuan_desktop.gui.printing.print_page import PrintPage
from juesuan_desktop.gui.scenes.studio import Studio, report_in
from juesuan_desktop.gui.taking.offer import OPEN_REPORT, Wishes
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.gui.work import Work

LONGEST_MILLISECONDS = 20_000
STEP_MILLISECONDS = 20
WRONG = "收支总表[使用非财政拨款结余]"
NO_PRINTER = "这台电脑没有装打印机，可以另存为 PDF，拿到有打印机的电脑上打印。"


def previewed(studio: Studio, window: MainWindow, kind: str) -> MainWindow:
    """The preview of a paper, once its pages are there."""
    window.papers.show_paper(kind)
    loop = QEventLoop()
    QTimer.singleShot(LONGEST_MILLISECONDS, loop.quit)
    look = QTimer(interval=STEP_MILLISECONDS)
    look.timeout.connect(lambda: loop.quit() if _has_pages(window) else None)
    look.start()
    loop.exec()
    look.stop()
    return window


def _has_pages(window: MainWindow) -> bool:
    return isinstance(window.middle.over, PrintPage) and window.middle.over.sheets.count > 0


def _print_review(studio: Studio) -> QWidget:
    window = studio.another(studio.filled())
    report_in(window).live.type_figure(WRONG, "12345.67")
    return previewed(studio, window, REVIEW)


def _print_table(studio: Studio) -> QWidget:
    window = studio.another(studio.filled())
    report_in(window).tabs.go_to("收入表")
    return previewed(studio, window, TABLE)


def _print_brief(studio: Studio) -> QWidget:
    return previewed(studio, studio.another(studio.filled()), BRIEF)


def _print_whole(studio: Studio) -> QWidget:
    window = previewed(studio, studio.wearing(LIGHT, 150, studio.filled()), WHOLE)
    page = window.middle.over
    assert isinstance(page, PrintPage)
    page.sheets.go_to(2)
    return window


def _no_printer(studio: Studio) -> QWidget:
    window = previewed(studio, studio.another(studio.filled()), BRIEF)
    window.notice.complain(NO_PRINTER, QCoreApplication.translate("Paperwork", "另存为 PDF(&D)…"))
    return window


def _under_way(window: MainWindow, words: str, done: int, total: int) -> MainWindow:
    """As it looks half a second after the beginning."""
    work = Work(lambda _progress: None, window)
    window.notice.follow(work, words)
    work.progressed.emit(done, total)
    window.notice.show()
    return window


def _busy(studio: Studio) -> QWidget:
    return _under_way(studio.window, "正在导出「2023年度部门决算.pdf」…", 7, 20)


def _reading(studio: Studio) -> QWidget:
    """A report is being read to be imported; nobody knows how long that takes."""
    return _under_way(studio.another(None), "正在读取并检查「report-2023.pdf」…", 0, 0)


def _importing_more(studio: Studio) -> QWidget:
    """Another file is being read while the last one waits to be taken."""
    window = studio.another(studio.empty())
    studio.taking(window).import_read(studio.sample_file, *studio.sample, Wishes(into=OPEN_REPORT))
    return _under_way(window, "正在读取并检查「report-2023.xlsx」…", 2, 9)


def _done(studio: Studio) -> QWidget:
    studio.window.notice.tell("已导出「2023年度部门决算.pdf」", "打开文件夹(&W)")
    return studio.window


def _complaint(studio: Studio) -> QWidget:
    studio.window.notice.complain("「report.pdf」读不了：是扫描件（共 12 页，没有文字），无法读取数字，请用原始文件")
    return studio.window


WORK_SCENES = (
    ("busy", _busy),
    ("reading", _reading),
    ("importing-more", _importing_more),
    ("done", _done),
    ("complaint", _complaint),
    ("print-table", _print_table),
    ("print-review", _print_review),
    ("print-brief", _print_brief),
    ("print-whole-150", _print_whole),
    ("print-no-printer", _no_printer),
)
