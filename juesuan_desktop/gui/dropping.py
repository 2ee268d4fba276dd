"""A file dragged onto the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Takes the first file that is dropped on a widget."""

    def __init__(self, place: QWidget, take: Callable[[Path], None], suffixes: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(place)
        self._take, self._suffixes = take, suffixes
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and self._file(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            file = self._file(event.mimeData())
            if file is not None:
                event.acceptProposedAction()
                self._take(file)
                return True
        return super().eventFilter(watched, event)

    def _file(self, data: QMimeData) -> Path | None:
        files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        return next((file for file in files if file.suffix.lower() in self._suffixes()), None)
