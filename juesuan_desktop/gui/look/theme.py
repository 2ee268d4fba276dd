"""Colours by what they are for, read from a theme file; the palette of the program is made from them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

SAME_AS = "="
HALF_LIGHT, DIM = 128, 140


@dataclass(frozen=True)
class Theme:
    """Named colours: `theme["paper.ink"]`."""

    name: str
    colours: Mapping[str, QColor]

    def __getitem__(self, colour: str) -> QColor:
        return self.colours[colour]

    @property
    def disabled(self) -> QColor:
        """Words that cannot be chosen now: fainter than the others, on any ground still there."""
        line = self["window.line"]
        is_dark = self["window.window"].lightness() < HALF_LIGHT
        return line.lighter(DIM) if is_dark else line.darker(DIM - 20)

    def palette(self) -> QPalette:
        """The colours of windows, lists and buttons."""
        palette = QPalette()
        for role, colour in _ROLES.items():
            palette.setColor(role, self[f"window.{colour}"])
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.disabled)
        return palette

    def palettes(self) -> Iterator[tuple[str, QPalette]]:
        """What kinds of widgets have otherwise, by their names.

        Fusion draws frames and boxes to tick a shade darker than the window, which on a dark window nobody sees, and
        progress in the colour of what is chosen, which is too pale for that.
        """
        for kinds, roles in _KINDS.items():
            palette = self.palette()
            for role, colour in roles.items():
                palette.setColor(role, self[f"window.{colour}"])
            yield from ((kind, palette) for kind in kinds)


def load_theme(file: Path) -> Theme:
    """The theme in a file."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    written = {
        f"{group}.{name}": value
        for group, colours in data.items()
        if isinstance(colours, dict)
        for name, value in colours.items()
    }
    return Theme(str(data["name"]), {name: QColor(_meant(value, written)) for name, value in written.items()})


def _meant(value: str, written: Mapping[str, str]) -> str:
    """The colour itself, where it says 「same as」 another."""
    return written[value.removeprefix(SAME_AS)] if value.startswith(SAME_AS) else value


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "base",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Highlight: "chosen",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
}
_RIM = {QPalette.ColorRole.Window: "rim"}
_STRONG = {QPalette.ColorRole.Highlight: "accent", QPalette.ColorRole.HighlightedText: "on_accent"}
_KINDS: Mapping[tuple[str, ...], Mapping[QPalette.ColorRole, str]] = {
    ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QTreeView", "QListView"): _RIM,
    ("QProgressBar",): _STRONG,
}
