"""Starting the window: Qt itself, its look and language, and the window on a report or on the start page."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from juesuan_desktop.desk.desk import OWN, TOLD_ERRORS, Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.dialogs import tell
from juesuan_desktop.gui.look import Look, load_look
from juesuan_desktop.gui.shots import draw
from juesuan_desktop.gui.trouble import TroubleWatch
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import logs, resources, translations

USUAL_WIDTH, USUAL_HEIGHT = 1280, 820
LANGUAGE = "JUESUAN_LANG"


def run(desk: Desk, file: Path | None = None) -> int:
    """Show the window, on a file if one is named, until it is closed."""
    app = application()
    session, sentence = _opened(desk, file)
    window = MainWindow(session, desk, dressed(app))
    TroubleWatch(logs(), window.save_now).install()
    size = QGuiApplication.primaryScreen().availableSize()
    window.resize(min(USUAL_WIDTH, size.width()), min(USUAL_HEIGHT, size.height()))
    window.show()
    if sentence:
        QTimer.singleShot(0, lambda: tell(window, sentence))
    elif file is not None and session is None:
        QTimer.singleShot(0, lambda: window.files.open_path(file))
    return app.exec()


def _opened(desk: Desk, file: Path | None) -> tuple[Session | None, str]:
    """Our own file, opened, or why it cannot be. Others are imported once the window can ask where to."""
    if file is None or file.suffix.lower() != OWN:
        return None, ""
    try:
        return desk.open(file), ""
    except TOLD_ERRORS as error:
        return None, str(error)


def run_shots(desk: Desk, file: Path, output: Path, size: tuple[int, int]) -> int:
    """Draw every tab and panel of the window on this file, at this size in the pixels of the picture."""
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
    """Qt's messages, without the one that drawing into memory repeats for every window."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def application() -> QApplication:
    """The one QApplication."""
    present = QApplication.instance()
    return present if isinstance(present, QApplication) else QApplication(sys.argv[:1])


def dressed(app: QApplication) -> Look:
    """The application in our look and language."""
    look = load_look(resources())
    app.setApplicationName("juesuan")
    app.setApplicationDisplayName("")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "juesuan.svg")))
    app.setStyle("Fusion")
    app.setFont(look.fonts.window())
    app.setPalette(look.theme.palette())
    for file in _translations():
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)
    return look


def _translations() -> tuple[Path, ...]:
    """Chinese is written in the program itself; only Qt's own buttons need words for it."""
    wanted = os.environ.get(LANGUAGE) or QLocale.system().name()
    if wanted.startswith("en"):
        return (translations() / "juesuan_en.qm",)
    return (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm",)
