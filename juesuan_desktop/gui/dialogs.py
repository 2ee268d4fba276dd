"""What is asked in a box of its own: rarely."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class Unsaved(Enum):
    """What to do with a report that cannot be saved and is to be closed."""

    STAY = "stay"
    ELSEWHERE = "elsewhere"
    GIVE_UP = "give up"


def unsaved_box(parent: QWidget | None, sentence: str) -> tuple[QMessageBox, Mapping[QAbstractButton, Unsaved]]:
    """Say that the report cannot be saved and ask what to do; Esc stays."""
    translate = QCoreApplication.translate
    box = QMessageBox(QMessageBox.Icon.Warning, translate("Dialogs", "还没有保存"), sentence, parent=parent)
    box.setInformativeText(translate("Dialogs", "最近的改动还在窗口里，没有写进文件。关闭后就没有了。"))
    elsewhere = box.addButton(translate("Dialogs", "另存为(&S)…"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(translate("Dialogs", "返回(&B)"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(translate("Dialogs", "仍要关闭(&C)"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(elsewhere)
    box.setEscapeButton(stay)
    return box, {elsewhere: Unsaved.ELSEWHERE, leave: Unsaved.GIVE_UP}


def ask_close_unsaved(parent: QWidget | None, sentence: str) -> Unsaved:
    """What to do with what cannot be saved; the answer is hers."""
    box, answers = unsaved_box(parent, sentence)
    box.exec()
    return answers.get(box.clickedButton(), Unsaved.STAY)
