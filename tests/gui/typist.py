"""Somebody who has a keyboard and eyes, and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from juesuan_desktop.gui.window import MainWindow

KEY, NONE, CONTROL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
MOST_STEPS = 40


class Typist:
    """Somebody who has a keyboard and eyes, and nothing else."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        return widget

    def press(self, key: KEY, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self._qtbot.keyClick(self.focus, key, modifier)

    def write(self, text: str) -> None:
        """Letter by letter, each to whoever has the keyboard then; Chinese as an input method hands it over."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))

    def go_to(self, address: str) -> None:
        """Ctrl+G, the address, Enter."""
        self.press(KEY.Key_G, CONTROL)
        self.write(address)
        self.press(KEY.Key_Return)

    def enter(self, address: str, text: str) -> None:
        self.go_to(address)
        assert self.place == address
        self.write(text)
        self.press(KEY.Key_Return)

    def tab_to(self, kind: type[QWidget], words: str = "") -> None:
        """Tab on until the keyboard is at what she looks for."""
        for _ in range(MOST_STEPS):
            if isinstance(self.focus, kind) and words in (self.focus.text() if words else ""):
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"no Tab leads to {kind.__name__} {words}")

    def wait(self, seen: Callable[[], bool]) -> None:
        """A button that is pressed by its letter goes down first."""
        self._qtbot.waitUntil(seen)

    @property
    def place(self) -> str:
        """What the status line says."""
        return self._window.status.place
