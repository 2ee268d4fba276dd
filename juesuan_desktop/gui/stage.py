"""The one window, in the look and the language that the memory says. Another language is another window."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.layout_keeper import restore_place
from juesuan_desktop.gui.look.language import speak
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import DARK, LIGHT, SYSTEM, Memory
from juesuan_desktop.gui.window import MainWindow

PATIENCE_MILLISECONDS = 300


class Stage(QObject):
    """Keeps one window.

    Attributes:
        window: the window that is shown.
    """

    window: MainWindow

    def __init__(self, app: QApplication, desk: Desk, look: Look, memory: Memory) -> None:
        super().__init__(app)
        self._app, self._desk, self._look, self._memory = app, desk, look, memory
        self._later = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._later.timeout.connect(self.change_language)
        app.styleHints().colorSchemeChanged.connect(self._on_system)

    def show(self, session: Session | None) -> None:
        """Show a window on a report, or on the start page."""
        speak(self._app, self._memory.language)
        self.change_look()
        self.window = MainWindow(session, self._desk, self._look, self._memory)
        restore_place(self.window, self._memory)
        self.window.view.lookChanged.connect(self.change_look)
        self.window.view.languageChanged.connect(self.change_language, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def change_look(self) -> None:
        """Lighter, darker, larger, as the memory says: the window dresses where it stands, and nothing is lost."""
        self._look.put_on(wanted_theme(self._memory), self._memory.text_size)

    def change_language(self) -> None:
        """Another window, in the language that the memory says, where the present one is: once nothing is under way."""
        before = self.window
        if not before.isVisible():
            return
        if before.is_engaged() or (before.report is not None and not before.report.tabs.finish()):
            self._later.start()
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
