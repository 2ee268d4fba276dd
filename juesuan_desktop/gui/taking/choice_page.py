"""A foreign file came: what is to be done with it?"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from juesuan_desktop.gui.look.choice_button import ChoiceButton
from juesuan_desktop.gui.look.dress import WIDE, Width
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.pages.page_parts import Page, heading, set_in_the_middle

WIDTH_CHARACTERS = 34


class ChoicePage(Page):
    """``chosen`` carries import, rollover or check-report; ``left`` says nothing is to be done."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, file: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, ChoiceButton] = {}
        middle = QWidget(self)
        Width(middle, look, most=WIDE * WIDTH_CHARACTERS)
        column = QVBoxLayout(middle)
        column.addStretch(1)
        column.addWidget(heading(file.name, look))
        for name, words, told in (
            ("check-report", self.tr("检查(&K)"), self.tr("只看不改：列出不平、尾差和提示")),
            ("import", self.tr("导入(&I)"), self.tr("变成可以编辑的报告，或并入打开的报告")),
            ("rollover", self.tr("从它生成下一年的报告(&Y)"), self.tr("带来科目、结转、职责；逐项看过再要")),
        ):
            button = ChoiceButton(words, told, look, name, middle)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self.buttons[name] = button
            column.addWidget(button)
        cancel = QPushButton(self.tr("取消(&C)"), middle)
        cancel.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        column.addLayout(row)
        column.addStretch(1)
        set_in_the_middle(self, middle)

    def begin(self) -> None:
        self.buttons["check-report"].setFocus()
