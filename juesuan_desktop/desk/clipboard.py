"""The cells of a clipboard text as Excel, WPS and browsers write it, and of cells the text that they read."""

import re
from collections.abc import Iterable, Sequence

MOST_CELLS = 20_000
MOST_CHARACTERS = 4_000_000

_CELL = re.compile(r'(?:"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*))([\t\n]|\Z)')
_WANTS_QUOTES = re.compile(r'[\t\n]|\A"')


class ClipboardError(ValueError):
    """The clipboard holds no cells; one sentence says what it holds, nothing was changed."""


def rows_of(text: str) -> list[list[str]]:
    """The cells of a clipboard text; the newline Excel adds at the end is no row. Raises ClipboardError.

    A cell with a line break stands in quotes, and quotes in it are doubled. Blank rows at the end are rows: they were
    copied as such.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if text.count("\t") + text.count("\n") >= MOST_CELLS:
        raise ClipboardError(f"剪贴板里超过 {MOST_CELLS} 格，没有粘贴；请分几次")
    rows: list[list[str]] = [[]]
    for match in _CELL.finditer(text):
        quoted, plain, end = match.groups()
        rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        if end == "\n":
            rows.append([])
        elif not end:
            break
    return rows


def page_text(page: str) -> str:
    """The tables of a copied web page as clipboard text, its paragraphs where it has none. Raises ClipboardError."""
    from juesuan_desktop.intake.refusal import Refusal
    from juesuan_desktop.intake.workbook.web_page import read_html

    try:
        pieces = read_html(page[:MOST_CHARACTERS].encode("utf-8", "replace")) if page.strip() else []
    except Refusal as error:
        raise ClipboardError("剪贴板里的网页读不懂，没有粘贴；请先粘贴到 Excel 再复制") from error
    rows = [row for piece in pieces for row in piece.get("grid", ())]
    return text_of(rows or ([piece["text"]] for piece in pieces))


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Cells as clipboard text."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    """In quotes where a line break or tab would tear the cell apart."""
    if not _WANTS_QUOTES.search(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
