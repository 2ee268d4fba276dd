"""The tree of a proposal: ticks with Space, tables open with the right arrow."""

from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from juesuan_desktop.desk.proposal import Proposal
from juesuan_desktop.gui.look.dress import SignSize
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.pages.page_parts import RIM, Rimmed
from juesuan_desktop.gui.taking.proposal_model import AFTER, BEFORE, NOTE, ORIGIN, WHAT, Index, ProposalModel

MANY = 12
LEAST = {WHAT: "国" * 14, NOTE: "国" * 10, AFTER: "99,999,999.99", BEFORE: "99,999,999.99", ORIGIN: "收支总表!AA10"}
TITLES, VALUES = True, False
RANKS = ((WHAT, TITLES, 40), (NOTE, TITLES, 30), (AFTER, VALUES, 14), (BEFORE, VALUES, 14), (WHAT, VALUES, 40))
REST = ((NOTE, TITLES, 60), (NOTE, VALUES, 60), (ORIGIN, VALUES, 24))  # of so many characters, in this order
RIMS, SIGNS = 20, 3  # points around a text; what stands before a title: steps, tick and sign, as steps


class Spread(Rimmed):
    """What is said of a group may begin where its values would stand: it has none of its own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tree = self.parent()
        if isinstance(tree, ProposalTree) and index.column() == NOTE and not index.parent().isValid():
            option.rect.setLeft(tree.left_of_notes())
        super().paint(painter, option, index)


class ProposalTree(QTreeView):
    """Shows one proposal after the other; ticks of the same values stay."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._has_origin, self._longest_note = look, False, ""
        self._wished: list[tuple[int, str]] = []
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setItemDelegate(Spread(self))
        SignSize(self, look)
        self.setAccessibleName(self.tr("会带来什么"))
        look.changed.connect(self._size_columns)

    def proposal_model(self) -> ProposalModel:
        """The ticks."""
        model = self.model()
        assert isinstance(model, ProposalModel)
        return model

    def show_proposal(self, proposal: Proposal, before: str, *, with_before: bool) -> None:
        """Show a proposal; what was refused stays refused where it is there again."""
        last = self.model()
        model = ProposalModel(proposal, before, self._look, self)
        if isinstance(last, ProposalModel):
            model.refused = last.refused & {item.address for group in proposal.groups for item in group.items}
            last.deleteLater()
        self.setModel(model)
        self.setColumnHidden(BEFORE, not with_before)
        self._has_origin = any(item.origin for group in proposal.groups for item in group.items)
        self._longest_note = model.longest(NOTE, of_groups=True)
        self._wished = [(at, model.longest(at, of_groups=titles)[:most]) for at, titles, most in RANKS + REST]
        self._size_columns()
        for row, group in enumerate(model.groups):
            is_doubtful = bool(group.doubts or (group.recognition and group.recognition.not_understood))
            is_short = 0 < model.rowCount(model.index(row, WHAT)) < MANY
            self.setExpanded(model.index(row, WHAT), is_doubtful or is_short)
        self._give_remarks_the_width(model)
        self.setCurrentIndex(model.index(0, WHAT))

    def left_of_notes(self) -> int:
        """Where what is said of groups begins: in its own column, or further left where that holds too little."""
        first = AFTER if self.isColumnHidden(BEFORE) else BEFORE
        least, own = self.columnViewportPosition(first), self.columnViewportPosition(NOTE)
        return max(least, min(own, self.viewport().width() - self._wide(NOTE, self._longest_note)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size_columns()

    def _size_columns(self) -> None:
        """What there is room for is given to each column by rank until it holds its longest text; 出处 goes first."""
        if self.model() is None:
            return
        self.header().setStretchLastSection(False)
        for has_origin in (self._has_origin, False):
            self.setColumnHidden(ORIGIN, not has_origin)
            shown = [column for column in LEAST if not self.isColumnHidden(column)]
            widths = {column: self._wide(column, LEAST[column]) for column in shown}
            spare = self.viewport().width() - sum(widths.values())
            if spare >= 0:
                break
        for column, text in self._wished:
            more = max(0, min(spare, self._wide(column, text) - widths[column])) if column in widths else 0
            widths[column] = widths.get(column, 0) + more
            spare -= more
        for column in shown:
            self.setColumnWidth(column, widths[column])
        self.header().setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)

    def _wide(self, column: int, text: str) -> int:
        before = SIGNS * self.indentation() if column == WHAT else 0
        return before + self.fontMetrics().horizontalAdvance(text + RIM) + RIMS

    def _give_remarks_the_width(self, model: ProposalModel) -> None:
        """What was not understood is a sentence of its own: it has no values beside it."""
        for top in range(model.rowCount()):
            group = model.index(top, WHAT)
            for row in range(model.rowCount(group)):
                if model.is_remark(model.index(row, WHAT, group)):
                    self.setFirstColumnSpanned(row, group, True)
