"""The unit's name, which stands on every sheet: read, and changed in place where it is another one now."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import Dress
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.report.report import UNIT


class NameField(QWidget):
    """Hidden in a report that is only looked at.

    Attributes:
        name: where she types it.
    """

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.name, self._told = QLineEdit(self), QLabel(self)
        self.name.setPlaceholderText(self.tr("与公章一致"))
        self.name.setAccessibleName(self.tr("单位名称"))
        label = QLabel(self.tr("单位名称(&U)"), self)
        label.setBuddy(self.name)
        self._told.setText(self.tr("单位名称不能空着，请填与公章一致的全称"))
        self._told.setWordWrap(True)
        Dress(self._told, look, ink="marks.broken")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._told)
        self.name.editingFinished.connect(self.take)

    def refresh(self) -> None:
        """Show the name that is kept; what is being typed stays."""
        self.setVisible(not self._live.session.is_read_only)
        if not self.name.isModified():
            self.name.setText(self._live.session.report.unit_name)
            self.name.setCursorPosition(0)
        self._told.setVisible(not self.name.text().strip())

    def take(self) -> bool:
        """Keep what she typed; a report without a name is none: that stays in the field, with the reason."""
        name = self.name.text().strip()
        self._told.setVisible(not name)
        if not self.name.isModified() or not name:
            return bool(name) or not self.name.isModified()
        self.name.setModified(False)
        self._live.edit("改单位名称", {UNIT: name})
        return True
