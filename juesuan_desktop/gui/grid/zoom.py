"""How large tables are shown: fitted to the window, or as she chose. One choice for all tables."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from juesuan_desktop.gui.memory import FITTED_ZOOM, Memory

FITTED = FITTED_ZOOM
_SAME = 0.01  # a fitted zoom this near to a step is that step
STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


def next_step(steps: Sequence[float], shown: float, direction: int) -> float | None:
    """The nearest step larger (+1) or smaller (-1) than what is shown; None at the end."""
    further = [step for step in steps if (step - shown) * direction > _SAME]
    return min(further, key=lambda step: abs(step - shown), default=None)


class Zoom(QObject):
    """The chosen zoom: ``FITTED``, or a factor between 0.8 and 2. ``chosen`` carries it when she chooses another."""

    changed = Signal()
    chosen = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.value = FITTED
        self.shown = 1.0

    def set(self, value: float) -> None:
        """Choose a zoom."""
        if value != self.value:
            self.value = value
            self.changed.emit()
            self.chosen.emit(value)

    def keep_in(self, memory: Memory) -> None:
        """As large as the last time, and as large as this time the next."""
        self.set(memory.zoom)
        self.chosen.connect(memory.keep_zoom)

    def step(self, direction: int) -> None:
        """One step larger (+1) or smaller (-1) than what is shown."""
        step = next_step(STEPS, self.shown, direction)
        if step is not None:
            self.set(step)

    def show(self, shown: float) -> None:
        """A table tells at which zoom it is shown now."""
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


class ZoomButton(QToolButton):
    """「100 %」 in the status line, with the zooms to choose from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom: Zoom | None = None
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(self.tr("表格显示比例（Ctrl+滚轮，Ctrl+Alt+= 放大，Ctrl+Alt+- 缩小）"))
        self.setAccessibleName(self.tr("表格显示比例"))
        menu = QMenu(self)
        menu.addAction(self.tr("适合窗口宽度"), partial(self._choose, FITTED))
        for step in STEPS:
            menu.addAction(f"{step:.0%}", partial(self._choose, step))
        self.setMenu(menu)

    def follow(self, zoom: Zoom) -> None:
        """Show and change this zoom from now on."""
        self._zoom = zoom
        zoom.changed.connect(self._tell)
        self._tell()

    def _choose(self, value: float) -> None:
        if self._zoom is not None:
            self._zoom.set(value)

    def _tell(self) -> None:
        if self._zoom is not None:
            self.setText(f"{self._zoom.shown:.0%}")
