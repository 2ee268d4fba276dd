"""Writers: blocks to xlsx and pdf. They know the document's blocks and nothing of where these came from."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from juesuan_desktop.export.outcome import ExportError, Progress, Written

if TYPE_CHECKING:
    from juesuan_desktop.document.blocks import Document

__all__ = ["WRITERS", "ExportError", "Progress", "Written", "write"]

Writer = Callable[["Document", Path, Progress | None], Written]


def write_xlsx(document: "Document", path: Path, progress: Progress | None = None) -> Written:
    """Write the tables as a print-ready workbook."""
    from juesuan_desktop.export import xlsx  # openpyxl loads when first used

    return xlsx.write_xlsx(document, path, progress)


def write_pdf(document: "Document", path: Path, progress: Progress | None = None) -> Written:
    """Write the whole report as a PDF."""
    from juesuan_desktop.export import pdf  # reportlab and the fonts load when first used

    return pdf.write_pdf(document, path, progress)


WRITERS: dict[str, Writer] = {".xlsx": write_xlsx, ".pdf": write_pdf}


def write(document: "Document", path: Path, progress: Progress | None = None) -> Written:
    """Write the document in the format its name asks for."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = "、".join(WRITERS)
        raise ExportError(f"不会写「{path.name}」这种文件，请把文件名的结尾改成 {known} 之一。")
    return writer(document, path, progress)
