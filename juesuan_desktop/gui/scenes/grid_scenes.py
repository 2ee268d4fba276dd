"""States of the tables that are drawn: a selected block, the list of 科目, questions, words at the foot, zoom."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from juesuan_desktop.gui.grid.seek_bar import FIND
from juesuan_desktop.gui.grid.table_page import TablePage
from juesuan_desktop.gui.scenes.studio import Studio, report_in
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.report.change import UNCONFIRMED

TABLE = "支出表"
CLOSING, OPENING = "收支总表[年末结转和结余]", "收支总表[年初结转和结余]"


def _at(studio: Studio, address: str) -> tuple[MainWindow, TablePage]:
    """Another window on the sample, at a place."""
    window = studio.another(studio.filled())
    tabs = report_in(window).tabs
    tabs.go_to(address)
    page = tabs.table_page()
    assert page is not None
    return window, page


def _at_first_line(studio: Studio) -> tuple[MainWindow, TablePage]:
    """The sample's own first line: the report that pictures are asked of may have none."""
    window, page = _at(studio, TABLE)
    session = page.live.session
    key = session.lines(session.form.by_name[TABLE])[0].key
    report_in(window).tabs.go_to(f"{TABLE}[{key}·基本支出]")
    return window, page


def _block(studio: Studio) -> QWidget:
    window, page = _at_first_line(studio)
    here = page.view.currentIndex()
    page.view.select((here.row(), here.column()), (here.row() + 3, here.column() + 1))
    return window


def _subjects(studio: Studio) -> QWidget:
    window, page = _at_first_line(studio)
    page.lines.open()
    page.line_bar.code.setText("xzyx")
    page.line_bar.code.textEdited.emit("xzyx")
    return window


def _also(studio: Studio) -> QWidget:
    window, page = _at_first_line(studio)
    page.lines.open()
    page.line_bar.lineRequested.emit("2081199", "其他残疾人事业支出")
    return window


def _question(studio: Studio) -> QWidget:
    window, page = _at_first_line(studio)
    page.do("delete-line")
    return window


def _wrong_clipboard(studio: Studio) -> QWidget:
    window, page = _at_first_line(studio)
    QGuiApplication.clipboard().setText("甲\t2")
    page.do("paste")
    QGuiApplication.clipboard().clear()
    return window


def _find(studio: Studio) -> QWidget:
    window, _ = _at_first_line(studio)
    tabs = report_in(window).tabs
    tabs.seek(FIND)
    tabs.seek_bar.field.setText("运行")
    tabs.seek_bar.step(1)
    return window


def _carried(studio: Studio) -> QWidget:
    window, page = _at(studio, CLOSING)
    live = page.live
    live.session.edit("结转", {OPENING: "900000.00"}, f"{UNCONFIRMED}：2022 年.xlsx")
    live.edit("清除", {CLOSING: None})
    return window


def _beside(studio: Studio) -> QWidget:
    window, page = _at(studio, "单位表[单位性质]")
    page.live.edit("填写", {"单位表[单位负责人]": "张三", "单位表[单位地址]": "清溪县人民路 1 号"})
    page.view.edit(page.view.currentIndex())
    return window


def _zoomed(studio: Studio) -> QWidget:
    window, _ = _at_first_line(studio)
    report_in(window).tabs.zoom.set(1.5)
    return window


GRID_SCENES = (
    ("block", _block),
    ("subjects", _subjects),
    ("also", _also),
    ("question", _question),
    ("wrong-clipboard", _wrong_clipboard),
    ("find", _find),
    ("carried", _carried),
    ("beside", _beside),
    ("zoomed", _zoomed),
)
