"""A bar above a code table where lines are added: code and name, Enter, the next one."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from juesuan_desktop.forms.codes import LEVELS, Line, is_code, keyed
from juesuan_desktop.forms.form import Form
from juesuan_desktop.gui.look import Look

CODE_CHARACTERS, NAME_CHARACTERS = 12, 26


class LineBar(QWidget):
    """Asks for one line after the other. ``lineRequested`` carries code and name; Esc closes."""

    lineRequested = Signal(str, str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code, self.name = QLineEdit(self), QLineEdit(self)
        self._told = QLabel(self)
        self._colours = look.theme["marks.broken"], look.theme["window.faint"]
        self._lay_out()
        self.setFocusProxy(self.code)

    def open(self) -> None:
        """Show the bar, ready for a code."""
        self.show()
        self.code.setFocus()
        self.code.selectAll()

    def take(self) -> None:
        """The line was added: ready for the next."""
        self.code.clear()
        self.name.clear()
        self.tell("")
        self.code.setFocus()

    def tell(self, sentence: str) -> None:
        """Say why a line was not added."""
        self._say(sentence, self._colours[0])

    def hint(self, sentence: str) -> None:
        """Say what to do."""
        self._say(sentence, self._colours[1])

    @property
    def told(self) -> str:
        """What the bar says is wrong."""
        return self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.code.setPlaceholderText(self.tr("科目编码"))
        self.code.setAccessibleName(self.tr("科目编码"))
        self.code.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * CODE_CHARACTERS))
        self.name.setPlaceholderText(self.tr("科目名称"))
        self.name.setAccessibleName(self.tr("科目名称"))
        self.name.setMaximumWidth(self.fontMetrics().horizontalAdvance("国" * NAME_CHARACTERS))
        add = QPushButton(self.tr("加入"), self)
        close = QPushButton(self.tr("完成"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.addWidget(QLabel(self.tr("加行："), self))
        row.addWidget(self.code)
        row.addWidget(self.name, 2)
        row.addWidget(add)
        row.addWidget(close)
        row.addWidget(self._told, 3)
        self.code.returnPressed.connect(self._ask)
        self.name.returnPressed.connect(self._ask)
        self.code.textEdited.connect(lambda: self.tell(""))
        add.clicked.connect(self._ask)
        close.clicked.connect(self.hide)
        close.clicked.connect(self.closed)

    def _say(self, sentence: str, colour: QColor) -> None:
        palette = self._told.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self._told.setPalette(palette)
        self._told.setText(sentence)

    def _ask(self) -> None:
        code, name = self.code.text().strip(), self.name.text().strip()
        if code and not name and self.code.hasFocus() and is_code(code):
            self.name.setFocus()
        else:
            self.lineRequested.emit(code, name)


def fault_of_line(form: Form, lines: tuple[Line, ...], code: str, name: str) -> str:
    """Why a line cannot be added, in one sentence; empty if it can."""
    translate = QCoreApplication.translate
    if not name:
        return translate("LineBar", "请填科目名称")
    if code and not is_code(code):
        return translate("LineBar", "「{code}」不是科目编码，应为 3、5 或 7 位数字").format(code=code)
    if code and LEVELS[len(code)] not in form.levels:
        return translate("LineBar", "{form}只列{levels}级科目").format(form=form.name, levels="、".join(form.levels))
    if code and any(line.code == code for line in lines):
        return translate("LineBar", "科目 {code} 已经在表中").format(code=code)
    return ""


def with_line(lines: tuple[Line, ...], code: str, name: str, after: Line | None) -> tuple[Line, ...]:
    """The lines with one more: by code where they are in order, else after the one she stands on, else at the end."""
    pairs = [(line.code, line.name) for line in lines]
    codes = [line.code for line in lines]
    if code and codes == sorted(codes):
        place = sum(other < code for other in codes)
    else:
        place = lines.index(after) + 1 if after in lines else len(pairs)
    pairs.insert(place, (code, name))
    return keyed(pairs)
