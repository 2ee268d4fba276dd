"""The shipped fonts: one for the window, one for paper."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

INTERFACE_FILE, PAPER_FILE = "NotoSansSC-GBK.ttf", "NotoSerifSC-GBK.ttf"
INTERFACE_POINTS, PAPER_POINTS = 9.75, 10.5


@dataclass(frozen=True, slots=True)
class Fonts:
    """Family names: ``interface`` for the window (黑体), ``paper`` for tables and texts (宋体).

    ``scale`` makes all of them larger, for eyes that want it.
    """

    interface: str
    paper: str
    scale: float = 1.0

    def window(self) -> QFont:
        """What menus, lists and buttons are written in."""
        return _font(self.interface, INTERFACE_POINTS * self.scale)

    def small(self) -> QFont:
        """What stands beside, not in the way."""
        return _font(self.interface, (INTERFACE_POINTS - 1.5) * self.scale)

    def sheet(self, zoom: float = 1.0) -> QFont:
        """What tables are written in."""
        return _font(self.paper, PAPER_POINTS * zoom * self.scale)

    def title(self, zoom: float = 1.0) -> QFont:
        """What stands above a table."""
        font = _font(self.paper, PAPER_POINTS * 1.6 * zoom * self.scale)
        font.setBold(True)
        return font


def load_fonts(folder: Path, scale: float = 1.0) -> Fonts:
    """Load the shipped fonts; where one is missing the system's own serves."""
    return Fonts(_family(folder / INTERFACE_FILE), _family(folder / PAPER_FILE), scale)


@lru_cache
def _family(file: Path) -> str:
    families = (
        QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file))) if file.exists() else []
    )
    return families[0] if families else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def _font(family: str, points: float) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    return font
