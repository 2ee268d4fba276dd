"""新建: place, year, unit, and where it is kept, on one page."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from juesuan_desktop.forms.form import Form
from juesuan_desktop.gui.look.dress import WIDE, Width
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.pages.page_parts import Page, heading, set_in_the_middle, told_in
from juesuan_desktop.gui.pages.target_field import TargetField

WIDTH_CHARACTERS = 46


@dataclass(frozen=True, slots=True)
class NewReport:
    """What a new report needs to begin."""

    form_id: str
    year: int
    unit: str
    target: Path


class NewPage(Page):
    """``accepted`` carries the new report, ``left`` says she does not want one."""

    accepted = Signal(NewReport)
    left = Signal()

    def __init__(self, forms: tuple[Form, ...], folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.form, self.year, self.unit = QComboBox(self), QSpinBox(self), QLineEdit(self)
        self.target = TargetField(self)
        self.ok, self.cancel = QPushButton(self.tr("新建(&N)"), self), QPushButton(self.tr("取消(&C)"), self)
        self._fault = QLabel(self)
        told_in(self._fault, look, "marks.warning")
        for form in forms:
            self.form.addItem(form.name, form)
        self._lay_out(look)
        self.form.currentIndexChanged.connect(self._limit_years)
        for changed in (self.unit.textChanged, self.year.valueChanged):
            changed.connect(self._propose)
        self.target.changed.connect(self._allow)
        self.unit.returnPressed.connect(self._accept)
        self.target.name.returnPressed.connect(self._accept)
        self.ok.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.left)
        self._limit_years()
        self._propose()

    def begin(self) -> None:
        self.unit.setFocus()

    @property
    def fault(self) -> str:
        """Why the report cannot begin yet."""
        return self._fault.text()

    def answer(self) -> NewReport | None:
        """What was chosen, None while something is missing."""
        form, target = self.form.currentData(), self.target.path()
        if form is None or target is None or self.fault:
            return None
        return NewReport(form.id, self.year.value(), self.unit.text().strip(), target)

    def _lay_out(self, look: Look) -> None:
        rows = QFormLayout()
        rows.addRow(self.tr("地方样表(&P)"), self.form)
        rows.addRow(self.tr("决算年度(&Y)"), self.year)
        rows.addRow(self.tr("单位名称(&U)"), self.unit)
        place = QLabel(self.tr("存为(&S)"), self)
        place.setBuddy(self.target.name)
        rows.addRow(place, self.target)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(10)
        self.unit.setPlaceholderText(self.tr("封面和表上印的全称"))
        buttons = QHBoxLayout()
        buttons.addWidget(self._fault, 1)
        buttons.addWidget(self.ok)
        buttons.addWidget(self.cancel)
        middle = QWidget(self)
        Width(middle, look, most=WIDE * WIDTH_CHARACTERS)
        column = QVBoxLayout(middle)
        column.addStretch(1)
        column.addWidget(heading(self.tr("新建报告"), look))
        column.addSpacing(8)
        column.addLayout(rows)
        column.addSpacing(10)
        column.addLayout(buttons)
        column.addStretch(2)
        set_in_the_middle(self, middle)

    def _limit_years(self) -> None:
        """The years the form is for; last year, which is what is reported on, if it is one of them."""
        form = self.form.currentData()
        if form is not None:
            self.year.setRange(form.years[0], form.years[-1])
            self.year.setValue(QDate.currentDate().year() - 1)

    def _propose(self) -> None:
        self.target.propose(self._folder, f"{self.unit.text().strip()}{self.year.value()}")
        self._allow()

    def _allow(self) -> None:
        missing = "" if self.unit.text().strip() else self.tr("请填单位名称")
        fault = missing or self.target.fault()
        self._fault.setText(fault)
        self.ok.setEnabled(not fault and self.form.count() > 0)

    def _accept(self) -> None:
        answer = self.answer()
        if answer is not None:
            self.accepted.emit(answer)
