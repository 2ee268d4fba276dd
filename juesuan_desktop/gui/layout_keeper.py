"""Keeps where the window was and which panels were shown, from one day to the next."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from juesuan_desktop.gui.memory import Memory

USUAL_WIDTH, USUAL_HEIGHT = 1280, 820
LARGE_WIDTH, LARGE_HEIGHT = 1440, 900
GEOMETRY, ROOMY, TIGHT = "geometry", "panels", "panels-tight"
VERSION = 2


def keep_layout(window: QMainWindow, memory: Memory, panels: str = "") -> None:
    """Write down how the window lies; its panels too, under one of the names above."""
    memory.layout[GEOMETRY] = bytes(window.saveGeometry().data()).hex()
    if panels:
        memory.layout[panels] = bytes(window.saveState(VERSION).data()).hex()
    memory.save()


def restore_place(window: QMainWindow, memory: Memory) -> None:
    """Where it was; a first window has a usual size, or all of a screen that has not much more."""
    if window.restoreGeometry(_bytes(memory, GEOMETRY)):
        return
    size = QGuiApplication.primaryScreen().availableSize()
    window.resize(min(USUAL_WIDTH, size.width()), min(USUAL_HEIGHT, size.height()))
    if size.width() < LARGE_WIDTH or size.height() < LARGE_HEIGHT:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def restore_panels(window: QMainWindow, memory: Memory, panels: str) -> bool:
    """The panels as they were; whether there was anything to restore."""
    return window.restoreState(_bytes(memory, panels), VERSION)


def _bytes(memory: Memory, name: str) -> QByteArray:
    try:
        return QByteArray(bytes.fromhex(memory.layout.get(name, "")))
    except ValueError:
        return QByteArray()
