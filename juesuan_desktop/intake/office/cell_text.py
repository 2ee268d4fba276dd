"""The text of a cell where a file keeps more than Excel shows."""

import re

_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')


def as_shown(text: str) -> str:
    """A cell as Excel shows it: web systems send ="2010301" so that a code is not taken for a number."""
    match = _KEPT_AS_TEXT.fullmatch(text) if text.startswith("=") else None
    return match[1].strip() if match else text
