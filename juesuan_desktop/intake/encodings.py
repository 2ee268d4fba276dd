"""Bytes to text where nobody says reliably how they were written: UTF-8, UTF-16 or GBK."""

import re

_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def decoded(data: bytes) -> str:
    """The text of a file. What is neither UTF-8 nor GBK throughout is read as GBK with gaps."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("gb18030", "replace")


def as_shown(text: str) -> str:
    """A cell as Excel shows it: web systems send ="2010301" so that a code is not taken for a number."""
    match = _KEPT_AS_TEXT.fullmatch(text) if text.startswith("=") else None
    return match[1].strip() if match else text
