"""What is asked or told in a box of its own: rarely."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from juesuan_desktop.forms.form import Form

UNIT_CHARACTERS = 26


@dataclass(frozen=True, slots=True)
class NewReport:
    """What a new report needs to begin."""

    form_id: str
    year: int
    unit: str


class NewReportDialog(QDialog):
    """新建: place, year, unit."""

    def __init__(self, forms: tuple[Form, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("新建报告"))
        self.form, self.year, self.unit = QComboBox(self), QSpinBox(self), QLineEdit(self)
        for form in forms:
            self.form.addItem(form.name, form)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._lay_out()
        self.form.currentIndexChanged.connect(self._limit_years)
        self.unit.textChanged.connect(self._allow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._limit_years()
        self._allow()
        self.unit.setFocus()

    def answer(self) -> NewReport:
        """What was chosen."""
        return NewReport(self.form.currentData().id, self.year.value(), self.unit.text().strip())

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.addRow(self.tr("地方样表(&P)"), self.form)
        rows.addRow(self.tr("决算年度(&Y)"), self.year)
        rows.addRow(self.tr("单位名称(&U)"), self.unit)
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(10)
        self.unit.setMinimumWidth(self.fontMetrics().horizontalAdvance("国" * UNIT_CHARACTERS))
        self.unit.setPlaceholderText(self.tr("封面和表上印的全称"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(16)
        column.addLayout(rows)
        column.addWidget(self.buttons)

    def _limit_years(self) -> None:
        """The years the form is for; last year, which is what is reported on, if it is one of them."""
        form = self.form.currentData()
        if form is None:
            return
        self.year.setRange(form.years[0], form.years[-1])
        self.year.setValue(QDate.currentDate().year() - 1)

    def _allow(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.unit.text().strip()) and self.form.count() > 0)


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say one sentence about something that could not be done."""
    QMessageBox.warning(parent, QCoreApplication.translate("Dialogs", "没有做成"), sentence)


def offer(parent: QWidget | None, sentence: str, suggestion: Path) -> bool:
    """Say why a file could not be written and offer another name."""
    translate = QCoreApplication.translate
    question = translate("Dialogs", "改存为「{name}」吗？").format(name=suggestion.name)
    answer = QMessageBox.question(parent, translate("Dialogs", "没有做成"), f"{sentence}\n\n{question}")
    return answer == QMessageBox.StandardButton.Yes


def ask_close_unsaved(parent: QWidget | None, sentence: str) -> bool:
    """Say that the report cannot be saved and ask whether to close all the same."""
    translate = QCoreApplication.translate
    box = QMessageBox(QMessageBox.Icon.Warning, translate("Dialogs", "还没有保存"), sentence, parent=parent)
    box.setInformativeText(translate("Dialogs", "最近的改动还在窗口里，没有写进文件。关闭后就没有了。"))
    stay = box.addButton(translate("Dialogs", "返回"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(translate("Dialogs", "仍要关闭"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave
