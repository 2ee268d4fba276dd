"""Which place's form a report is of: by its titles, where they leave it open by what its tables look like."""

from collections.abc import Sequence

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import LEVELS, is_code, written_code
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.picture import Picture
from juesuan_desktop.intake.material import Material, Paragraph, RawTable
from juesuan_desktop.intake.recognition.finding import Found
from juesuan_desktop.intake.recognition.spelling import plain_title, table_title

CODE_PART = 2  # digits of 款 and of 项 where they stand in columns of their own
_CODE_TABLES = ("income", "expenditure", "general_budget")


def form_of(material: Material, found: Sequence[Found], forms: Sequence[Form]) -> Form:
    """The likeliest of the forms."""
    if len(forms) == 1:
        return forms[0]
    titles = {plain_title(block.text) for block in material if isinstance(block, Paragraph)}
    cells = {text for one in found for row in one.raw.head for text in row if text}
    heads = {table_title(text) for text in cells.union(*(one.before for one in found))}
    scores = {form.id: _titles_of(form, titles, heads) for form in forms}
    likely = [form for form in forms if scores[form.id] == max(scores.values())]
    if len(likely) == 1:
        return likely[0]
    lists_classes = any(_starts_with_class(one.raw) for one in found if one.id in _CODE_TABLES)
    return max(likely, key=lambda form: (_fit(form, found), ("类" in form.levels) == lists_classes))


def _titles_of(form: Form, titles: set[str], heads: set[str]) -> int:
    """How many of the form's own section titles and table titles stand in the report."""
    sections = {plain_title(section.title) for section in form.sections if section.title}
    tables = {plain_title(table.layout.title) for table in form.tables}
    return len(sections & titles) + len(tables & (titles | heads))


def _fit(form: Form, found: Sequence[Found]) -> float:
    """How much the tables look like the form's pictures: which of their words they share."""
    return sum(_shared(form.by_id[one.id].picture, one.raw) for one in found)


def _shared(picture: Picture, raw: RawTable) -> float:
    drawn = {squeezed(cell.printed) for cell in picture.cells() if cell.printed}
    there = {squeezed(cell) for row in raw.rows for cell in row if cell}
    return 2 * len(drawn & there) / (len(drawn) + len(there))


def _starts_with_class(raw: RawTable) -> bool:
    """Whether a line of the table is a 类 (201): some places list only 项. Its 款 and 项 may stand in cells behind."""
    for row in raw.rows:
        first, *behind = [squeezed(cell) for cell in row if cell][:2] or [""]
        first = written_code(first)[0]
        if is_code(first) and LEVELS[len(first)] == "类" and not _is_part(behind):
            return True
    return False


def _is_part(cells: Sequence[str]) -> bool:
    return any(len(cell) == CODE_PART and cell.isdigit() for cell in cells)
