"""Above the findings: the verdict in one line, a chip for each kind and table that filters, and the way to paper."""

from collections.abc import Mapping, Set

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from juesuan_desktop.forms.form import Form
from juesuan_desktop.gui.findings.rows import TEXTS, Wish
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import Dress, Sign, bold
from juesuan_desktop.gui.look.flow import Flow
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, word
from juesuan_desktop.gui.standing import found

ALWAYS = (Mark.BROKEN, Mark.ROUNDING, Mark.PENDING)
BETWEEN, MOST_LINES = 9, 3
KINDS = (Mark.BROKEN, Mark.WARNING, Mark.ROUNDING, Mark.PENDING, Mark.NOTE, Mark.DONE, Mark.UNCHECKED)


class FindingChips(QWidget):
    """「不平 0 · 提示 2 · 尾差 3 · 待填 12 · 未检查 41」, each a switch. ``wished`` carries what she wants to see."""

    wished = Signal(Wish)
    printRequested = Signal()

    def __init__(self, form: Form, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._verdict = look, QLabel(self)
        self._most_lines = MOST_LINES
        self.kinds: Mapping[Mark, QToolButton] = {kind: self._chip() for kind in KINDS}
        for kind, chip in self.kinds.items():
            Sign(chip, look, kind)
            chip.setToolButtonStyle(chip.toolButtonStyle().ToolButtonTextBesideIcon)
        titles = {table.id: table.full_title for table in form.tables}
        self._names = {table.id: _short(table.layout.number) or table.name for table in form.tables}
        self.tables: Mapping[str, QToolButton] = {table: self._chip(titles[table]) for table in titles}
        self.texts = self._chip(self.tr("文字部分"))
        self._has = dict.fromkeys((*self.tables.values(), self.texts), False)
        self.all, self.print = QToolButton(self), QToolButton(self)
        self._lay_out(look)

    def show_counts(self, live: LiveReport) -> None:
        """Show how many there are of each."""
        standing = live.standing
        self._verdict.setText(self.tr("{verdict}：").format(verdict=standing.verdict))
        for kind, chip in self.kinds.items():
            self._show(chip, self._word(kind), standing.count(kind), always=kind in ALWAYS)
        for table, chip in self.tables.items():
            self._show(chip, f"{self._names[table]}　", found(standing.of_table(table)))
        self._show(self.texts, self.tr("文字　"), found(standing.of_texts()))
        self._make_room()

    def _show(self, chip: QToolButton, words: str, count: int, *, always: bool = False) -> None:
        """A chip that goes is switched off: a filter nobody sees would hide findings."""
        chip.setText(f"{words}{count}" if words.endswith("　") else f"{words} {count}")
        if not count and not always:
            chip.setChecked(False)
        if chip in self._has:
            self._has[chip] = bool(count)
        else:
            chip.setVisible(bool(count) or always)

    def fit(self, lines: int) -> None:
        """Take no more lines than these: what the status line and the tabs tell too goes first."""
        self._most_lines = max(1, lines)
        self._make_room()

    @property
    def line(self) -> int:
        """How high one line of chips is."""
        return self.kinds[Mark.UNCHECKED].sizeHint().height()

    @property
    def verdict(self) -> str:
        """The one line."""
        return self._verdict.text()

    def wish(self) -> Wish:
        """What is switched on."""
        kinds = (kind for kind, chip in self.kinds.items() if chip.isChecked())
        tables = {table for table, chip in self.tables.items() if chip.isChecked()}
        return Wish(frozenset(kinds), frozenset(tables | ({TEXTS} if self.texts.isChecked() else set())))

    def show_all(self) -> None:
        """No filter."""
        for chip in self._switches():
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
            self._dress(chip)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_room()

    def _make_room(self) -> None:
        """What the status line, the tabs and the menu have too goes; a filter that is on stays to be seen.

        The sentence goes where that saves a line, the rest only where there is no other way.
        """
        none = {chip for chip, has in self._has.items() if not has}
        no_sentence = none | {self._verdict}
        no_tables = no_sentence | {chip for chip in self._has if not chip.isChecked()}
        levels = (none, no_sentence, no_tables, no_tables | {self.print})
        in_one = (gone for gone in (none, no_sentence) if self._lines_without(gone) == 1)
        in_few = (gone for gone in levels if self._lines_without(gone) <= self._most_lines)
        gone = next(in_one, None) or next(in_few, levels[-1])
        for one in (self._verdict, self.print, *self._has):
            one.setVisible(one not in gone)  # each once: showing and hiding again would lay out for ever
        self._between.setVisible(not gone.issuperset(self._has))

    def _lines_without(self, gone: Set[QWidget]) -> int:
        """How many lines the strip takes without these."""
        others = {one for one in (*self.kinds.values(), self.all) if not one.isHidden()}
        return self._flow.lines(self.width(), others | {self._verdict, self.print, self._between, *self._has} - gone)

    def _switches(self) -> tuple[QToolButton, ...]:
        return (*self.kinds.values(), *self.tables.values(), self.texts)

    def _tell(self) -> None:
        wish = self.wish()
        self.all.setVisible(wish != Wish())
        self._make_room()
        self.wished.emit(wish)

    def _word(self, kind: Mark) -> str:
        return self.tr("已说明") if kind == Mark.DONE else word(kind)

    def _chip(self, tip: str = "") -> QToolButton:
        chip = QToolButton(self)
        chip.setCheckable(True)
        chip.setToolTip(tip or self.tr("只看这一类；再按一次看全部"))
        chip.toggled.connect(lambda: self._switched(chip))
        return chip

    def _measure(self) -> None:
        """What stands between the chips is as high as they are; a filter that is on has the look's colour."""
        self._verdict.setMinimumHeight(self.line)
        self._between.setFixedSize(BETWEEN, self.line)
        for chip in self._switches():
            self._dress(chip)
        self._make_room()

    def _switched(self, chip: QToolButton) -> None:
        self._dress(chip)
        self._tell()

    def _dress(self, chip: QToolButton) -> None:
        """A filter that is on is seen: sunk, bold, in the colour of what is chosen."""
        palette, font = QPalette(), self.font()
        font.setBold(chip.isChecked())
        if chip.isChecked():
            palette.setColor(QPalette.ColorRole.Button, self._look.theme["window.chosen"])
        chip.setFont(font)
        chip.setPalette(palette)

    def _lay_out(self, look: Look) -> None:
        self._flow = row = Flow(self)
        row.setContentsMargins(8, 4, 8, 4)
        Dress(self._verdict, look, font=bold)
        between = QFrame(self)
        between.setFrameShape(QFrame.Shape.VLine)
        self._between = between
        between.setForegroundRole(self.palette().ColorRole.Mid)
        self.all.setText(self.tr("× 看全部"))
        self.all.setToolTip(self.tr("去掉筛选"))
        self.all.setAutoRaise(True)
        self.all.clicked.connect(self.show_all)
        self.all.hide()
        self.print.setText(self.tr("打印审核报告…"))
        self.print.setToolTip(self.tr("预览、打印或另存为 PDF；选了类别或表就只印所选的"))
        self.print.setAutoRaise(True)
        self.print.clicked.connect(self.printRequested)
        for widget in (
            self._verdict,
            *self.kinds.values(),
            between,
            *self.tables.values(),
            self.texts,
            self.all,
            self.print,
        ):
            row.addWidget(widget)
        look.wear(self._measure)


def _short(number: str) -> str:
    """「03」 of 公开03表."""
    return number.removeprefix("公开").removesuffix("表")
