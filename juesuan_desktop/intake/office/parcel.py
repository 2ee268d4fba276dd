"""An Office file is a zip; what is wanted is taken out of it with counting, and nothing else is touched."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from juesuan_desktop.intake.office.safe_xml import refuse_entities
from juesuan_desktop.intake.refusal import BOMB, DAMAGED, OPEN_DOCUMENT, PASSWORD, Refusal

MOST_BYTES = 50_000_000
MOST_TIMES = 100  # an ordinary workbook unpacks to six times its size
HARMLESS = 1_000_000  # below this size the ratio says nothing
MOST_ENTRIES = 4000
_CHUNK = 1 << 16
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError)
_MAIN_PART = re.compile(rb"<Relationship\s[^<>]*officeDocument[\"'][^<>]*>")
_TARGET = re.compile(rb"Target=[\"']/?([^\"']+)[\"']")

_OTHERS = (
    ("xl/workbook.bin", "这是二进制工作簿 .xlsb，请在 Excel 或 WPS 中另存为 .xlsx 后再导入"),
    ("content.xml", OPEN_DOCUMENT[""]),
    ("OFD.xml", "这是 OFD 版式文件，请用原始的 Excel、Word 文件，或者在 OFD 阅读器中转成 PDF 再读"),
    ("ppt/presentation.xml", "这是演示文稿，不是决算报告，请核对"),
)
_OPEN_DOCUMENT = "mimetype"


class Parcel:
    """An opened zip. What it gives is at most MOST_BYTES in all, whatever the file declares. Raises Refusal."""

    def __init__(self, path: Path) -> None:
        if path.read_bytes().count(b"PK\x01\x02") > MOST_ENTRIES:
            raise Refusal(BOMB)
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise Refusal(DAMAGED) from error
        self._entries = {entry.filename.replace("\\", "/"): entry for entry in self._zip.infolist()}
        self._taken = 0

    def __enter__(self) -> "Parcel":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._entries)

    @property
    def is_workbook(self) -> bool:
        """Whether this is an .xlsx or .xlsm."""
        return any(name.lower() == "xl/workbook.xml" for name in self._entries)

    @property
    def is_word(self) -> bool:
        """Whether this is a .docx."""
        return any(name.lower().startswith("word/document") for name in self._entries)

    def what_else(self) -> str:
        """What to say of a zip that is neither."""
        if _OPEN_DOCUMENT in self._entries:
            kind = self.part(_OPEN_DOCUMENT).decode("ascii", "replace").rpartition(".")[2]
            return OPEN_DOCUMENT.get(kind.strip(), OPEN_DOCUMENT[""])
        for name, sentence in _OTHERS:
            if name in self._entries:
                return sentence
        return "这是压缩包或别的文件，请解开后选里面的 .xlsx 或 .docx；原来就是报告的，请用 Excel 或 WPS 另存后再导入"

    def part(self, name: str) -> bytes:
        """One XML part, unpacked. One with entities or in a wide encoding is refused: Office writes neither."""
        content = b"".join(self._chunks(name))
        refuse_entities(content)
        if b"\x00" in content[:200]:
            raise Refusal(DAMAGED)
        return content

    def main_part(self, usual: str) -> str:
        """The name of the part that the file starts with."""
        if "_rels/.rels" in self._entries:
            relation = _MAIN_PART.search(self.part("_rels/.rels"))
            target = _TARGET.search(relation[0]) if relation else None
            name = target[1].decode("utf-8", "replace") if target else usual
            return name if name in self._entries else usual
        return usual

    def _chunks(self, name: str) -> Iterator[bytes]:
        entry = self._entries.get(name)
        if entry is None or entry.compress_type not in _METHODS:
            raise Refusal(DAMAGED)
        if entry.flag_bits & 1:
            raise Refusal(PASSWORD)
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._count(len(chunk), size, entry.compress_size)
                    yield chunk
        except _BROKEN as error:
            raise Refusal(DAMAGED) from error

    def _count(self, fresh: int, size: int, packed: int) -> None:
        self._taken += fresh
        if self._taken > MOST_BYTES or size > max(HARMLESS, packed * MOST_TIMES):
            raise Refusal(BOMB)
