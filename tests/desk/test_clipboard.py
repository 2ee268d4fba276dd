"""What other programs put on the clipboard."""

import pytest

from juesuan_desktop.desk.clipboard import MOST_CELLS, ClipboardError, page_text, rows_of, text_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\n", [["a", "b"]]),
        ("1\r2\r", [["1"], ["2"]]),
        ('1\t"基本\n支出"\r\n2\t3\r\n', [["1", "基本\n支出"], ["2", "3"]]),
        ('"1,234.50"\t2', [["1,234.50", "2"]]),
        ('"他说""是"""', [['他说"是"']]),
        ('"三公"经费\t5', [['"三公"经费', "5"]]),
        ('"没有配对\t5', [['"没有配对', "5"]]),
        ("1\r\n\r\n\r\n", [["1"], [""], [""]]),
        ("", [[""]]),
    ],
)
def test_cells_are_read_as_excel_writes_them(text: str, rows: list[list[str]]) -> None:
    assert rows_of(text) == rows


def test_what_is_written_is_read_again() -> None:
    rows = [["两\n行", '"引"'], ["一\t格", "1,234.50"], ["", "-5.00"]]
    assert rows_of(text_of(rows)) == rows


def test_too_many_cells_are_refused() -> None:
    assert len(rows_of("1\n" * MOST_CELLS)) == MOST_CELLS
    with pytest.raises(ClipboardError, match="超过 20000 格"):
        rows_of("1\n" * (MOST_CELLS + 1))


def test_a_page_s_tables_are_cells_and_without_tables_its_paragraphs() -> None:
    page = "<html><body><p>决算</p><table><tr><td>1,234.50<td>两<br>行<tr><td colspan=2>3</table></body></html>"
    assert rows_of(page_text(page)) == [["1,234.50", "两\n行"], ["3", ""]]
    assert page_text("<p>12.30</p>") == "12.30"
    assert page_text("") == ""
