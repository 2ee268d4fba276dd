"""The window speaks one language, the buttons of Qt's own boxes included, whatever the PC's is."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look import language
from juesuan_desktop.gui.look.language import VARIABLE, speak
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import CHINESE, ENGLISH, LIGHT, SYSTEM, Memory
from juesuan_desktop.gui.stage import Stage
from juesuan_desktop.gui.taking.proposal_model import NOTE, ProposalModel
from juesuan_desktop.locations import resources, translations

COMPILED = translations() / "juesuan_en.qm"
needs_english = pytest.mark.skipif(not COMPILED.exists(), reason="translations are compiled by build/dev.py")
BUTTON = QMessageBox.StandardButton


@pytest.fixture(autouse=True)
def as_it_was(look: Look, qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp)


def buttons() -> list[str]:
    """What stands on the buttons of a box."""
    box = QMessageBox()
    box.setStandardButtons(BUTTON.Ok | BUTTON.Cancel | BUTTON.Yes | BUTTON.No)
    words = [button.text().partition("(")[0].replace("&", "") for button in box.buttons()]
    box.deleteLater()
    return sorted(words)


def test_qt_speaks_chinese_with_the_window(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en_US")  # as an English Windows would say
    speak(qapp, CHINESE)
    assert buttons() == sorted(("确定", "取消", "是", "否"))
    field = QLineEdit("x")
    menu = field.createStandardContextMenu()
    assert any("粘贴" in action.text() for action in menu.actions())
    menu.deleteLater()
    field.deleteLater()


@needs_english
def test_both_speak_english_where_that_is_wanted(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en_US")
    speak(qapp, SYSTEM)
    assert buttons() == sorted(("OK", "Cancel", "Yes", "No"))
    assert qapp.translate("Commands", "新建…") == "New…"


def test_without_our_english_nothing_is_english(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Chinese tables with Yes and No under them would be the worst of both."""
    monkeypatch.setattr(language, "translations", lambda: tmp_path)
    speak(qapp, ENGLISH)
    assert "确定" in buttons()


@needs_english
def test_how_a_table_was_recognised_is_all_english(look: Look, desk: Desk, qapp: QApplication) -> None:
    speak(qapp, ENGLISH)
    proposal = desk.propose_import(resources() / "samples" / "sample.txt")
    model = ProposalModel(proposal, "", look)
    assert str(model.index(0, NOTE).data()).startswith("Known by its title, certain · ")


def test_no_english_says_1_tables() -> None:
    """Chinese words have no plural: a sentence with a number has to fit one as well."""
    told = ElementTree.parse(translations() / "juesuan_en.ts").getroot()
    plural = re.compile(r"\{(count|days|lines|figures|lost)\} (\w+ )?\w+s\b(?!\()")
    assert not [text for one in told.iter("translation") if plural.search(text := one.text or "")]


def test_an_unknown_language_is_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "fr_FR")
    assert language.language(SYSTEM) == CHINESE
    assert language.language(ENGLISH) == ENGLISH


@needs_english
def test_it_is_chosen_in_the_menu_and_remembered(
    desk: Desk, look: Look, session: Session, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    memory = Memory(tmp_path / "window.json")
    memory.theme, memory.language = LIGHT, CHINESE
    stage = Stage(qapp, desk, look, memory)
    stage.show(session)
    try:
        chinese = stage.window
        assert chinese.commands["new"].text() == "新建…"
        chinese.view.languages[ENGLISH].trigger()
        qtbot.waitUntil(lambda: stage.window is not chinese)
        assert stage.window.commands["new"].text() == "New…"
        assert Memory(tmp_path / "window.json").language == ENGLISH
    finally:
        stage.window.close()
        stage.window.deleteLater()
        stage.deleteLater()
        look.put_on(LIGHT, 100)
