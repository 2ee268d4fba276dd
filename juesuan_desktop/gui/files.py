"""New, open, import, roll over, check: pages and the strip ask and tell; the desk does it."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.desk import TOLD_ERRORS, Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.desk.viewing import Viewing
from juesuan_desktop.gui.errands import Errands
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.memory import Memory
from juesuan_desktop.gui.middle import Middle
from juesuan_desktop.gui.own_files import free_path, own_filter
from juesuan_desktop.locations import sample, user_data
from juesuan_desktop.report.change import Gesture
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.storage import OWN_SUFFIX

if TYPE_CHECKING:
    from juesuan_desktop.gui.taking.taking import Taking


class Files(QObject):
    """The file commands.

    ``opened`` carries the session of a report that was opened or made, ``rolledOver`` says that it begins out of last
    year's; ``merged`` carries a gesture for the report that is open.
    """

    opened = Signal(Session)
    rolledOver = Signal()
    merged = Signal(Gesture)

    def __init__(
        self, desk: Desk, look: Look, memory: Memory, middle: Middle, errands: Errands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._memory = desk, look, memory
        self._middle, self._errands, self._window = middle, errands, window
        self.present: Callable[[], Session | None] = lambda: None

    # What she asks for

    def new(self) -> None:
        """新建."""
        from juesuan_desktop.gui.pages.new_page import NewPage

        page = NewPage(self._desk.library.forms(), self._folder("new"), self._look, self._middle)
        page.accepted.connect(self._create)
        page.left.connect(self._middle.clear)
        self._middle.lay(page)

    def open(self) -> None:
        """打开."""
        self._with_file("open", self.tr("打开报告"), own_filter(), self.open_path)

    def import_(self) -> None:
        """导入."""
        self._with_file("import", self.tr("导入一份报告"), self._foreign_filter(), self.import_path)

    def roll_over(self) -> None:
        """从上年文件生成."""
        self._with_file("rollover", self.tr("上年的报告"), self._any_filter(), self.roll_over_path)

    def check(self) -> None:
        """检查一份已有报告."""
        self._with_file("check", self.tr("检查一份已有报告"), self._any_filter(), self.check_path)

    def sample(self) -> None:
        """样例: the invented unit's report, in a file of its own."""
        target = user_data() / self.tr("样例报告{suffix}").format(suffix=OWN_SUFFIX)
        if target.exists():
            self.open_path(target)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        self._open_with(lambda: self._desk.import_(sample(), target))

    # With a file

    def open_path(self, path: Path) -> None:
        """Open a file of ours; what to do with a foreign one is asked."""
        if path.suffix.lower() == OWN_SUFFIX:
            has_backup = self._desk.has_backup(path)
            rescue = (self.tr("恢复备份(&R)"), partial(self._restore, path)) if has_backup else ()
            self._open_with(lambda: self._desk.open(path), *rescue)
        else:
            self.offer(path)

    def offer(self, path: Path) -> None:
        """A foreign file came, by the mouse or by its icon: import, roll over or just check?"""
        from juesuan_desktop.gui.taking.choice_page import ChoicePage

        page = ChoicePage(path, self._look, self._middle)
        page.chosen.connect(partial(self._do_with, path))
        page.left.connect(self._middle.clear)
        self._middle.lay(page)

    def import_path(self, path: Path) -> None:
        """Show what importing a file would bring."""
        self.taking().import_file(path)

    def roll_over_path(self, path: Path) -> None:
        """Show what last year's file would bring."""
        self.taking().roll_over(path)

    def check_path(self, path: Path) -> None:
        """Open a report to be looked at, with its findings."""
        words = self.tr("正在读取并检查「{name}」…").format(name=path.name)
        self._errands.read(words, lambda: self._desk.check(path), partial(self._view, path))

    def make_editable(self, viewing: Viewing) -> None:
        """另存为可编辑文件."""
        self.taking().import_read(viewing.file, viewing.printed, viewing.outcome)

    # Internal

    def _do_with(self, path: Path, wish: str) -> None:
        self._middle.clear()
        {"import": self.import_path, "rollover": self.roll_over_path, "check-report": self.check_path}[wish](path)

    def _create(self, wanted: object) -> None:
        from juesuan_desktop.gui.pages.new_page import NewReport

        if isinstance(wanted, NewReport):
            self._memory.keep_folder("new", wanted.target)
            self._open_with(lambda: self._desk.create(wanted.target, wanted.form_id, wanted.year, wanted.unit))

    def _view(self, path: Path, read: tuple[PrintedReport, Outcome]) -> None:
        self._open_with(lambda: Viewing(self._desk.library, path, *read))

    def _restore(self, path: Path) -> None:
        """The newest backup as a new file, beside the one that is gone or damaged if that place is still there."""
        folder = path.parent if path.parent.is_dir() else self._folder("new")
        stem = path.stem + self.tr("（恢复）")
        target = free_path(folder, (f"{stem}{number}" for number in ("", *range(2, 100))))
        if target is not None:
            self._open_with(lambda: self._desk.restore(path, target))

    def _open_with(
        self, action: Callable[[], Session], way_out: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Open; the report that is open stays untouched where that fails, and the way out is offered."""
        try:
            session = action()
        except TOLD_ERRORS as error:
            self._errands.notice.complain(str(error), way_out, then)
        else:
            self._open(session, rolled_over=False)

    def _open(self, session: Session, rolled_over: bool) -> None:
        if not session.is_read_only:
            self._memory.remember(Path(session.project.path))
        self.opened.emit(session)
        if rolled_over:
            self.rolledOver.emit()

    def taking(self) -> "Taking":
        """Who shows proposals; made when first needed."""
        from juesuan_desktop.gui.taking.taking import Taking

        taking = self.findChild(Taking)
        if taking is None:
            taking = Taking(self._desk, self._look, self._middle, self._errands, self.present)
            taking.setParent(self)
            taking.opened.connect(self._open)
            taking.merged.connect(self.merged)
        return taking

    def _with_file(self, action: str, title: str, kinds: str, then: Callable[[Path], None]) -> None:
        """Ask for a file, where the last one for this was."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._memory.folder(action), kinds)
        if name:
            self._memory.keep_folder(action, Path(name))
            then(Path(name))

    def _folder(self, action: str) -> Path:
        return Path(self._memory.folder(action) or Path.home())

    def _foreign_filter(self) -> str:
        return self._filter(kind for kind in self._desk.suffixes() if kind != OWN_SUFFIX)

    def _any_filter(self) -> str:
        return self._filter(self._desk.suffixes())

    def _filter(self, suffixes: Iterable[str]) -> str:
        return self.tr("报告文件") + f" ({' '.join(f'*{suffix}' for suffix in suffixes)})"
