"""Bytes to text where nobody says reliably how they were written: UTF-8, UTF-16 or GBK."""

GAP = "\ufffd"
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_UNMARKED = ("utf-8", "gb18030")


def decoded(data: bytes) -> tuple[str, int]:
    """The text of a file, and how many places in it make no sense (``GAP`` stands there): as few as can be."""
    marked = tuple(encoding for mark, encoding in _MARKS if data.startswith(mark))
    encodings = marked or _UNMARKED
    for encoding in encodings:
        try:
            return data.decode(encoding), 0
        except UnicodeDecodeError:
            continue
    text = min((data.decode(encoding, "replace") for encoding in encodings), key=lambda one: one.count(GAP))
    return text, text.count(GAP)
