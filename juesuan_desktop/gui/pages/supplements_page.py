"""补充资料: the tables that are not published, in a list, the chosen one beside it as any other table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from juesuan_desktop.gui.grid.table_page import TablePage
from juesuan_desktop.gui.grid.zoom import Zoom
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import WIDE, SignSize, Width
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, mark_icon
from juesuan_desktop.gui.standing import told, worst

LIST_CHARACTERS = 13


class SupplementsPage(QWidget):
    """Builds the page of each table when it is first chosen; what it can do, the chosen page does."""

    addressChanged = Signal(str)
    blockTold = Signal(str)
    tableChanged = Signal()

    def __init__(self, live: LiveReport, look: Look, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self._look, self._zoom = live, look, zoom
        self.tables = live.session.form.supplements
        self._built: dict[int, TablePage] = {}
        self._stale: set[int] = set()
        self.list, self._stack = QListWidget(self), QStackedWidget(self)
        self._lay_out(parent)
        look.wear(self._show_states)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(self.begin)
        self._bring(0)

    @property
    def table_page(self) -> TablePage:
        """The page of the chosen table."""
        return self._page(max(0, self.list.currentRow()))

    def choose(self, name: str) -> None:
        """Show the table of this name."""
        self.list.setCurrentRow([table.name for table in self.tables].index(name))

    # What every page can do

    def refresh(self) -> None:
        """Show the present report."""
        self._show_states()
        self._stale = set(self._built) - {self.list.currentRow()}
        self.table_page.refresh()

    def finish(self) -> bool:
        """Take what is being typed; False if it has to stay."""
        return self.table_page.finish()

    def begin(self) -> None:
        """Ready for the keyboard."""
        self.table_page.begin()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return self.list, self.table_page.view

    def address(self) -> str:
        """The figure she is at."""
        return self.table_page.address()

    # Internal

    def _lay_out(self, place: QWidget | None) -> None:
        self.list.setAccessibleName(self.tr("补充资料"))
        Width(self.list, self._look, just=WIDE * LIST_CHARACTERS)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        SignSize(self.list, self._look)
        if place is not None:
            self._stack.resize(place.width() - self.list.width(), place.height())
        for table in self.tables:
            self.list.addItem(QListWidgetItem(table.layout.title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)

    def _show_states(self) -> None:
        """For each table a sign: findings, filled, or nothing yet."""
        for row, table in enumerate(self.tables):
            tally = self.live.standing.of_table(table.id)
            given = self.live.session.state.is_given(table)
            mark = worst(tally) if +tally or given else None
            item = self.list.item(row)
            item.setIcon(mark_icon(mark if mark is not None else Mark.UNCHECKED, self._look.theme))
            state = told(tally) if +tally else (self.tr("已填") if given else self.tr("还没有填"))
            item.setToolTip(f"{table.layout.title}：{state}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())

    def _choose(self, row: int) -> None:
        """Another table, once nothing is being typed in the one that is shown."""
        self._bring(row)
        if self.list.hasFocus():
            self._page(row).view.begin()
        else:
            self._page(row).begin()
        self.addressChanged.emit(self.address())
        self.tableChanged.emit()

    def _bring(self, row: int) -> None:
        page = self._page(row)
        if row in self._stale:
            self._stale.discard(row)
            page.refresh()
        self._stack.setCurrentWidget(page)

    def _page(self, row: int) -> TablePage:
        if row not in self._built:
            page = TablePage(self.live, self.tables[row], self._look, self._zoom, self._stack)
            page.addressChanged.connect(self.addressChanged)
            page.blockTold.connect(self.blockTold)
            self._built[row] = page
            self._stack.addWidget(page)
        return self._built[row]
