"""What is shown while no report is open: how to begin in three lines, what one can do, what was open lately."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from juesuan_desktop.gui.look.choice_button import ChoiceButton
from juesuan_desktop.gui.look.dress import WIDE, Dress, Width, name_of_the_program
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import Memory, Recent
from juesuan_desktop.gui.pages.page_parts import ScrolledPage, tab_through

WIDTH_CHARACTERS, RECENT_LINES = 54, 5
PATH = Qt.ItemDataRole.UserRole


class StartPage(ScrolledPage):
    """``requested`` carries a command (new, open, rollover, import, check-report, sample), ``fileRequested`` a file."""

    requested = Signal(str)
    fileRequested = Signal(Path)

    def __init__(self, look: Look, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._memory = look, memory
        self.buttons: dict[str, ChoiceButton] = {}
        self.recent = QListWidget(self)
        self._recent_title = QLabel(self.tr("最近的报告(&L)"), self)
        inside, middle = QWidget(self), QWidget(self)
        Width(middle, look, most=WIDE * WIDTH_CHARACTERS)
        self._fill(QVBoxLayout(middle))
        whole = QGridLayout(inside)
        whole.addWidget(middle, 1, 1)
        for edge in (0, 2):
            whole.setRowStretch(edge, 1)
            whole.setColumnStretch(edge, 1)
        whole.setColumnStretch(1, 1000)
        self.setWidget(inside)
        look.wear(self.show_recent)

    def begin(self) -> None:
        """Ready for the keyboard."""
        self.buttons["rollover"].setFocus()

    def show_recent(self) -> None:
        """List the reports that were open; those that are gone are grey."""
        at = self.recent.currentRow()
        self.recent.clear()
        for one in self._memory.in_order():
            self.recent.addItem(self._line(one))
        for widget in (self._recent_title, self.recent):
            widget.setVisible(self.recent.count() > 0)
        self.recent.setCurrentRow(max(0, at))
        lines = min(max(self.recent.count(), 1), RECENT_LINES)
        row = max(self.recent.sizeHintForRow(0), self.fontMetrics().height())
        self.recent.setFixedHeight(lines * row + 2 * self.recent.frameWidth() + 2)

    # The list

    def _line(self, one: Recent) -> QListWidgetItem:
        path = Path(one.path)
        is_there = path.exists()
        words = f"{path.stem}　{os.fspath(path.parent)}"
        pinned = self.tr("（已固定）") if one.pinned else ""
        gone = "" if is_there else self.tr("（找不到了）")
        item = QListWidgetItem(words + pinned + gone)
        item.setData(PATH, one.path)
        item.setToolTip(one.path)
        if not is_there:
            item.setForeground(self._look.theme["window.faint"])
        return item

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.fileRequested.emit(Path(str(item.data(PATH))))

    def _forget(self) -> None:
        item = self.recent.currentItem()
        if item is not None:
            self._memory.forget(str(item.data(PATH)))
            self.show_recent()

    def _pin(self) -> None:
        item = self.recent.currentItem()
        if item is None:
            return
        path = str(item.data(PATH))
        was = any(one.path == path and one.pinned for one in self._memory.recent)
        self._memory.pin(path, pinned=not was)
        self.show_recent()

    # Building

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(self._title())
        column.addWidget(self._steps())
        column.addSpacing(12)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        for place, (name, words, told) in enumerate(self._choices()):
            buttons.addWidget(self._button(name, words, told), place // 2, place % 2)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self._recent_title)
        column.addWidget(self.recent)
        hint = QLabel(self.tr("也可以把文件拖进这个窗口。"), self)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        column.addWidget(hint)
        self._dress_list()
        tab_through(*self.buttons.values(), self.recent)

    def _dress_list(self) -> None:
        self._recent_title.setBuddy(self.recent)
        self.recent.setAccessibleName(self.tr("最近的报告"))
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.itemActivated.connect(self._open)
        self.recent.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for words, key, slot in (
            (self.tr("固定在上面，或取消"), "", self._pin),
            (self.tr("从列表中去掉"), "Del", self._forget),
        ):
            action = QAction(words, self.recent)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.recent.addAction(action)

    def _title(self) -> QLabel:
        title = QLabel(self.tr("决算公开"), self)
        Dress(title, self._look, font=name_of_the_program)
        return title

    def _steps(self) -> QLabel:
        steps = QLabel(
            self.tr(
                "一、有上年的报告，就「从上年文件生成」；没有就新建，再导入本年的表。\n"
                "二、逐表填数：白格手填，淡蓝格由计算得出；不平、待填随时列在下方。\n"
                "三、全审无误后导出 Excel 和 PDF，用于公开和签章。"
            ),
            self,
        )
        steps.setWordWrap(True)
        if not self._memory.is_new:
            steps.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        return steps

    def _choices(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("rollover", self.tr("从上年文件生成(&Y)"), self.tr("带来科目、结转、职责；逐项看过再要")),
            ("new", self.tr("新建报告(&N)"), self.tr("选样表、年度，填单位名称")),
            ("import", self.tr("导入报告(&I)"), self.tr("读入已有的报告文件，数字照印")),
            ("open", self.tr("打开报告(&O)"), self.tr("继续填一份 .juesuan 报告")),
            ("check-report", self.tr("检查一份已有报告(&K)"), self.tr("只看不改：Excel、Word、PDF、文本")),
            ("sample", self.tr("看样例(&S)"), self.tr("一份虚构单位的完整报告，可随意改")),
        )

    def _button(self, name: str, words: str, told: str) -> ChoiceButton:
        button = ChoiceButton(words, told, self._look, name, self)
        button.clicked.connect(lambda: self.requested.emit(name))
        self.buttons[name] = button
        return button
