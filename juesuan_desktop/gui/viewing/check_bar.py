"""The strip above a report that is only looked at: 只读 · 检查, what it is, and how to make it editable."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.look.dress import Dress, Sign
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.standing import STAGE_MARKS, Standing, counted

ROOM = 80


class CheckBar(QWidget):
    """``editRequested`` wants the report as a file of ours, ``pageRequested`` the page of the file."""

    editRequested = Signal()
    pageRequested = Signal()

    def __init__(self, viewing: Viewing, standing: Standing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = QLabel(self)
        self._long, self._short = self._words(viewing, standing)
        self._told.setToolTip(self._long)
        self.edit_button = QPushButton(self.tr("另存为可编辑文件(&S)…"), self)
        self.page_button = QPushButton(self.tr("看原文(&P)"), self)
        self.page_button.setVisible(viewing.file.suffix.lower() == ".pdf")
        self.edit_button.clicked.connect(self.editRequested)
        self.page_button.clicked.connect(self.pageRequested)
        Dress(self, look, ground="marks.rounding_ground")
        sign = QLabel(self)
        Sign(sign, look, STAGE_MARKS[standing.stage])
        self._told.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(sign)
        row.addWidget(self._told, 1)
        row.addWidget(self.page_button)
        row.addWidget(self.edit_button)

    @property
    def text(self) -> str:
        """What it says."""
        return self._told.text() or self._long

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything in one line, or what matters most; the rest is in the tooltip then."""
        super().resizeEvent(event)
        taken = sum(button.sizeHint().width() for button in (self.edit_button, self.page_button) if button.isVisible())
        fits = self.fontMetrics().horizontalAdvance(self._long) < event.size().width() - taken - ROOM
        self._told.setText(self._long if fits else self._short)

    def _words(self, viewing: Viewing, standing: Standing) -> tuple[str, str]:
        """All of it, and what matters most."""
        whole = self.tr("只读 · 检查　{name}　{form}，{unit}　{verdict}：{counts}").format(
            name=viewing.file.name,
            form=viewing.form.name,
            unit=viewing.printed.amount_unit,
            verdict=standing.verdict,
            counts=counted(standing),
        )
        return whole, self.tr("只读 · 检查　{verdict}").format(verdict=standing.verdict)
