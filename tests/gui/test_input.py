"""The keyboard beyond letters: the number pad, the input method, calculations, words and choices."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.hands import Hands
from juesuan_desktop.gui.grid.choice_list import ChoiceList
from juesuan_desktop.gui.open_report import OpenReport

SALARY, BELOW = "支出表[2010301·基本支出]", "支出表[2010302·基本支出]"
HEAD, KIND = "单位表[单位负责人]", "单位表[单位性质]"
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def compose(hands: Hands, preedit: str, commit: str = "") -> None:
    """What an input method sends to whatever has the keyboard."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(QApplication.focusWidget() or hands.view, event)


def keypad(key: Qt.Key, text: str) -> None:
    focus = QApplication.focusWidget()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, key, KEYPAD, text))


def test_the_number_pad_types_and_enters(hands: Hands) -> None:
    hands.at(SALARY)
    for key, text in ((Qt.Key.Key_1, "1"), (Qt.Key.Key_Period, "."), (Qt.Key.Key_5, "5"), (Qt.Key.Key_Enter, "\r")):
        keypad(key, text)
    assert hands.where() == BELOW
    assert hands.shown(SALARY) == "1.50"


def test_the_point_of_the_number_pad_is_a_point(hands: Hands) -> None:
    hands.at(SALARY)
    for key, text in ((Qt.Key.Key_2, "2"), (Qt.Key.Key_Comma, ","), (Qt.Key.Key_5, "5"), (Qt.Key.Key_Enter, "\r")):
        keypad(key, text)
    assert hands.shown(SALARY) == "2.50"


def test_the_input_method_s_enter_ends_the_word_and_does_not_move(hands: Hands) -> None:
    hands.at(HEAD)
    compose(hands, "zhang")
    editor = hands.editor()
    assert editor is not None
    hands.press(Qt.Key.Key_Return)
    assert hands.where() == HEAD
    assert editor.text() == "zhang"
    hands.press(Qt.Key.Key_Return)
    assert hands.where() != HEAD
    assert hands.shown(HEAD) == "zhang"


def test_a_word_from_the_input_method_stands_in_the_cell(hands: Hands) -> None:
    hands.at(HEAD)
    compose(hands, "zhang san")
    compose(hands, "", "张三")
    hands.press(Qt.Key.Key_Return)
    assert hands.shown(HEAD) == "张三"


def test_signs_handed_over_without_composing_begin_the_edit(hands: Hands, report: OpenReport) -> None:
    hands.at(SALARY)
    compose(hands, "", "６")
    assert hands.editor().text() == "６"
    compose(hands, "", "７")
    hands.press(Qt.Key.Key_Return)
    assert hands.shown(SALARY) == "67.00"
    assert report.live.session.history.done[-1].name == f"填写 {SALARY}"


def test_an_unfinished_word_is_not_lost_on_the_way_to_another_tab(hands: Hands, report: OpenReport) -> None:
    hands.at(HEAD)
    compose(hands, "zhang")
    compose(hands, "", "张")
    compose(hands, "san")
    report.tabs.go_to(SALARY)
    assert hands.shown(HEAD) == "张san"


def test_a_calculation_is_worked_out_and_kept_in_the_history(hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "=1200+350.5")
    assert hands.shown(SALARY) == "1,550.50"
    assert report.live.session.history.done[-1].name == f"填写 {SALARY} =1200+350.5"
    hands.enter(SALARY, "=1/0")
    assert "除以了零" in hands.editor().reason


def test_words_numbers_and_scores_of_the_tables_beside(hands: Hands, report: OpenReport) -> None:
    hands.enter(HEAD, "张三")
    hands.enter("资产表[机要通信用车]", "3")
    hands.enter("绩效表[绩效自评·平均得分]", "95.5")
    assert hands.shown("资产表[机要通信用车]") == "3"
    assert hands.shown("绩效表[绩效自评·平均得分]") == "95.50"
    assert report.live.session.report.words[HEAD] == "张三"


def test_half_a_car_stays_in_the_editor(hands: Hands) -> None:
    hands.enter("资产表[机要通信用车]", "1.5")
    assert "应是整数" in hands.editor().reason


def test_the_number_pad_may_begin_with_its_point(hands: Hands) -> None:
    for text in (".", ","):
        hands.at(SALARY)
        for key, sign in ((Qt.Key.Key_Period, text), (Qt.Key.Key_5, "5"), (Qt.Key.Key_Enter, "\r")):
            keypad(key, sign)
        assert hands.shown(SALARY) == "0.50"
        hands.press(Qt.Key.Key_Delete)


def test_zeros_behind_the_cents_are_taken_and_kept_as_cents(hands: Hands, report: OpenReport) -> None:
    hands.enter(SALARY, "1.230")
    assert hands.shown(SALARY) == "1.23"
    assert report.live.session.report.text_of(SALARY) == "1.23"


def test_a_negative_where_none_may_be_stays_in_the_editor_with_the_rule_s_words(hands: Hands) -> None:
    hands.enter("收支总表[结余分配]", "-5")
    assert "结余分配不应为负（P-1）" in hands.editor().reason
    assert hands.where() == "收支总表[结余分配]"
    hands.press(Qt.Key.Key_Escape)
    hands.enter("资产表[机要通信用车]", "-1")
    assert "不能为负" in hands.editor().reason


def test_a_negative_that_wants_a_reason_is_taken_and_told(hands: Hands) -> None:
    hands.enter("三公表[公务接待费·决算数]", "-5")
    assert hands.shown("三公表[公务接待费·决算数]") == "-5.00"
    assert "负数须说明" in hands.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_no_day_stays_in_the_editor(hands: Hands) -> None:
    hands.enter("单位表[批复日期]", "abc")
    assert "不是日期" in hands.editor().reason
    hands.press(Qt.Key.Key_Escape)
    hands.enter("单位表[批复日期]", "2024年8月12日")
    assert hands.shown("单位表[批复日期]") == "2024年8月12日"


def test_a_choice_is_taken_by_a_part_of_it(hands: Hands) -> None:
    hands.enter(KIND, "参公")
    assert hands.shown(KIND) == "参公事业单位"
    hands.enter(KIND, "公司")
    assert "不在可选的" in hands.editor().reason


def test_arrows_choose_in_the_list_below_the_cell(hands: Hands) -> None:
    hands.at(KIND)
    hands.press(Qt.Key.Key_F2)
    listed = hands.view.findChild(ChoiceList)
    assert listed.isVisible()
    assert listed.count() == 4
    for _ in range(2):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert hands.shown(KIND) == "参公事业单位"
