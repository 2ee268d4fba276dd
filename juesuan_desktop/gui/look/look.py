"""How the program looks: colours, fonts, icons. One look for all; who wears it dresses anew when it changes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from juesuan_desktop.gui.look.fonts import Fonts, load_fonts
from juesuan_desktop.gui.look.icons import SIZE, Icons
from juesuan_desktop.gui.look.theme import Theme, load_theme


class Look(QObject):
    """Colours, fonts and icons that belong together.

    ``changed`` once the application has other ones. Whoever asks the look while painting need not listen; whoever
    keeps a colour, a font, an icon or a width of it does.

    Attributes:
        theme, fonts, icons: the present ones.
        worn: the name of the theme and the text size in percent they come from.
    """

    changed = Signal()
    theme: Theme
    fonts: Fonts
    icons: Icons

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self._app, self._folder = app, resources
        self.worn: tuple[str, int] = ("", 0)

    def put_on(self, theme: str, text_size: int) -> None:
        """Give the application the colours of a theme and text of a size in percent."""
        if self.worn == (theme, text_size):
            return
        self.worn, scale = (theme, text_size), text_size / 100
        self.theme = load_theme(self._folder / "themes" / f"{theme}.toml")
        self.fonts = load_fonts(self._folder / "fonts", scale)
        self.icons = Icons(self._folder / "icons", self.theme["window.text"], self.theme.disabled, scale)
        self._set_font()
        self._app.setPalette(self.theme.palette())
        for kind, palette in self.theme.palettes():
            self._app.setPalette(palette, kind)  # type: ignore[arg-type]  # the stub wants bytes, the program a text
        self.changed.emit()

    def _set_font(self) -> None:
        """The font of every window; Qt itself tells them only while its own loop runs."""
        self._app.setFont(self.fonts.window())
        for window in self._app.topLevelWidgets():
            self._app.sendEvent(window, QEvent(QEvent.Type.ApplicationFontChange))

    def wear(self, dress: Callable[[], None]) -> None:
        """Dress now and whenever the look changes; ``dress`` is a method of a QObject and forgotten with it."""
        self.changed.connect(dress)
        dress()

    def icon(self, name: str) -> QIcon:
        """One of our own drawings."""
        return self.icons.icon(name)

    @property
    def icon_side(self) -> int:
        """How large icons are beside words."""
        return round(SIZE * self.fonts.scale)
