"""Plain text with tab-separated tables: lines with tabs that follow each other make a table."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from juesuan_desktop.intake.material import IntakeError, Material, Paragraph, RawTable, raw_table

LARGEST = 20_000_000
_ENCODINGS = ("utf-8-sig", "gb18030")
_WIDE_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_text_file(path: Path) -> Material:
    """The paragraphs and tables of a text file (UTF-8, UTF-16 or GBK). Raises IntakeError."""
    return tuple(_blocks(_decoded(path)))


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    if not data.strip():
        raise IntakeError(f"「{path}」是空文件，请核对是不是选错了文件")
    if len(data) > LARGEST:
        raise IntakeError(f"「{path}」太大（超过 20 MB），不像一份决算公开文本，请核对")
    encodings = (_WIDE_MARKS[data[:2]],) if data[:2] in _WIDE_MARKS else _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise IntakeError(f"「{path}」不是文本文件，读不出文字，请核对文件类型")


def _blocks(text: str) -> Iterator[Paragraph | RawTable]:
    lines = (line.rstrip("\r\n") for line in text.splitlines())
    for tabbed, group in groupby(lines, key=lambda line: "\t" in line):
        rows = list(group)
        if tabbed and len(rows) > 1:
            yield raw_table([[cell.strip() for cell in row.split("\t")] for row in rows])
        else:
            yield from (Paragraph(row.strip()) for row in rows if row.strip())
