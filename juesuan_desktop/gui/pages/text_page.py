"""The texts of the report: sections at the left, plain editing at the right."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTreeWidgetItem, QVBoxLayout, QWidget

from juesuan_desktop.desk.carried import copied, remark_at, years_in
from juesuan_desktop.desk.telling_why import history
from juesuan_desktop.forms.form import Part
from juesuan_desktop.gui.grid.carried_bar import CarriedBar, origin
from juesuan_desktop.gui.grid.commands import CONFIRM
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import WIDE, Dress
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.pages.last_text import LastText
from juesuan_desktop.gui.pages.section_list import SectionList
from juesuan_desktop.gui.pages.text_editor import TextEditor
from juesuan_desktop.report.change import CONFIRMED
from juesuan_desktop.report.report import section_address

LIST_CHARACTERS = 22


class TextPage(QWidget):
    """The sections of one part; what is written is one edit for each pause in writing.

    ``addressChanged`` tells which section is current.
    """

    addressChanged = Signal(str)

    def __init__(self, live: LiveReport, look: Look, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self._look = live, look
        self.sections = SectionList(live, look, part, self)
        self.editor = TextEditor(look, self)
        self._title, self._length = QLabel(self), QLabel(self)
        self._splitter, self._character = QSplitter(self), 0
        self.carried, self.last = CarriedBar(look, self), LastText(look, self)
        self.deeds: Mapping[str, Callable[[], object]] = dict.fromkeys(CONFIRM, self._confirm)
        self._lay_out()
        self.sections.setVisible(len(part.sections) > 1)
        self.sections.currentItemChanged.connect(self._show_section)
        self.editor.paused.connect(self._take)
        self.carried.confirmed.connect(self._confirm)
        self.last.copyRequested.connect(self._copy_last)
        self.editor.setReadOnly(live.session.is_read_only)
        self.choose(part.sections[0].id)
        look.changed.connect(self.sections.sign_all)

    # What every page can do

    def refresh(self) -> None:
        """Show the present texts; what is being written stays."""
        self.sections.sign_all()
        if not self.editor.is_unfinished:
            self._load()

    def finish(self) -> bool:
        """Take what was written."""
        self._take()
        return True

    def begin(self) -> None:
        """Ready for the keyboard."""
        self.editor.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.sections, self.editor) if self.sections.isVisible() else (self.editor,)

    def address(self) -> str:
        """The section she is at."""
        return section_address(self.current()) if self.current() else ""

    @property
    def length(self) -> str:
        """What stands beside the title: how long the text is, and when it was confirmed."""
        return self._length.text()

    def can_do(self, command: str) -> bool:
        """Whether a command makes sense here: 确认, where the text comes from last year."""
        return command in self.deeds and bool(self._carried())

    # Sections

    def current(self) -> str:
        """The id of the section she is at."""
        return self.sections.section_of(self.sections.currentItem())

    def choose(self, section_id: str) -> None:
        """Go to a section."""
        self.sections.choose(section_id)

    def _show_section(self, _current: QTreeWidgetItem | None, previous: QTreeWidgetItem | None) -> None:
        if previous is not None and self.editor.is_unfinished:
            self.live.type_text(self.sections.section_of(previous), self.editor.text())
        self._load()
        self.addressChanged.emit(self.address())

    def _load(self) -> None:
        section = self.current()
        item = self.sections.currentItem()
        text = self.live.session.report.texts.get(section, "")
        self.editor.setEnabled(bool(section))
        self._title.setText(item.text(0) if item else "")
        if text != self.editor.text() or not section:
            self.editor.show_text(text)
        self.editor.is_unfinished = False
        self._count()
        self._tell_carried()
        self._tell_last(text)

    def _tell_last(self, text: str) -> None:
        """Last year's words, unless they stand above already."""
        last, session = self.live.session.last_text(self.current()), self.live.session
        self.last.tell("" if last == text else last, can_copy=not text and not session.is_read_only)

    def _copy_last(self) -> None:
        """Last year's words, to be worked over and confirmed."""
        self.live.take(copied(self.live.session.report, self.current()))
        self.editor.setFocus()

    def _tell_carried(self) -> None:
        """What to look at before F9: the years the text speaks of, which nobody rewrites for her."""
        at, session = self._carried(), self.live.session
        if not at:
            self.carried.tell("")
            return
        years = "、".join(years_in(session.report.text_of(at) or ""))
        words = self.tr("本节沿用上年：核对年份、数字和说法后确认，改写也算确认。来自 {origin}")
        spoken = self.tr("文中写到 {years} 年，不会自动改").format(years=years) if years else ""
        told = (words.format(origin=origin(self.live, at)), spoken, remark_at(at, session.form))
        self.carried.tell("；".join(filter(None, told)))

    def _carried(self) -> str:
        """Where the section is kept if it comes from last year and waits to be confirmed, else ''."""
        return self.address() if self.address() in self.live.session.report.unconfirmed else ""

    def _confirm(self) -> None:
        """She stands for the text as it is."""
        self._take()
        self.live.confirm([self.address()])
        self.editor.setFocus()

    def _take(self) -> None:
        if self.editor.is_unfinished and self.current():
            self.editor.is_unfinished = False
            self.live.type_text(self.current(), self.editor.text())
            self._count()

    def _count(self) -> None:
        count = self.tr("{count} 字").format(count=len("".join(self.editor.text().split())))
        self._length.setText("　".join(filter(None, (self._confirmed(), count))))

    def _confirmed(self) -> str:
        """When she stood for a text of last year's, or changed it; '' for her own."""
        session = self.live.session
        answered = session.report.answered.get(self.address(), "")
        if not answered:
            return ""
        events = history(session, self.address())
        at = events[0].at if events else ""
        day = datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d") if at else self.tr("刚才")
        words = self.tr("沿用上年，{day}确认") if answered == CONFIRMED else self.tr("沿用上年，{day}改写")
        return words.format(day=day)

    # Building

    def _lay_out(self) -> None:
        self._length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._length.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._title, 1)
        row.addWidget(self._length)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.carried)
        column.addWidget(head)
        column.addWidget(self._backdrop(), 1)
        column.addWidget(self.last)
        splitter = self._splitter
        splitter.addWidget(self.sections)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        self._look.wear(self._share_width)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _share_width(self) -> None:
        """The list keeps its width in characters."""
        before, self._character = self._character, self.fontMetrics().horizontalAdvance(WIDE)
        characters = self._splitter.sizes()[0] / before if before else LIST_CHARACTERS
        width = round(characters * self._character)
        self._splitter.setSizes([width, max(3 * width, self.width()) - width])

    def _backdrop(self) -> QWidget:
        """What the sheet lies on."""
        backdrop = QWidget(self)
        Dress(backdrop, self._look, ground="paper.backdrop")
        row = QHBoxLayout(backdrop)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.editor)
        return backdrop
