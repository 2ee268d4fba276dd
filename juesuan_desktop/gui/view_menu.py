"""视图: light or dark, the size of the text, the language, which panels are shown."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from juesuan_desktop.gui.memory import CHINESE, DARK, ENGLISH, LIGHT, SYSTEM, TEXT_SIZES, Memory


class ViewMenu(QObject):
    """``lookChanged`` and ``languageChanged`` when she wants the window otherwise; the memory has it already."""

    lookChanged = Signal()
    languageChanged = Signal()

    def __init__(self, memory: Memory, window: QMainWindow) -> None:
        super().__init__(window)
        self._memory = memory
        self.menu: QMenu = window.findChild(QMenu, "view") or window.menuBar().addMenu(self.tr("视图(&V)"))
        self.menu.addSeparator()
        themes = ((SYSTEM, self.tr("跟随系统(&S)")), (LIGHT, self.tr("浅色(&L)")), (DARK, self.tr("深色(&D)")))
        self.themes = self._choices([(words, name, memory.theme == name, self._take_theme) for name, words in themes])
        self.menu.addSeparator()
        text = self.menu.addMenu(self.tr("文字大小(&T)"))
        sizes = [(f"{size} %", size, memory.text_size == size, self._take_size) for size in TEXT_SIZES]
        self.sizes = self._choices(sizes, text)
        text.addSeparator()
        for words, step in ((self.tr("大一级(&B)"), 1), (self.tr("小一级(&S)"), -1)):
            text.addAction(words, partial(self._step, step))
        spoken = ((SYSTEM, self.tr("跟随系统(&S)")), (CHINESE, "中文(&C)"), (ENGLISH, "English(&E)"))
        languages = [(words, name, memory.language == name, self._take_language) for name, words in spoken]
        self.languages = self._choices(languages, self.menu.addMenu(self.tr("语言 Language(&N)")))

    def _choices(self, choices: list, menu: QMenu | None = None) -> dict[object, QAction]:
        group, made = QActionGroup(self), {}
        for words, value, chosen, take in choices:
            action = (menu or self.menu).addAction(words)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(partial(take, value))
            group.addAction(action)
            made[value] = action
        return made

    def _take_theme(self, theme: str, _checked: bool = True) -> None:
        self._memory.theme = theme
        self._keep()

    def _take_size(self, size: int, _checked: bool = True) -> None:
        self._memory.text_size = size
        self._keep()

    def _take_language(self, language: str, _checked: bool = True) -> None:
        self._memory.language = language
        self._memory.save()
        self.languageChanged.emit()

    def _step(self, step: int) -> None:
        at = TEXT_SIZES.index(self._memory.text_size) + step
        if 0 <= at < len(TEXT_SIZES):
            self._take_size(TEXT_SIZES[at])

    def _keep(self) -> None:
        self._memory.save()
        self.lookChanged.emit()
