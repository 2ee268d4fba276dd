"""Pieces that pages are put together from."""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel

from juesuan_desktop.gui.look import Look


def heading(words: str, look: Look) -> QLabel:
    """What stands above a page."""
    label = QLabel(words)
    font = QFont(look.fonts.window())
    font.setPointSizeF(font.pointSizeF() * 1.5)
    label.setFont(font)
    return label


def told_in(label: QLabel, colour: QColor) -> QLabel:
    """A label that tells something, in a colour of its own, on as many lines as it needs."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    label.setPalette(palette)
    label.setWordWrap(True)
    return label
