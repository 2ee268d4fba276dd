"""The findings as a list: sign, table, sentence, both numbers, gap."""

from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from juesuan_desktop.amounts import printed
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.marks import Mark, mark_icon, mark_of, word_of
from juesuan_desktop.rules.findings import Finding

KIND, TABLE, MESSAGE, PRINTED, EXPECTED, GAP = range(6)
NUMBERS = (PRINTED, EXPECTED, GAP)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FindingsModel(QAbstractTableModel):
    """All findings of the open report, in their order."""

    def __init__(self, live: LiveReport, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._icons: dict[Mark, QIcon] = {mark: mark_icon(mark, look.theme) for mark in Mark}
        self._findings: tuple[Finding, ...] = live.standing.findings
        self._titles = (
            self.tr("类别"),
            self.tr("表"),
            self.tr("说明"),
            self.tr("表中数"),
            self.tr("应为"),
            self.tr("差额"),
        )

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row."""
        return self._findings[index.row()] if index.isValid() else None

    def refresh(self) -> None:
        """Take the present findings."""
        if self._findings == self._live.standing.findings:
            return
        self.beginResetModel()
        self._findings = self._live.standing.findings
        self.endResetModel()

    def row_like(self, finding: Finding | None) -> int:
        """The row of the same check after a refresh, -1 if it holds now."""
        wanted = _identity(finding) if finding else None
        return next((row for row, other in enumerate(self._findings) if _identity(other) == wanted), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return RIGHT
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(finding, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == KIND:
            return self._icons[mark_of(finding)]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{finding.rule}　{finding.message}"
        return None

    def _text(self, finding: Finding, column: int) -> str:
        if column == KIND:
            return word_of(finding)
        if column == TABLE:
            return self._tables(finding) or "、".join(filter(None, (place.section for place in finding.where)))
        if column == MESSAGE:
            return finding.message
        return _amount({PRINTED: finding.printed, EXPECTED: finding.expected, GAP: finding.difference}[column])

    def _tables(self, finding: Finding) -> str:
        """The tables it is about, by number: 「公开01、04」."""
        tables = dict.fromkeys(place.table for place in finding.where if place.table)
        by_id = self._live.session.form.by_id
        numbers = [by_id[table].layout.number.removesuffix("表") for table in tables]
        return "、".join((*numbers[:1], *(number.removeprefix("公开") for number in numbers[1:])))


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else printed(amount)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.rule, frozenset(place.address or place.section or place.table for place in finding.where)
