"""How the program looks: colours, fonts, icons, loaded once and handed down to whoever draws."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QIcon

from juesuan_desktop.gui.fonts import Fonts, load_fonts
from juesuan_desktop.gui.icons import SIZE, Icons
from juesuan_desktop.gui.theme import Theme, load_theme


@dataclass(frozen=True)
class Look:
    """Colours, fonts and icons that belong together."""

    theme: Theme
    fonts: Fonts
    icons: Icons

    def icon(self, name: str) -> QIcon:
        """One of our own drawings."""
        return self.icons.icon(name)

    @property
    def icon_side(self) -> int:
        """How large icons are beside words."""
        return round(SIZE * self.fonts.scale)


def load_look(resources: Path, theme_name: str = "light", scale: float = 1.0) -> Look:
    """The look from the shipped data. Needs a running QApplication."""
    theme = load_theme(resources / "themes" / f"{theme_name}.toml")
    icons = Icons(resources / "icons", theme["window.text"], theme.disabled, scale)
    return Look(theme, load_fonts(resources / "fonts", scale), icons)
