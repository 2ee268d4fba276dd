"""Which font draws which character: the Windows fonts where the PC has them, else the shipped ones."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts

from juesuan_desktop.export.outcome import ExportError
from juesuan_desktop.locations import resources

_SUBSTITUTE = "〓"  # the printers' sign for a character that is not in the case


class Use(StrEnum):
    """The four hands of an official paper."""

    SONG = "宋"  # tables, page numbers, cover
    FANGSONG = "仿宋"  # running text
    HEI = "黑"  # headings, titles of tables
    KAI = "楷"  # headings of the second level


_WINDOWS = {Use.SONG: "simsun.ttc", Use.FANGSONG: "simfang.ttf", Use.HEI: "simhei.ttf", Use.KAI: "simkai.ttf"}
_WINDOWS_RARE = ("simsunb.ttf",)  # 宋 of the characters above U+FFFF
_SHIPPED = {
    Use.SONG: "NotoSerifSC-GBK.ttf",
    Use.FANGSONG: "NotoSerifSC-GBK.ttf",
    Use.HEI: "NotoSansSC-GBK.ttf",
    Use.KAI: "JuesuanKai-GBK.ttf",
}


@dataclass(frozen=True, slots=True)
class Glyph:
    """How one character is drawn: by which font, how wide at size 1, as what."""

    font: str
    advance: float
    text: str


class Typeface:
    """One of the four hands, with the fonts that step in for characters it lacks."""

    def __init__(self, files: tuple[Path, ...], missing: set[str]) -> None:
        self._files = files
        self._missing = missing
        self._glyphs: dict[str, Glyph] = {}
        self._advances: dict[str, float] = {}  # the same once more: widths are asked for a hundred thousand times

    def width(self, text: str) -> float:
        """The width of the text at size 1."""
        try:
            return sum(map(self._advances.__getitem__, text))
        except KeyError:
            return sum(self._glyph(character).advance for character in text)

    def runs(self, text: str) -> Iterator[tuple[str, str]]:
        """The text in stretches of one font: (name of the font, text to draw)."""
        for font, glyphs in groupby(map(self._glyph, text), key=lambda glyph: glyph.font):
            yield font, "".join(glyph.text for glyph in glyphs)

    @property
    def first(self) -> str:
        """The name of its own font."""
        return self._glyph(" ").font

    def _glyph(self, character: str) -> Glyph:
        glyph = self._glyphs.get(character)
        if glyph is None:
            glyph = self._glyphs[character] = self._find(character)
            self._advances[character] = glyph.advance
        return glyph

    def _find(self, character: str) -> Glyph:
        if unicodedata.category(character) in ("Cc", "Cf") and not character.isspace():
            return Glyph(self.first, 0.0, "")
        wanted = " " if character.isspace() and character != "\u3000" else character
        for font in filter(None, map(_load, self._files)):
            if ord(wanted) in font.face.charToGlyph:
                return Glyph(font.fontName, font.face.getCharWidth(ord(wanted)) / 1000, wanted)
        if character in (" ", _SUBSTITUTE):
            raise ExportError("找不到程序自带的字体，不能写 PDF，请重新解压或重新安装本程序。")
        self._missing.add(character)
        return self._glyph(_SUBSTITUTE)


class Fonts:
    """The typefaces of one export; ``missing`` gathers the characters that no font has."""

    def __init__(self, builtin: bool | None = None) -> None:
        self.missing: set[str] = set()
        folders = () if _only_builtin(builtin) else windows_folders()
        self._typefaces = {use: Typeface(tuple(_files(use, folders)), self.missing) for use in Use}

    def __getitem__(self, use: Use) -> Typeface:
        return self._typefaces[use]


def windows_folders() -> tuple[Path, ...]:
    """Where Windows keeps fonts: the PC's own, then those the person installed without rights."""
    places = (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts"))
    return tuple(Path(os.environ[variable]) / below for variable, below in places if variable in os.environ)


def _only_builtin(setting: bool | None) -> bool:
    return os.environ.get("JUESUAN_FONTS") == "builtin" if setting is None else setting


def _files(use: Use, folders: tuple[Path, ...]) -> Iterator[Path]:
    """The fonts in the order they are asked for a character: its own, the shipped one, then all others."""
    shipped = resources() / "fonts"
    installed = [path for name in (_WINDOWS[use], *_WINDOWS_RARE, *_WINDOWS.values()) for path in _first(name, folders)]
    own = installed[:1] if installed and installed[0].name == _WINDOWS[use] else []
    others = [shipped / name for name in _SHIPPED.values()]
    yield from dict.fromkeys([*own, shipped / _SHIPPED[use], *installed, *others])


def _first(name: str, folders: tuple[Path, ...]) -> list[Path]:
    return [folder / name for folder in folders if (folder / name).is_file()][:1]


@cache
def _load(path: Path) -> ttfonts.TTFont | None:
    """The font made known to reportlab, or nothing where it is absent or of a kind reportlab cannot embed."""
    if not path.is_file():
        return None
    _repair_to_unicode()
    try:
        font = ttfonts.TTFont(path.stem, str(path))
    except (ttfonts.TTFError, OSError, ValueError):
        return None
    pdfmetrics.registerFont(font)
    return font


def _repair_to_unicode() -> None:
    """Make characters above U+FFFF copy right out of the PDF.

    reportlab 5.1 writes the table from glyphs to characters with %04X, so 𠮷 (U+20BB7) becomes five digits where the
    format wants UTF-16 (D842DFB7): it is drawn right and copied as junk. It also writes up to 256 entries into one
    section where the format allows 100.
    """
    ttfonts.makeToUnicodeCMap = _to_unicode  # type: ignore[assignment]  # theirs has no types


def _to_unicode(font: str, characters: Sequence[int]) -> str:
    entries = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(characters)]
    sections = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    mapping = "\n".join(f"{len(section)} beginbfchar\n{chr(10).join(section)}\nendbfchar" for section in sections)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo\n<< /Registry ({font})\n/Ordering ({font})\n/Supplement 0\n>> def\n"
        f"/CMapName /{font} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <{len(characters) - 1:02X}>\nendcodespacerange\n"
        f"{mapping}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be", "surrogatepass").hex().upper()
