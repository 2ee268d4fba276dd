"""The printers of this PC, and the question which of them prints which pages."""

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

OPTION = QAbstractPrintDialog.PrintDialogOption


def are_there_any() -> bool:
    """Whether anything can print here."""
    return bool(QPrinterInfo.availablePrinterNames())


def usual(title: str) -> QPrinter:
    """The usual printer, A4."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def asked(printer: QPrinter, count: int, current: int, window: QWidget) -> tuple[int, ...]:
    """Let her choose printer, pages and copies; the pages in the order they are to be printed, none if she did not."""
    dialog = QPrintDialog(printer, window)
    dialog.setOptions(OPTION.PrintPageRange | OPTION.PrintCurrentPage | OPTION.PrintCollateCopies)
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    answer = dialog.exec()
    dialog.deleteLater()
    return wanted(printer, count, current) if answer else ()


def wanted(printer: QPrinter, count: int, current: int) -> tuple[int, ...]:
    """The pages a printer is set to print: copies it does not make itself are so many more pages."""
    pages = {
        QPrinter.PrintRange.CurrentPage: range(current, current + 1),
        QPrinter.PrintRange.PageRange: range(max(1, printer.fromPage()), min(printer.toPage() or count, count) + 1),
    }.get(printer.printRange(), range(1, count + 1))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return tuple(pages) * copies
    return tuple(page for page in pages for _ in range(copies))
