"""The language of the window: Chinese is written in the program itself, Qt's own words and English are looked up."""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from juesuan_desktop.gui.memory import CHINESE, ENGLISH, SYSTEM
from juesuan_desktop.locations import translations

VARIABLE = "JUESUAN_LANG"
OURS = "juesuan-words"


def speak(app: QApplication, wanted: str = SYSTEM) -> None:
    """From now on new windows speak this language."""
    for before in app.findChildren(QTranslator, OURS):
        app.removeTranslator(before)
        before.deleteLater()
    for translator in _translators(app, language(wanted)):
        app.installTranslator(translator)


def language(wanted: str) -> str:
    """What to speak: as she chose, else as the environment says, else as the PC does; Chinese where that is neither."""
    if wanted in (CHINESE, ENGLISH):
        return wanted
    name = os.environ.get(VARIABLE) or QLocale.system().name()
    return ENGLISH if name.startswith("en") else CHINESE


def _translators(app: QApplication, spoken: str) -> Iterator[QTranslator]:
    """Qt's own buttons speak what the rest does: Chinese too where our English is not there."""
    english = _loaded(app, translations() / "juesuan_en.qm") if spoken == ENGLISH else None
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm"
    found = english or _loaded(app, qt)
    if found is not None:
        yield found


def _loaded(app: QApplication, file: Path) -> QTranslator | None:
    translator = QTranslator(app)
    translator.setObjectName(OURS)
    if translator.load(str(file)):
        return translator
    translator.deleteLater()
    return None
