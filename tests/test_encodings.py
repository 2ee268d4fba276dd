"""Bytes to text: every usual encoding, and as few gaps as can be where bytes are broken."""

import pytest

from juesuan_desktop.encodings import GAP, decoded

WORDS = "支出决算表　2010301　行政运行"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert decoded(WORDS.encode(encoding)) == (WORDS, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_broken_byte_leaves_a_gap_and_the_rest_as_it_was_written(encoding: str) -> None:
    assert decoded(WORDS.encode(encoding).replace(b"2010301", b"201\xff301")) == (WORDS.replace("0301", GAP + "301"), 1)


def test_a_gap_that_was_written_is_none_of_ours() -> None:
    assert decoded((WORDS + GAP).encode()) == (WORDS + GAP, 0)
