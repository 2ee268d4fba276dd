"""Somebody else's report, open to be looked at: the same tabs, its findings as printed, and no edit changes it."""

from dataclasses import replace
from pathlib import Path

from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.importing import taken
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.report.change import Gesture
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.storage.project import Project


class Viewing(Session):
    """A report in memory.

    Attributes:
        file: where it lies.
        printed: what was read of it.
    """

    is_read_only = True

    def __init__(self, library: Library, file: Path, printed: PrintedReport, outcome: Outcome) -> None:
        project = Project.in_memory()
        project.append(taken(library, printed, file.name))
        super().__init__(library, project)
        self.file, self.printed = file, printed
        self.state = replace(self.state, outcome=outcome)

    def page_of(self, address: str) -> int | None:
        """The page of the file on which a figure (else its table) stands; None where the file has no pages."""
        place = self.form.place(address)
        name = place.table if place else table_of(address)
        table = next((one for one in self.printed.tables if one.name == name), None)
        if table is None:
            return None
        line = next((one for one in table.lines if place and one.key == place.line), None)
        origin = line.origins.get(place.measure, "") if line and place else ""
        digits = "".join(filter(str.isdigit, origin)) if origin.startswith("第") else ""
        return int(digits) if digits else table.page

    def page_of_section(self, section_id: str) -> int | None:
        """The page on which a section begins."""
        return next((one.page for one in self.printed.sections if one.id == section_id), None)

    def words_at(self, address: str) -> tuple[str, str]:
        """What is printed of a figure's line and of the figure itself, to find it on its page."""
        place = self.form.place(address)
        tables = (one for one in self.printed.tables if place and one.name == place.table)
        line = next((one for table in tables for one in table.lines if place and one.key == place.line), None)
        if line is None or place is None:
            return "", ""
        amount = line.values.get(place.measure)
        return line.code or line.label or "", "" if amount is None else f"{amount:,f}"

    def _do(self, gesture: Gesture) -> Gesture | None:
        """Nothing happens."""
        return None
