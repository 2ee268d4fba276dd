"""The old Office container: which streams lie in it, and one stream's bytes. A file system in a file (MS-CFB)."""

import struct
from functools import cached_property

from juesuan_desktop.intake.refusal import DAMAGED, PASSWORD, Refusal

_LAST = 0xFFFFFFFA  # sector numbers from here on are signs: end of chain, free …
_SECTORS = {9: 512, 12: 4096}
_ENTRY = 128
_SMALL = 4096  # shorter streams lie in the mini stream

_WORD = {
    ".wps": "这是 WPS 文字的 .wps 文件，请用 WPS 另存为 .docx 后再导入",
    "": "这是旧版 Word 的 .doc 文件，请在 WPS 或 Word 中另存为 .docx 后再导入",
}


class Ole:
    """An OLE2 file. Raises Refusal where it is broken."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise Refusal(DAMAGED)
        self._data = data
        self._size = _SECTORS.get(struct.unpack_from("<H", data, 30)[0], 512)
        self._fat = self._table()
        raw = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._streams = dict(_entry(raw, at) for at in range(0, len(raw) - _ENTRY + 1, _ENTRY))

    def stream(self, *names: str) -> bytes | None:
        """The first stream there is of these names; None if there is none."""
        if "EncryptionInfo" in self._streams or "EncryptedPackage" in self._streams:
            raise Refusal(PASSWORD)
        for name in names:
            if name in self._streams:
                start, size = self._streams[name]
                return self._mini(start, size) if size < _SMALL else self._chain(start)[:size]
        return None

    def what_else(self, suffix: str) -> str:
        """What to say of a file that is no workbook."""
        if "WordDocument" in self._streams:
            return _WORD.get(suffix, _WORD[""])
        if suffix in (".et", ".ett"):
            return "这个 .et 文件打不开，请用 WPS 另存为 .xlsx 后再导入"
        return "里面没有工作表，请用 Excel 或 WPS 另存为 .xlsx（文字材料存为 .docx）后再导入"

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _table(self) -> list[int]:
        """The chain of sectors: for each sector, the next one."""
        heads = list(struct.unpack_from("<109I", self._data, 76))
        more, seen = struct.unpack_from("<I", self._data, 68)[0], set[int]()
        while more < _LAST and more not in seen:
            seen.add(more)
            sector = self._sector(more)
            numbers = struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])
            if len(sector) < self._size:
                break
            heads += numbers[:-1]
            more = numbers[-1]
        raw = b"".join(self._sector(head) for head in heads if head < _LAST)
        return list(struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))

    def _chain(self, start: int) -> bytes:
        sectors, seen, number = [], set[int](), start
        while number < len(self._fat) and number not in seen:
            seen.add(number)
            sectors.append(self._sector(number))
            number = self._fat[number]
        return b"".join(sectors)

    @cached_property
    def _mini_parts(self) -> tuple[bytes, tuple[int, ...]]:
        raw = self._chain(struct.unpack_from("<I", self._data, 60)[0])
        table = struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
        start, _ = self._streams.get("Root Entry", (_LAST, 0))
        return self._chain(start), table

    def _mini(self, start: int, size: int) -> bytes:
        stream, table = self._mini_parts
        pieces, seen, number = [], set[int](), start
        while number < len(table) and number not in seen:
            seen.add(number)
            pieces.append(stream[number * 64 : number * 64 + 64])
            number = table[number]
        return b"".join(pieces)[:size]


def _entry(raw: bytes, at: int) -> tuple[str, tuple[int, int]]:
    """Name, first sector and size of a directory entry."""
    length = min(struct.unpack_from("<H", raw, at + 64)[0], 64)
    name = raw[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
    start, size = struct.unpack_from("<II", raw, at + 116)
    return name, (start, size)
