"""What a file really is, by its first bytes: many an .xls is a web page, and a name can lie."""

from enum import StrEnum
from pathlib import Path

from juesuan_desktop.intake.material import IntakeError

LARGEST = 100_000_000
_HEAD = 8192
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_SHEETS = (".xls", ".xlsx", ".xlsm", ".et")
_SENT_ELSEWHERE = {
    ".jio": "这是久其的传出文件，请打开久其，导出 Excel 后再导入",
    ".ofd": "这是 OFD 版式文件，读不出里面的表格，请用原始的 Excel、Word 或 PDF 文件",
    ".csv": "这是 .csv 文件，没有表题和合并格，请在 Excel 或 WPS 中打开、补上表题、另存为 .xlsx 后再导入",
}
_PICTURE = "这是图片，读不出里面的数字，请用原始的 Excel、Word 或 PDF 文件"
_ARCHIVE = "这是压缩包，请解开后选里面的报告"
_WEB_ARCHIVE = "这是单个文件网页（.mht），请在 Excel 或 WPS 中另存为 .xlsx（文字材料存为 .docx）后再导入"
REFUSED = (".doc", ".wps", ".xlsb", ".ods", ".odt", ".rtf", ".mht", ".ofd", ".jio")
"""Office files that may hold a report and that nothing here reads: a person is told of each what to do."""
_STRANGERS = {  # how files begin that nothing here reads, and what to do with them
    b"SQLite format 3\x00": "这像是本程序自己的文件，请把扩展名改回 .juesuan 再打开",
    b"{\\rtf": "这是 RTF 文件，请在 WPS 或 Word 中另存为 .docx 后再导入",
    b"MIME-Version:": _WEB_ARCHIVE,
    b"From: ": _WEB_ARCHIVE,
    b"\xff\xd8\xff": _PICTURE,
    b"\x89PNG": _PICTURE,
    b"GIF8": _PICTURE,
    b"II*\x00": _PICTURE,
    b"MM\x00*": _PICTURE,
    b"Rar!": _ARCHIVE,
    b"7z\xbc\xaf": _ARCHIVE,
    b"\x1f\x8b": _ARCHIVE,
}
_UNKNOWN = "认不出这是什么文件，请用 Excel 或 WPS 另存为 .xlsx（文字材料存为 .docx）后再导入"


class Kind(StrEnum):
    """How a file has to be read."""

    ZIP = "zip"  # .xlsx, .xlsm, .docx
    OLE = "ole"  # .xls, .et; also .doc and everything with a password
    HTML = "html"
    XML = "xml"  # SpreadsheetML, what Excel 2003 called an XML table
    PDF = "pdf"
    TEXT = "text"


def kind_of(path: Path) -> Kind:
    """The kind of a file, whatever it is called. Raises IntakeError for one that nothing here can read, OSError."""
    if path.suffix.lower() in _SENT_ELSEWHERE:
        raise refused(path, _SENT_ELSEWHERE[path.suffix.lower()])
    size = path.stat().st_size
    if size > LARGEST:
        raise refused(
            path, f"文件有 {size // 1_000_000} MB，太大（最多 {LARGEST // 1_000_000} MB），请核对是不是决算报告"
        )
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip(b"\x00 \r\n\t"):
        raise IntakeError(f"「{path}」是空文件，请核对是不是选错了文件")
    stranger = next((told for start, told in _STRANGERS.items() if head.startswith(start)), None)
    kind = None if stranger else _by_signature(head) or _by_text(head)
    if kind is None:
        raise refused(path, stranger or _UNKNOWN)
    return kind


def true_suffix(path: Path) -> str:
    """The suffix that a file deserves by what it is: a PDF called .docx is read as a PDF. Raises as `kind_of`."""
    kind = kind_of(path)
    if kind is Kind.PDF:
        return ".pdf"
    if kind is Kind.TEXT and path.suffix.lower() not in _SHEETS:
        return ".txt"
    return ".xlsx"  # one door for all that comes from an office program


def refused(path: Path, why: str) -> IntakeError:
    """The error for a file that is not read: which one, why, what to do."""
    return IntakeError(f"「{path}」读不了：{why}")


def _by_signature(head: bytes) -> Kind | None:
    if head.startswith(b"PK"):
        return Kind.ZIP
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.OLE
    return Kind.PDF if b"%PDF-" in head[:1024] else None


def _by_text(head: bytes) -> Kind | None:
    if b"\x00" in head and not head.startswith(_WIDE):
        return None
    text = head.decode("utf-16" if head.startswith(_WIDE) else "latin-1", "ignore").lstrip("ï»¿\ufeff \r\n\t")
    if not text.startswith("<"):
        return Kind.TEXT
    is_page = "<html" in text.lower() or not text.startswith("<?")
    return Kind.XML if _SPREADSHEET in text or not is_page else Kind.HTML
