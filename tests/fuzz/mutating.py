"""Our own files, damaged: bits, pieces, tags and numbers; inside the parts of a zip or in the zip itself.

Each kind has a deep one beside it, whose damage keeps the build of the file (`tests.fuzz.sound`).
"""

import io
import zipfile
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.fuzz.sound import Way, disturbed, redrawn, rerecorded, shuffled
from tests.fuzz.trying import house

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "files"
DEEP = "deep-"
_SOURCES: Mapping[str, Path] = {
    "txt": ROOT / "resources" / "samples" / "sample.txt",
    "xlsx": FILES / "hunan.xlsx",
    "html": FILES / "web_page.xls",
    "docx": FILES / "shanghai.docx",
    "xls": FILES / "old_excel.xls",
    "xml": FILES / "xml_table.xls",
    "tsv": FILES / "tabs.xls",
    "bureau": FILES / "bureau.xls",
    "pdf": Path("export of the sample.pdf"),
}
KINDS: Mapping[str, Path] = {**_SOURCES, **{DEEP + kind: path for kind, path in _SOURCES.items()}}
_SOUND: Mapping[str, Way] = {
    **dict.fromkeys(("txt", "tsv"), shuffled),
    **dict.fromkeys(("xlsx", "docx", "html", "xml"), disturbed),
    **dict.fromkeys(("xls", "bureau"), rerecorded),
    "pdf": redrawn,
}
_PARTS = ("sheet", "document", "rels")
_DEEP_PARTS = ("worksheets/", "sharedStrings", "document.xml", "numbering", "footnotes")
TOKENS = (
    b"", b"\0", b"\t", b"\n", b"<", b">", b"&", b"</td>", b"<table>", b"</table>", b'"', b"=1+1", b"-", b"\xff\xfe",
    b"99999999999999999999", b"1e999", b"NaN", b"0.00", "合计".encode(), "合计".encode("gbk"), "—".encode(), b"2010301",
    b'r="XFD1048576"', b'colspan="100000"', b"<!DOCTYPE a>", b"<row/>", b"<w:tbl>", b"</w:tc>", b'ss:Index="999999"',
)  # fmt: skip


def mutated(kind: str, seed: int, number: int) -> bytes:
    """The same bytes for the same seed and number."""
    random = Random(f"{kind} {seed} {number}")
    plain = kind.removeprefix(DEEP)
    data, way = _whole(plain), _damaged if plain == kind else _SOUND[plain]
    if data.startswith(b"PK") and (plain != kind or random.random() < 0.7):
        return _inside(data, random, way, _PARTS if plain == kind else _DEEP_PARTS)
    return way(data, random)


@cache
def _whole(kind: str) -> bytes:
    return _SOURCES[kind].read_bytes() if kind != "pdf" else _exported(_SOURCES["txt"], _SOURCES[kind].name)


def _exported(source: Path, name: str) -> bytes:
    """What we make of a report, as fits the name."""
    desk = house()
    with TemporaryDirectory() as folder, closing(desk.look_at(source)) as session:
        return desk.export(session, [Path(folder) / name])[0].path.read_bytes()


def _inside(data: bytes, random: Random, way: Way, parts: tuple[str, ...]) -> bytes:
    """A sound zip with one damaged part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = random.choice([name for name in old.namelist() if any(part in name for part in parts)])
        for name in old.namelist():
            content = old.read(name)
            if name != chosen:
                new.writestr(_timeless(name), content)
            elif random.random() < 0.95:
                new.writestr(_timeless(name), way(content, random))
    return target.getvalue()


def _timeless(name: str) -> zipfile.ZipInfo:
    """A part without the time at which it was written: the same seed gives the same bytes tomorrow."""
    part = zipfile.ZipInfo(name)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def _damaged(data: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 3, 8, 30))):
        data = random.choice(_WAYS)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) or 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)] if random.random() < 0.3 else data


def _drop(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice((1, 7, 100, 5000)) :]


def _repeat(data: bytes, random: Random) -> bytes:
    at, size = random.randrange(len(data) + 1), random.choice((1, 20, 300, 5000))
    return data[:at] + data[at : at + size] * random.choice((2, 3, 50)) + data[at + size :]


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(TOKENS) + data[at:]


def _swap(data: bytes, random: Random) -> bytes:
    one, two = random.choice(TOKENS), random.choice(TOKENS)
    return data.replace(one, two, random.randrange(1, 50)) if one else data


def _move(data: bytes, random: Random) -> bytes:
    start, end, at = (random.randrange(len(data) + 1) for _ in range(3))
    piece = data[start : min(end, start + 3000)]
    return data[:at] + piece + data[at:]


_WAYS: tuple[Way, ...] = (_flip, _cut, _drop, _repeat, _insert, _swap, _move)
