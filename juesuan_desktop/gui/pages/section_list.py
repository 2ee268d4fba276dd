"""The sections of a part, each with its sign and its whole title, below the headings that several of them share."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from juesuan_desktop.forms.form import Part, Section
from juesuan_desktop.forms.paper import filled
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import SignSize
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import mark_icon
from juesuan_desktop.gui.standing import worst

SECTION = Qt.ItemDataRole.UserRole
INDENT, SIDE, ABOVE = 14, 4, 1
Index = QModelIndex | QPersistentModelIndex


class SectionList(QTreeWidget):
    """A part with one untitled section is that section."""

    def __init__(self, live: LiveReport, look: Look, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._look = live, look
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Titles(self))
        self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)
        SignSize(self, look)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setAccessibleName(self.tr("文字部分"))
        self._list(part)
        self.expandAll()

    def section_of(self, item: QTreeWidgetItem | None) -> str:
        """The id of the section that a line stands for; '' for a heading."""
        return str(item.data(0, SECTION) or "") if item else ""

    def section_ids(self) -> list[str]:
        """All of them, from top to bottom."""
        return [self.section_of(item) for item in self._items()]

    def choose(self, section_id: str) -> None:
        """Go to a section."""
        for item in self._items():
            if self.section_of(item) == section_id:
                self.setCurrentItem(item)

    def sign_all(self) -> None:
        """Show how each section stands now."""
        for item in self._items():
            self._sign(item)

    def _list(self, part: Part) -> None:
        top = QTreeWidgetItem(self, [filled(part.title, self._live.session.facts)])
        top.setToolTip(0, part.number)
        if len(part.sections) == 1 and not part.sections[0].title:
            self._name(top, part.sections[0])
            return
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        under, parent = "", top
        for section in part.sections:
            if section.under != under:
                under, parent = section.under, top
                if under:
                    parent = QTreeWidgetItem(top, [filled(under, self._live.session.facts)])
                    parent.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._name(QTreeWidgetItem(parent, [filled(section.title, self._live.session.facts)]), section)

    def _name(self, item: QTreeWidgetItem, section: Section) -> None:
        item.setData(0, SECTION, section.id)
        item.setToolTip(0, item.text(0))
        self._sign(item)

    def _sign(self, item: QTreeWidgetItem) -> None:
        standing = self._live.standing.of_section(self.section_of(item))
        item.setIcon(0, mark_icon(worst(standing), self._look.theme))

    def _items(self) -> list[QTreeWidgetItem]:
        found = self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return [item for item in found if self.section_of(item)]


class _Titles(QStyledItemDelegate):
    """Rows as high as their titles: one that is cut off reads like its neighbour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, metrics = self.parent(), option.fontMetrics
        assert isinstance(view, QTreeView)
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        sign = view.iconSize().width() + SIDE if index.data(Qt.ItemDataRole.DecorationRole) else 0
        room = QRect(0, 0, view.columnWidth(0) - depth * view.indentation() - sign - 2 * SIDE, 1000)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere, str(index.data()))
        return QSize(0, wrapped.height() + 2 * ABOVE)
