"""What can be done in a table: words, keys and the order in menus."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

CLIPBOARD = ("cut", "copy", "paste")
CELLS = ("fill-down", "select-all", "clear", "compute", "suggest")
SEEK = ("find", "go-to")
LINES = ("add-line", "insert-above", "insert-below", "delete-line", "sort-lines")
CONFIRM = ("confirm", "confirm-table")
ZOOM = ("zoom-in", "zoom-out", "zoom-fit")
DEEDS = (*CLIPBOARD, *CELLS, *LINES, "settle", *CONFIRM)
"""What a page of a table does itself."""
ON_A_CELL = ("cut", "copy", "paste", "", *CELLS, "", *LINES, "", "settle", *CONFIRM)
"""The context menu; '' parts groups."""
IN_THE_GRID = frozenset({*CLIPBOARD, "fill-down", "select-all"})
"""Keys that mean something else in a text or a list: they are ours only while a table has the keyboard."""


def grid_words() -> Iterator[tuple[str, str, str, str]]:
    """Name, words, keys, what the tooltip says more."""
    translate = QCoreApplication.translate
    yield "cut", translate("Commands", "剪切"), "Ctrl+X Shift+Del", ""
    yield "copy", translate("Commands", "复制"), "Ctrl+C Ctrl+Ins", ""
    from_excel = translate("Commands", "粘贴 Excel、WPS 里复制的格")
    yield "paste", translate("Commands", "粘贴"), "Ctrl+V Shift+Ins", from_excel
    yield "fill-down", translate("Commands", "向下填充"), "Ctrl+D", ""
    yield "select-all", translate("Commands", "全选"), "Ctrl+A", ""
    yield "clear", translate("Commands", "清除"), "", translate("Commands", "清除选中的格（Delete）")
    yield "compute", translate("Commands", "恢复计算"), "Ctrl+0", translate("Commands", "去掉手填的数，重新由计算得出")
    yield "suggest", translate("Commands", "采用建议数"), "", translate("Commands", "填入灰色的配平数（Ctrl+Enter）")
    yield "find", translate("Commands", "查找…"), "Ctrl+F", translate("Commands", "在各表里找金额、编码或名称")
    yield "go-to", translate("Commands", "定位…"), "Ctrl+G F5", translate("Commands", "到某一格，如 03.2010301")
    yield "add-line", translate("Commands", "加行"), "Ins", translate("Commands", "在本表加科目")
    yield "insert-above", translate("Commands", "在上方插入行"), "Ctrl++", ""
    yield "insert-below", translate("Commands", "在下方插入行"), "Ctrl+Shift+Ins", ""
    yield "delete-line", translate("Commands", "删行"), "Ctrl+-", translate("Commands", "删除所在的科目行")
    yield "sort-lines", translate("Commands", "按编码排序"), "", translate("Commands", "把本表的科目按编码排好")
    carried = translate("Commands", "选中的格沿用上年的值，确认无误")
    yield "confirm", translate("Commands", "确认"), "F9", carried
    yield (
        "confirm-table",
        translate("Commands", "确认本表"),
        "Shift+F9",
        translate("Commands", "本表沿用上年的值都确认"),
    )
    yield "zoom-in", translate("Commands", "放大"), "Ctrl+Alt+=", ""
    yield "zoom-out", translate("Commands", "缩小"), "Ctrl+Alt+-", ""
    yield "zoom-fit", translate("Commands", "适合窗口宽度"), "", ""
