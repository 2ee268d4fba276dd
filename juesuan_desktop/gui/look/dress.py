"""What a widget wears of the look, by name: ground, ink, font, width, sign. It follows the look by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QFont, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget

from juesuan_desktop.gui.look.fonts import Fonts
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, mark_icon

WIDE, NARROW = "国", "0"


class Dress(QObject):
    """Belongs to the widget.

    ``ground`` and ``base`` are the colours behind it, ``ink`` that of its words; ``font`` picks one of the fonts.
    """

    def __init__(
        self,
        widget: QWidget,
        look: Look,
        *,
        ground: str = "",
        base: str = "",
        ink: str = "",
        font: Callable[[Fonts], QFont] | None = None,
    ) -> None:
        super().__init__(widget)
        role = QPalette.ColorRole
        self._widget, self._look, self._font = widget, look, font
        self._colours = {role.Window: ground, role.Base: base, role.WindowText: ink, role.Text: ink}
        widget.setAutoFillBackground(bool(ground) or widget.autoFillBackground())
        look.wear(self._put_on)

    def write_in(self, ink: str, ground: str = "") -> None:
        """Other words, another colour, perhaps on another ground."""
        role = QPalette.ColorRole
        self._colours |= {role.WindowText: ink, role.Text: ink} | ({role.Window: ground} if ground else {})
        self._put_on()

    def _put_on(self) -> None:
        palette = QPalette()  # only our own roles: the others go on following the parent
        for role, colour in self._colours.items():
            if colour:
                palette.setColor(role, self._look.theme[colour])
        self._widget.setPalette(palette)
        if self._font is not None:
            self._widget.setFont(self._font(self._look.fonts))


class Width(QObject):
    """How wide a widget is, in sample text of its own font (``WIDE * 20``) and some ``room``; belongs to the widget."""

    def __init__(
        self, widget: QWidget, look: Look, *, least: str = "", most: str = "", just: str = "", room: int = 0
    ) -> None:
        super().__init__(widget)
        self._widget, self._room = widget, room
        self._samples = ((least or just, widget.setMinimumWidth), (most or just, widget.setMaximumWidth))
        look.wear(self._settle)

    def _settle(self) -> None:
        for sample, settle in self._samples:
            if sample:
                settle(self._widget.fontMetrics().horizontalAdvance(sample) + self._room)


class Sign(QObject):
    """The sign on a button or a label, as large as its words; belongs to it. None shows no sign."""

    def __init__(self, widget: QAbstractButton | QLabel, look: Look, mark: Mark | None = None) -> None:
        super().__init__(widget)
        self._widget, self._look, self._mark = widget, look, mark
        look.wear(self._draw)

    def show(self, mark: Mark | None) -> None:
        """Another sign."""
        self._mark = mark
        self._draw()

    def _draw(self) -> None:
        icon = mark_icon(self._mark, self._look.theme) if self._mark is not None else QIcon()
        side = self._widget.fontMetrics().ascent()
        if isinstance(self._widget, QLabel):
            self._widget.setPixmap(icon.pixmap(QSize(side, side)))
        else:
            self._widget.setIcon(icon)
            self._widget.setIconSize(QSize(side, side))


class SignSize(QObject):
    """Signs in a list as large as its words; belongs to the list."""

    def __init__(self, view: QAbstractItemView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        look.wear(self._settle)

    def _settle(self) -> None:
        side = self._view.fontMetrics().ascent()
        self._view.setIconSize(QSize(side, side))


class Picture(QObject):
    """One of our own drawings on a button, a menu line, a toolbar; belongs to it."""

    def __init__(self, owner: QAbstractButton | QAction, look: Look, name: str) -> None:
        super().__init__(owner)
        self._owner, self._look, self._name = owner, look, name
        look.wear(self._draw)

    def _draw(self) -> None:
        self._owner.setIcon(self._look.icon(self._name))
        if isinstance(self._owner, QAbstractButton):
            self._owner.setIconSize(QSize(self._look.icon_side, self._look.icon_side))


def headline(fonts: Fonts) -> QFont:
    """What stands above a page."""
    return _sized(fonts, 1.5)


def name_of_the_program(fonts: Fonts) -> QFont:
    """What the start page begins with."""
    return _sized(fonts, 2)


def bold(fonts: Fonts) -> QFont:
    """What is read first."""
    font = fonts.window()
    font.setBold(True)
    return font


def _sized(fonts: Fonts, factor: float) -> QFont:
    font = fonts.window()
    font.setPointSizeF(font.pointSizeF() * factor)
    return font
