"""Any file to a printed report: material, form, tables, texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from juesuan_desktop.forms.codes import LEVELS, is_code, written_code
from juesuan_desktop.forms.form import Form
from juesuan_desktop.intake.cover import amount_unit_of, unit_of, year_of
from juesuan_desktop.intake.kinds import true_suffix
from juesuan_desktop.intake.material import IntakeError, Material, Paragraph, RawTable, Remark, Scan, heads
from juesuan_desktop.intake.pdf import begin_pdf_file
from juesuan_desktop.intake.sections import read_sections
from juesuan_desktop.intake.spelling import Spelling, plain_title, spellings, table_title
from juesuan_desktop.intake.tables import Found, find_tables, read_table
from juesuan_desktop.intake.text import read_text_file
from juesuan_desktop.obstacles import obstacle
from juesuan_desktop.report.printed import MISSING, PrintedReport, PrintedTable

_CODE_TABLES = ("income", "expenditure", "general_budget")


def _office(path: Path) -> Callable[[], Material]:
    from juesuan_desktop.intake.office import begin_office_file

    return begin_office_file(path)


def _text(path: Path) -> Callable[[], Material]:
    return partial(read_text_file, path)


READERS: Mapping[str, Callable[[Path], Callable[[], Material]]] = {
    ".txt": _text,
    ".pdf": begin_pdf_file,
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et", ".docx"), _office),
}
BUREAU = "财决"
Read = TypeVar("Read")


def read_file(
    path: Path, forms: Sequence[Form] | Callable[[], Sequence[Form]], form_id: str | None = None
) -> PrintedReport:
    """The report in a file. ``form_id`` settles the form, else the likeliest is taken. Raises IntakeError.

    ``forms`` may be what loads them: it runs while the process that takes the file apart is busy.
    """
    rest = _begun(path)
    known = forms() if callable(forms) else forms
    return recognise(str(path), _told(path, rest), known, form_id)


def material_of(path: Path) -> Material:
    """The paragraphs and raw tables of a file, read as what it is, whatever it is called. Raises IntakeError."""
    return _told(path, _begun(path))


def _begun(path: Path) -> Callable[[], Material]:
    """Reading that has been started: what another process does is under way."""
    if path.is_dir():
        raise IntakeError(f"「{path}」是文件夹，请选一个文件")
    return _told(path, lambda: READERS[true_suffix(path)](path))


def _told(path: Path, reading: Callable[[], Read]) -> Read:
    """What reading gives; what the system says against it is told in a sentence."""
    try:
        return reading()
    except FileNotFoundError as error:
        raise IntakeError(f"找不到文件「{path}」，请核对文件名和位置") from error
    except OSError as error:
        raise IntakeError(f"「{path}」读不出来：{obstacle(error)}") from error


def recognise(file: str, material: Material, forms: Sequence[Form], form_id: str | None = None) -> PrintedReport:
    """A report out of material. Raises IntakeError where not one table is recognised."""
    known = spellings(forms)
    material = _public(material, known)
    found = find_tables(material, known)
    if not found:
        raise IntakeError(f"「{file}」里{_why_no_table(material, known)}")
    form = _chosen(material, found, forms, form_id)
    unit, year = unit_of(material), year_of(material)
    amount_unit = amount_unit_of(material) or form.amount_unit
    return PrintedReport(
        file=file,
        form_id=form.id,
        year=year,
        unit_name=unit,
        amount_unit=amount_unit,
        tables=tuple(_tables(found, known, form, amount_unit)),
        scans=tuple(block.page for block in material if isinstance(block, Scan)),
        sections=read_sections(material, form, {"单位": unit, "年度": str(year)}, [one.raw for one in found]),
        remarks=(*_remarks(material), *_not_printed(year, unit, amount_unit_of(material), form)),
    )


def _why_no_table(material: Material, known: Mapping[str, list[Spelling]]) -> str:
    """What to say where not one table was recognised; titles without a table mean that it could not be seen."""
    titles = frozenset[str]().union(*(spelling.titles for them in known.values() for spelling in them))
    named = (block.text for block in material if isinstance(block, Paragraph) and table_title(block.text) in titles)
    title = next(named, None)
    if title is None:
        return "没有认出任何一张决算表，请核对是不是部门决算公开报告"
    unseen = "没有认出表格（PDF 里的表要有框线，文本里的表要用制表符隔开）"
    return f"有表题「{title}」，却{unseen}，请用原始的 Excel 或 Word 文件"


def _public(material: Material, known: Mapping[str, list[Spelling]]) -> Material:
    """The material with the bureau's tables, if it has any, laid out as public ones."""
    if not any(BUREAU in text for text in heads(material)):
        return material
    from juesuan_desktop.intake.bureau import from_bureau

    return from_bureau(material, known)


def _tables(
    found: Sequence[Found], known: Mapping[str, list[Spelling]], form: Form, unit: str
) -> Iterator[PrintedTable]:
    by_id = {one.id: one for one in found}
    for table in form.tables:
        if table.id in by_id:
            own = [spelling for spelling in known[table.id] if spelling.table is table]
            yield read_table(by_id[table.id], own + known[table.id], form, unit)
        else:
            yield PrintedTable(table.id, table.name, title=None, state=MISSING)


def _remarks(material: Material) -> Iterator[str]:
    return (block.text for block in material if isinstance(block, Remark))


def _not_printed(year: int, unit: str, amount_unit: str, form: Form) -> Iterator[str]:
    """What a report has to say and this one does not."""
    if not year:
        yield "没有认出年度：表头、封面都没有写「××××年度」，请核对"
    if not unit:
        yield "没有认出单位名称：表头、封面都没有写，请核对"
    if not amount_unit:
        yield f"没有认出金额单位：按{form.name}的{form.amount_unit}读，请核对"


def _chosen(material: Material, found: Sequence[Found], forms: Sequence[Form], form_id: str | None) -> Form:
    if form_id is not None:
        return next(form for form in forms if form.id == form_id)
    titles = {plain_title(block.text) for block in material if isinstance(block, Paragraph)}
    cells = {text for one in found for row in one.raw.rows[:4] for text in row if text}
    heads = {table_title(text) for text in cells.union(*(one.before for one in found))}
    lists_classes = any(_starts_with_class(one.raw) for one in found if one.id in _CODE_TABLES)
    return max(forms, key=lambda form: (_likeness(form, titles, heads), ("类" in form.levels) == lists_classes))


def _starts_with_class(raw: RawTable) -> bool:
    """Whether a line of the table is a 类 (201): some places list only 项."""
    firsts = (next((cell for cell in row if cell), "") for row in raw.rows)
    codes = (written_code(first)[0] for first in firsts)
    return any(is_code(code) and LEVELS[len(code)] == "类" for code in codes)


def _likeness(form: Form, titles: set[str], heads: set[str]) -> int:
    """How many of the form's own section titles and table titles stand in the report."""
    sections = {plain_title(section.title) for section in form.sections if section.title}
    tables = {plain_title(table.layout.title) for table in form.tables}
    return len(sections & titles) + len(tables & (titles | heads))
