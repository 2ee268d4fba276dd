"""The look of the program and the window that wears it; another look is another window on the same report."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.language import speak
from juesuan_desktop.gui.layout_keeper import restore_place
from juesuan_desktop.gui.look import Look, load_look
from juesuan_desktop.gui.memory import DARK, LIGHT, SYSTEM, Memory
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources


class Stage(QObject):
    """Keeps one window.

    Attributes:
        window: the window that is shown.
    """

    window: MainWindow

    def __init__(self, app: QApplication, desk: Desk, memory: Memory) -> None:
        super().__init__(app)
        self._app, self._desk, self._memory = app, desk, memory
        app.styleHints().colorSchemeChanged.connect(self._on_system)

    def show(self, session: Session | None) -> None:
        """Show a window on a report, or on the start page."""
        speak(self._app, self._memory.language)
        look = put_on(self._app, wanted_theme(self._memory), self._memory.text_size)
        self.window = MainWindow(session, self._desk, look, self._memory)
        restore_place(self.window, self._memory)
        self.window.lookChanged.connect(self.change_look, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def change_look(self) -> None:
        """Another window, as the memory says it should look, where the present one is."""
        before = self.window
        if before.report is not None and not before.report.tabs.finish():
            return
        tabs = before.report.tabs if before.report else None
        tab, address = (tabs.bar.currentIndex(), tabs.page().address()) if tabs else (0, "")
        shows_todo = not before.panels.todo.isHidden()
        before.keep()
        self.show(before.let_go())
        if self.window.report is not None:
            self.window.report.tabs.show_tab(tab)
            self.window.report.tabs.go_to(address)
        if shows_todo:
            self.window.show_todo()
        before.hide()
        before.deleteLater()

    def save_now(self) -> None:
        """Write what waits. Raises StorageError."""
        self.window.save_now()

    def _on_system(self) -> None:
        if self._memory.theme == SYSTEM:
            self.change_look()


def wanted_theme(memory: Memory) -> str:
    """Light or dark: as she chose, else as the system is."""
    if memory.theme != SYSTEM:
        return memory.theme
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def put_on(app: QApplication, theme: str, text_size: int) -> Look:
    """Give the application a look."""
    look = load_look(resources(), theme, text_size / 100)
    app.setFont(look.fonts.window())
    app.setPalette(look.theme.palette())
    return look
