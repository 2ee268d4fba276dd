"""Pictures of the window: every tab, panel, page and state of ``SCENES`` as a person sees it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.scenes.all_scenes import SCENES
from juesuan_desktop.gui.scenes.studio import Studio

FRAMES = 3  # what one frame changes is laid out in the next


def draw(session: Session, desk: Desk, look: Look, folder: Path, size: tuple[int, int]) -> list[Path]:
    """Draw all pictures into the folder. ``size`` counts the picture's pixels; Qt's scale is what it started with."""
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(session, desk, look, size)
    made: list[Path] = []
    try:
        for name, widget in _scenes(studio):
            made.append(folder / f"{len(made) + 1:02d}-{name}.png")
            _grab(widget, made[-1])
    finally:
        studio.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return made


def _scenes(studio: Studio) -> Iterator[tuple[str, QWidget]]:
    """Each scene, set just before it is drawn: the public tables, then the table of scenes."""
    for name, tab in studio.tabs():
        studio.report.tabs.show_tab(tab)
        yield name, studio.window
    for name, scene in SCENES:
        yield name, scene(studio)
        studio.clear()


def _grab(widget: QWidget, file: Path) -> None:
    """The picture, with the menu or the box that lies over the window."""
    widget.show()
    for _ in range(FRAMES):
        QCoreApplication.processEvents()
    picture = widget.grab()
    painter = QPainter(picture)
    for over in QApplication.topLevelWidgets():
        parent = over.parentWidget()
        if over.isVisible() and parent is not None and parent.window() is widget:
            painter.drawPixmap(over.mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()), over.grab())
    painter.end()
    picture.save(str(file))
