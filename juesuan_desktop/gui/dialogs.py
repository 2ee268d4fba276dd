"""What is asked in a box of its own: rarely."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


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
