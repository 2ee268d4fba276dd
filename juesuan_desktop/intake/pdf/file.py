"""PDF files to material. They are read in a process of their own, as every file that comes from outside."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from juesuan_desktop.intake.kinds import Kind
from juesuan_desktop.intake.material import Material, Paragraph, RawTable, Remark, Scan


def begin_pdf_file(path: Path) -> Callable[[], Material]:
    """Start reading a PDF; the answer waits for its paragraphs, tables and scanned pages. Both raise IntakeError."""
    from juesuan_desktop.intake.process.apart import begin_apart

    return partial(_material, begin_apart(path, Kind.PDF))


def _material(found: Callable[[], Sequence[dict[str, Any]]]) -> Material:
    return unpacked(found())


def packed(material: Material) -> list[dict[str, Any]]:
    """Material as the child tells it, for `unpacked`."""
    return [_packed(block) for block in material if not isinstance(block, Remark)]


def unpacked(found: Sequence[dict[str, Any]]) -> Material:
    """Material out of what the child told."""
    return tuple(_unpacked(**one) for one in found)


def _packed(block: Paragraph | RawTable | Scan) -> dict[str, Any]:
    if isinstance(block, Scan):
        return {"page": block.page}
    if isinstance(block, Paragraph):
        return {"page": block.page, "text": block.text}
    return {"page": block.page, "rows": block.rows, "pages": block.pages}


def _unpacked(
    page: int,
    text: str | None = None,
    rows: Sequence[Sequence[str]] | None = None,
    pages: Sequence[Sequence[int]] = (),
) -> Paragraph | RawTable | Scan:
    if text is not None:
        return Paragraph(text, page)
    if rows is None:
        return Scan(page)
    later = tuple((first, there) for first, there in pages)
    return RawTable(tuple(tuple(row) for row in rows), page, pages=later)
