"""The title in an old workbook's properties, as the programs that write them put it there; broken ones say nothing."""

import struct

import pytest

from juesuan_desktop.intake.office.file_title import _report_title, _summary_title, title_of_ole

TITLE = "清溪县河湖管理服务中心2023年度部门决算公开"


def summary(kind: int, page: int, text: bytes, length: int) -> bytes:
    """A property stream with a code page and a title (MS-OLEPS)."""
    head = struct.pack("<HHIH", 0xFFFE, 0, 0, 0).ljust(24, b"\0") + struct.pack("<I", 1) + b"\0" * 16
    values = struct.pack("<IHH", 2, page, 0) + struct.pack("<II", kind, length) + text
    section = struct.pack("<II", 8 + 16 + len(values), 2) + struct.pack("<IIII", 1, 24, 2, 32)
    return head + struct.pack("<I", 48) + section + values


@pytest.mark.parametrize(
    ("kind", "page", "encoding"),
    [(30, 936, "gbk"), (30, 65001, "utf-8"), (30, 1200, "utf-16-le"), (31, 936, "utf-16-le")],
)
def test_titles_as_they_are_written(kind: int, page: int, encoding: str) -> None:
    text = f"{TITLE}\0".encode(encoding)
    assert _summary_title(summary(kind, page, text, len(TITLE) + 1 if kind == 31 else len(text))) == TITLE


def test_other_titles_say_nothing() -> None:
    assert _report_title("工作簿1") == ""
    assert _report_title("2023年度计划") == ""
    assert _report_title(f" {TITLE} ") == TITLE


@pytest.mark.parametrize("length", [0, 10, 47, 52, 60, 75, 90])
def test_broken_properties_say_nothing(length: int) -> None:
    whole = summary(30, 936, TITLE.encode("gbk"), len(TITLE.encode("gbk")))

    class Cut:
        def stream(self, *_: str) -> bytes:
            return whole[:length]

    assert title_of_ole(Cut()) == ""  # type: ignore[arg-type]
