"""Where the report is kept: 另存为, a file that is gone, another window on the same report."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui import open_report
from juesuan_desktop.gui.dialogs import Unsaved
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

SALARY, TRIPS = "支出表[2010301·基本支出]", "支出表[2010302·项目支出]"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Choose = Callable[[Path], None]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """What she answers when asked for a file."""

    def will(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: (str(path), ""))

    return will


def kept(desk: Desk, file: Path) -> dict[str, str]:
    session = desk.open(file)
    try:
        return {at: f"{session.figures[at]:f}" for at in (SALARY, TRIPS)}
    finally:
        session.close()


def test_saving_tells_where(hands: Hands, window: MainWindow, report: OpenReport, file: Path) -> None:
    hands.enter(SALARY, "120")
    hands.press(Qt.Key.Key_S, CONTROL)
    assert report.live.is_saved
    assert str(file) in window.notice.text


def test_kept_in_another_file_from_now_on(
    hands: Hands, window: MainWindow, choose: Choose, desk: Desk, file: Path, qtbot: QtBot, report: OpenReport
) -> None:
    other = file.with_name("另一份.juesuan")
    choose(other.with_suffix(""))
    hands.enter(SALARY, "120")
    hands.press(Qt.Key.Key_S, CONTROL | SHIFT)
    assert "另一份.juesuan" in window.notice.text
    hands.enter(TRIPS, "30")
    qtbot.waitUntil(lambda: report.live.is_saved)
    assert kept(desk, other) == {SALARY: "120", TRIPS: "30"}
    assert kept(desk, file)[TRIPS] == "50"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.shown(TRIPS) == "50.00"
    assert Path(window.memory.recent[0].path) == other


def test_a_name_that_is_taken_is_told_and_nothing_moves(
    hands: Hands, window: MainWindow, choose: Choose, file: Path, report: OpenReport
) -> None:
    choose(file)
    hands.press(Qt.Key.Key_S, CONTROL | SHIFT)
    assert "已经存在" in window.notice.text
    assert "换个名字" in window.notice.button.text()
    assert report.live.session.project.path == file


def typed_without_its_file(hands: Hands, window: MainWindow, file: Path, qtbot: QtBot) -> Path:
    """The report is moved away under our feet, and something is typed. Where it lies now."""
    away = file.rename(file.with_name("移走了.juesuan"))
    hands.enter(SALARY, "120")
    qtbot.waitUntil(lambda: "找不到" in window.notice.text)
    return away


def test_a_file_that_is_gone_is_told_and_the_way_out_is_at_hand(
    hands: Hands, window: MainWindow, choose: Choose, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    typed_without_its_file(hands, window, file, qtbot)
    assert "尚未保存" in window.status.text
    other = file.with_name("另一份.juesuan")
    choose(other)
    window.notice.button.click()
    assert "已保存" in window.status.text
    assert kept(desk, other)[SALARY] == "120"


@pytest.fixture(params=[Unsaved.ELSEWHERE, Unsaved.STAY, Unsaved.GIVE_UP])
def answer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Unsaved:
    """What she says when the report cannot be saved and is closed."""
    chosen: Unsaved = request.param
    monkeypatch.setattr(open_report, "ask_close_unsaved", lambda *_: chosen)
    return chosen


def test_closing_a_report_whose_file_is_gone(
    answer: Unsaved, hands: Hands, window: MainWindow, choose: Choose, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    away, other = typed_without_its_file(hands, window, file, qtbot), file.with_name("另一份.juesuan")
    choose(other)
    assert window.close() is (answer is not Unsaved.STAY)
    assert other.exists() is (answer is Unsaved.ELSEWHERE)
    if answer is Unsaved.ELSEWHERE:
        assert kept(desk, other)[SALARY] == "120"
    away.rename(file)
    window.close()


@pytest.fixture
def other(window: MainWindow, desk: Desk, file: Path) -> Session:
    """The same report at work in another window."""
    other = desk.open(file)
    other.type_figure(TRIPS, "30")
    other.close()
    return other


def test_coming_back_shows_what_another_window_wrote(other: Session, hands: Hands, window: MainWindow) -> None:
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert hands.shown(TRIPS) == "30.00"
    assert "另一个窗口" in window.notice.text
    assert "不平 0" not in window.status.text


def test_typing_without_coming_back_loses_nothing_of_either(
    other: Session, hands: Hands, window: MainWindow, desk: Desk, file: Path, report: OpenReport, qtbot: QtBot
) -> None:
    hands.enter(SALARY, "120")
    qtbot.waitUntil(lambda: report.live.is_saved)
    assert kept(desk, file) == {SALARY: "120", TRIPS: "30"}
    assert (hands.shown(SALARY), hands.shown(TRIPS)) == ("120.00", "30.00")
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert (hands.shown(SALARY), hands.shown(TRIPS)) == ("100.00", "30.00")
