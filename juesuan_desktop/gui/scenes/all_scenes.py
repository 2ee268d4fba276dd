"""Every page, panel and state that is drawn, each set by one function. Add yours to ``SCENES``; names are ASCII."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from juesuan_desktop.desk.papers import REVIEW
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.memory import DARK, LIGHT, Memory
from juesuan_desktop.gui.scenes.finding_scenes import FINDING_SCENES
from juesuan_desktop.gui.scenes.grid_scenes import GRID_SCENES
from juesuan_desktop.gui.scenes.rollover_scenes import ROLLOVER_SCENES
from juesuan_desktop.gui.scenes.studio import Studio, report_in
from juesuan_desktop.gui.scenes.window_scenes import WINDOW_SCENES
from juesuan_desktop.gui.scenes.work_scenes import WORK_SCENES, previewed
from juesuan_desktop.gui.taking.offer import OPEN_REPORT, Wishes
from juesuan_desktop.gui.window import MainWindow

Scene = Callable[[Studio], QWidget]
WRONG = "收支总表[使用非财政拨款结余]"


def _add_line(studio: Studio) -> QWidget:
    _go_to_code_table(studio)
    studio.window.commands["add-line"].trigger()
    return studio.window


def _go_to_code_table(studio: Studio) -> None:
    names = dict(studio.tabs())
    tables = studio.report.live.session.form.tables
    studio.report.tabs.show_tab(names[next(table.id for table in tables if table.repeats)])


def _why(studio: Studio) -> QWidget:
    _go_to_code_table(studio)
    studio.window.tell_why()
    studio.report.why.refresh()  # it waits a moment for the table, a picture does not
    return studio.window


def _new(studio: Studio) -> QWidget:
    studio.window.files.new()
    return studio.window


def _choice(studio: Studio) -> QWidget:
    studio.window.files.offer(Path("report-2023.pdf"))
    return studio.window


def _start(studio: Studio) -> QWidget:
    return studio.another(None)


def _start_recent(studio: Studio) -> QWidget:
    memory = Memory()
    for name in ("gone-2021.juesuan", studio.sample_file.name):
        memory.remember(studio.sample_file.with_name(name))
    memory.pin(str(studio.sample_file), pinned=True)
    return studio.another(None, memory)


def _importing(studio: Studio, into: str = "new") -> MainWindow:
    window = studio.another(studio.empty())
    studio.taking(window).import_read(studio.sample_file, *studio.sample, Wishes(into=into))
    return window


def _import_open(studio: Studio) -> QWidget:
    return _importing(studio, OPEN_REPORT)


def _carried_lines(studio: Studio) -> QWidget:
    """科目 that came from last year, in the table they came into."""
    window = studio.another(studio.rolled_over())
    report_in(window).tabs.go_to("支出表")
    return window


def _wrong(studio: Studio, window: MainWindow) -> MainWindow:
    """A figure that breaks checks, and the findings."""
    report = report_in(window)
    report.live.type_figure(WRONG, "12345.67")
    report.tabs.go_to(WRONG)
    window.panels.show_findings()
    report.findings.refresh()  # it waits a moment for the table, a picture does not
    return window


def _errors(studio: Studio) -> QWidget:
    return _wrong(studio, studio.another(studio.filled()))


def _empty(studio: Studio) -> QWidget:
    return studio.another(studio.empty())


def _check(studio: Studio) -> QWidget:
    return studio.another(Viewing(studio.desk.library, studio.sample_file, *studio.sample))


def _check_pdf(studio: Studio) -> QWidget:
    """A report with an error, exported and read again: its page stands beside the table."""
    session, file = studio.filled(), studio.folder / "report.pdf"
    session.type_figure(WRONG, "12345.67")
    studio.desk.export(session, [file])
    session.close()
    window = studio.another(Viewing(studio.desk.library, file, *studio.desk.check(file)))
    report_in(window).tabs.go_to(WRONG)
    return window


def _dark(studio: Studio) -> QWidget:
    return _wrong(studio, studio.wearing(DARK, 100, studio.filled()))


def _dark_start(studio: Studio) -> QWidget:
    return studio.wearing(DARK, 100, None)


def _large(studio: Studio) -> QWidget:
    return _wrong(studio, studio.wearing(LIGHT, 150, studio.filled()))


def _largest(studio: Studio) -> QWidget:
    return _wrong(studio, studio.wearing(LIGHT, 200, studio.filled()))


def _dark_print(studio: Studio) -> QWidget:
    return previewed(studio, studio.wearing(DARK, 100, studio.filled()), REVIEW)


def _dark_rolled_over(studio: Studio) -> QWidget:
    window = studio.wearing(DARK, 100, studio.rolled_over())
    report_in(window).tabs.go_to("支出表")
    return window


def _large_start(studio: Studio) -> QWidget:
    return studio.wearing(LIGHT, 150, None)


SCENES: tuple[tuple[str, Scene], ...] = (
    ("add-line", _add_line),
    *GRID_SCENES,
    *FINDING_SCENES,
    ("why", _why),
    ("new", _new),
    ("choice", _choice),
    ("start", _start),
    ("start-recent", _start_recent),
    ("import", _importing),
    ("import-open", _import_open),
    *ROLLOVER_SCENES,
    ("carried-lines", _carried_lines),
    ("errors", _errors),
    ("empty", _empty),
    ("check", _check),
    ("check-pdf", _check_pdf),
    *WORK_SCENES,
    *WINDOW_SCENES,
    ("dark", _dark),
    ("dark-start", _dark_start),
    ("text-150", _large),
    ("text-150-start", _large_start),
    ("text-200", _largest),
    ("dark-rolled-over", _dark_rolled_over),
    ("dark-print", _dark_print),
)
