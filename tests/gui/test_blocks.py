"""Blocks of cells: selecting, copying, pasting, filling down, as with Excel."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from gui.hands import Hands
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.window import MainWindow

FIRST, LAST = "支出表[2010301·基本支出]", "支出表[2010302·项目支出]"
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def clip(text: str | None = None) -> str:
    if text is not None:
        QGuiApplication.clipboard().setText(text)
    return QGuiApplication.clipboard().text()


def done(report: OpenReport) -> str:
    return report.live.session.history.done[-1].name


def notice(report: OpenReport) -> str:
    page = report.tabs.table_page()
    assert page is not None
    return page.notice.told


def select(hands: Hands, *keys: Qt.Key) -> None:
    for key in keys:
        hands.press(key, SHIFT)


def point_of(hands: Hands, address: str) -> QPoint:
    return hands.view.visualRect(hands.view.model().index_of(address)).center()


def test_shift_and_arrows_select_and_the_frame_stays(hands: Hands) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert len(hands.view.block.addresses()) == 4
    assert hands.where() == FIRST
    select(hands, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert hands.view.block.addresses() == [FIRST]


def test_shift_and_page_keys_select_a_screenful_and_the_rest(hands: Hands) -> None:
    hands.at("基本支出表[30101]")
    view, here = hands.view, hands.where()
    first, column = view.currentIndex().row(), view.currentIndex().column()
    hands.press(Qt.Key.Key_PageDown, SHIFT)
    assert hands.where() == here
    page = view.block.far.row() - first
    assert page > 5
    assert view.rowViewportPosition(view.block.far.row()) >= view.picture.frozen_height()
    for _ in range(9):
        hands.press(Qt.Key.Key_PageDown, SHIFT)
    last = view.block.far
    assert last.column() == column
    assert not view.a_page_from(last, 1).isValid()
    hands.press(Qt.Key.Key_PageUp, SHIFT)
    assert first <= view.block.far.row() < last.row()
    for _ in range(9):
        hands.press(Qt.Key.Key_PageUp, SHIFT)
    assert view.block.far.row() <= first


def test_page_down_skips_no_row_behind_the_headings(hands: Hands) -> None:
    hands.at("收支总表[一般公共预算财政拨款收入]")
    view = hands.view
    while True:
        before = view.currentIndex()
        bottom_seen = view.rowAt(view.viewport().height() - 1)
        hands.press(Qt.Key.Key_PageDown)
        if view.currentIndex() == before:
            break
        top = view.rowAt(view.picture.frozen_height() + 1)
        assert top <= bottom_seen
    assert hands.where() == "收支总表[收入总计]"


def test_the_status_line_adds_the_block_up(hands: Hands, window: MainWindow) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert window.status.place == f"{FIRST} 起 4 格，合计 150.00"
    hands.press(Qt.Key.Key_Escape)
    assert window.status.place == FIRST


def test_an_arrow_ends_the_selection(hands: Hands) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Right)
    assert hands.view.block.addresses() == ["支出表[2010301·项目支出]"]


def test_shift_and_a_click_and_the_mouse_drawn_select(hands: Hands) -> None:
    hands.at(FIRST)
    view = hands.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, SHIFT, point_of(hands, LAST))
    assert view.block.addresses()[0::3] == [FIRST, LAST]
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(hands, LAST))
    QTest.mouseMove(view.viewport(), point_of(hands, FIRST))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(hands, FIRST))
    assert len(view.block.addresses()) == 4
    assert hands.where() == LAST


def test_the_mouse_drawn_from_a_heading_selects_nothing(hands: Hands) -> None:
    hands.at("收支总表[支出总计]")
    view = hands.view
    assert view.picture.frozen_height() > 0
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() // 2, 5))
    QTest.mouseMove(view.viewport(), point_of(hands, "收支总表[年末结转和结余]"))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(hands, "收支总表[年末结转和结余]"))
    assert view.block.addresses() == ["收支总表[支出总计]"]


def test_ctrl_a_selects_all_figures(hands: Hands) -> None:
    hands.at(FIRST)
    hands.press(Qt.Key.Key_A, CONTROL)
    assert len(hands.view.block.addresses()) == 18


def test_ctrl_and_arrows_go_to_the_edge(hands: Hands) -> None:
    hands.at(FIRST)
    hands.press(Qt.Key.Key_Right, CONTROL)
    assert hands.where() == "支出表[2010301·对附属单位补助支出]"
    hands.press(Qt.Key.Key_Down, CONTROL)
    assert hands.where() == "支出表[2010302·对附属单位补助支出]"
    hands.press(Qt.Key.Key_Home, CONTROL)
    assert hands.where() == "支出表[合计·本年支出合计]"


def test_ctrl_and_arrows_stop_where_blanks_begin_and_end(hands: Hands) -> None:
    hands.at("基本支出表[30103]")
    select(hands, Qt.Key.Key_Down, Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Delete)
    hands.at("基本支出表[301]")
    for there in ("30102", "30108", "30399"):
        hands.press(Qt.Key.Key_Down, CONTROL)
        assert hands.where() == f"基本支出表[{there}]"
    hands.press(Qt.Key.Key_Up, CONTROL | SHIFT)
    assert hands.view.block.addresses()[0] == "基本支出表[30108]"


def test_ctrl_arrows_stop_where_two_blocks_stand_side_by_side(hands: Hands) -> None:
    hands.at("收支总表[201]")
    hands.press(Qt.Key.Key_Left, CONTROL)
    assert hands.where() == "收支总表[一般公共预算财政拨款收入]"


def test_copied_and_pasted_a_block_is_one_step(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down, Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_C, CONTROL)
    assert clip() == "100.00\t0.00\n0.00\t50.00"
    hands.at(FIRST)
    clip("1,234.5\t１２\r\n（12.30）\t¥7\r\n")
    hands.press(Qt.Key.Key_V, CONTROL)
    assert done(report) == "粘贴 4 格"
    assert len(hands.view.block.addresses()) == 4
    assert hands.shown("支出表[2010302·基本支出]") == "-12.30"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.shown(FIRST) == "100.00"


def test_the_keys_of_old_copy_and_paste_too(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    hands.press(Qt.Key.Key_Insert, CONTROL)
    hands.at(LAST)
    hands.press(Qt.Key.Key_Insert, SHIFT)
    assert hands.shown(LAST) == "100.00"
    hands.press(Qt.Key.Key_Delete, SHIFT)
    assert done(report) == "剪切 1 格"
    assert (hands.shown(LAST), clip()) == ("", "100.00")


def test_one_value_fills_the_whole_block(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down)
    clip("8")
    hands.press(Qt.Key.Key_V, CONTROL)
    assert done(report) == "粘贴 2 格"
    assert hands.shown("支出表[2010302·基本支出]") == "8.00"


def test_a_row_fills_every_row_of_the_block(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down)
    clip("8\t9")
    hands.press(Qt.Key.Key_V, CONTROL)
    assert done(report) == "粘贴 4 格"
    assert hands.view.block.addresses()[-1] == LAST
    assert (hands.shown("支出表[2010302·基本支出]"), hands.shown(LAST)) == ("8.00", "9.00")


def test_filling_down_what_cannot_stand_there_says_why(hands: Hands, report: OpenReport) -> None:
    hands.enter("单位表[批复文号]", "财决〔2023〕1 号")
    hands.at("单位表[批复日期]")
    hands.press(Qt.Key.Key_D, CONTROL)
    assert "不是日期" in notice(report)
    assert hands.shown("单位表[批复日期]") == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "没有内容"),
        ("甲", "甲"),
        ("1.2.3", "1.2.3"),
        ("1\n2\n3\n4\n5", "落在不能填的地方"),
        ("\t".join("1" * 9), "落在不能填的地方"),
        ("\n".join("1" * 20_001), "超过 20000 格"),
    ],
)
def test_a_wrong_clipboard_pastes_nothing_and_says_why(
    hands: Hands, report: OpenReport, text: str, reason: str
) -> None:
    before = report.live.session.figures
    hands.at(FIRST)
    clip(text)
    hands.press(Qt.Key.Key_V, CONTROL)
    assert reason in notice(report)
    assert report.live.session.figures is before


def test_what_is_computed_goes_on_being_computed(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010301·本年支出合计]")
    clip("300\t100\t200")
    hands.press(Qt.Key.Key_V, CONTROL)
    assert "1 格由计算得出" in notice(report)
    assert hands.shown("支出表[2010301·本年支出合计]") == "300.00"
    assert not report.live.session.report.figures.get("支出表[2010301·本年支出合计]")


def test_cut_is_one_step(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down, Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_X, CONTROL)
    assert done(report) == "剪切 4 格"
    assert clip().startswith("100.00\t")
    assert hands.shown(FIRST) == ""


def test_computed_figures_are_neither_cleared_nor_filled_and_that_is_said(hands: Hands, report: OpenReport) -> None:
    steps = len(report.live.session.history.done)
    for key, modifier in ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_D, CONTROL)):
        hands.at("支出表[2010302·本年支出合计]")
        hands.press(key, modifier)
        assert notice(report) == "选中的格由计算得出，没有改动；要手填请直接输入"
        hands.at(FIRST)
        hands.press(Qt.Key.Key_F2)
        hands.press(Qt.Key.Key_Escape)
    assert len(report.live.session.history.done) == steps


def test_delete_clears_the_block_in_one_step(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Delete)
    assert done(report) == "清除 2 格"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.shown(FIRST) == "100.00"


def test_fill_down(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_D, CONTROL)
    assert done(report) == "向下填充 1 格"
    assert hands.shown("支出表[2010302·基本支出]") == "100.00"
    hands.at(LAST)
    hands.press(Qt.Key.Key_D, CONTROL)
    assert hands.shown(LAST) == "0.00"


def test_in_an_open_editor_the_clipboard_is_the_editor_s(hands: Hands) -> None:
    hands.at(FIRST)
    hands.press(Qt.Key.Key_F2)
    clip("5")
    hands.press(Qt.Key.Key_V, CONTROL)
    hands.press(Qt.Key.Key_Return)
    assert hands.shown(FIRST) == "1,005.00"


def test_a_click_on_the_current_cell_ends_the_selection(hands: Hands, window: MainWindow) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down)
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(hands, FIRST))
    assert hands.view.block.addresses() == [FIRST]
    assert window.status.place == FIRST


def test_enter_and_tab_walk_about_in_the_block_which_stays_selected(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down, Qt.Key.Key_Right)
    seen = []
    for figure in ("1", "2", "3", "4"):
        hands.type(figure)
        seen.append(hands.where())
        hands.press(Qt.Key.Key_Return)
    assert seen == [FIRST, "支出表[2010302·基本支出]", "支出表[2010301·项目支出]", LAST]
    assert hands.where() == FIRST
    hands.press(Qt.Key.Key_Tab)
    assert hands.where() == "支出表[2010301·项目支出]"
    hands.press(Qt.Key.Key_Return, SHIFT)
    assert hands.where() == "支出表[2010302·基本支出]"
    assert len(hands.view.block.addresses()) == 4
    hands.press(Qt.Key.Key_Left)
    assert hands.view.block.addresses() == ["支出表[2010302·本年支出合计]"]
    assert hands.shown(LAST) == "4.00"


def test_ctrl_enter_fills_the_block_in_one_step(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010301·本年支出合计]")
    hands.at(FIRST)
    select(hands, Qt.Key.Key_Down, Qt.Key.Key_Right)
    hands.type("7")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert done(report) == "填写 4 格"
    assert len(hands.view.block.addresses()) == 4
    assert hands.shown(LAST) == "7.00"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert (hands.shown(FIRST), hands.shown(LAST)) == ("100.00", "50.00")


def test_ctrl_enter_in_one_cell_takes_the_figure_and_stays(hands: Hands) -> None:
    hands.at(FIRST)
    hands.type("7")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.where() == FIRST
    assert hands.shown(FIRST) == "7.00"


def test_a_copied_page_without_text_is_pasted_by_its_table(hands: Hands, report: OpenReport) -> None:
    hands.at(FIRST)
    page = QMimeData()
    page.setHtml("<table><tr><td>1,234.50</td><td>2</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(page)
    hands.press(Qt.Key.Key_V, CONTROL)
    assert done(report) == "粘贴 2 格"
    assert hands.shown(FIRST) == "1,234.50"


def test_files_and_pictures_are_told_apart_from_cells(hands: Hands, report: OpenReport) -> None:
    files, picture, steps = QMimeData(), QMimeData(), len(report.live.session.history.done)
    files.setUrls([QUrl.fromLocalFile("/上年/决算.xlsx")])
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    hands.at(FIRST)
    for data, word in ((files, "文件"), (picture, "图片")):
        QGuiApplication.clipboard().setMimeData(data)
        hands.press(Qt.Key.Key_V, CONTROL)
        assert f"剪贴板里是{word}" in notice(report)
    assert len(report.live.session.history.done) == steps


def test_a_pasted_total_that_is_computed_otherwise_is_told(hands: Hands, report: OpenReport) -> None:
    hands.at("支出表[2010301·本年支出合计]")
    clip("999\t100\t0")
    hands.press(Qt.Key.Key_V, CONTROL)
    words = "其中 1 格由计算得出，没有改动；1 格与复制的不同，如 支出表[2010301·本年支出合计] 复制 999，算出 100.00"
    assert notice(report) == words
