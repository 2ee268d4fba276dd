"""Where pictures are taken: a window of the right size, and reports in memory that may be spoiled for a scene."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from juesuan_desktop.amounts import YUAN
from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.importing import taken
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.language import speak
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import Memory
from juesuan_desktop.gui.open_report import OpenReport
from juesuan_desktop.gui.taking.taking import Taking
from juesuan_desktop.gui.window import MainWindow
from juesuan_desktop.locations import sample
from juesuan_desktop.report.change import Gesture
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.report.report import AMOUNT_UNIT, FORM, UNIT, YEAR, Report, changed


class Studio:
    """What scenes work with.

    Attributes:
        window: shows the report that pictures are asked of; scenes may change its tabs and panels, not its figures.
        desk, look: those of the program.
        folder: for files that scenes need.
    """

    def __init__(self, session: Session, desk: Desk, look: Look, size: tuple[int, int]) -> None:
        self.desk, self.look, self._own = desk, look, look.worn
        self._size, self._others = size, [MainWindow(session, desk, look)]
        self.window = self._others[0]
        self._fit(self.window)
        self._temporary = TemporaryDirectory(ignore_cleanup_errors=True)
        self.folder = Path(self._temporary.name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app, self._is_translated = app, False
        self._sample: tuple[PrintedReport, Outcome] | None = None

    @property
    def report(self) -> OpenReport:
        """The report in the window."""
        return report_in(self.window)

    @property
    def sample(self) -> tuple[PrintedReport, Outcome]:
        """The sample, read and checked."""
        if self._sample is None:
            self._sample = self.desk.check(self.sample_file)
        return self._sample

    @property
    def sample_file(self) -> Path:
        """The sample's file."""
        return sample()

    def tabs(self) -> Iterator[tuple[str, int]]:
        """Every tab by an ASCII name."""
        return ((name, tab) for tab, name in enumerate(self.report.tabs.ids))

    def filled(self) -> Session:
        """The sample in memory, to be spoiled."""
        gesture = taken(self.desk.library, self.sample[0], self.sample_file.name)
        return Session.begin(self.desk.library, None, gesture)

    def empty(self) -> Session:
        """A new report in memory."""
        facts = {FORM: "hunan", YEAR: "2024", UNIT: "清溪县测试中心", AMOUNT_UNIT: YUAN}
        return Session.begin(self.desk.library, None, Gesture("新建报告", changed(Report(), facts, "填写")))

    def rolled_over(self) -> Session:
        """Next year's report out of the sample, as it begins, in memory."""
        proposal = self.desk.propose_rollover(self.sample_file, self.sample[0].year + 1)
        return Session.begin(self.desk.library, None, proposal.taking(frozenset()))

    def another(self, session: Session | None, memory: Memory | None = None) -> MainWindow:
        """Another window, for one scene."""
        window = MainWindow(session, self.desk, self.look, memory)
        self._fit(window)
        self._others.append(window)
        window.show()
        QApplication.processEvents()
        return window

    def wearing(self, theme: str, text_size: int, session: Session | None) -> MainWindow:
        """A window in another look; the program has its own again after the scene."""
        self.look.put_on(theme, text_size)
        return self.another(session)

    def speaking(self, language: str, session: Session | None) -> MainWindow:
        """A window in another language; the program speaks its own again after the scene."""
        speak(self._app, language)
        self._is_translated = True
        return self.another(session)

    def taking(self, window: MainWindow) -> Taking:
        """Who shows proposals in a window."""
        taking = window.files.taking()
        assert isinstance(taking, Taking)
        return taking

    def clear(self) -> None:
        """After a scene: the window as it was, other windows gone."""
        self.window.middle.clear()
        page = self.report.tabs.table_page()
        if page is not None:
            page.line_bar.close_bar()
        self.window.notice.hide()
        self.window.why_dock.hide()
        for window in self._others[1:]:
            _end(window)
        del self._others[1:]
        if self._is_translated:
            speak(self._app)
            self._is_translated = False
        self.look.put_on(*self._own)

    def close(self) -> None:
        """All done."""
        for window in self._others:
            _end(window)
        self.look.put_on(*self._own)
        self._temporary.cleanup()

    def _fit(self, window: MainWindow) -> None:
        scale = window.devicePixelRatioF()
        window.resize(round(self._size[0] / scale), round(self._size[1] / scale))


def report_in(window: MainWindow) -> OpenReport:
    """The report in a window that has one."""
    assert window.report is not None
    return window.report


def _end(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
