"""The tree of a proposal: ticks with Space, tables open with the right arrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from juesuan_desktop.desk.proposal import Proposal
from juesuan_desktop.gui.dress import SignSize
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.page_parts import RIM, Rimmed
from juesuan_desktop.gui.proposal_model import AFTER, BEFORE, NOTE, ORIGIN, WHAT, ProposalModel

MANY = 12
SAMPLES = {BEFORE: "99,999,999.99", AFTER: "99,999,999.99", ORIGIN: "收支总表!AA10"}
WHAT_CHARACTERS, WHAT_SHARE = 18, 0.34


class ProposalTree(QTreeView):
    """Shows one proposal after the other; ticks of the same values stay."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setItemDelegate(Rimmed(self))
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
        self.setColumnHidden(ORIGIN, not any(item.origin for group in proposal.groups for item in group.items))
        self._size_columns()
        for row, group in enumerate(proposal.groups):
            is_doubtful = group.recognition is not None and bool(group.recognition.not_understood)
            self.setExpanded(model.index(row, WHAT), is_doubtful or 0 < len(group.items) < MANY)
        self.setCurrentIndex(model.index(0, WHAT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size_columns()

    def _size_columns(self) -> None:
        if self.model() is None:
            return
        metrics, header = self.fontMetrics(), self.header()
        header.setStretchLastSection(False)
        least = metrics.horizontalAdvance("国" * WHAT_CHARACTERS)
        self.setColumnWidth(WHAT, max(least, round(self.viewport().width() * WHAT_SHARE)))
        for column, sample in SAMPLES.items():
            self.setColumnWidth(column, metrics.horizontalAdvance(sample + RIM) + 20)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
