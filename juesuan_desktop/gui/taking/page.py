"""Import and roll-over on one page: what was recognised, side by side with what stands, ticked before it is taken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from juesuan_desktop.amounts import REPORT_UNITS
from juesuan_desktop.desk.conclusion import Stage
from juesuan_desktop.desk.proposal import Proposal
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.pages.page_parts import Page, heading, tab_through, told_in
from juesuan_desktop.gui.pages.target_field import TargetField
from juesuan_desktop.gui.standing import STAGE_MARKS, Standing, Unjudged, counted, standing_of
from juesuan_desktop.gui.taking.offer import NEW_FILE, OPEN_REPORT, Offer, Taken, Wishes
from juesuan_desktop.gui.taking.proposal_model import ProposalModel
from juesuan_desktop.gui.taking.proposal_tree import ProposalTree


class TakingPage(Page):
    """``accepted`` carries what is taken, ``left`` says nothing is; ``wished`` asks for the proposal anew.

    Nothing is written before.
    """

    accepted = Signal(Taken)
    wished = Signal(Wishes)
    left = Signal()

    def __init__(self, offer: Offer, proposal: Proposal, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer, self._look, self._wishes = offer, look, offer.wishes
        self.proposal, self._refusal = proposal, ""
        self.into, self.form, self.amount_unit = QComboBox(self), QComboBox(self), QComboBox(self)
        self.year, self.unit_name = QSpinBox(self), QLineEdit(self)
        self.target = TargetField(self)
        self.tree = ProposalTree(look, self)
        self._told, self._doubt, self._count = QLabel(self), QLabel(self), QLabel(self)
        self.ok, self.cancel = QPushButton(offer.words.button, self), QPushButton(self.tr("取消(&C)"), self)
        self._dress = told_in(self._told, look, "window.text")
        told_in(self._doubt, look, "marks.warning")
        self._fill()
        self._lay_out()
        self._connect()
        self._show()

    def begin(self) -> None:
        self.tree.setFocus()

    @property
    def told(self) -> str:
        """How much is taken, or why nothing can be."""
        return self._count.text()

    @property
    def balance(self) -> str:
        """How the file stands by itself."""
        return self._told.text()

    @property
    def doubt(self) -> str:
        """What should be looked at before taking."""
        return self._doubt.text()

    @property
    def model(self) -> ProposalModel:
        """The ticks."""
        return self.tree.proposal_model()

    def show_proposal(self, proposal: Proposal) -> None:
        """The proposal made anew."""
        self.proposal, self._refusal = proposal, ""
        self._show()

    def refuse(self, sentence: str) -> None:
        """What she chose cannot be had: nothing is taken until she chooses otherwise."""
        self._refusal = sentence
        self._allow()

    # What she does

    def _on_wish(self) -> None:
        """Another form, money unit, year or target: propose anew."""
        wishes = Wishes(
            self.into.currentData() or NEW_FILE,
            self.form.currentData(),
            self.amount_unit.currentText(),
            self.year.value(),
            self.unit_name.text().strip(),
        )
        if wishes != self._wishes:
            self._wishes = wishes
            self.wished.emit(wishes)

    def _accept(self) -> None:
        if self.ok.isEnabled():
            target = None if self._is_into_open() else self.target.path()
            self.accepted.emit(Taken(self.proposal, frozenset(self.model.refused), target))

    # Showing

    def _show(self) -> None:
        into_open = self._is_into_open()
        before = self.tr("现有") if into_open else self._offer.words.before
        self.tree.show_proposal(self.proposal, before, with_before=into_open or self._offer.side_by_side)
        self.model.refusedChanged.connect(self._allow)
        self.target.setVisible(not into_open)
        self._told.setText(self._balance())
        self._dress.write_in(f"marks.{STAGE_MARKS[self._standing().stage]}")
        self._doubt.setText(self.proposal.doubt)
        self._doubt.setVisible(bool(self.proposal.doubt))
        self._propose_name()
        self._allow()

    def _balance(self) -> str:
        standing = self._standing()
        if standing.stage is Stage.WRONG:
            words = self.tr("这份文件本身{verdict}，逐条列在下面，先看清楚再作为依据：{counts}")
            return words.format(verdict=standing.verdict, counts=counted(standing))
        return self.tr("这份文件{verdict}：{counts}").format(verdict=standing.verdict, counts=counted(standing))

    def _standing(self) -> Standing:
        """How the file stands by itself."""
        outcome = self.proposal.outcome
        return standing_of(outcome.findings, unjudged=Unjudged(checks=outcome.counts["not_run"]), is_foreign=True)

    def _propose_name(self) -> None:
        year = self.year.value() or self.proposal.printed.year
        stem = f"{self.unit_name.text().strip() or self._offer.file.stem}{year or ''}"
        self.target.propose(self._offer.file.absolute().parent, stem)

    def _allow(self) -> None:
        taken, total = self.model.count()
        year_missing = "" if self.year.value() else self.tr("请填年度")
        name_missing = "" if self.unit_name.text().strip() else self.tr("请填单位名称")
        fault = self._refusal or ("" if self._is_into_open() else year_missing or name_missing or self.target.fault())
        told = self.tr("取用 {taken} 项，共 {total} 项").format(taken=taken, total=total)
        self._count.setText(fault or told)
        self.ok.setEnabled(not fault and taken > 0)

    def _is_into_open(self) -> bool:
        return bool(self.into.currentData() == OPEN_REPORT)

    # Building

    def _fill(self) -> None:
        printed = self.proposal.printed
        self.into.addItem(self.tr("新的报告文件"), NEW_FILE)
        if self._offer.open_name:
            self.into.addItem(self.tr("打开的报告「{name}」").format(name=self._offer.open_name), OPEN_REPORT)
        self.into.setCurrentIndex(self.into.findData(self._wishes.into))
        for form_id, name in self._offer.forms:
            self.form.addItem(name, form_id)
        self.form.setCurrentIndex(self.form.findData(self._wishes.form_id or printed.form_id))
        self.amount_unit.addItems(REPORT_UNITS)
        self.amount_unit.setCurrentText(printed.amount_unit)
        self.year.setRange(0, 2099)
        self.year.setSpecialValueText(self.tr("没有认出"))
        self.year.setValue(self._wishes.year or printed.year)
        self.unit_name.setText(printed.unit_name)
        self.unit_name.setPlaceholderText(self.tr("没有认出，请填"))
        self._wishes = Wishes(
            self._wishes.into, self.form.currentData(), printed.amount_unit, self.year.value(), printed.unit_name
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(heading(f"{self._offer.words.title}　{self._offer.file.name}", self._look))
        for row in self._choices():
            column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self._doubt)
        column.addWidget(self.tree, 1)
        column.addLayout(self._bottom())

    def _choices(self) -> tuple[QHBoxLayout, QHBoxLayout]:
        above, below = QHBoxLayout(), QHBoxLayout()
        self.into.setVisible(bool(self._offer.open_name))
        for row, words, widget in (
            (above, self.tr("导入到(&O)"), self.into),
            (above, self.tr("样表(&P)"), self.form),
            (above, self.tr("金额单位(&M)"), self.amount_unit),
            (below, self.tr("决算年度(&Y)"), self.year),
            (below, self.tr("单位名称(&U)"), self.unit_name),
        ):
            label = QLabel(words, self)
            label.setBuddy(widget)
            label.setVisible(widget is not self.into or bool(self._offer.open_name))
            row.addWidget(label)
            row.addWidget(widget, 1 if widget is self.unit_name else 0)
        above.addStretch(1)
        return above, below

    def _bottom(self) -> QVBoxLayout:
        buttons, column = QHBoxLayout(), QVBoxLayout()
        every, none = QPushButton(self.tr("全取(&A)"), self), QPushButton(self.tr("全不取(&Z)"), self)
        for button, wanted in ((every, True), (none, False)):
            button.clicked.connect(lambda _=False, wanted=wanted: self.model.choose_all(wanted=wanted))
            buttons.addWidget(button)
        tab_through(
            self.unit_name, self.tree, self.target.name, self.target.look_button, every, none, self.ok, self.cancel
        )
        self._count.setWordWrap(True)
        buttons.addWidget(self._count, 1)
        buttons.addWidget(self.ok)
        buttons.addWidget(self.cancel)
        column.addWidget(self.target)
        column.addLayout(buttons)
        return column

    def _connect(self) -> None:
        for box in (self.into, self.form, self.amount_unit):
            box.activated.connect(self._on_wish)
        self.year.editingFinished.connect(self._on_wish)
        self.unit_name.editingFinished.connect(self._on_wish)
        self.unit_name.textChanged.connect(self._allow)
        self.target.changed.connect(self._allow)
        self.ok.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.left)
