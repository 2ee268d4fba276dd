"""Office files, and what goes by their names, to material."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from juesuan_desktop.encodings import decoded
from juesuan_desktop.intake.continuing import joined
from juesuan_desktop.intake.kinds import Kind, kind_of, refused
from juesuan_desktop.intake.material import Material, Paragraph, RawTable
from juesuan_desktop.intake.office.cell_text import as_shown
from juesuan_desktop.intake.process.apart import begin_apart
from juesuan_desktop.intake.refusal import MOST_COLUMNS, MOST_ROWS, too_large
from juesuan_desktop.intake.sheets import blocks_of

_MAY_END_ANYWHERE = (Kind.TEXT, Kind.HTML)
LARGEST_TEXT = 20_000_000


def begin_office_file(path: Path) -> Callable[[], Material]:
    """Start reading a workbook, a Word document, or a web page or text called so; the answer waits for the rest.

    Both raise IntakeError.
    """
    kind = kind_of(path)
    return partial(_material, partial(_text, path) if kind is Kind.TEXT else begin_apart(path, kind), kind)


def _material(found: Callable[[], list[dict[str, Any]]], kind: Kind) -> Material:
    blocks: list[Paragraph | RawTable] = []
    tables = 0
    for one in found():
        if "text" in one:
            blocks.append(Paragraph(one["text"]))
        else:
            tables += 1
            place = (one.get("sheet"), one.get("top", 0), one.get("left", 0))
            merged = [(row, column, height, width) for row, column, height, width in one.get("merged", ())]
            cut = blocks_of(one["grid"], *place, whole=kind not in _MAY_END_ANYWHERE, merged=merged)
            blocks += (_counted(block, "" if kind is Kind.TEXT else f"第 {tables} 个表") for block in cut)
    return tuple(joined(blocks))


def _counted(block: Paragraph | RawTable, table: str) -> Paragraph | RawTable:
    """A table of a file without sheets says which one it is and in which rows it stands."""
    if isinstance(block, Paragraph) or block.sheet is not None:
        return block
    return replace(block, lines=((0, table, block.top + 1),))


def _text(path: Path) -> list[dict[str, Any]]:
    return [{"grid": _parted(path)}]


def _parted(path: Path) -> list[list[str]]:
    """Text parted by tabs or commas, as a spreadsheet would show it."""
    if path.stat().st_size > LARGEST_TEXT:
        raise refused(path, "文本太大（超过 20 MB），不像决算报告，请核对")
    text, _ = decoded(path.read_bytes())
    lines = text.replace("\x00", "").splitlines()
    try:
        rows = [[as_shown(cell.strip()) for cell in row] for row in csv.reader(lines, delimiter=_mark(lines))]
    except csv.Error as error:  # a field of more than 131,072 characters
        raise refused(path, "有一格的字太多（十几万个），不像决算报告，请核对") from error
    width = max((len(row) for row in rows), default=0)
    if width > MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise refused(path, str(too_large(len(rows), width)))
    return [row + [""] * (width - len(row)) for row in rows]


def _mark(lines: Sequence[str]) -> str:
    """What parts the cells: tabs, or commas where there is no tab and most lines have several."""
    has_tabs = any("\t" in line for line in lines)
    return "," if not has_tabs and 2 * sum(line.count(",") > 1 for line in lines) > len(lines) else "\t"
