"""Every command of the window: its words, keys and icon, and where it stands in menus and toolbar."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from juesuan_desktop.gui.grid.commands import (
    CELLS,
    CLIPBOARD,
    CONFIRM,
    IN_THE_GRID,
    LINES,
    SEEK,
    ZOOM,
    grid_words,
)
from juesuan_desktop.gui.grid.commands import (
    DEEDS as IN_A_TABLE,
)
from juesuan_desktop.gui.look.dress import Picture
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.tool_bar import ToolBar

Commands = Mapping[str, QAction]
SEPARATOR = ""
EXPORT = ("export", "brief", "review-report")
BEGIN = ("new", "open", "rollover", "import", "check-report", "sample")
KEEP = ("save", "save-as")
FILE = (*BEGIN, SEPARATOR, *KEEP, SEPARATOR, *EXPORT, "print", SEPARATOR, "quit")
EDIT = ("undo", "redo", SEPARATOR, *CLIPBOARD, SEPARATOR, *CELLS, SEPARATOR, *SEEK)
TABLE = (*LINES, SEPARATOR, "settle", SEPARATOR, *CONFIRM)
VIEW = ZOOM
PANES = ("next-pane", "previous-pane")
REVIEW = ("review", "next-place", SEPARATOR, "why", "todo", *PANES)
TOOLS = (
    "new",
    "open",
    "import",
    "export",
    "print",
    SEPARATOR,
    "undo",
    "redo",
    SEPARATOR,
    "add-line",
    "delete-line",
    SEPARATOR,
    "settle",
    "compute",
    SEPARATOR,
    "review",
    "why",
)
YIELDING = (
    "undo",
    "redo",
    "print",
    "open",
    "new",
    "export",
    "import",
    "delete-line",
    "add-line",
    "compute",
    "why",
    "settle",
    "review",
)
"""Whose words go first where the toolbar has not room for all."""
DEEDS = ("undo", "redo", *SEEK, *ZOOM, "next-place", *PANES, *IN_A_TABLE)
"""What the open report does itself."""
NEEDS_REPORT = frozenset({*KEEP, *EXPORT, "print", *EDIT, *TABLE, *VIEW, *REVIEW}) - {SEPARATOR}


def make_commands(window: QMainWindow, look: Look) -> Commands:
    """One QAction for each command."""
    made = {}
    for name, words, key, tip in _words():
        action = QAction(words, window)
        action.setShortcuts([QKeySequence(text) for text in key.split(" ") if text])
        Picture(action, look, name)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip or words.rstrip('…')}（{keys}）" if keys else tip or words)
        action.setStatusTip("")
        if name in IN_THE_GRID:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made[name] = action
    return made


def fill_bars(window: QMainWindow, commands: Commands, look: Look, recent: QMenu) -> None:
    """The menu bar and the toolbar; ``recent`` stands below 打开."""
    translate = QCoreApplication.translate
    for name, title, names in (
        ("file", translate("Commands", "文件(&F)"), FILE),
        ("edit", translate("Commands", "编辑(&E)"), EDIT),
        ("table", translate("Commands", "表格(&T)"), TABLE),
        ("view", translate("Commands", "视图(&V)"), VIEW),
        ("review", translate("Commands", "审核(&R)"), REVIEW),
    ):
        menu = window.menuBar().addMenu(title)
        menu.setObjectName(name)
        _fill(menu, commands, names)
        if "open" in names:
            menu.insertMenu(commands[names[names.index("open") + 1]], recent)
    bar = ToolBar(look, window)
    _fill(bar, commands, TOOLS)
    bar.yielding = [commands[name] for name in YIELDING]
    window.addToolBar(bar)


def _fill(place: QMenu | QToolBar, commands: Commands, names: tuple[str, ...]) -> None:
    for name in names:
        if name == SEPARATOR:
            place.addSeparator()
        else:
            place.addAction(commands[name])


def _words() -> Iterator[tuple[str, str, str, str]]:
    """Name, words, keys, what the tooltip says more."""
    translate = QCoreApplication.translate
    yield "new", translate("Commands", "新建…"), "Ctrl+N", ""
    yield "open", translate("Commands", "打开…"), "Ctrl+O", ""
    yield "import", translate("Commands", "导入…"), "Ctrl+I", translate("Commands", "从 Excel、文本等读入一份报告")
    last_year = translate("Commands", "从上年的报告带来科目、结转和职责，逐项看过再要")
    yield "rollover", translate("Commands", "从上年文件生成…"), "Ctrl+Shift+N", last_year
    to_look_at = translate("Commands", "只看不改：列出不平、尾差和提示")
    yield "check-report", translate("Commands", "检查一份已有报告…"), "Ctrl+Shift+O", to_look_at
    yield "sample", translate("Commands", "看样例"), "", translate("Commands", "一份虚构单位的完整报告")
    yield from _keeping_words()
    yield "export", translate("Commands", "导出…"), "Ctrl+E", translate("Commands", "导出 Excel 或 PDF")
    for_the_leader = translate("Commands", "主要数字、构成、审核结果，印在一页 A4 上")
    yield "brief", translate("Commands", "导出一页说明…"), "", for_the_leader
    on_paper = translate("Commands", "把审核结果写成可打印的 PDF")
    yield "review-report", translate("Commands", "导出审核报告…"), "Shift+F8", on_paper
    pages = translate("Commands", "预览再打印：本表、审核报告、总览、整份报告")
    yield "print", translate("Commands", "打印…"), "Ctrl+P", pages
    yield "quit", translate("Commands", "退出"), "Ctrl+Q", ""
    yield "undo", translate("Commands", "撤销"), "Ctrl+Z", ""
    yield "redo", translate("Commands", "重做"), "Ctrl+Y Ctrl+Shift+Z", ""
    yield from grid_words()
    yield "settle", translate("Commands", "余格填零"), "F7", translate("Commands", "本表其余空格确为零")
    yield from _review_words()


def _keeping_words() -> Iterator[tuple[str, str, str, str]]:
    """The same for where the report is kept."""
    translate = QCoreApplication.translate
    by_itself = translate("Commands", "每次改动都会自动保存；现在就写进文件")
    yield "save", translate("Commands", "保存"), "Ctrl+S", by_itself
    elsewhere = translate("Commands", "连同全部经过存成另一个文件，以后的改动都存在那里")
    yield "save-as", translate("Commands", "另存为…"), "Ctrl+Shift+S F12", elsewhere


def _review_words() -> Iterator[tuple[str, str, str, str]]:
    """The same for what looks at the report."""
    translate = QCoreApplication.translate
    yield "review", translate("Commands", "全审"), "F8", translate("Commands", "列出不平、待填、尾差和提示")
    next_cell = translate("Commands", "这一条审核结果涉及的下一格")
    yield "next-place", translate("Commands", "下一处"), "Alt+Down", next_cell
    yield "why", translate("Commands", "怎么算的"), "F4", translate("Commands", "这一格的公式、来源和经过")
    hers = translate("Commands", "沿用上年还没有确认的、要填的，逐项列出")
    yield "todo", translate("Commands", "只有您知道的"), "Shift+F4", hers
    around = translate("Commands", "表格、审核结果、怎么算的之间来回")
    yield "next-pane", translate("Commands", "到下一栏"), "F6", around
    yield "previous-pane", translate("Commands", "到上一栏"), "Shift+F6", around
