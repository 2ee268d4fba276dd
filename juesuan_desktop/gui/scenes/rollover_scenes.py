"""Scenes for pictures: last year's file before it is taken, and this year's draft that came of it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from juesuan_desktop.desk.printing import printed_of
from juesuan_desktop.desk.rolling import rolled
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed
from juesuan_desktop.gui.memory import LIGHT
from juesuan_desktop.gui.scenes.studio import Studio, report_in
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.report.report import section_address

LAST = "清溪县河湖管理服务中心2023.juesuan"
OFFICES = ("办公室", "河湖管理科", "工程科")
UNPUBLISHED: Mapping[str, str] = {
    "单位表[单位性质]": "事业单位",
    "单位表[单位负责人]": "张三",
    "单位表[财务负责人]": "李四",
    "单位表[联系电话]": "0730-1234567",
    "单位表[邮政编码]": "414000",
    "单位表[批复日期]": "2024-08-12",
    "资产表[机要通信用车]": "1",
    "资产表[应急保障用车]": "1",
    "资产表[大型设备]": "2",
    "三公实物表[公务接待·批次]": "9",
    "机构表[办公室]": "综合协调、财务、档案",
}


def _rollover(studio: Studio) -> QWidget:
    """A published file: it has no 补充资料."""
    window = studio.another(None)
    studio.taking(window).roll_over_read(studio.sample_file, *studio.sample)
    return window


def _rollover_own(studio: Studio) -> QWidget:
    return _of_own(studio, studio.another(None))


def _large(studio: Studio) -> QWidget:
    return _of_own(studio, studio.wearing(LIGHT, 150, None))


def _rolled_over(studio: Studio) -> QWidget:
    window = studio.another(_next(studio))
    window.show_todo()
    return window


def _carried_beside(studio: Studio) -> QWidget:
    return _at(studio, "资产表[机要通信用车]")


def _carried_text(studio: Studio) -> QWidget:
    return _at(studio, section_address("职责"))


def _last_words(studio: Studio) -> QWidget:
    """A section that is written anew each year: last year's words below it."""
    return _at(studio, section_address("收支总体"))


def _at(studio: Studio, address: str) -> MainWindow:
    window = studio.another(_next(studio))
    window.show_todo()
    report_in(window).tabs.go_to(address)
    return window


def _of_own(studio: Studio, window: MainWindow) -> MainWindow:
    last = _last(studio)
    studio.taking(window).roll_over_read(Path(LAST), printed_of(last, LAST), last.outcome)
    return window


def _last(studio: Studio) -> Session:
    """Last year's report as it was worked on here."""
    session = studio.filled()
    session.set_lines("加行", session.form.by_name["机构表"], keyed(("", name) for name in OFFICES))
    session.edit("填写", UNPUBLISHED)
    return session


def _next(studio: Studio) -> Session:
    last = _last(studio)
    gesture = rolled(studio.desk.library, printed_of(last, LAST), last.form, last.report.year + 1, LAST)
    return Session.begin(studio.desk.library, None, gesture)


ROLLOVER_SCENES = (
    ("rollover", _rollover),
    ("rollover-own", _rollover_own),
    ("rolled-over", _rolled_over),
    ("carried-beside", _carried_beside),
    ("carried-text", _carried_text),
    ("last-words", _last_words),
    ("text-150-rollover", _large),
)
