"""文件 → 最近的报告: what was open lately is at hand while another report is open, too."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from juesuan_desktop.gui.memory import Memory

MOST = 9


class RecentMenu(QMenu):
    """Filled when it opens; ``open_report`` is told which one. What is gone is grey."""

    def __init__(self, memory: Memory, open_report: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._memory, self._open = memory, open_report
        self.setTitle(self.tr("最近的报告"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for number, one in enumerate(list(self._memory.in_order())[:MOST], 1):
            path = Path(one.path)
            name = f"{path.stem}　{path.parent.name}{os.sep}".replace("&", "&&")
            action = self.addAction(f"&{number}　{name}", partial(self._open, path))
            action.setToolTip(one.path)
            action.setEnabled(path.exists())
        if not self._memory.recent:
            self.addAction(self.tr("还没有打开过报告")).setEnabled(False)
