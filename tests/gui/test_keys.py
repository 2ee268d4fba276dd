"""Alt and a letter means one thing: menus, buttons and fields of a page share the letters."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.scenes.all_scenes import SCENES
from juesuan_desktop.gui.scenes.studio import Studio
from juesuan_desktop.gui.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("new", "choice", "start-recent", "import", "rollover", "check", "done")
LETTER = re.compile(r"&([A-Za-z])")


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translator = QTranslator()
    if request.param == "en" and translator.load(str(ROOT / "translations" / "juesuan_en.qm")):
        qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def letters(window: MainWindow) -> Counter[str]:
    menus = [action.text() for action in window.menuBar().actions()]
    place = window.middle.over or window.middle.base
    assert place is not None
    words = [label.text() for label in place.findChildren(QLabel) if label.buddy() and shown(label)]
    buttons = [*place.findChildren(QAbstractButton), *window.notice.findChildren(QAbstractButton)]
    keys = [button.shortcut().toString().removeprefix("Alt+") for button in buttons if shown(button)]
    found = [*menus, *words, *(f"&{key}" for key in keys if len(key) == 1)]
    return Counter(letter.upper() for text in found for letter in LETTER.findall(text)[:1])


def shown(widget: QWidget) -> bool:
    return widget.isVisible()


@pytest.mark.parametrize("name", PAGES)
def test_no_letter_means_two_things(desk: Desk, session: Session, look: Look, name: str, language: str) -> None:
    studio = Studio(session, desk, look, (1366, 768))
    try:
        widget = dict(SCENES)[name](studio)
        widget.show()
        assert isinstance(widget, MainWindow)
        assert [letter for letter, count in letters(widget).items() if count > 1] == []
    finally:
        studio.clear()
        studio.close()
