"""Pictures of the window: every tab, panel and dialog as a person sees it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.dialogs import NewReportDialog
from juesuan_desktop.gui.look import Look
from juesuan_desktop.gui.window import MainWindow


def draw(session: Session, desk: Desk, look: Look, folder: Path, size: tuple[int, int]) -> list[Path]:
    """Draw all pictures into the folder. ``size`` counts the picture's pixels; Qt's scale is what it started with."""
    folder.mkdir(parents=True, exist_ok=True)
    window = MainWindow(session, desk, look)
    scale = window.devicePixelRatioF()
    window.resize(round(size[0] / scale), round(size[1] / scale))
    made: list[Path] = []
    for name, widget in _scenes(window, desk, look):
        made.append(folder / f"{len(made) + 1:02d}-{name}.png")
        _grab(widget, made[-1])
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return made


def _scenes(window: MainWindow, desk: Desk, look: Look) -> Iterator[tuple[str, QWidget]]:
    """Each scene, set just before it is drawn."""
    report = window.report
    if report is None:
        return
    tables = report.live.session.form.tables
    for tab, table in enumerate(tables):
        report.tabs.show_tab(tab)
        yield table.id, window
    report.tabs.show_tab(-1)
    yield "texts", window
    report.tabs.show_tab(next((tab for tab, table in enumerate(tables) if table.repeats), 0))
    window.commands["add-line"].trigger()
    yield "add-line", window
    window.review()
    yield "findings", window
    yield "new", NewReportDialog(desk.library.forms(), window)
    start = MainWindow(None, desk, look)
    start.resize(window.size())
    yield "start", start
    start.deleteLater()


def _grab(widget: QWidget, file: Path) -> None:
    widget.show()
    QCoreApplication.processEvents()
    widget.grab().save(str(file))
