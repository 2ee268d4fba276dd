"""The pages of a report, each built when it is first shown and refreshed while it is looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from juesuan_desktop.forms.addresses import split
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.tab_bar import TabBar
from juesuan_desktop.gui.table_page import TablePage
from juesuan_desktop.gui.text_page import TextPage
from juesuan_desktop.report.report import SECTION, section_address
from juesuan_desktop.rules.findings import Finding

NEXT_TAB, PREVIOUS_TAB = ("Ctrl+PgDown", "Ctrl+Tab"), ("Ctrl+PgUp", "Ctrl+Shift+Tab")
Page = TablePage | TextPage


class ReportTabs(QWidget):
    """A tab for each public table in the form's order, then the texts.

    ``addressChanged`` tells which figure is current, ``pageChanged`` that another page is in front.
    """

    addressChanged = Signal(str)
    pageChanged = Signal()

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self._look = live, look
        self.bar, self._stack = TabBar(look, self), QStackedWidget(self)
        self._builders: list[Callable[[], Page]] = []
        self._built: dict[int, Page] = {}
        self._stale: set[int] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack)
        self._add_tabs()
        self.bar.currentChanged.connect(self._show)
        for keys, step in ((NEXT_TAB, 1), (PREVIOUS_TAB, -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self, partial(self._step, step))
        live.changed.connect(self._refresh)
        self._show_tallies()
        self._show(0)

    def page(self) -> Page:
        """The page in front."""
        return self._page(self.bar.currentIndex())

    def table_page(self) -> TablePage | None:
        """The page in front if it is a table."""
        page = self.page()
        return page if isinstance(page, TablePage) else None

    def finish(self) -> bool:
        """Take what is being typed; False if it has to stay."""
        return self.page().finish()

    def show_tab(self, tab: int) -> None:
        """Bring a tab to the front (it counts round)."""
        self.bar.setCurrentIndex(tab % self.bar.count())

    def _step(self, step: int) -> None:
        self.show_tab(self.bar.currentIndex() + step)

    def go_to(self, address: str) -> None:
        """Show what an address means: a figure, a table, a section of text."""
        name, words = split(address) or (address, ("",))
        if not self.finish():
            return
        names = [table.name for table in self._tables()]
        if name in names:
            self.show_tab(names.index(name))
            table_page = self.table_page()
            if table_page is not None:
                table_page.view.go_to(address)
        elif name == SECTION:
            self.show_tab(len(names))
            page = self.page()
            if isinstance(page, TextPage):
                page.choose(words[0])

    def go_to_finding(self, finding: Finding) -> None:
        """Show the cell (or at least the section or table) a finding is about."""
        for place in finding.where:
            if place.address:
                self.go_to(place.address)
                return
            if place.section:
                self.go_to(section_address(place.section))
                return
            if place.table:
                self.go_to(self.live.session.form.by_id[place.table].name)
                return

    def _tables(self) -> tuple[Table, ...]:
        return self.live.session.form.tables

    def _add_tabs(self) -> None:
        for table in self._tables():
            self._builders.append(partial(TablePage, live=self.live, table=table, look=self._look, parent=self))
            self.bar.add(table.layout.number, table.name, f"{table.layout.number} {table.layout.title}")
        self._builders.append(partial(TextPage, live=self.live, look=self._look, parent=self))
        self.bar.add(self.tr("概况、说明"), self.tr("文字"), self.tr("文字部分：概况、情况说明、名词解释、附件"))

    def _page(self, tab: int) -> Page:
        if tab not in self._built:
            page = self._builders[tab]()
            page.addressChanged.connect(self.addressChanged)
            self._built[tab] = page
            self._stack.addWidget(page)
        return self._built[tab]

    def _show(self, tab: int) -> None:
        page = self._page(tab)
        if tab in self._stale:
            self._stale.discard(tab)
            page.refresh()
        self._stack.setCurrentWidget(page)
        page.begin()
        self.addressChanged.emit(page.address())
        self.pageChanged.emit()

    def _refresh(self) -> None:
        self._show_tallies()
        self._stale = set(self._built) - {self.bar.currentIndex()}
        self.page().refresh()
        self.addressChanged.emit(self.page().address())

    def _show_tallies(self) -> None:
        for tab, table in enumerate(self._tables()):
            self.bar.show_tally(tab, self.live.standing.of_table(table.id))
        self.bar.show_tally(len(self._tables()), self.live.standing.of_texts())
