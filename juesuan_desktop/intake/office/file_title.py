"""The title in a file's properties, if it is a report's: some forms' sheets print neither year nor unit."""

import re
import struct

from juesuan_desktop.intake.office.ole import Ole
from juesuan_desktop.intake.office.parcel import Parcel
from juesuan_desktop.intake.office.safe_xml import parsed

_PROPERTIES = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_REPORT_TITLE = re.compile(r"20\d\d年度.*决算")

# An old file's properties are a stream of their own (MS-OLEPS): numbers and places, then values.
_SUMMARY = "\x05SummaryInformation"
_SECTION_AT, _FIRST_ENTRY, _ENTRY = 44, 8, 8
_CODE_PAGE_ID, _TITLE_ID = 1, 2
_WIDE, _UTF_8 = 1200, 65001  # code pages; what is neither is read as GBK
_WIDE_TEXT = 31


def title_of_parcel(parcel: Parcel) -> str:
    """The title of an .xlsx; '' if it has none or another one."""
    title = parsed(parcel.part(_PROPERTIES)).findtext(_TITLE) if _PROPERTIES in parcel.names else None
    return _report_title(title or "")


def title_of_ole(ole: Ole) -> str:
    """The title of an .xls; '' if it has none or another one, or its properties are broken."""
    try:
        return _report_title(_summary_title(ole.stream(_SUMMARY) or b""))
    except struct.error:
        return ""


def _report_title(title: str) -> str:
    return title.strip() if _REPORT_TITLE.search(title) else ""


def _summary_title(summary: bytes) -> str:
    (section,) = struct.unpack_from("<I", summary, _SECTION_AT)
    (count,) = struct.unpack_from("<I", summary, section + 4)
    entries = (struct.unpack_from("<II", summary, section + _FIRST_ENTRY + n * _ENTRY) for n in range(min(count, 100)))
    places = {number: section + place for number, place in entries}
    if _TITLE_ID not in places:
        return ""
    page = struct.unpack_from("<H", summary, places[_CODE_PAGE_ID] + 4)[0] if _CODE_PAGE_ID in places else 0
    kind, length = struct.unpack_from("<II", summary, places[_TITLE_ID])
    is_wide = kind == _WIDE_TEXT or page == _WIDE
    raw = summary[places[_TITLE_ID] + 8 :][: length * (2 if kind == _WIDE_TEXT else 1)]
    encoding = "utf-16-le" if is_wide else "utf-8" if page == _UTF_8 else "gb18030"
    return raw.decode(encoding, "replace").rstrip("\x00")
