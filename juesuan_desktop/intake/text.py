"""Plain text with tables: lines with tabs, or with upright bars, that follow each other make a table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from juesuan_desktop.encodings import GAP, decoded
from juesuan_desktop.intake.barred import BARS, barred_rows, is_barred, is_border
from juesuan_desktop.intake.material import IntakeError, Material, Paragraph, RawTable, Remark, raw_table
from juesuan_desktop.intake.refusal import Refusal, within

LARGEST, MOST_LINES = 20_000_000, 100_000
FEW_GAPS, MANY = 20, 1000  # so many broken characters, or one in a thousand, still leave a text
_TABBED, _BARRED = "tabbed", "barred"


def read_text_file(path: Path) -> Material:
    """The paragraphs and tables of a text file (UTF-8, UTF-16 or GBK). Raises IntakeError."""
    text, gaps = _text(path)
    told = (Remark(f"文件里有 {gaps} 处文字损坏、认不出来（读作 {GAP}），请对照原件核对"),) if gaps else ()
    try:
        return (*_blocks(text.splitlines()), *told)
    except Refusal as refusal:
        raise IntakeError(f"「{path}」读不了：{refusal}") from refusal


def _text(path: Path) -> tuple[str, int]:
    """The text, and how many of its bytes make no sense: a few are told, many mean that it is no text."""
    data = path.read_bytes()
    if not data.strip():
        raise IntakeError(f"「{path}」是空文件，请核对是不是选错了文件")
    if len(data) > LARGEST:
        raise IntakeError(f"「{path}」太大（超过 20 MB），不像一份决算公开文本，请核对")
    text, gaps = decoded(data)
    if "\x00" in text or gaps > max(FEW_GAPS, len(text) // MANY):
        raise IntakeError(f"「{path}」不是文本文件，读不出文字，请核对文件类型")
    return text, gaps


def _blocks(lines: Sequence[str]) -> Iterator[Paragraph | RawTable]:
    if len(lines) > MOST_LINES:
        raise Refusal(f"文本有 {len(lines)} 行（最多 {MOST_LINES} 行），不像一份决算公开文本，请核对")
    wide = [max(line.count("\t"), sum(map(line.count, BARS))) for line in lines if "\t" in line or is_barred(line)]
    within(len(wide), max(wide, default=0) + 1)
    for kind, group in groupby(enumerate(lines, 1), key=lambda numbered: _kind(numbered[1])):
        rows = [(number, row) for number, row in group if kind is not _BARRED or not is_border(row)]
        if kind and len(rows) > 1:
            texts = [row for _, row in rows]
            cells = barred_rows(texts) if kind is _BARRED else [row.split("\t") for row in texts]
            table = raw_table([[cell.strip() for cell in row] for row in cells])
            yield replace(table, lines=tuple((at, "", number) for at, (number, _) in enumerate(rows)))
        else:
            yield from (Paragraph(row.strip()) for _, row in rows if row.strip())


def _kind(line: str) -> str:
    if "\t" in line:
        return _TABBED
    return _BARRED if is_barred(line) else ""
