"""What is shown while no report is open: how to begin, in three lines and four buttons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCommandLinkButton, QGridLayout, QLabel, QVBoxLayout, QWidget

from juesuan_desktop.gui.look import Look

WIDTH_CHARACTERS, ICON_SIDE = 52, 22


class StartPage(QWidget):
    """``requested`` carries the command: new, open, import, sample."""

    requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.buttons: dict[str, QCommandLinkButton] = {}
        middle = QWidget(self)
        middle.setFixedWidth(self.fontMetrics().horizontalAdvance("国" * WIDTH_CHARACTERS))
        self._fill(QVBoxLayout(middle))
        whole = QGridLayout(self)
        whole.addWidget(middle, 1, 1)
        for edge in (0, 2):
            whole.setRowStretch(edge, 1)
            whole.setColumnStretch(edge, 1)
        self.setFocusProxy(self.buttons["new"])

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(self._title())
        steps = QLabel(
            self.tr(
                "一、新建一份报告，或导入上年、本年已有的报告文件。\n"
                "二、逐表填数：白格手填，淡蓝格由计算得出；不平、待填随时列在下方。\n"
                "三、全审无误后导出 Excel 和 PDF，用于公开和签章。"
            ),
            self,
        )
        steps.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        column.addWidget(steps)
        column.addSpacing(18)
        buttons = QGridLayout()
        buttons.setSpacing(10)
        for place, (name, words, told) in enumerate(self._choices()):
            buttons.addWidget(self._button(name, words, told), place // 2, place % 2)
        column.addLayout(buttons)

    def _title(self) -> QLabel:
        title = QLabel(self.tr("决算公开"), self)
        font = QFont(self._look.fonts.window())
        font.setPointSizeF(font.pointSizeF() * 2.2)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return title

    def _choices(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("new", self.tr("新建报告"), self.tr("选样表、年度，填单位名称")),
            ("open", self.tr("打开报告"), self.tr("继续填一份 .juesuan 报告")),
            ("import", self.tr("导入报告"), self.tr("读入已有的报告文件，数字照印")),
            ("sample", self.tr("看样例"), self.tr("一份虚构单位的完整报告，可随意改")),
        )

    def _button(self, name: str, words: str, told: str) -> QCommandLinkButton:
        button = QCommandLinkButton(words, told, self)
        button.setIcon(self._look.icon(name))
        button.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        button.clicked.connect(lambda: self.requested.emit(name))
        self.buttons[name] = button
        return button
