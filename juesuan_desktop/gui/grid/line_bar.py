"""A bar above a code table where lines are added: code, words of the name or pinyin initials, Enter, the next one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from juesuan_desktop.forms.codes import LEVELS, Line, is_code
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.subjects import Subject
from juesuan_desktop.gui.grid.subject_list import SubjectList
from juesuan_desktop.gui.look.dress import NARROW, WIDE, Dress, Width
from juesuan_desktop.gui.look.focus_frame import AWAY_FOR_A_WHILE
from juesuan_desktop.gui.look.look import Look

CODE_CHARACTERS, NAME_CHARACTERS = 26, 26
FAULT, ADVICE = "marks.broken", "window.faint"
Search = Callable[[str], Sequence[Subject]]


class LineBar(QWidget):
    """Asks for one line after the other. ``lineRequested`` carries code and name; Esc closes.

    ``everywhereRequested`` is the same for every table the line belongs to (Ctrl+Enter), ``alsoRequested`` wants the
    last line in other tables too.
    """

    lineRequested = Signal(str, str)
    everywhereRequested = Signal(str, str)
    alsoRequested = Signal()
    closed = Signal()

    def __init__(self, look: Look, search: Search, doubt: Callable[[Subject], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._search = search
        self.code, self.name = QLineEdit(self), QLineEdit(self)
        self.list = SubjectList(look, self.code, doubt, parent)
        self.also = QPushButton(self)
        self._place, self._told = QLabel(self), QLabel(self)
        self._told.setWordWrap(True)  # a hint must not make the window wider
        self._dress = Dress(self._told, look, ink=ADVICE)
        self._lay_out(look)
        self._connect()
        self.setFocusProxy(self.code)

    def open(self, place: str, *, with_codes: bool) -> None:
        """Show the bar, ready for a line; ``place`` says where it will go."""
        self._place.setText(place)
        self.also.hide()
        self.tell("")
        self.code.setVisible(with_codes)
        self.show()
        first = self.code if with_codes else self.name
        first.setFocus()
        first.selectAll()

    def take(self, also: str) -> None:
        """The line was added: ready for the next; ``also`` offers to add it to other tables."""
        self.code.clear()
        self.name.clear()
        self.tell("")
        self.also.setText(also)
        self.also.setVisible(bool(also))
        self.hint(self.tr("按 Ctrl+Enter 也加到这些表") if also else "")
        (self.name if self.code.isHidden() else self.code).setFocus()

    def tell(self, sentence: str) -> None:
        """Say why a line was not added."""
        self._say(sentence, FAULT)

    def hint(self, sentence: str) -> None:
        """Say what to do."""
        self._say(sentence, ADVICE)

    @property
    def told(self) -> str:
        """What the bar says."""
        return self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose in the list, Esc closes first the list, then the bar."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.list.step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and not self.list.isHidden():
            self.list.hide()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Ctrl+Enter; and the list goes when the keyboard leaves the bar for another place of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_for_all(event):
            self._ask_for_all()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in AWAY_FOR_A_WHILE:
            focus = QApplication.focusWidget()
            self.list.setHidden(self.list.isHidden() or focus is None or not self.isAncestorOf(focus))
        return super().eventFilter(field, event)

    def close_bar(self) -> None:
        """Done with adding."""
        self.list.hide()
        self.hide()
        self.closed.emit()

    # Internal

    def _lay_out(self, look: Look) -> None:
        self.code.setPlaceholderText(self.tr("科目编码、名称或拼音首字母"))
        self.code.setAccessibleName(self.tr("科目编码"))
        Width(self.code, look, just=NARROW * CODE_CHARACTERS)
        self.name.setPlaceholderText(self.tr("名称"))
        self.name.setAccessibleName(self.tr("名称"))
        Width(self.name, look, most=WIDE * NAME_CHARACTERS)
        self.add_button, self.done_button = QPushButton(self.tr("加入"), self), QPushButton(self.tr("完成"), self)
        self.also.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        for widget, share in ((self._place, 0), (self.code, 0), (self.name, 2), (self.add_button, 0)):
            row.addWidget(widget, share)
        for widget, share in ((self.also, 0), (self.done_button, 0), (self._told, 3)):
            row.addWidget(widget, share)
        self.setTabOrder(self.add_button, self.also)
        self.setTabOrder(self.also, self.done_button)

    def _connect(self) -> None:
        for field in (self.code, self.name, self.add_button, self.done_button):
            field.installEventFilter(self)
        self.code.returnPressed.connect(self._ask)
        self.name.returnPressed.connect(self._ask)
        self.code.textEdited.connect(self._on_code)
        self.name.textEdited.connect(self.list.hide)
        self.list.chosen.connect(self._choose)
        self.add_button.clicked.connect(self._ask)
        self.done_button.clicked.connect(self.close_bar)
        self.also.clicked.connect(self.alsoRequested)

    def _say(self, sentence: str, colour: str) -> None:
        self._dress.write_in(colour)
        self._told.setText(sentence)
        self._told.setToolTip(sentence)

    def _on_code(self, text: str) -> None:
        self.tell("")
        self.also.hide()
        self.list.offer(self._search(text) if text.strip() else ())

    def _choose(self, subject: Subject, *, everywhere: bool = False) -> None:
        self.list.hide()
        self._request(subject.code, subject.name, everywhere=everywhere)

    def _request(self, code: str, name: str, *, everywhere: bool) -> None:
        (self.everywhereRequested if everywhere else self.lineRequested).emit(code, name)

    def _ask_for_all(self) -> None:
        """Ctrl+Enter: the line that is being typed into every table, else the last one into the others too."""
        if self.code.text().strip() or self.name.text().strip():
            self._ask(everywhere=True)
        elif not self.also.isHidden():
            self.alsoRequested.emit()

    def _ask(self, *, everywhere: bool = False) -> None:
        code, name = self.code.text().strip(), self.name.text().strip()
        chosen = self.list.subject
        if chosen is not None and not name:
            self._choose(chosen, everywhere=everywhere)
        elif code and not name and self.code.hasFocus() and is_code(code):
            self.hint(self.tr("科目库里没有 {code}，请核对；确需使用就写名称").format(code=code))
            self.name.setFocus()
        else:
            self._request(code, name, everywhere=everywhere)


def _is_for_all(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def fault_of_line(form: Form, lines: tuple[Line, ...], code: str, name: str) -> str:
    """Why a line cannot be added, in one sentence; empty if it can."""
    translate = QCoreApplication.translate
    if code and not code.isdigit():
        return translate("LineBar", "没有找到「{code}」，请输科目编码、名称里的字或拼音首字母").format(code=code)
    if code and not is_code(code):
        return translate("LineBar", "「{code}」不是科目编码，应为 3、5 或 7 位数字").format(code=code)
    if code and LEVELS[len(code)] not in form.levels:
        return translate("LineBar", "{form}只列{levels}级科目").format(form=form.name, levels="、".join(form.levels))
    if code and any(line.code == code for line in lines):
        return translate("LineBar", "科目 {code} 已经在表中").format(code=code)
    if not code and any(line.name == name for line in lines):
        return translate("LineBar", "「{name}」已经在表中").format(name=name)
    return "" if name else translate("LineBar", "请填科目名称")
