"""Our own Excel and PDF read back as the report they were made from, for random reports of every form."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.balanced import balanced
from generator.written import as_text
from juesuan_desktop.app import desk
from juesuan_desktop.desk.figures import printed_evidence
from juesuan_desktop.report.printed import PrintedReport

FORMS = ("hunan", "national", "shanghai")


def figures(read: PrintedReport) -> dict[str, Decimal]:
    """The amounts that are not zero: a form may print a zero or leave it blank."""
    found = printed_evidence(read, desk().library.form(read.form_id)).figures
    return {at: amount for at, amount in found.items() if amount}


@pytest.mark.parametrize("suffix", [".xlsx", ".pdf"])
@pytest.mark.parametrize("seed", [11, 12])
@pytest.mark.parametrize("form_id", FORMS)
def test_exported_and_read_back_it_is_the_same_report(form_id: str, seed: int, suffix: str, tmp_path: Path) -> None:
    text, target = tmp_path / "report.txt", tmp_path / f"report{suffix}"
    library = desk().library
    drawn = balanced(library.form(form_id), library.book.rules, seed, most_lines=8)
    text.write_text(as_text(drawn), encoding="utf-8")
    source = desk().read(text, form_id)
    session = desk().look_at(text, form_id)
    desk().export(session, [target])
    session.close()
    back = desk().read(target)
    assert (back.form_id, back.year, back.amount_unit) == (source.form_id, source.year, source.amount_unit)
    assert figures(back) == figures(source)
    lines = [[line.key for line in table.lines] for table in source.tables]
    assert [[line.key for line in table.lines] for table in back.tables] == lines
