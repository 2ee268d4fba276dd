"""Somebody else's report, open to be looked at: the same tabs, its findings as printed, and no edit changes it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.importing import taken
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.page_places import Sought, box_of, heading_box
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.addresses import split, table_of
from juesuan_desktop.intake.pdf.spots import Box, Spot
from juesuan_desktop.report.change import Gesture
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.report.report import SECTION
from juesuan_desktop.storage.project import Project

_PAGE = re.compile(r"第 (\d+) 页")


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
        page = _PAGE.match(origin)
        return int(page[1]) if page else table.page

    def page_of_section(self, section_id: str) -> int | None:
        """The page on which a section begins."""
        return next((one.page for one in self.printed.sections if one.id == section_id), None)

    def box_of(self, address: str, spots: Sequence[Spot]) -> Box | None:
        """Where on its page a figure or the heading of a section stands; ``spots`` are the texts of that page."""
        table, words = split(address) or ("", ("",))
        if table == SECTION:
            return heading_box(spots, next((one.title for one in self.printed.sections if one.id == words[0]), ""))
        sought = self._sought(address)
        return box_of(spots, sought) if sought else None

    def _sought(self, address: str) -> Sought | None:
        place = self.form.place(address)
        lines = next((one.lines for one in self.printed.tables if place and one.name == place.table), ())
        at = next((at for at, one in enumerate(lines) if place and one.key == place.line), None)
        if at is None or place is None:
            return None
        line, amount = lines[at], lines[at].values.get(place.measure)
        before = [*line.values.values()][: [*line.values].index(place.measure)] if place.measure in line.values else []
        alike = sum((one.code, one.label) == (line.code, line.label) for one in lines[:at])
        return Sought(line.code or "", line.label or "", amount, alike, before.count(amount))

    def _do(self, gesture: Gesture) -> Gesture | None:
        """Nothing happens."""
        return None
