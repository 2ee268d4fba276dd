"""What another program has put on the clipboard, as cells in a text; files and pictures are told apart from cells."""

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from juesuan_desktop.desk.clipboard import ClipboardError, page_text


def copied_text() -> str:
    """The text of the clipboard, of a page that comes without one its table. Raises ClipboardError."""
    translate = QCoreApplication.translate
    data: QMimeData = QGuiApplication.clipboard().mimeData()
    if any(url.isLocalFile() for url in data.urls()):
        raise ClipboardError(translate("CopiedCells", "剪贴板里是文件，不是格，没有粘贴；要读入文件请用「导入」"))
    if data.text():
        return data.text()
    if data.hasHtml():
        return page_text(data.html())
    if data.hasImage():
        raise ClipboardError(translate("CopiedCells", "剪贴板里是图片，不是格，没有粘贴；请复制表格里的格"))
    return ""
