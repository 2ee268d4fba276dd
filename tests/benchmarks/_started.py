"""The program, or for comparison a bare window of nine tables, until it is painted: tells when that was, and is gone.

The moment at which the process was started stands in STARTED, in seconds of the clock that all processes share.
"""

import os
import sys
from time import monotonic, process_time

BARE = "--bare"


def gone() -> None:
    """It is painted and waits for her: say after how long, and with how much work."""
    print(monotonic() - float(os.environ["STARTED"]), process_time(), flush=True)
    os._exit(0)


def program(arguments: list[str]) -> None:
    """Our own window."""
    from juesuan_desktop import app
    from juesuan_desktop.gui import application

    begin = application.application
    application.application = lambda: watched(begin())
    app.main(arguments)


def bare() -> None:
    """What Qt and Python alone need for nine tables of 60 lines."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget

    qt = watched(QApplication([]))
    window, tabs = QMainWindow(), QTabWidget()
    window.setCentralWidget(tabs)
    for number in range(9):
        view, model = QTableView(), QStandardItemModel(60, 12, tabs)
        for place in range(60 * 12):
            model.setItem(*divmod(place, 12), QStandardItem("1,234.00"))
        view.setModel(model)
        tabs.addTab(view, str(number))
    window.resize(1366, 768)
    window.show()
    qt.exec()


def watched(qt):
    """The application; once a window is painted and nothing more waits, it has started."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        """Sees the first paint."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.property("seen"):
                self.setProperty("seen", True)
                QTimer.singleShot(0, gone)
            return False

    qt.installEventFilter(Watch(qt))
    return qt


if __name__ == "__main__":
    bare() if BARE in sys.argv else program(sys.argv[1:])
