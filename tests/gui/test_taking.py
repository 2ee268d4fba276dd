"""Import and roll-over: shown first, ticked, taken as one gesture; the window stays alive and can say no."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.panels.todo_panel import TodoPanel
from juesuan_desktop.gui.taking.offer import OPEN_REPORT
from juesuan_desktop.gui.taking.page import TakingPage
from juesuan_desktop.gui.taking.proposal_model import AFTER, BEFORE, NOTE, ORIGIN, WHAT
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import resources

OpenWindow = Callable[[Session | None], MainWindow]
SHEETS = Path(__file__).resolve().parents[1] / "files" / "hunan.xlsx"
TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(resources() / "samples" / "sample.txt", tmp_path / "last.txt"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    return lambda path: monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def shown(window: MainWindow, qtbot: QtBot) -> TakingPage:
    qtbot.waitUntil(lambda: isinstance(window.middle.over, TakingPage), timeout=20_000)
    page = window.middle.over
    assert isinstance(page, TakingPage)
    return page


def told(page: TakingPage, row: int, column: int) -> str:
    return str(page.model.index(row, column).data() or "")


def untick(page: TakingPage, row: int) -> None:
    page.model.setData(page.model.index(row, WHAT), Qt.CheckState.Unchecked, TICK)


def test_importing_shows_what_was_recognised_and_writes_nothing_before(
    open_window: OpenWindow, asked: Callable[[Path], None], sample: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    asked(sample)
    window.commands["import"].trigger()
    page = shown(window, qtbot)
    assert told(page, 0, WHAT) == "公开01表 收入支出决算总表"
    assert "按表题认出" in told(page, 0, NOTE)
    assert list(sample.parent.glob("*.juesuan")) == []
    page.ok.click()
    assert window.report is not None
    assert [path.suffix for path in sample.parent.glob("*.juesuan")] == [".juesuan"]
    assert window.memory.recent


def test_a_workbooks_figures_say_their_cells(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    window.files.import_path(SHEETS)
    page = shown(window, qtbot)
    first = page.model.index(0, WHAT)
    assert "!" in str(page.model.index(0, ORIGIN, first).data())
    assert str(page.model.index(0, AFTER, first).data())
    window.middle.clear()


def test_in_a_small_window_titles_are_whole_and_the_origin_goes_first(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    window.files.import_path(SHEETS)
    tree = shown(window, qtbot).tree
    assert not tree.isColumnHidden(ORIGIN)
    window.resize(910, 512)
    qtbot.waitUntil(lambda: tree.width() < 910)
    tree.collapseAll()
    assert tree.columnWidth(WHAT) >= tree.sizeHintForColumn(WHAT)
    assert sum(tree.columnWidth(column) for column in range(tree.model().columnCount())) <= tree.viewport().width()
    tree.resize(420, 300)
    assert tree.isColumnHidden(ORIGIN)
    tree.resize(1300, 300)
    assert not tree.isColumnHidden(ORIGIN)
    window.middle.clear()


def test_what_was_not_understood_has_the_whole_row(open_window: OpenWindow, sample: Path, qtbot: QtBot) -> None:
    window = open_window(None)
    window.files.import_path(sample)
    page = shown(window, qtbot)
    known = page.proposal.groups[0].recognition
    assert known is not None
    doubtful = replace(page.proposal.groups[0], recognition=replace(known, not_understood=("第 7 行没有读懂",)))
    page.tree.show_proposal(replace(page.proposal, groups=(doubtful,)), "现有", with_before=False)
    group = page.model.index(0, WHAT)
    assert page.tree.isExpanded(group)
    assert page.tree.isFirstColumnSpanned(0, group)
    assert not page.tree.isFirstColumnSpanned(1, group)


def test_a_table_is_ticked_off_and_one_tick_is_enough(
    open_window: OpenWindow, sample: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(None)
    window.files.import_path(sample)
    page = shown(window, qtbot)
    taken, total = page.model.count()
    assert taken == total
    untick(page, 1)
    assert page.model.count()[0] < total
    assert page.model.index(1, WHAT).data(TICK) is Qt.CheckState.Unchecked
    page.tree.setCurrentIndex(page.model.index(2, WHAT))
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    assert page.model.index(2, WHAT).data(TICK) is Qt.CheckState.Unchecked
    page.ok.click()
    assert window.report is not None
    assert "收入表" not in window.report.live.session.report.lines


def test_into_the_open_report_as_one_gesture(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    assert window.report is not None
    session = window.report.live.session
    before = session.report
    window.files.import_path(sample)
    page = shown(window, qtbot)
    page.into.setCurrentIndex(page.into.findData(OPEN_REPORT))
    page.into.activated.emit(page.into.currentIndex())
    qtbot.waitUntil(lambda: not page.tree.isColumnHidden(BEFORE), timeout=20_000)
    assert "清溪县测试中心" in page.doubt
    page.ok.click()
    assert window.middle.over is None
    assert session.report != before
    assert "导入 last.txt" in window.commands["undo"].text()
    assert "取用" in window.notice.text
    window.commands["undo"].trigger()
    assert session.report == before


def test_a_money_unit_in_doubt_is_asked(open_window: OpenWindow, sample: Path, qtbot: QtBot) -> None:
    text = sample.read_text(encoding="utf-8").replace("金额单位：元", "").replace("单位：元", "")
    sample.write_text(text, encoding="utf-8")
    window = open_window(None)
    window.files.import_path(sample)
    page = shown(window, qtbot)
    assert "没有写明金额单位" in page.doubt
    assert told(page, 0, WHAT) == "整个文件"
    assert "1 处请核对" in told(page, 0, NOTE)
    first = page.model.index(0, WHAT)
    assert "没有认出金额单位" in str(page.model.index(0, WHAT, first).data())
    assert page.model.data(first, TICK) is None
    page.amount_unit.setCurrentText("万元")
    page.amount_unit.activated.emit(1)
    assert page.proposal.printed.amount_unit == "万元"
    window.middle.clear()


def test_rolling_over_shows_what_carries_and_ends_with_what_is_left(
    open_window: OpenWindow, asked: Callable[[Path], None], sample: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    asked(sample)
    window.commands["rollover"].trigger()
    page = shown(window, qtbot)
    assert page.year.value() == 2024
    assert not page.tree.isColumnHidden(BEFORE)
    notes = [told(page, row, NOTE) for row in range(page.model.rowCount())]
    assert any("不带" in note for note in notes)
    page.ok.click()
    assert window.report is not None
    assert window.report.live.session.report.year == 2024
    panel = window.panels.todo.widget()
    assert isinstance(panel, TodoPanel)
    assert panel.isVisible()
    row = next(row for row in range(panel.list.count()) if "公开03表" in panel.list.item(row).text())
    panel.list.itemClicked.emit(panel.list.item(row))
    assert "支出表" in window.report.tabs.page().address() or window.report.tabs.table_page().table.name == "支出表"


def test_a_file_that_cannot_be_read_is_one_sentence(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    junk = tmp_path / "junk.xlsx"
    junk.write_bytes(b"PK\x03\x04 nothing")
    window = open_window(None)
    window.files.import_path(junk)
    qtbot.waitUntil(lambda: "junk.xlsx" in window.notice.text and window.notice.isVisible(), timeout=20_000)
    assert "\n" not in window.notice.text
    assert window.middle.over is None


def test_reading_can_be_cancelled_and_the_window_is_free_at_once(
    open_window: OpenWindow, sample: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    window.files.import_path(SHEETS)
    assert window.errands.is_busy
    window.notice.button.click()
    assert not window.errands.is_busy
    window.errands.give_up()
    qtbot.wait(50)
    assert window.middle.over is None
    window.files.import_path(sample)
    shown(window, qtbot)
    window.middle.clear()


def test_a_long_reading_says_so(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    def slowly(_desk: Desk, path: Path, form_id: str | None = None) -> None:
        from juesuan_desktop.intake.process.following import follower

        for page in range(60):
            time.sleep(0.05)
            follower()(page, 60)

    monkeypatch.setattr(Desk, "check", slowly)
    window = open_window(None)
    window.files.check_path(Path("big.pdf"))
    qtbot.waitUntil(window.notice.isVisible, timeout=2_000)
    assert "big.pdf" in window.notice.text
    bar = window.notice.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert bar.maximum() == 60
    shown_first = bar.value()
    qtbot.waitUntil(lambda: bar.value() > shown_first, timeout=2_000)
    window.notice.button.click()
    assert window.notice.isHidden()
    window.errands.give_up()


def test_in_a_small_window_what_is_said_of_a_table_takes_the_room_of_its_values(
    open_window: OpenWindow, sample: Path, asked: Callable[[Path], None], qtbot: QtBot
) -> None:
    window = open_window(None)
    asked(sample)
    window.commands["rollover"].trigger()
    tree = shown(window, qtbot).tree
    tree.resize(880, 300)
    longest = tree.fontMetrics().horizontalAdvance(tree.proposal_model().longest(NOTE, of_groups=True))
    assert longest > tree.columnWidth(NOTE)
    assert tree.left_of_notes() < tree.columnViewportPosition(NOTE)
    assert tree.left_of_notes() >= tree.columnViewportPosition(BEFORE)
    tree.resize(2400, 300)
    assert tree.left_of_notes() == tree.columnViewportPosition(NOTE)
    window.middle.clear()


def test_short_groups_lie_open_and_long_ones_closed(
    open_window: OpenWindow, sample: Path, asked: Callable[[Path], None], qtbot: QtBot
) -> None:
    text = sample.read_text(encoding="utf-8").replace("金额单位：元", "").replace("单位：元", "")
    sample.write_text(text, encoding="utf-8")
    window = open_window(None)
    asked(sample)
    window.commands["rollover"].trigger()
    page = shown(window, qtbot)
    rows = {told(page, row, WHAT): page.model.index(row, WHAT) for row in range(page.model.rowCount())}
    is_open = {title: page.tree.isExpanded(index) for title, index in rows.items()}
    assert is_open["整个文件"]
    assert is_open["年末结转和结余 → 年初结转和结余"]
    assert not is_open["公开01表 收入支出决算总表 → 上年数"]
    assert "按表题认出，很有把握" in told(page, rows["公开01表 收入支出决算总表 → 上年数"].row(), NOTE)
    window.middle.clear()


def test_a_code_that_has_ended_has_a_row_of_its_own(
    open_window: OpenWindow, sample: Path, asked: Callable[[Path], None], qtbot: QtBot
) -> None:
    text = sample.read_text(encoding="utf-8").replace("2130314\t防汛", "2010308\t信访事务")
    sample.write_text(text, encoding="utf-8")
    window = open_window(None)
    asked(sample)
    window.commands["rollover"].trigger()
    page = shown(window, qtbot)
    rows = {told(page, row, WHAT): page.model.index(row, WHAT) for row in range(page.model.rowCount())}
    lines = rows["科目行"]
    assert page.tree.isExpanded(lines)
    assert "只用到 2023 年度" in str(page.model.index(0, WHAT, lines).data())
    assert lines.data(Qt.ItemDataRole.DecorationRole) is not None
    window.middle.clear()


def test_a_year_that_the_form_does_not_have_makes_nothing(
    open_window: OpenWindow, sample: Path, asked: Callable[[Path], None], qtbot: QtBot
) -> None:
    window = open_window(None)
    asked(sample)
    window.commands["rollover"].trigger()
    page = shown(window, qtbot)
    page.year.setValue(2031)
    page.year.editingFinished.emit()
    assert not page.ok.isEnabled()
    assert "没有 2031 年度" in page.told
    page.tree.proposal_model().choose_all(wanted=True)
    assert not page.ok.isEnabled()
    page.year.setValue(2024)
    page.year.editingFinished.emit()
    assert page.ok.isEnabled()
    page.ok.click()
    assert window.report is not None
    assert window.report.live.session.report.year == 2024


def test_a_file_without_a_units_name_is_taken_only_with_one(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(None)
    window.files.roll_over_path(SHEETS.with_name("shanghai.xlsx"))
    page = shown(window, qtbot)
    assert not page.ok.isEnabled()
    assert page.told == "请填单位名称"
    page.unit_name.setText("某单位")
    assert page.ok.isEnabled()
    window.middle.clear()


def test_what_is_wrong_in_the_file_is_listed_before_it_is_a_base(
    open_window: OpenWindow, sample: Path, asked: Callable[[Path], None], qtbot: QtBot
) -> None:
    text = sample.read_text(encoding="utf-8").replace("总计\t31\t10,435,223.91", "总计\t31\t10,435,223.92")
    sample.write_text(text, encoding="utf-8")
    window = open_window(None)
    asked(sample)
    window.commands["rollover"].trigger()
    page = shown(window, qtbot)
    file = page.model.index(0, WHAT)
    assert page.balance.startswith("这份文件本身有不平或错误，逐条列在下面")
    assert (file.data(), told(page, 0, NOTE)) == ("整个文件", "2 处请核对")
    assert page.tree.isExpanded(file)
    rows = [str(page.model.index(row, WHAT, file).data()) for row in range(page.model.rowCount(file))]
    assert len(rows) == 2
    assert all("收支总表[收入总计]" in row and "差 0.01" in row for row in rows)
    window.middle.clear()
