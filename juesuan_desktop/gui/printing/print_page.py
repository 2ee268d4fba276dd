"""打印预览: which paper, its pages as they will be printed, and the ways to the printer and to a PDF."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from juesuan_desktop.desk.papers import BRIEF, REVIEW, SELECTED, WHOLE, Paper
from juesuan_desktop.gui.look.dress import Width
from juesuan_desktop.gui.look.flow import Flow
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.pages.page_parts import Page, tab_through
from juesuan_desktop.gui.printing.page_sheets import FIT_PAGE, FIT_WIDTH, STEPS, PageSheets
from juesuan_desktop.gui.viewing.page_image import PageImages

MOST_PAGES = 888


class PrintPage(Page):
    """``chosen`` carries the paper she wants to see; ``printRequested``, ``saveRequested`` and ``left`` are buttons.

    Attributes:
        sheets: the pages.
        print, save, close_button: the buttons; the first two wait for pages.
    """

    chosen = Signal(Paper)
    printRequested = Signal()
    saveRequested = Signal()
    left = Signal()

    def __init__(self, papers: Sequence[Paper], kind: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers, self.sheets = QComboBox(self), PageSheets(look, self)
        self._told, self._words = QLabel(self), QLabel(self)
        self.back, self.on, self.zoom = QToolButton(self), QToolButton(self), QToolButton(self)
        self.print = QPushButton(self.tr("打印(&P)…"), self)
        self.save = QPushButton(self.tr("另存为 PDF(&S)…"), self)
        self.close_button = QPushButton(self.tr("关闭(&C)"), self)
        self._stack = QStackedWidget(self)
        for paper in papers:
            self.papers.addItem(self._name(paper), paper)
        self.papers.setCurrentIndex(next((at for at, paper in enumerate(papers) if paper.kind == kind), 0))
        self._lay_out(look)
        self._connect()
        self.wait()

    def begin(self) -> None:
        self.papers.setFocus()

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        paper = self.papers.currentData()
        assert isinstance(paper, Paper)
        return paper

    @property
    def told(self) -> str:
        """Which page of how many is in front."""
        return self._told.text()

    def wait(self) -> None:
        """The pages are being made."""
        self._words.setText(self.tr("正在排版…"))
        self._stack.setCurrentWidget(self._words)
        self.sheets.show_pages(None)
        self._allow()

    def show_pages(self, pages: PageImages) -> None:
        """Show the pages of the chosen paper."""
        self._stack.setCurrentWidget(self.sheets)
        self.sheets.show_pages(pages)
        self._allow()
        self.sheets.setFocus()

    def _name(self, paper: Paper) -> str:
        words = {
            REVIEW: self.tr("审核报告"),
            SELECTED: self.tr("审核报告，只印：{told}"),
            BRIEF: self.tr("总览（一页说明）"),
            WHOLE: self.tr("整份报告"),
        }
        return words.get(paper.kind, "{told}").format(told=paper.told)

    def _allow(self) -> None:
        has_pages = self.sheets.count > 0
        for widget in (self.print, self.save, self.back, self.on, self.zoom):
            widget.setEnabled(has_pages)
        self._tell()

    def _tell(self) -> None:
        words = self.tr("第 {page} 页，共 {count} 页").format(page=self.sheets.page, count=self.sheets.count)
        self._told.setText(words if self.sheets.count else "")
        self.sheets.setAccessibleName(self._told.text())
        self.zoom.setText(f"{self.sheets.shown_zoom:.0%}")

    def _connect(self) -> None:
        self.papers.activated.connect(lambda: self.chosen.emit(self.paper))
        self.sheets.moved.connect(self._tell)
        self.back.clicked.connect(lambda: self.sheets.go_to(self.sheets.page - 1))
        self.on.clicked.connect(lambda: self.sheets.go_to(self.sheets.page + 1))
        self.print.clicked.connect(self.printRequested)
        self.save.clicked.connect(self.saveRequested)
        self.close_button.clicked.connect(self.left)
        again = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print.click)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self, look: Look) -> None:
        for button, sign, told in ((self.back, "◀", self.tr("上一页（←）")), (self.on, "▶", self.tr("下一页（→）"))):
            button.setText(sign)
            button.setToolTip(told)
            button.setAccessibleName(told)
        self.zoom.setMenu(self._zooms())
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setToolTip(self.tr("显示比例（Ctrl+滚轮，Ctrl+加号、减号、0）"))
        self.zoom.setAccessibleName(self.tr("显示比例"))
        longest = self.tr("第 {page} 页，共 {count} 页").format(page=MOST_PAGES, count=MOST_PAGES)
        Width(self._told, look, least=longest)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        what = QLabel(self.tr("打印什么(&W)"), self)
        what.setBuddy(self.papers)
        strip = QWidget(self)
        row = Flow(strip, 8)
        row.setContentsMargins(12, 6, 12, 6)
        turning: tuple[QWidget, ...] = (what, self.papers, self.back, self._told, self.on, self.zoom)
        for widget in (*turning, self.print, self.save, self.close_button):
            row.addWidget(widget)
        tab_through(self.papers, self.back, self.on, self.zoom, self.print, self.save, self.close_button, self.sheets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.sheets)

    def _zooms(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("适合宽度"), partial(self.sheets.set_zoom, FIT_WIDTH))
        menu.addAction(self.tr("整页"), partial(self.sheets.set_zoom, FIT_PAGE))
        for step in STEPS:
            menu.addAction(f"{step:.0%}", partial(self.sheets.set_zoom, step))
        return menu
