"""The tables as a print-ready workbook, one sheet each, laid out like the official paper."""

import io
import re
import zipfile
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from juesuan_desktop.document.blocks import Document
from juesuan_desktop.export.outcome import ExportError, Progress, Written
from juesuan_desktop.export.replacing import replacing
from juesuan_desktop.export.xlsx_sheet import draw
from juesuan_desktop.export.xlsx_styles import Styles
from juesuan_desktop.forms.grid import Grid

_DATE = datetime(2000, 1, 1)  # the same for every file: it says nothing about the PC, and equal reports are equal bytes
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FORBIDDEN = re.compile(r"[\\/?*\[\]:\x00-\x1f]")
_LONGEST = 31


def write_xlsx(document: Document, path: Path, progress: Progress | None = None) -> Written:
    """Write every table of the document on a sheet of its own."""
    grids = document.grids()
    if not grids:
        raise ExportError(f"报告里没有表格，写不成「{path.name}」，请选 PDF。")
    report = progress or (lambda done, total: None)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    styles = Styles()
    for done, (grid, name) in enumerate(zip(grids, sheet_names(grids), strict=True)):
        report(done, len(grids) + 1)
        sheet = workbook.create_sheet(name)
        draw(sheet, grid, styles)
        _sign(sheet, document)
    report(len(grids), len(grids) + 1)
    _describe(workbook, document)
    with replacing(path) as stream:
        _save(workbook, stream)
    report(len(grids) + 1, len(grids) + 1)
    return Written(path)


def sheet_names(grids: tuple[Grid, ...]) -> list[str]:
    """Names that Excel accepts: no forbidden sign, at most 31 characters, no two alike."""
    names: list[str] = []
    for place, grid in enumerate(grids, 1):
        plain = _FORBIDDEN.sub("", grid.sheet).strip().strip("'")[:_LONGEST] or f"表{place}"
        taken = {name.casefold() for name in names}
        numbered = (f"{plain[: _LONGEST - 5]}（{number}）" for number in count(2))
        names.append(next(name for name in chain([plain], numbered) if name.casefold() not in taken))
    return names


def _sign(sheet: Worksheet, document: Document) -> None:
    """Page number and 校验码 below, 草稿 above."""
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    footer.center.text = "— &P —"
    if document.code:
        footer.right.text = f"校验码 {_plain(document.code)}"
    if document.mark:
        header.center.text = _plain(document.mark)
        header.center.size = 20
        header.center.color = "A0A0A0"
    sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter = header, footer


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _describe(workbook: Workbook, document: Document) -> None:
    properties = workbook.properties
    properties.title = document.title
    properties.creator = properties.lastModifiedBy = document.author
    properties.created = _DATE


def _save(workbook: Workbook, stream: BinaryIO) -> None:
    """Save with fixed dates: openpyxl puts the present time into the properties and into the zip."""
    raw = io.BytesIO()
    workbook.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + f"{_DATE:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
