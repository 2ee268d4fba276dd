"""Starting the window: Qt itself, its look and language, and the window on a report or on the start page."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from juesuan_desktop.desk.desk import TOLD_ERRORS, Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.focus_frame import FocusWatch
from juesuan_desktop.gui.look.language import speak
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import LIGHT, TEXT_SIZES, Memory
from juesuan_desktop.gui.stage import Stage
from juesuan_desktop.gui.trouble import TroubleWatch
from juesuan_desktop.locations import logs, resources, user_data
from juesuan_desktop.storage import OWN_SUFFIX

MEMORY = "window.json"


def run(desk: Desk, file: Path | None = None) -> int:
    """Show the window, on a file if one is named, until it is closed."""
    app = application()
    look = dressed(app)
    session, sentence = _opened(desk, file)
    stage = Stage(app, desk, look, Memory(user_data() / MEMORY))
    stage.show(session)
    TroubleWatch(logs(), stage.save_now).install()
    if sentence:
        stage.window.notice.complain(sentence)
    elif file is not None and session is None:
        QTimer.singleShot(0, lambda: stage.window.files.offer(file))
    QTimer.singleShot(0, gc.enable)  # the caller has spared the start of it
    return app.exec()


def _opened(desk: Desk, file: Path | None) -> tuple[Session | None, str]:
    """Our own file, opened, or why it cannot be. Others are imported once the window can ask where to."""
    if file is None or file.suffix.lower() != OWN_SUFFIX:
        return None, ""
    try:
        return desk.open(file), ""
    except TOLD_ERRORS as error:
        return None, str(error)


def run_shots(desk: Desk, file: Path, output: Path, size: tuple[int, int]) -> int:
    """Draw every tab and panel of the window on this file, at this size in the pixels of the picture."""
    from juesuan_desktop.gui.scenes.shots import draw

    qInstallMessageHandler(_to_standard_error)
    app = application()
    look = dressed(app)
    session = desk.look_at(file)
    try:
        for path in draw(session, desk, look, output, size):
            print(path)
    finally:
        session.close()
    return 0


def _to_standard_error(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's messages, without those that drawing into memory repeats for every window."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def application() -> QApplication:
    """The one QApplication."""
    present = QApplication.instance()
    return present if isinstance(present, QApplication) else QApplication(sys.argv[:1])


def dressed(app: QApplication) -> Look:
    """The application in our look and language."""
    app.setApplicationName("juesuan")
    app.setApplicationDisplayName("")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "juesuan.svg")))
    app.setStyle("Fusion")
    speak(app)
    look = Look(app, resources())
    look.put_on(LIGHT, TEXT_SIZES[0])
    FocusWatch(app, look)
    return look
