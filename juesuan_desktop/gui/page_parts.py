"""Pieces that pages are put together from."""

from PySide6.QtWidgets import QLabel

from juesuan_desktop.gui.dress import Dress, headline
from juesuan_desktop.gui.look import Look


def heading(words: str, look: Look) -> QLabel:
    """What stands above a page."""
    label = QLabel(words)
    Dress(label, look, font=headline)
    return label


def told_in(label: QLabel, look: Look, colour: str) -> QLabel:
    """A label that tells something, in a colour of its own, on as many lines as it needs."""
    Dress(label, look, ink=colour)
    label.setWordWrap(True)
    return label
