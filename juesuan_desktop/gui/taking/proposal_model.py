"""A proposal as a tree with ticks: a table or kind of thing, below it each value, what stood, where it is from."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from juesuan_desktop.desk.proposal import BY_HEADER, BY_TITLE, DOUBTFUL, LIKELY, SURE, Group, Item, Proposal
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, mark_icon
from juesuan_desktop.gui.pages.page_parts import RIM
from juesuan_desktop.rules.findings import ERROR

WHAT, BEFORE, AFTER, ORIGIN, NOTE = range(5)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TOP = 0
Row = Item | str
MOST_WRONG = 8
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ProposalModel(QAbstractItemModel):
    """``refusedChanged`` when a tick was set or taken away.

    Attributes:
        refused: the addresses she does not want.
        groups: what is shown at the top, in order.
    """

    refusedChanged = Signal()

    def __init__(self, proposal: Proposal, before: str, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused: set[str] = set()
        told = [*self._of_file(proposal), *((group, _rows(group)) for group in proposal.groups)]
        self.groups = [group for group, _ in told]
        self._rows = [rows for _, rows in told]
        self._look = look
        look.wear(self._dress)
        self._titles = (self.tr("取用"), before, self.tr("本年"), self.tr("出处"), self.tr("说明"))
        self._ways = {BY_TITLE: self.tr("表题"), BY_HEADER: self.tr("表头")}
        self._certainty = {
            SURE: self.tr("很有把握"),
            LIKELY: self.tr("大致有把握，请看说明"),
            DOUBTFUL: self.tr("没有把握，请核对"),
        }

    def choose_all(self, *, wanted: bool) -> None:
        """Take everything, or nothing."""
        self._choose([item for group in self.groups for item in group.items], wanted=wanted)

    def count(self) -> tuple[int, int]:
        """How many values are taken, of how many that can be."""
        choices = [item.address for group in self.groups for item in group.items if item.taken]
        return sum(at not in self.refused for at in choices), len(choices)

    def longest(self, column: int, *, of_groups: bool) -> str:
        """The text that needs most room in a column, of the groups or of their values."""
        tops = [self.index(row, column if of_groups else WHAT) for row in range(len(self.groups))]
        values = (self.index(row, column, top) for top in tops for row in range(self.rowCount(top)))
        told = tops if of_groups else [index for index in values if not self.is_remark(index)]
        return max((self._text(index) for index in told), key=_half_widths, default="")

    def is_remark(self, index: Index) -> bool:
        """Whether a row is a sentence without values."""
        return index.internalId() != TOP and isinstance(self._row(index), str)

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two by this name
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, TOP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.groups)
        is_group = parent.internalId() == TOP and parent.column() == 0
        return len(self._rows[parent.row()]) if is_group else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (BEFORE, AFTER):
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles[section] + RIM if section in (BEFORE, AFTER) else self._titles[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == WHAT and self._choices(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(index) or None
        if role == Qt.ItemDataRole.CheckStateRole and column == WHAT:
            return self._tick(index)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (BEFORE, AFTER):
            return RIGHT
        if role == Qt.ItemDataRole.DecorationRole and column == WHAT:
            return self._sign(index)
        return self._ink(index) if role == Qt.ItemDataRole.ForegroundRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._choose(self._choices(index), wanted=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    # Internal

    def _of_file(self, proposal: Proposal) -> list[tuple[Group, tuple[Row, ...]]]:
        """What is to be told of the file as a whole, before its tables: also what is wrong in it."""
        wrong = [finding.message for finding in proposal.outcome.findings if finding.level == ERROR]
        count = len(proposal.printed.remarks) + len(wrong)
        rows = (*proposal.printed.remarks, *wrong[:MOST_WRONG])
        if len(wrong) > MOST_WRONG:
            rows += (
                self.tr("另有 {count} 处错误，用「检查一份已有报告」看全部").format(count=len(wrong) - MOST_WRONG),
            )
        note = self.tr("{count} 处请核对").format(count=count)
        return [(Group("file", self.tr("整个文件"), note=note), rows)] if rows else []

    def _dress(self) -> None:
        theme = self._look.theme
        self._faint, self._doubt = theme["window.faint"], theme["marks.warning"]
        self._warning, self._done = mark_icon(Mark.WARNING, theme), mark_icon(Mark.DONE, theme)

    def _group(self, index: Index) -> Group | None:
        return self.groups[index.row()] if index.internalId() == TOP else None

    def _row(self, index: Index) -> Row:
        return self._rows[int(index.internalId()) - 1][index.row()]

    def _choices(self, index: Index) -> list[Item]:
        """The values a tick stands for."""
        group = self._group(index)
        if group is not None:
            return [item for item in group.items if item.taken]
        row = self._row(index)
        return [row] if isinstance(row, Item) and row.taken else []

    def _choose(self, items: list[Item], *, wanted: bool) -> None:
        addresses = {item.address for item in items}
        self.refused = self.refused - addresses if wanted else self.refused | addresses
        for row in range(len(self.groups)):
            top = self.index(row, WHAT)
            self.dataChanged.emit(top, top, [Qt.ItemDataRole.CheckStateRole])
            if self.rowCount(top):
                last = self.index(self.rowCount(top) - 1, WHAT, top)
                self.dataChanged.emit(self.index(0, WHAT, top), last, [Qt.ItemDataRole.CheckStateRole])
        self.refusedChanged.emit()

    def _tick(self, index: Index) -> Qt.CheckState | None:
        choices = self._choices(index)
        if not choices:
            return None
        refused = sum(item.address in self.refused for item in choices)
        if not refused:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if refused == len(choices) else Qt.CheckState.PartiallyChecked

    def _sign(self, index: Index) -> object:
        group = self._group(index)
        if group is None:
            return self._warning if isinstance(self._row(index), str) else None
        if group.recognition is None:
            return self._warning if group.doubts or self._has_words_only(index) else None
        return self._warning if group.recognition.certainty != SURE else self._done

    def _ink(self, index: Index) -> QColor | None:
        group = self._group(index)
        if group is not None:
            return None if group.items or self._has_words_only(index) else self._faint
        row = self._row(index)
        if isinstance(row, str):
            return self._doubt
        return None if row.taken and index.column() not in (BEFORE, ORIGIN, NOTE) else self._faint

    def _has_words_only(self, index: Index) -> bool:
        """Whether a group says something and offers nothing: the file as a whole."""
        return bool(self._rows[index.row()]) and not self.groups[index.row()].items

    def _text(self, index: Index) -> str:
        group = self._group(index)
        if group is not None:
            return {WHAT: group.title, NOTE: self._told(group)}.get(index.column(), "")
        row = self._row(index)
        if isinstance(row, str):
            return row if index.column() == WHAT else ""
        origin = f" {row.origin}" if row.origin else ""
        return (row.label, row.before, row.after, origin, row.note)[index.column()]

    def _told(self, group: Group) -> str:
        """How a table was recognised, or how a thing carries over."""
        known = group.recognition
        if known is None:
            return group.note or self.tr("{count} 节").format(count=len(group.items))
        way, certainty = self._ways[known.by], self._certainty[known.certainty]
        how = self.tr("按{by}认出，{certainty}").format(by=way, certainty=certainty)
        read = self.tr(" · 读出 {lines} 行 {figures} 个数").format(lines=known.lines, figures=known.figures)
        told = how + (read if known.figures else self.tr(" · 空表"))
        page = self.tr(" · 第 {page} 页").format(page=known.page) if known.page else ""
        odd = (
            self.tr(" · 有 {count} 处没有读懂").format(count=len(known.not_understood)) if known.not_understood else ""
        )
        return told + page + odd


def _half_widths(text: str) -> int:
    """About how wide a text is: a Chinese sign is twice as wide as a digit."""
    return len(text.encode("gb18030", "replace"))


def _rows(group: Group) -> tuple[Row, ...]:
    """First what is doubtful and what was not understood, then the values."""
    return (*group.doubts, *(group.recognition.not_understood if group.recognition else ()), *group.items)
