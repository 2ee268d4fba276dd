"""Finding a word in the tables and going to an address: a line at the foot of the page, never a box."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from juesuan_desktop.desk.seeking import next_of, place_of, places_with, table_of
from juesuan_desktop.desk.seeking import unmet as place_unmet
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.dress import WIDE, Width
from juesuan_desktop.gui.look.look import Look

FIELD_CHARACTERS = 22
FIND, GO = "find", "go"


class SeekBar(QWidget):
    """查找: Enter and Shift+Enter go from where she is to the next place; 定位: Enter goes to an address. Esc closes.

    ``found`` carries the address to show; ``here`` tells where she is.
    """

    found = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, here: Callable[[], str], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._here = session, here
        self._mode = FIND
        self._title, self.field, self._told = QLabel(self), QLineEdit(self), QLabel(self)
        self._next, self._previous, self._close = (QToolButton(self) for _ in range(3))
        self._lay_out(look)
        self.field.textEdited.connect(self._told.clear)
        self._next.clicked.connect(lambda: self.step(1))
        self._previous.clicked.connect(lambda: self.step(-1))
        self._close.clicked.connect(self.leave)
        self.setFocusProxy(self.field)
        self.hide()

    def open(self, mode: str) -> None:
        """Show it for finding or for going somewhere."""
        self._mode = mode
        is_find = mode == FIND
        self._title.setText(self.tr("查找：") if is_find else self.tr("定位："))
        hint = self.tr("金额、科目编码或名称") if is_find else self.tr("支出表[2010301·基本支出]、03.2010301 或 03")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(self._title.text())
        for button in (self._next, self._previous):
            button.setVisible(is_find)
        self._told.clear()
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    @property
    def told(self) -> str:
        """What it says: how many places, or that there is none."""
        return self._told.text()

    def step(self, by: int) -> None:
        """Go to the next place (or the one before), round and round."""
        if self._mode == GO:
            self._go()
            return
        places = list(places_with(self._session, self.field.text()))
        if not places:
            self._told.setText(self.tr("没有找到") if self.field.text().strip() else "")
            return
        form = self._session.form
        at = next_of(self._session, places, form.place(self._here()), by)
        self._told.setText(self.tr("第 {at} 处，共 {count} 处").format(at=at + 1, count=len(places)))
        self._show(form.address(places[at]))

    def leave(self) -> None:
        """Back to the table."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        place, table = place_of(self._session, self.field.text()), table_of(self._session, self.field.text())
        there = self._session.form.address(place) if place else (table.name if table else "")
        if not there:
            self._told.setText(self._why_nowhere())
            return
        self.hide()
        self.found.emit(there)

    def _why_nowhere(self) -> str:
        unmet = place_unmet(self._session, self.field.text())
        if unmet is None:
            return self.tr("没有这一格，请写成 支出表[2010301·基本支出]、03.2010301 或 03")
        return self.tr("{table}里没有「{word}」").format(table=unmet[0], word=unmet[1])

    def _show(self, address: str) -> None:
        """Show a place; the keyboard stays here for the next one."""
        self.found.emit(address)
        self.field.setFocus()

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        Width(self.field, look, least=WIDE * FIELD_CHARACTERS)
        self._next.setText(self.tr("下一处"))
        self._previous.setText(self.tr("上一处"))
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("关闭"))
        self._next.setToolTip(self.tr("下一处（Enter）"))
        self._previous.setToolTip(self.tr("上一处（Shift+Enter）"))
        for button in (self._next, self._previous, self._close):
            button.setAutoRaise(True)
        for widget in (self._title, self.field, self._previous, self._next, self._told):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
