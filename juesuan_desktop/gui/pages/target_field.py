"""Where a new file will lie: a name that can be typed, and a button to look for a place."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from juesuan_desktop.gui.own_files import as_own, free_path, own_filter


class TargetField(QWidget):
    """A path for a new .juesuan file. ``changed`` when it is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.look_button = QPushButton(self.tr("浏览(&B)…"), self)
        self.name.setAccessibleName(self.tr("存为"))
        self.name.textEdited.connect(self._on_edited)
        self.look_button.clicked.connect(self._look)
        self._is_hers = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.look_button)

    def path(self) -> Path | None:
        """The file, None while none is named: a drive or a folder alone (「D:\\」) is none."""
        text = self.name.text().strip()
        path = Path(text)
        if not path.name or text.endswith(("/", "\\")):
            return None
        return as_own(_at_home(path))

    def fault(self) -> str:
        """Why nothing can be written there, in one sentence; '' if something can."""
        path = self.path()
        if path is None:
            return self.tr("请写明存为哪个文件")
        if path.exists():
            return self.tr("「{name}」已经存在，请换一个文件名").format(name=path.name)
        if not path.parent.is_dir():
            return self.tr("没有「{folder}」这个文件夹，请核对").format(folder=path.parent)
        return ""

    def propose(self, folder: Path, stem: str) -> None:
        """Propose a name that is free, unless she wrote one."""
        if self._is_hers:
            return
        plain = "".join(sign for sign in stem if sign not in '\\/:*?"<>|').strip() or self.tr("新报告")
        stems = (plain, *(f"{plain} ({count})" for count in range(2, 100)))
        self.name.setText(str(free_path(folder, stems) or as_own(folder / plain)))
        self.changed.emit()

    def _on_edited(self) -> None:
        self._is_hers = True
        self.changed.emit()

    def _look(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("存为"), self.name.text(), own_filter())
        if name:
            self.name.setText(name)
            self._on_edited()


def _at_home(path: Path) -> Path:
    """「~」 is her own folder, where the PC knows one."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path
