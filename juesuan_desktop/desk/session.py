"""An open report: its present value, its verdicts, and every edit as a gesture that can be taken back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from juesuan_desktop.amounts import YUAN
from juesuan_desktop.desk.checking import Outcome, empty_cells
from juesuan_desktop.desk.entering import entered_at, typing_name, wanted_at
from juesuan_desktop.desk.figures import Figures, on_paper, without_blank_totals, without_empty
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.line_edits import wanted_lines
from juesuan_desktop.desk.reasons import reason_key, reason_name
from juesuan_desktop.desk.state import State, state_of
from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.grid import Grid
from juesuan_desktop.forms.paper import paper
from juesuan_desktop.forms.table import NUMBERS, Table
from juesuan_desktop.report.change import TYPED, Gesture
from juesuan_desktop.report.history import History, history_of
from juesuan_desktop.report.report import (
    AMOUNT_UNIT,
    FORM,
    UNIT,
    YEAR,
    ZERO_BLANKS,
    Report,
    applied,
    blanks_address,
    changed,
    confirmed,
    section_address,
)
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.findings import Finding
from juesuan_desktop.storage.project import Project

Wanted = Mapping[str, str | None]


class Session:
    """A report on the desk. Not Qt: the window and the command line both work with it.

    An edit changes the value at once and waits in ``unsaved`` until ``save`` writes it, so that the screen can paint
    first; ``saved`` are the gestures in the file; ``state`` is the report with everything that follows from it.
    """

    is_read_only = False

    def __init__(self, library: Library, project: Project) -> None:
        self.library, self.project = library, project
        self.unsaved: list[Gesture] = []
        self._read()

    def _read(self) -> None:
        """The report as its file holds it."""
        self.saved: list[Gesture] = list(self.project.gestures())
        self.history: History = history_of(self.saved)
        report = applied(Report(), (change for gesture in self.saved for change in gesture.changes))
        self.form: Form = self.library.form(report.form_id)
        self.state: State = state_of(self.library, self.form, report)

    @property
    def saved_at(self) -> str:
        """The time of the last gesture in the file; '' for an empty one."""
        return self.saved[-1].at if self.saved else ""

    @property
    def report(self) -> Report:
        """The present value."""
        return self.state.report

    @property
    def binding(self) -> Binding:
        """The rules bound to the present lines."""
        return self.state.binding

    @property
    def figures(self) -> Figures:
        """Every figure, typed and computed."""
        return self.state.figures

    @property
    def outcome(self) -> Outcome:
        """Verdicts and findings of the present value."""
        return self.state.outcome

    @classmethod
    def create(cls, library: Library, path: Path, form_id: str, year: int, unit: str) -> "Session":
        """A new report in a new file. Raises FormError, StorageError."""
        facts = {FORM: library.form(form_id).id, YEAR: str(year), UNIT: unit, AMOUNT_UNIT: YUAN}
        return cls.begin(library, path, Gesture("新建报告", changed(Report(), facts, TYPED)))

    @classmethod
    def begin(cls, library: Library, path: Path | None, first: Gesture) -> "Session":
        """A new file (or none) whose first gesture is given (a new report, an import); nothing is left if it fails."""
        project = Project.create(path) if path else Project.in_memory()
        try:
            project.append(first)
            return cls(library, project)
        except BaseException:
            project.close()
            if path:
                path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, library: Library, path: Path) -> "Session":
        """The report in an existing file. Raises StorageError, FormError."""
        return cls(library, Project.open(path))

    @property
    def facts(self) -> Mapping[str, str]:
        """The words that head and titles are filled with."""
        return {"单位": self.report.unit_name, "年度": str(self.report.year)}

    def lines(self, table: Table) -> tuple[Line, ...]:
        """The code lines of a table."""
        return self.report.lines.get(table.name, ())

    def grid(self, table: Table) -> Grid:
        """The table to work on: the form's paper, amounts in the unit they are typed in (元)."""
        facts = {**self.facts, "金额单位": self.report.amount_unit}
        figures = self.printed_figures if self.is_read_only else self.figures
        return self._grid(table, without_empty(figures, self.report, self.form), facts)

    @property
    def printed_figures(self) -> Figures:
        """The figures that the report prints, in the unit they are kept in."""
        return without_blank_totals(self.figures, self.report, self.form, self.binding.fills)

    def printed_grid(self, table: Table) -> Grid:
        """The table as it is printed, amounts in the form's unit."""
        return self._grid(table, on_paper(self.printed_figures, self.report, self.form), self.facts)

    def _grid(self, table: Table, figures: Figures, facts: Mapping[str, str]) -> Grid:
        return paper(self.form, table, self.lines(table), figures, facts, self.report.words)

    def edit(self, name: str, wanted: Wanted, source: str = TYPED) -> Gesture | None:
        """Bring addresses to wanted values (texts; None takes away) as one gesture. None if nothing changes."""
        changes = changed(self.report, wanted, source)
        return self._do(Gesture(name, changes)) if changes else None

    def type_figure(self, address: str, text: str) -> Gesture | None:
        """She typed into a cell. Raises AmountError if that cannot stand there; nothing changes then."""
        return self.edit(typing_name(address, text), wanted_at(self.form, self.state, address, text))

    def entered(self, address: str, text: str) -> str | None:
        """The value a text typed into a cell means; None for nothing. Raises AmountError if it cannot stand there."""
        return entered_at(self.form, self.binding, address, text)

    def last_text(self, section_id: str) -> str:
        """What last year's report said in a section; '' if it is not known."""
        return self.report.words.get(LAST_YEAR + section_address(section_id), "")

    def type_text(self, section_id: str, text: str) -> Gesture | None:
        """She wrote a section."""
        return self.edit(f"编辑 {section_id}", {section_address(section_id): text or None})

    def set_lines(self, name: str, table: Table, lines: Sequence[Line]) -> Gesture | None:
        """Add, delete or reorder code lines; parents make themselves, figures of lines that are gone go with them."""
        return self.set_all_lines(name, ((table, lines),))

    def set_all_lines(self, name: str, lists: Iterable[tuple[Table, Sequence[Line]]]) -> Gesture | None:
        """The same for several tables as one gesture."""
        wanted: dict[str, str | None] = {}
        for table, lines in lists:
            wanted |= wanted_lines(self.report, table, lines, self._name_of(table))
        return self.edit(name, wanted)

    def _name_of(self, table: Table) -> Callable[[str], str]:
        """What the 科目 list calls a code in the report's year."""
        subjects = self.library.catalogue.of(table.words.codes)
        return lambda code: subjects.name(code, self.report.year)

    def confirm(self, addresses: Iterable[str]) -> Gesture | None:
        """She stands for carried values: 沿用未确认 becomes 沿用已确认."""
        changes = confirmed(self.report, addresses)
        return self._do(Gesture(f"确认 {len(changes)} 处", changes)) if changes else None

    def settle(self, table: Table) -> Gesture | None:
        """余格填零: every empty □ that holds a number becomes 0, and the table is settled."""
        numbers = (at for at in empty_cells(self.report, table) if self.form.kind(at) in NUMBERS)
        zeros: dict[str, str | None] = dict.fromkeys(numbers, "0")
        return self.edit(f"余格填零 {table.name}", {**zeros, blanks_address(table.name): ZERO_BLANKS})

    def explain_away(self, finding: Finding, reason: str) -> Gesture | None:
        """出错说明: why a warning may stand; an empty reason takes it back."""
        return self.edit(reason_name(finding, reason.strip()), {reason_key(finding): reason.strip() or None})

    def take(self, gesture: Gesture) -> Gesture | None:
        """Do what was prepared elsewhere, say an import; None if it changes nothing."""
        return self._do(gesture) if gesture.changes else None

    def undo(self) -> Gesture | None:
        """Take back the last gesture; the answer is what was done, None if there is none."""
        gesture = self.history.undo()
        return self._do(gesture) if gesture else None

    def redo(self) -> Gesture | None:
        """Do again what was undone last."""
        gesture = self.history.redo()
        return self._do(gesture) if gesture else None

    def save(self) -> None:
        """Write every waiting gesture, each as a transaction. Raises StorageError; the unwritten keep waiting."""
        while self.unsaved:
            self.saved.append(self.project.append(self.unsaved[0]))
            del self.unsaved[0]

    def save_as(self, path: Path) -> None:
        """另存为: the whole report with its history in a new file, where it is kept from now on. Raises StorageError.

        Needs nothing of the old file, which may be gone; nothing is left at the new place if that fails.
        """
        project = Project.create(path)
        try:
            self.saved = list(project.append_all((*self.saved, *self.unsaved)))
        except BaseException:
            project.close()
            path.unlink(missing_ok=True)
            raise
        self.unsaved.clear()
        self.project.close()
        self.project = project

    def read_again(self) -> None:
        """Take over what another window wrote into the file; what waits here is done on top. Raises StorageError."""
        self._read()
        waiting, self.unsaved = self.unsaved, []
        for gesture in waiting:
            changes = (replace(one, before=self.report.text_of(one.address)) for one in gesture.changes)
            self._do(Gesture(f"并入：{gesture.name}", tuple(changes)))

    def close(self) -> None:
        """Save and let the file go."""
        try:
            self.save()
        finally:
            self.project.close()

    def _do(self, gesture: Gesture) -> Gesture | None:
        self.history = self.history.after(gesture)
        self.unsaved.append(gesture)
        report = applied(self.report, gesture.changes)
        self.state = state_of(self.library, self.form, report, self.state)
        return gesture
