"""总览: key figures beside last year's, compositions, what is left to do, by when. Leads to the places themselves."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from juesuan_desktop.desk.briefing import charts_of, figure_texts
from juesuan_desktop.desk.overview import APPROVED, key_figures
from juesuan_desktop.gui.grid.carried_bar import CarriedBar, origin
from juesuan_desktop.gui.grid.commands import CONFIRM
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import Dress, SignSize, bold, headline
from juesuan_desktop.gui.look.fonts import INTERFACE_POINTS as USUAL_POINTS
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, mark_icon
from juesuan_desktop.gui.overview.chart_view import ChartView
from juesuan_desktop.gui.overview.deadline_box import DeadlineBox
from juesuan_desktop.gui.overview.lists import Entry, PlainList
from juesuan_desktop.gui.overview.name_field import NameField
from juesuan_desktop.gui.pages.page_parts import ScrolledPage, line_across, stacked, tab_through
from juesuan_desktop.gui.standing import TOLD, Tally, told, worst
from juesuan_desktop.report.report import REPORT
from juesuan_desktop.rules.findings import Finding

WIDEST, SPACE = 1120, 22
NARROW, CHANGE = 560, 3  # too narrow for the column of changes: the one in per cent tells enough
REVIEW = "review"
SIDE_BY_SIDE = 780, 980  # how wide the page must be for its first and its second row, in pixels of the usual type


class OverviewPage(ScrolledPage):
    """The first tab. ``addressRequested`` carries a figure to go to, ``findingRequested`` what is left to do."""

    addressChanged = Signal(str)
    addressRequested = Signal(str)
    findingRequested = Signal(Finding)
    briefRequested = Signal()
    reviewRequested = Signal()

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self._look = live, look
        self._title, self._under = QLabel(self), QLabel(self)
        self.brief = QPushButton(self.tr("打印一页说明…"), self)
        headings = (self.tr("主要数字（万元）"), self.tr("本年"), self.tr("上年"), self.tr("增减"), self.tr("增减％"))
        self.figures = PlainList(headings, self)
        self.todo = PlainList((self.tr("还要做什么"), self.tr("数量")), self)
        SignSize(self.todo, look)
        self.name, self.deadline = NameField(live, look, self), DeadlineBox(live, look, self)
        self._chart_titles = QLabel(self), QLabel(self)
        self.charts = ChartView(self.tr("收入构成"), look, self), ChartView(self.tr("支出构成"), look, self)
        self.carried = CarriedBar(look, self)
        self.deeds: Mapping[str, Callable[[], object]] = dict.fromkeys(CONFIRM, self._confirm)
        self._rows, self._head_row = (self._row(), self._row()), self._row()
        self._sheet = QWidget(self)
        self._lay_out()
        self._connect()
        look.wear(self.refresh)

    # What every page can do

    def refresh(self) -> None:
        """Show the present report."""
        session = self.live.session
        report, form = session.report, session.form
        self._title.setText(self.tr("{unit}　{year}年度部门决算").format(unit=report.unit_name, year=report.year))
        figures = tuple(key_figures(session))
        hints = [form.name, self.tr("单击或按 Enter 到那里去")]
        if all(one.last is None for one in figures):
            hints.append(self.tr("没有上年的报告，不作比较"))
        self._under.setText("　".join(hints))
        self._tell_carried()
        self.name.refresh()
        self.figures.show_entries([Entry(figure_texts(session, one), one.address) for one in figures])
        self.todo.show_entries(tuple(self._left_to_do()))
        self.deadline.setVisible(form.place(APPROVED) is not None and not session.is_read_only)
        self.deadline.refresh(date.today())
        for chart, label, (title, slices) in zip(self.charts, self._chart_titles, charts_of(session), strict=True):
            label.setText(title)
            chart.show_slices(slices)
            label.setVisible(bool(slices))
            chart.setVisible(bool(slices))

    def finish(self) -> bool:
        """Take the name and the day she is typing; False if one is none."""
        return self.name.take() and self.deadline.take()

    def begin(self) -> None:
        """Ready for the keyboard."""
        self.figures.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return self.figures, self.todo

    def address(self) -> str:
        """No figure is current here."""
        return ""

    def can_do(self, command: str) -> bool:
        """Whether a command makes sense here: 确认, where the unit's name comes from last year."""
        return command in self.deeds and bool(self._carried())

    # Internal

    def _carried(self) -> tuple[str, ...]:
        """What of the report itself comes from last year and waits to be confirmed."""
        return tuple(at for at in self.live.session.report.unconfirmed if at.startswith(f"{REPORT}["))

    def _tell_carried(self) -> None:
        waiting = self._carried()
        words = self.tr("单位名称沿用上年：与公章一致就确认，改过名的在「单位名称」里改。来自 {origin}")
        self.carried.tell(words.format(origin=origin(self.live, waiting[0])) if waiting else "")

    def _confirm(self) -> None:
        """She stands for the unit's name."""
        self.live.confirm(self._carried())
        self.begin()

    def _left_to_do(self) -> Iterator[Entry]:
        """Each table that is not done, with how it stands; then how many are, and what nobody looked at."""
        standing, form = self.live.standing, self.live.session.form
        quiet: Tally = Counter()
        for table in form.tables:
            tally = standing.of_table(table.id)
            if worst(tally) not in TOLD:
                quiet[worst(tally)] += 1
                continue
            title = f"{table.layout.number} {table.name}".strip()
            yield self._entry(title, tally, next(one for one in standing.findings if _is_in(one, table.id)))
        texts = standing.of_texts()
        if worst(texts) in TOLD:
            first = next(one for one in standing.findings if any(place.section for place in one.where))
            yield self._entry(self.tr("文字部分"), texts, first)
        yield from self._calm(quiet)

    def _calm(self, quiet: Tally) -> Iterator[Entry]:
        """How many tables are done or 空表, and what was not checked: that is not done."""
        session, unchecked = self.live.session, self.live.standing.count(Mark.UNCHECKED)
        missing = [table for table in session.form.supplements if not session.state.is_given(table)]
        for mark, words, count, target in (
            (Mark.DONE, self.tr("已平 {count} 张表"), quiet[Mark.DONE], None),
            (Mark.EMPTY, self.tr("空表 {count} 张"), quiet[Mark.EMPTY], None),
            (Mark.UNCHECKED, self.tr("补充资料 {count} 张没有填"), len(missing), missing[0].name if missing else None),
            (Mark.UNCHECKED, self.tr("未检查 {count} 项，不算通过"), unchecked, REVIEW),
        ):
            if count:
                yield Entry((words.format(count=count), ""), target, mark_icon(mark, self._look.theme))

    def _go(self, target: object) -> None:
        """To a finding, to a table, or to all findings."""
        if isinstance(target, Finding):
            self.findingRequested.emit(target)
        elif target == REVIEW:
            self.reviewRequested.emit()
        else:
            self.addressRequested.emit(str(target))

    def _entry(self, title: str, tally: Tally, finding: Finding) -> Entry:
        return Entry((title, told(tally)), finding, mark_icon(worst(tally), self._look.theme))

    def _connect(self) -> None:
        self.figures.chosen.connect(self.addressRequested.emit)
        self.todo.chosen.connect(self._go)
        self.carried.confirmed.connect(self._confirm)
        self.brief.clicked.connect(self.briefRequested)
        self.deadline.typed.connect(lambda text: self.live.type_figure(APPROVED, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        zoom = self.font().pointSizeF() / USUAL_POINTS
        for row, least in zip(self._rows, SIDE_BY_SIDE, strict=True):
            wide = self.viewport().width() >= least * zoom
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._sheet.setMaximumWidth(round(WIDEST * zoom))
        is_narrow = self.viewport().width() < NARROW * zoom
        self._head_row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self.figures.setColumnHidden(CHANGE, is_narrow)

    def _row(self) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(2 * SPACE)
        return row

    def _lay_out(self) -> None:
        sheet = self._sheet
        column = QVBoxLayout(sheet)
        column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        column.addWidget(self.carried)
        column.addWidget(line_across(self))
        for row, left, right in (
            (self._rows[0], (self.figures,), (self.name, self.deadline, self.todo)),
            (
                self._rows[1],
                (self._chart_titles[0], self.charts[0]),
                (self._chart_titles[1], self.charts[1]),
            ),
        ):
            row.addLayout(stacked(left), 3)
            row.addLayout(stacked(right), 2 if row is self._rows[0] else 3)
            column.addLayout(row)
        column.addStretch(1)
        self._dress(sheet)
        tab_through(self.brief, self.carried.button, self.figures, self.name.name, self.deadline.day, self.todo)

    def _head(self) -> QBoxLayout:
        words = stacked((self._title, self._under))
        words.setSpacing(4)
        head = self._head_row
        head.addLayout(words, 1)
        head.addWidget(self.brief, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return head

    def _dress(self, sheet: QWidget) -> None:
        Dress(self._title, self._look, font=headline)
        self._title.setWordWrap(True)
        self._under.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._under.setWordWrap(True)
        for label in self._chart_titles:
            Dress(label, self._look, font=bold)
        place = QWidget(self)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sheet, 1)
        row.setAlignment(sheet, Qt.AlignmentFlag(0))
        place.setBackgroundRole(QPalette.ColorRole.Base)
        place.setAutoFillBackground(True)
        self.setWidget(place)
        self.setAccessibleName(self.tr("总览"))


def _is_in(finding: Finding, table: str) -> bool:
    return any(place.table == table for place in finding.where)
