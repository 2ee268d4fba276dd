"""What she does with the lines of a code table: add, insert, delete, sort, add to the other tables too."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from juesuan_desktop.desk.line_edits import lost_figures
from juesuan_desktop.desk.line_sharing import budget_of, other_tables, with_line
from juesuan_desktop.forms.codes import Line, parents_of
from juesuan_desktop.forms.lineage import sorted_by_code
from juesuan_desktop.forms.subjects import Subject
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.grid.line_bar import LineBar, fault_of_line
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.grid.notice import Notice
from juesuan_desktop.gui.grid.question_bar import QuestionBar
from juesuan_desktop.gui.grid.view import GridView
from juesuan_desktop.gui.look.look import Look

MOST_OFFERED = 60
SHORT = 12
KUAN = 5  # digits of a 款
BY_CODE, ABOVE, BELOW = "", "above", "below"


class LineWork(QObject):
    """Works on the lines of one table. ``bar`` asks for new ones, ``question`` before figures are lost."""

    def __init__(self, model: GridModel, view: GridView, look: Look, notice: Notice) -> None:
        super().__init__(view)
        self._notice = notice
        self._model, self._view, self._live, self._table = model, view, model.live, model.table
        holder = view.parentWidget() or view
        self.bar = LineBar(look, self._search, self._doubt, holder)
        self.question = QuestionBar(look, holder)
        self._where, self._beside = BY_CODE, ""
        self._last: tuple[Line, tuple[Table, ...]] | None = None
        self._added: list[str] = []
        self.bar.hide()
        self.bar.lineRequested.connect(self._add)
        self.bar.everywhereRequested.connect(partial(self._add, everywhere=True))
        self.bar.alsoRequested.connect(self.add_to_others)
        self.bar.closed.connect(self._leave)
        self._live.changed.connect(self._forget_gone)
        self.question.closed.connect(view.setFocus)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines there are."""
        return self._live.session.lines(self._table)

    def open(self, where: str = BY_CODE) -> None:
        """加行: ask for lines, to be put where their code belongs, or above or below the current one."""
        line = self._current()
        self._where, self._beside = (where, line.key) if line else (BY_CODE, "")
        self._last, self._added = None, []
        words = {ABOVE: self.tr("在「{line}」上方加："), BELOW: self.tr("在「{line}」下方加：")}
        place = words.get(self._where, self.tr("加行："))
        self.bar.open(place.format(line=_short(line) if line else ""), with_codes=bool(self._table.words.codes))

    def chosen(self) -> tuple[Line, ...]:
        """The lines of the selected block that can be deleted."""
        form, lines = self._live.session.form, {line.key: line for line in self.lines}
        places = (form.place(at) for at in self._view.block.addresses())
        keys = dict.fromkeys(place.line for place in places if place and place.line in lines)
        made = {parent for line in self.lines for parent in parents_of(line.code)} if keys else set()
        return tuple(lines[key] for key in keys if lines[key].code not in made)

    def is_at_line(self) -> bool:
        """Whether she is at a line that she added."""
        return self._current() is not None

    def delete(self) -> None:
        """删行: the chosen lines; asks only when figures go with them."""
        gone = self.chosen()
        lost = lost_figures(self._live.session.report, self._table, gone)
        if not gone:
            self._notice.tell(self.tr("类、款行由下面的项带出：删去它们，这一行自己会去掉"))
        elif not lost:
            self._delete(gone)
        else:
            what = _told(gone[0]) if len(gone) == 1 else self.tr("{count} 行").format(count=len(gone))
            sentence = self.tr("删除「{what}」，其中 {lost} 个数一起删去（可以撤销）").format(what=what, lost=lost)
            self.question.ask(sentence, self.tr("删除（Enter）"), lambda: self._delete(gone))

    def sort(self) -> None:
        """按编码排序."""
        self._live.set_lines(f"按编码排序 {self._table.name}", self._table, sorted_by_code(self.lines))

    def add_to_others(self) -> None:
        """The last line also into the other tables it belongs to."""
        if self._last is None:
            return
        line, tables = self._last
        lists = [(table, with_line(self._live.session.lines(table), line.code, line.name)) for table in tables]
        self._live.set_all_lines(f"加行 {_names(tables)} {_told(line)}", *lists)
        self._last = None
        self.bar.take("")
        self._tell_added(tables)

    # Internal

    def _tell_added(self, tables: Sequence[Table]) -> None:
        self.bar.hint(self.tr("已加到 {tables}").format(tables=_names(tables)))

    def _add(self, code: str, name: str, *, everywhere: bool = False) -> None:
        session = self._live.session
        fault = fault_of_line(session.form, self.lines, code, name)
        if fault:
            self.bar.tell(fault)
            return
        lines = with_line(self.lines, code, name, self._place())
        others = other_tables(session, self._table, code) if code else ()
        now, later = (others, ()) if everywhere else ((), others)
        lists = [(self._table, lines), *((table, with_line(session.lines(table), code, name)) for table in now)]
        names = "、".join(table.name for table, _ in lists)
        self._live.set_all_lines(f"加行 {names} {code} {name}", *lists)
        self._last = (Line(code or name, code, name), later) if later else None
        self.bar.take(self.tr("同时加到 {tables}").format(tables=_names(later)) if later else "")
        if now:
            self._tell_added(now)
        self._added.append(code or name)
        self._stand_at(code or name)
        if self._where == BELOW:
            self._beside = code or name  # the next one goes below this one

    def _place(self) -> int | None:
        """Where in the lines the next one goes; None for where its code belongs."""
        keys = [line.key for line in self.lines]
        if self._where == BY_CODE or self._beside not in keys:
            return None
        return keys.index(self._beside) + (self._where == BELOW)

    def _leave(self) -> None:
        """Lines are added, figures come next: from the first of them down."""
        current, added = self._current(), self._added
        if current and added and current.key == added[-1]:
            self._stand_at(next(line.key for line in self.lines if line.key in added))
        self._view.setFocus()

    def _stand_at(self, key: str) -> None:
        """The first typed figure of a line becomes current: what she types next belongs there."""
        typed = (m for m in self._table.measures_of(key) if not self._table.is_computed(key, m))
        index = self._model.index_of(self._table.address(key, next(typed, "")))
        if index.isValid():
            self._view.setCurrentIndex(index)

    def _forget_gone(self) -> None:
        """A line that was taken back is no longer offered to other tables."""
        if self._last is not None and self._last[0].key not in [line.key for line in self.lines]:
            self._last = None
            self.bar.also.hide()

    def _delete(self, gone: Sequence[Line]) -> None:
        kept = tuple(line for line in self.lines if line not in gone)
        name = _told(gone[0]) if len(gone) == 1 else f"{len(gone)} 行"
        self._live.set_lines(f"删行 {self._table.name} {name}", self._table, kept)

    def _current(self) -> Line | None:
        return self._model.line_at(self._view.currentIndex())

    def _search(self, text: str) -> Sequence[Subject]:
        session = self._live.session
        subjects = session.library.catalogue.of(self._table.words.codes)
        found = subjects.search(text, year=session.report.year, budget=budget_of(self._table), most=MOST_OFFERED)
        near = {line.code[:KUAN] for line in self.lines}
        wanted = (subject for subject in found if subject.level == "项")
        # 「一般行政管理事务」 has sixty codes: those beside what is in the table come first
        return sorted(wanted, key=lambda subject: subject.code[:KUAN] not in near)

    def _doubt(self, subject: Subject) -> str:
        """Why a 科目 is probably not the one."""
        if any(line.code == subject.code for line in self.lines):
            return self.tr("已在表中")
        budget = budget_of(self._table)
        if budget and subject.budget and subject.budget != budget:
            return subject.budget
        year = self._live.session.report.year
        return "" if subject.is_in_force(year) else self.tr("{year} 年度没有这个科目").format(year=year)


def _short(line: Line) -> str:
    """A line by its code, one without by the beginning of its name: the bar has little room."""
    return line.code or (line.name if len(line.name) <= SHORT else line.name[:SHORT] + "…")


def _told(line: Line) -> str:
    return f"{line.code} {line.name}".strip()


def _names(tables: Sequence[Table]) -> str:
    return "、".join(table.name for table in tables)
