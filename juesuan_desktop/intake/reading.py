"""Any file to a printed report: material, form, tables, texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.intake.kinds import true_suffix
from juesuan_desktop.intake.lines.tables import Units, money_units, read_table, report_unit
from juesuan_desktop.intake.material import IntakeError, Material, Paragraph, RawTable, Remark, Scan, heads
from juesuan_desktop.intake.pdf.file import begin_pdf_file
from juesuan_desktop.intake.recognition.choosing import form_of
from juesuan_desktop.intake.recognition.cover import unit_of, year_in_name, year_of
from juesuan_desktop.intake.recognition.finding import Found, find_tables, one_of_each
from juesuan_desktop.intake.recognition.lone_titles import NO_TABLE, lone_titles
from juesuan_desktop.intake.recognition.sections import read_sections
from juesuan_desktop.intake.recognition.spelling import Spelling, spellings, table_title
from juesuan_desktop.intake.text import read_text_file
from juesuan_desktop.obstacles import obstacle
from juesuan_desktop.report.printed import MISSING, PrintedReport, PrintedTable, pages_told


def _office(path: Path) -> Callable[[], Material]:
    from juesuan_desktop.intake.office.file import begin_office_file

    return begin_office_file(path)


def _text(path: Path) -> Callable[[], Material]:
    return partial(read_text_file, path)


READERS: Mapping[str, Callable[[Path], Callable[[], Material]]] = {
    ".txt": _text,
    ".pdf": begin_pdf_file,
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et", ".docx"), _office),
}
BUREAU = "财决"
MOST_TABLES = 2000  # a report with all its attachments has some sixty
_MUCH, _FEW = 500, 0.05  # of a report's signs a third is Chinese
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
    if path.exists() and not path.is_file():  # a pipe would keep whoever opens it waiting for ever
        raise IntakeError(f"「{path}」是设备或管道，不是文件，请选一个文件")
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
    _refuse_too_many(file, material)
    known = spellings(forms)
    printed, material = material, _public(material, known)
    seen = find_tables(material, known)
    if not seen.tables:
        raise IntakeError(f"「{file}」里{_why_no_table(material, known)}")
    raws = [one.raw for one in seen.tables]
    written = year_of(material, raws, seen.years)
    year = written or year_in_name(file)
    titles = {id_: them[0].table.layout.title for id_, them in known.items()}
    found, passed = one_of_each(seen.tables, year, titles)
    unit, units = unit_of(material, raws), money_units(found, _spoken(material))
    wanted = [form for form in forms if form_id in (None, form.id)]
    if material is not printed:  # what was laid out anew tells a place by its money unit only
        wanted = [form for form in wanted if form.amount_unit in units] or wanted
    form = form_of(material, found, wanted)
    amount_unit = report_unit(units, form.amount_unit)
    return PrintedReport(
        file=file,
        form_id=form.id,
        year=year,
        unit_name=unit,
        amount_unit=amount_unit,
        tables=tuple(_tables(material, found, known, form, [Units(amount_unit, said) for said in units])),
        scans=_scans(material),
        sections=read_sections(material, form, {"单位": unit, "年度": str(year)}, [one.raw for one in found]),
        remarks=(*_remarks(material), *passed, *seen.strangers, *_not_printed(year, written, unit, any(units), form)),
    )


def _refuse_too_many(file: str, material: Material) -> None:
    tables = sum(isinstance(block, RawTable) for block in material)
    if tables > MOST_TABLES:
        raise IntakeError(f"「{file}」里有 {tables} 张表（最多 {MOST_TABLES} 张），不像一份决算公开报告，请核对")


def _why_no_table(material: Material, known: Mapping[str, list[Spelling]]) -> str:
    """What to say where not one table was recognised; titles without a table mean that it could not be seen."""
    titles = frozenset[str]().union(*(spelling.titles for them in known.values() for spelling in them))
    named = (block.text for block in material if isinstance(block, Paragraph) and table_title(block.text) in titles)
    scans = _scans(material)
    lone = (block.text for block in lone_titles(material, known).values())
    title = next(lone, next(named, None))
    if scans:
        return f"没有认出任何一张决算表：{pages_told(scans)}是扫描图片，读不出文字，请用原始文件"
    if title is None and _is_garbled(material):
        return "几乎没有认出汉字（PDF 的字体可能没有编码，别的程序也读不出），请用原始的 Excel 或 Word 文件"
    if title is None:
        return "没有认出任何一张决算表，请核对是不是部门决算公开报告"
    return f"有表题「{title}」，却{NO_TABLE}，请用原始的 Excel 或 Word 文件"


def _scans(material: Material) -> tuple[int, ...]:
    return tuple(block.page for block in material if isinstance(block, Scan))


def _is_garbled(material: Material) -> bool:
    """Whether much is written and hardly a word of it Chinese: a PDF whose fonts lost the meaning of their signs."""
    texts = [block.text for block in material if isinstance(block, Paragraph)]
    texts += [cell for block in material if isinstance(block, RawTable) for row in block.rows for cell in row]
    signs = "".join(texts)
    return len(signs) > _MUCH and sum("\u4e00" <= sign <= "\u9fff" for sign in signs) < _FEW * len(signs)


def _public(material: Material, known: Mapping[str, list[Spelling]]) -> Material:
    """The material with the bureau's tables, if it has any, laid out as public ones."""
    if not any(BUREAU in text for text in heads(material)):
        return material
    from juesuan_desktop.intake.recognition.bureau import from_bureau

    return from_bureau(material, known)


def _spoken(material: Material) -> list[str]:
    """All words that may say the money unit."""
    texts = [block.text for block in material if isinstance(block, Paragraph)]
    rows = (row for block in material if isinstance(block, RawTable) for row in block.head)
    return [*texts, *(cell for row in rows for cell in row)]


def _tables(
    material: Material,
    found: Sequence[Found],
    known: Mapping[str, list[Spelling]],
    form: Form,
    units: Sequence[Units],
) -> Iterator[PrintedTable]:
    by_id = {one.id: (one, unit) for one, unit in zip(found, units, strict=True)}
    lone = lone_titles(material, known)
    for table in form.tables:
        if table.id in by_id:
            own = [spelling for spelling in known[table.id] if spelling.table is table]
            one, unit = by_id[table.id]
            yield read_table(one, own + known[table.id], form, unit)
        else:
            yield _unseen(table, lone.get(table.id))


def _unseen(table: Table, title: Paragraph | None) -> PrintedTable:
    """A table that is not there, or of which only the title was recognised."""
    if title is None:
        return PrintedTable(table.id, table.name, state=MISSING)
    printed = squeezed(title.text)
    return PrintedTable(table.id, table.name, title=printed, page=title.page, state=MISSING, cut=f"有表题，{NO_TABLE}")


def _remarks(material: Material) -> Iterator[str]:
    yield from (block.text for block in material if isinstance(block, Remark))
    scans = _scans(material)
    if scans:
        yield f"{pages_told(scans)}是扫描图片，读不出文字，上面的内容没有读入、没有检查"


def _not_printed(year: int, written: int, unit: str, has_money_unit: bool, form: Form) -> Iterator[str]:
    """What a report has to say and this one does not."""
    if not year:
        yield "没有认出年度：表头、封面都没有写「××××年度」，请核对"
    elif not written:
        yield f"表头、封面都没有写年度，按文件名当作 {year} 年度，请核对"
    if not unit:
        yield "没有认出单位名称：表头、封面都没有写，请核对"
    if not has_money_unit:
        yield f"没有认出金额单位：按{form.name}的{form.amount_unit}读，请核对"
