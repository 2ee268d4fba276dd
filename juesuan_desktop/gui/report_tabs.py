"""The pages of a report, each built when it is first shown and refreshed while it is looked at."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from juesuan_desktop.forms.addresses import split
from juesuan_desktop.forms.form import Part
from juesuan_desktop.forms.paper import filled
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.grid.seek_bar import SeekBar
from juesuan_desktop.gui.grid.table_page import TablePage
from juesuan_desktop.gui.grid.zoom import Zoom
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.overview.page import OverviewPage
from juesuan_desktop.gui.pages.supplements_page import SupplementsPage
from juesuan_desktop.gui.pages.text_page import TextPage
from juesuan_desktop.gui.standing import Tally, unfilled
from juesuan_desktop.gui.tab_bar import TabBar
from juesuan_desktop.report.report import REPORT, SECTION, section_address
from juesuan_desktop.rules.findings import Finding

SUPPLEMENTS = "supplements"
NEXT_TAB, PREVIOUS_TAB = ("Ctrl+PgDown", "Ctrl+Tab"), ("Ctrl+PgUp", "Ctrl+Shift+Tab")
Page = OverviewPage | TablePage | SupplementsPage | TextPage


class ReportTabs(QWidget):
    """The overview, a tab for each public table in the form's order, one for 补充资料, one for each part of text.

    ``ids`` are ASCII names of the tabs, in order; ``addressChanged`` tells which figure is current, ``blockTold`` what
    is selected, ``pageChanged`` that another page is in front.
    """

    addressChanged = Signal(str)
    blockTold = Signal(str)
    pageChanged = Signal()
    briefRequested = Signal()
    reviewRequested = Signal()

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self._look = live, look
        self.bar, self._stack = TabBar(look, self), QStackedWidget(self)
        self.zoom, self.seek_bar = Zoom(self), SeekBar(live.session, self._here, look, self)
        self.ids: list[str] = []
        self._tabs: dict[str, int] = {}
        self._builders: list[Callable[[], Page]] = []
        self._built: dict[int, Page] = {}
        self._stale: set[int] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack)
        column.addWidget(self.seek_bar)
        self._add_tabs()
        self.bar.currentChanged.connect(self._show)
        for keys, step in ((NEXT_TAB, 1), (PREVIOUS_TAB, -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self, partial(self._step, step))
        self.seek_bar.found.connect(self.go_to)
        self.seek_bar.closed.connect(self._take_focus)
        live.changed.connect(self._refresh)
        self._show_tallies()
        self._show(0)

    def page(self) -> Page:
        """The page in front."""
        return self._page(self.bar.currentIndex())

    def table_page(self) -> TablePage | None:
        """The page in front if it is a table."""
        page = self.worker()
        return page if isinstance(page, TablePage) else None

    def worker(self) -> OverviewPage | TablePage | TextPage:
        """Who does what commands ask of the page in front."""
        page = self.page()
        return page.table_page if isinstance(page, SupplementsPage) else page

    def _here(self) -> str:
        """The figure she is at."""
        return self.page().address()

    def seek(self, mode: str) -> None:
        """查找 or 定位."""
        if self.finish():
            self.seek_bar.open(mode)

    def is_typing(self) -> bool:
        """Whether a cell is being typed."""
        page = self.table_page()
        return page is not None and page.view.is_editing()

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
        tab = self._tabs.get(address if name == SECTION else name)
        if tab is None:
            return
        self.show_tab(tab)
        page = self.page()
        if isinstance(page, TextPage):
            page.choose(words[0])
        if isinstance(page, SupplementsPage):
            page.choose(name)
        table_page = self.table_page()
        if table_page is not None:
            table_page.go_to(address)

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
        whole = self.tr("总览：主要数字、构成、还要做什么、最晚公开日")
        self._add("overview", self._overview, (REPORT,), self.tr("给领导看"), self.tr("总览"), whole)
        for table in self._tables():
            builder = partial(TablePage, live=self.live, table=table, look=self._look, zoom=self.zoom, parent=self)
            self._add(table.id, builder, (table.name,), table.layout.number, table.name, table.full_title)
        parts = self.live.session.form.parts
        before = next((number for number, part in enumerate(parts) if part.tables), 0)
        self._add_texts(parts[:before])
        self._add_supplements(self.live.session.form.supplements)
        self._add_texts(parts[before:])

    def _add_texts(self, parts: Sequence[Part]) -> None:
        for part in parts:
            if part.sections:
                texts = partial(TextPage, live=self.live, look=self._look, part=part, parent=self)
                addresses = tuple(section_address(section.id) for section in part.sections)
                whole = filled(part.title, self.live.session.facts)
                self._add(f"part-{len(self.ids)}", texts, addresses, part.number, part.name, whole)

    def _add_supplements(self, supplements: Sequence[Table]) -> None:
        if supplements:
            names = tuple(table.name for table in supplements)
            whole = self.tr("补充资料：不公开，正文和校验要用")
            self._add(SUPPLEMENTS, self._supplements, names, self.tr("不公开"), self.tr("补充资料"), whole)

    def _add(
        self, tab: str, builder: Callable[[], Page], names: tuple[str, ...], number: str, name: str, whole: str
    ) -> None:
        """One more tab; ``names`` are the tables (or addresses of sections) that lead to it."""
        self.ids.append(tab)
        self._tabs |= dict.fromkeys(names, len(self._builders))
        self._builders.append(builder)
        self.bar.add(number, name, whole)

    def _overview(self) -> OverviewPage:
        page = OverviewPage(self.live, self._look, self)
        page.addressRequested.connect(self.go_to)
        page.findingRequested.connect(self.go_to_finding)
        page.briefRequested.connect(self.briefRequested)
        page.reviewRequested.connect(self.reviewRequested)
        return page

    def _supplements(self) -> SupplementsPage:
        page = SupplementsPage(self.live, self._look, self.zoom, self)
        page.tableChanged.connect(self.pageChanged)
        return page

    def _page(self, tab: int) -> Page:
        if tab not in self._built:
            page = self._builders[tab]()
            page.addressChanged.connect(self.addressChanged)
            if isinstance(page, TablePage | SupplementsPage):
                page.blockTold.connect(self.blockTold)
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

    def _take_focus(self) -> None:
        self.page().begin()

    def _refresh(self) -> None:
        self._show_tallies()
        self._stale = set(self._built) - {self.bar.currentIndex()}
        self.page().refresh()
        self.addressChanged.emit(self.page().address())

    def _show_tallies(self) -> None:
        standing, form = self.live.standing, self.live.session.form
        tallies: dict[int, Tally] = {}
        parts = [(self._tabs[table.name], standing.of_table(table.id)) for table in (*form.tables, *form.supplements)]
        parts += [(self._tabs[section_address(one.id)], standing.of_section(one.id)) for one in form.sections]
        for tab, tally in parts:
            tallies[tab] = tallies.get(tab, Counter()) + tally
        missing = [table for table in form.supplements if not self.live.session.state.is_given(table)]
        for table in missing:
            tallies[self._tabs[table.name]][Mark.UNCHECKED] += 1
        told = "" if self.live.session.is_read_only else unfilled(len(missing))  # a printed report never has them
        for tab, tally in tallies.items():
            self.bar.show_tally(tab, tally, told if self.ids[tab] == SUPPLEMENTS else "")
