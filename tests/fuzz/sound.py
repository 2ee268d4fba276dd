"""Damage that leaves the build of a file whole, so that it goes deep.

References, types, spans, numbers and words are others; elements, lines and records are gone, doubled or elsewhere; but
every one of them is well written.
"""

import re
import struct
import zlib
from collections.abc import Callable, Sequence
from random import Random

NUMBERS = (
    b"0", b"1", b"2", b"3", b"7", b"-1", b"0.5", b"200", b"201", b"20001", b"65537", b"1048576", b"2147483648",
    b"99999999999999999999", b"1e9", b"1e-9", b"NaN", b"9" * 400,
)  # fmt: skip
VALUES = (
    *NUMBERS, b"", b"A1", b"B2", b"ZZ9", b"XFD1048576", b"A1:B2", b"B2:A1", b"A1:XFD1048576", b"s", b"str", b"b", b"e",
    b"n", b"d", b"inlineStr", b"shared", b"array", b"hidden", b"veryHidden", b"restart", b"continue", b"rId1", b"rId2",
    b"display:none", b"Number", b"String", b"DateTime", b"Error", b"true",
)  # fmt: skip
_SAYINGS = (
    "|-0|1,234.50|-1,234.50|(12.30)|（12.30）|９９.９|¥5|—|…|TRUE|#DIV/0!|=1+1|12.345|1.2.3|@a|\t|\n",
    "201|20103|2010301|301|30101|399|39999|2013-02-30|２０１０３０１|合计|小计|项目|科目编码|功能分类|类|款|项|栏次",
    "行次|决算数|预算数|基本支出|人员经费合计|收入总计|本年支出合计|收入支出决算总表|支出决算表|支出决算表（续）|公开99表|续表",
    "一般公共预算财政拨款“三公”经费支出决算表|Z01 收入支出决算总表(财决01表)|金额单位：万元|单位：元/万元|部门：某单位",
    "2024年度|9999年度|二○二三年度|第一部分|一、收入支出决算总体情况说明|备注：|增长 5.6%|注：本表为空",
    "字" * 40_000,
)
WORDS = tuple(text.encode() for line in _SAYINGS for text in line.split("|"))
_ATTRIBUTE = re.compile(rb'="([^"<>]*)"')
_TEXT = re.compile(rb">([^<>]+)<")
_ELEMENT = re.compile(
    rb"<((?:\w+:)?(?:c|row|mergeCell|si|sheet|tr|td|th|tc|p|r|tbl|table|Row|Cell|Worksheet))\b[^<>]*?(?:/>|>.*?</\1>)",
    re.DOTALL,
)
_NUMBER = re.compile(rb"(?<![\w.#])-?\d*\.?\d+(?![\w.])")
_STREAM = re.compile(rb"/Length (\d+)\s*>>\s*stream\r?\n")
_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj")
_BOOK = 512  # where the records of our old workbooks begin: the container's first sector
_DOUBLES = (0.0, -0.0, 0.005, 1e300, -1.5, 2010301.0, 45000.0, float("nan"), float("inf"))

_INVENTED = 0.4

Way = Callable[[bytes, Random], bytes]


def disturbed(markup: bytes, random: Random) -> bytes:
    """A part of a workbook or document, a web page, an XML table: as well-formed as it was."""
    return _often(markup, random, (_attribute, _attribute, _words, _words, _element))


def shuffled(text: bytes, random: Random) -> bytes:
    """A text whose lines and tab-separated cells are others."""
    return _often(text, random, (_cell, _cell, _cell, _line))


def rerecorded(book: bytes, random: Random) -> bytes:
    """An old workbook whose records hold other numbers."""
    return _often(book, random, (_record,))


def redrawn(pdf: bytes, random: Random) -> bytes:
    """A PDF whose pages place, draw and write otherwise, or whose objects hold other numbers."""
    data = _often(pdf, random, (_page, _page, _page, _number_outside))
    return _listed(data)


def _often(data: bytes, random: Random, ways: Sequence[Way]) -> bytes:
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 12))):  # more, and nearly every workbook is refused as damaged
        data = random.choice(ways)(data, random)
    return data


def _attribute(data: bytes, random: Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(data))
    return _put(data, found, random, VALUES) if found else data


def _words(data: bytes, random: Random) -> bytes:
    found = list(_TEXT.finditer(data))
    return _put(data, found, random, (*WORDS, *NUMBERS)) if found else data


def _put(data: bytes, found: Sequence[re.Match[bytes]], random: Random, values: Sequence[bytes]) -> bytes:
    """Something invented in the place of one, or what stands in another: a sound index, a style that there is."""
    chosen = random.choice(found)
    fresh = random.choice(values) if random.random() < _INVENTED else random.choice(found)[1]
    return data[: chosen.start(1)] + fresh + data[chosen.end(1) :]


def _element(data: bytes, random: Random) -> bytes:
    found = list(_ELEMENT.finditer(data))
    if not found:
        return data
    one, other = random.choice(found), random.choice(found)
    if random.random() < 0.4:
        return data[: one.start()] + data[one.end() :]
    times = random.choice((1, 1, 2, 50))
    return data[: other.start()] + one[0] * times + data[other.start() :]


def _line(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    line = lines[one] if random.random() < 0.6 else lines.pop(one)
    lines[other:other] = [line] * random.choice((0, 1, 1, 2, 50))
    return b"\n".join(lines)


def _cell(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    cells = lines[at].split(b"\t")
    column = random.randrange(len(cells))
    there = random.choice(random.choice(lines).split(b"\t"))
    cells[column : column + random.choice((0, 1, 1, 1, 2))] = [random.choice((*WORDS, *NUMBERS, *[there] * 40))]
    lines[at] = b"\t".join(cells)
    return b"\n".join(lines)


def _record(data: bytes, random: Random) -> bytes:
    at = random.choice(_records(data))
    length = struct.unpack_from("<H", data, at + 2)[0]
    fresh = struct.pack("<H", random.choice((0, 1, 2, 3, 7, 199, 255, 256, 20000, 65535)))
    if length >= 14 and random.random() < 0.5:
        fresh = struct.pack("<d", random.choice(_DOUBLES))
    place = at + random.choice((0, *range(4, 4 + max(length - len(fresh), 0) + 1, 2)))
    return data[:place] + fresh[: len(data) - place] + data[place + len(fresh) :]


def _records(data: bytes) -> list[int]:
    """Where each record begins, as far as they follow each other."""
    found, at = [_BOOK], _BOOK
    while at + 4 <= len(data) and struct.unpack_from("<H", data, at)[0]:
        found.append(at)
        at += 4 + int(struct.unpack_from("<H", data, at + 2)[0])
    return found


def _page(data: bytes, random: Random) -> bytes:
    """One stream written anew."""
    start, length = random.choice([(found.end(), int(found[1])) for found in _STREAM.finditer(data)])
    try:
        drawing = zlib.decompress(data[start : start + length])
    except zlib.error:
        return data
    fresh = zlib.compress(random.choice((_number, _number, _line))(drawing, random))
    head = re.sub(rb"/Length \d+(\s*>>\s*stream\r?\n)$", rb"/Length %d\1" % len(fresh), data[:start])
    return head + fresh + data[start + length :]


def _number(data: bytes, random: Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    chosen, other = random.choice(found), random.choice(found)
    return data[: chosen.start()] + random.choice((*NUMBERS, *[other[0]] * 12)) + data[chosen.end() :]


def _number_outside(data: bytes, random: Random) -> bytes:
    """A number of an object that is no stream: a page's size, its turn, what it refers to."""
    objects = [found for found in _OBJECT.finditer(data) if b"stream" not in data[found.end() : found.end() + 400]]
    if not objects:
        return data
    start = random.choice(objects).end()
    end = data.find(b"endobj", start)
    return data[:start] + _number(data[start:end], random) + data[end:]


def _listed(data: bytes) -> bytes:
    """The PDF with a list of where its objects are now."""
    body, _, trailer = data.rpartition(b"\nxref\n")
    if not body:
        return data
    places = {int(found[1]): found.start(1) for found in _OBJECT.finditer(body)}
    most = max(places, default=0) + 1
    lines = b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, most))
    ending = trailer[trailer.find(b"trailer") : trailer.find(b"startxref")]
    table = b"\nxref\n0 %d\n0000000000 65535 f \n" % most + lines + ending
    return body + table + b"startxref\n%d\n%%%%EOF\n" % (len(body) + 1)
