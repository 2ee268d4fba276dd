"""The texts: plain writing that lasts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.hands import Hands
from juesuan_desktop import locations
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.pages.text_page import TextPage
from juesuan_desktop.gui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def texts(report: OpenReport, section: str) -> TextPage:
    report.tabs.go_to(f"节[{section}]")
    page = report.tabs.page()
    assert isinstance(page, TextPage)
    page.begin()
    return page


def test_every_section_of_the_form_is_listed(report: OpenReport) -> None:
    for part in report.live.session.form.parts:
        if part.sections:
            page = texts(report, part.sections[0].id)
            listed = page.sections.section_ids()
            assert listed == [section.id for section in part.sections]


def test_a_finding_about_a_text_goes_there(report: OpenReport) -> None:
    finding = next(one for one in report.live.standing.findings if one.where and one.where[0].section == "绩效")
    report.tabs.go_to_finding(finding)
    page = report.tabs.page()
    assert isinstance(page, TextPage)
    assert page.current() == "绩效"


def test_what_is_written_lasts(
    hands: Hands, report: OpenReport, window: MainWindow, desk: Desk, file, qtbot: QtBot
) -> None:
    texts(report, "职责")
    hands.type("ab")
    window.close()
    session = desk.open(file)
    assert session.report.texts["职责"] == "ab"
    session.close()


def test_another_section_takes_what_was_written_before(hands: Hands, report: OpenReport) -> None:
    page = texts(report, "职责")
    hands.type("one")
    page.choose("机构")
    assert page.editor.text() == ""
    assert report.live.session.report.texts == {"职责": "one"}
    page.choose("职责")
    assert page.editor.text() == "one"


def test_a_pause_is_one_edit_and_undo_is_the_reports(hands: Hands, report: OpenReport, qtbot: QtBot) -> None:
    page = texts(report, "职责")
    hands.type("one")
    qtbot.waitUntil(lambda: "职责" in report.live.session.report.texts, timeout=3000)
    hands.type(" two")
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert page.editor.text() == "one"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert page.editor.text() == ""
    hands.press(Qt.Key.Key_Y, CONTROL)
    assert page.editor.text() == "one"


def test_what_last_year_said_is_only_a_grey_suggestion(desk: Desk, look: Look, tmp_path: Path, qtbot: QtBot) -> None:
    session = desk.begin(desk.propose_rollover(locations.sample(), 2024), tmp_path / "next.juesuan")
    part = next(one for one in session.form.parts if one.name == "情况说明")
    page = TextPage(LiveReport(session), look, part)
    qtbot.addWidget(page)
    page.choose("收支总体")
    page.show()
    assert page.last.isVisible()
    assert "1043.52" in page.last.text.toPlainText()
    assert page.last.text.isReadOnly()
    page.resize(1000, 600)
    qtbot.waitUntil(lambda: page.last.text.verticalScrollBar().maximum() == 0, timeout=2000)
    page.resize(400, 300)
    assert page.last.text.verticalScrollBar().value() == 0
    assert page.editor.text() == ""
    assert "收支总体" not in session.report.texts
    session.close()


def test_what_was_carried_over_does_not_stand_there_twice(desk: Desk, look: Look, tmp_path: Path, qtbot: QtBot) -> None:
    session = desk.begin(desk.propose_rollover(locations.sample(), 2024), tmp_path / "next.juesuan")
    part = next(one for one in session.form.parts if one.name == "单位概况")
    live = LiveReport(session)
    page = TextPage(live, look, part)
    live.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.choose("职责")
    page.show()
    assert not page.last.isVisible()
    live.type_text("职责", "另写的")
    assert page.last.isVisible()
    live.save()
    session.close()


def test_last_years_words_are_copied_only_when_asked_and_wait_to_be_confirmed(
    desk: Desk, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    session = desk.begin(desk.propose_rollover(locations.sample(), 2024), tmp_path / "next.juesuan")
    part = next(one for one in session.form.parts if one.name == "情况说明")
    live = LiveReport(session)
    page = TextPage(live, look, part)
    live.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.choose("收支总体")
    page.show()
    page.last.button.click()
    assert page.editor.text() == session.last_text("收支总体")
    assert "节[收支总体]" in session.report.unconfirmed
    assert "2023 年" in page.carried.told
    assert not page.last.isVisible()
    live.undo()
    assert (page.editor.text(), page.last.isVisible()) == ("", True)
    live.type_text("收支总体", "另写的")
    assert page.last.isVisible(), "it stays beside what she writes"
    assert not page.last.button.isVisible(), "and never takes its place"
    live.save()
    session.close()


def test_titles_of_sections_are_whole(report: OpenReport, window: MainWindow) -> None:
    """Cut off, three sections about 一般公共预算 would read alike."""
    window.resize(1366, 768)
    page = texts(report, "收支总体")
    QApplication.processEvents()
    items = dict(zip(page.sections.section_ids(), page.sections._items(), strict=True))
    rows = [page.sections.visualItemRect(items[name]).height() for name in ("收入", "一般公共结构")]
    assert rows[1] > 1.6 * rows[0]
    page.sections.setFixedWidth(700)
    QApplication.processEvents()
    assert page.sections.visualItemRect(items["一般公共结构"]).height() == rows[0]


def test_the_hint_begins_where_the_text_will(report: OpenReport) -> None:
    assert texts(report, "职责").editor.placeholderText().startswith("　　")
