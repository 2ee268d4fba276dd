"""CSV as people save it: Excel and WPS write GBK, BOMs and quoted numbers."""

import csv
from pathlib import Path

from juesuan_desktop.encodings import decoded


def read_text(path: Path) -> str:
    """The text of a small data file. Raises ValueError where it cannot be read throughout."""
    text, gaps = decoded(path.read_bytes())
    if gaps:
        raise ValueError("文字编码无法识别，请另存为 UTF-8")
    return text


def read_rows(path: Path) -> list[list[str]]:
    """All rows of a CSV file, cells stripped."""
    return [[cell.strip() for cell in row] for row in csv.reader(read_text(path).splitlines())]


def read_records(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a heading row, each as heading → cell."""
    rows = [row for row in read_rows(path) if any(row)]
    if not rows:
        return []
    heading, *body = rows
    return [dict(zip(heading, row + [""] * (len(heading) - len(row)), strict=False)) for row in body]
