"""The findings as a list: sign, table, sentence, both numbers, gap, and why: the likely cause or her reason."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QIcon

from juesuan_desktop.amounts import printed
from juesuan_desktop.desk.reasons import earlier_reason, wants_reason
from juesuan_desktop.gui.findings.rows import Row, Rows, Wish, grouped, kind_words, message, place_words
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, mark_icon
from juesuan_desktop.gui.pages.page_parts import RIM
from juesuan_desktop.rules.findings import Finding

KIND, TABLE, MESSAGE, PRINTED, EXPECTED, GAP, WHY = range(7)
NUMBERS = (PRINTED, EXPECTED, GAP)
GROUPS = 2  # 尾差 and 未检查
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SEEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
WRITABLE = SEEN | Qt.ItemFlag.ItemIsEditable
TOP = 0  # the internal id of rows that lie in no group; rows in a group carry its number plus one


class FindingsModel(QAbstractItemModel):
    """The findings of the open report that she wants to see, in their order.

    Attributes:
        everything: all rows, wanted or not, for whoever counts them.
        tells_numbers: whether the sentences have their numbers in them: columns for them have no room.
    """

    def __init__(self, live: LiveReport, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live, self._look = live, look
        self._making = Rows(live)
        self.everything: tuple[Row, ...] = ()
        self.wish = Wish()
        self.tells_numbers = False
        self._rows: tuple[Row, ...] = ()
        look.wear(self._draw_icons)
        self._titles = (
            self.tr("类别"),
            self.tr("表"),
            self.tr("说明"),
            self.tr("表中数"),
            self.tr("应为"),
            self.tr("差额"),
            self.tr("原因、说明"),
        )

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        if not index.isValid():
            return None
        group = index.internalId()
        return self._rows[index.row()] if group == TOP else self._rows[group - 1].children[index.row()]

    def finding(self, index: Index) -> Finding | None:
        """The finding at an index; None on a row that only opens."""
        row = self.row(index)
        return row.finding if row else None

    def wanted(self) -> tuple[Row, ...]:
        """The rows she wants to see, as the report stands now; nothing grouped."""
        return tuple(row for row in self._making.now() if self.wish.takes(row))

    def refresh(self) -> bool:
        """Take the present findings; False if nothing changed."""
        return self._take(self._making.now(), self.wish)

    def longest(self, column: int) -> str:
        """The longest number that stands in a column, those in groups too."""
        rows = chain(self._rows, *(row.children for row in self._rows))
        return max((self._text(row, column) for row in rows), key=len, default="")

    def tell_numbers(self, *, in_words: bool) -> None:
        """Put the numbers into the sentences, or leave them to their columns."""
        self.layoutAboutToBeChanged.emit()
        self.tells_numbers = in_words
        self.layoutChanged.emit()

    def show_only(self, wish: Wish) -> None:
        """Show what she wants to see."""
        self._take(self.everything, wish)

    def groups(self) -> Iterator[QModelIndex]:
        """The rows that open; they stand last."""
        for number in range(max(0, len(self._rows) - GROUPS), len(self._rows)):
            if self._rows[number].children:
                yield self.createIndex(number, KIND, TOP)

    def index_like(self, finding: Finding | None) -> QModelIndex:
        """Where the same check stands after a refresh; invalid if it holds now."""
        wanted = _identity(finding) if finding else None
        for number, row in enumerate(self._rows):
            if row.finding and _identity(row.finding) == wanted:
                return self.index(number, KIND)
            for below, child in enumerate(row.children):
                if child.finding and _identity(child.finding) == wanted:
                    return self.index(below, KIND, self.index(number, KIND))
        return QModelIndex()

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(self._titles)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index | None = None) -> QModelIndex | QObject | None:  # type: ignore[override]  # Qt has two by this name
        if index is None:
            return super().parent()
        group = index.internalId() if index.isValid() else TOP
        return QModelIndex() if group == TOP else self.createIndex(group - 1, 0, TOP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._rows)
        if parent.column() or parent.internalId() != TOP:
            return 0
        return len(self._rows[parent.row()].children)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles[section] + RIM if section in NUMBERS else self._titles[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.column() == WHY:
            finding = self.finding(index)
            if finding is not None and self._takes_reason(finding):
                return WRITABLE
        return SEEN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        told = _TELLING.get(Qt.ItemDataRole(role))
        return told(self, row, index.column()) if row and told else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        finding = self.finding(index)
        if finding is None or role != Qt.ItemDataRole.EditRole:
            return False
        # The list is made anew by this edit: only once its editor is closed.
        QTimer.singleShot(0, self, lambda: self._live.explain_away(finding, str(value)))
        return True

    # Internal

    def _draw_icons(self) -> None:
        self._icons: dict[Mark, QIcon] = {mark: mark_icon(mark, self._look.theme) for mark in Mark}

    def _take(self, everything: tuple[Row, ...], wish: Wish) -> bool:
        if everything == self.everything and wish == self.wish:
            return False
        self.beginResetModel()
        self.everything, self.wish = everything, wish
        self._rows = grouped(everything, wish)
        self.endResetModel()
        return True

    def _text(self, row: Row, column: int) -> str:
        if column in (KIND, MESSAGE):
            return kind_words(row) if column == KIND else message(row, with_numbers=self.tells_numbers)
        if column == TABLE:
            return place_words(row, self._live.session.form)
        if row.finding is None:
            return ""
        if column == WHY:
            return self._why(row, row.finding)
        return _amount(
            {PRINTED: row.finding.printed, EXPECTED: row.finding.expected, GAP: row.finding.difference}[column]
        )

    def _takes_reason(self, finding: Finding) -> bool:
        return wants_reason(finding) and not self._live.session.is_read_only

    def _why(self, row: Row, finding: Finding) -> str:
        """Her reason, else the likely cause and whether a reason is wanted."""
        if row.reason:
            return row.reason
        wish = self.tr("按 F2 写出错说明") if self._takes_reason(finding) else ""
        return "　".join(filter(None, (self._live.session.state.causes.of(finding), wish)))

    def _edited(self, row: Row, _column: int) -> str:
        """What the editor begins with."""
        if row.finding is None:
            return ""
        return row.reason or earlier_reason(self._live.session.report, row.finding)

    def _icon(self, row: Row, column: int) -> QIcon | None:
        return self._icons[row.kind] if column == KIND else None

    def _align(self, _row: Row, column: int) -> Qt.AlignmentFlag | None:
        return RIGHT if column in NUMBERS else None

    def _colour(self, row: Row, column: int) -> object:
        """Causes and wishes stand back behind what is certain."""
        return self._look.theme["window.faint"] if column == WHY and not row.reason else None

    def _tooltip(self, row: Row, column: int) -> str | None:
        if row.finding is None:
            return message(row)
        why = self._why(row, row.finding)
        return "\n".join(filter(None, (f"{row.finding.rule}　{row.finding.message}", why)))

    def _spoken(self, row: Row, column: int) -> str:
        return f"{self._titles[column]} {self._text(row, column)}"


_TELLING = {
    Qt.ItemDataRole.DisplayRole: FindingsModel._text,
    Qt.ItemDataRole.EditRole: FindingsModel._edited,
    Qt.ItemDataRole.DecorationRole: FindingsModel._icon,
    Qt.ItemDataRole.TextAlignmentRole: FindingsModel._align,
    Qt.ItemDataRole.ForegroundRole: FindingsModel._colour,
    Qt.ItemDataRole.ToolTipRole: FindingsModel._tooltip,
    Qt.ItemDataRole.AccessibleTextRole: FindingsModel._spoken,
}


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else printed(amount)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.rule, frozenset(place.address or place.section or place.table for place in finding.where)
