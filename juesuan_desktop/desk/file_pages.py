"""Where in the file a report was read from each figure, table and section stands."""

import re
from dataclasses import dataclass

from juesuan_desktop.forms.form import Form
from juesuan_desktop.report.printed import PrintedReport
from juesuan_desktop.rules.findings import Finding, Where

_PAGE = re.compile(r"第 (\d+) 页")


@dataclass(frozen=True, slots=True)
class FilePages:
    """Pages by address, table id and section id; nothing for a file without pages."""

    figures: dict[str, int]
    tables: dict[str, int | None]
    sections: dict[str, int | None]

    def marked(self, finding: Finding) -> Finding:
        """The finding with a page for each of its places."""
        return finding._replace(where=tuple(place._replace(page=self.of(place)) for place in finding.where))

    def of(self, place: Where) -> int | None:
        """The page of a figure that is printed, else that of its table, else that of the section."""
        figure = self.figures.get(place.address or "")
        return place.page or figure or self.tables.get(place.table or "") or self.sections.get(place.section or "")


def file_pages(printed: PrintedReport, form: Form) -> FilePages:
    """The pages of a report."""
    found = {at: _PAGE.match(origin) for at, origin in origins_of(printed, form).items()}
    return FilePages(
        {at: int(page[1]) for at, page in found.items() if page},
        {table.id: table.page for table in printed.tables},
        {section.id: section.page for section in printed.sections},
    )


def origins_of(printed: PrintedReport, form: Form) -> dict[str, str]:
    """Where in the file each figure stands (「Sheet1!C5」, 「第 8 页」), by address."""
    return {
        form.by_id[table.id].address(line.key, measure): origin
        for table in printed.tables
        for line in table.lines
        for measure, origin in line.origins.items()
        if origin
    }
