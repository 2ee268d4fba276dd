"""Our own Excel and PDF read back as the report they were made from, for random reports of every form."""

from pathlib import Path
from random import Random

import pytest

from generator.balanced import balanced
from generator.prose import paragraphs
from generator.written import as_text
from juesuan_desktop.app import desk
from juesuan_desktop.report.printed import PrintedReport, PrintedTable

FORMS = ("hunan", "national", "shanghai")


def table(one: PrintedTable) -> tuple[object, ...]:
    """Everything that is read of a table but where it stands: blanks and zeros are different things."""
    return one.number, one.title, one.state, one.lines, one.cut, dict(one.unread), one.odd, one.strangers


def sections(report: PrintedReport) -> list[tuple[str, str, str]]:
    """Titles and texts, paragraph by paragraph; only blanks may differ."""
    return [(one.id, one.title, one.text.replace(" ", "")) for one in report.sections]


@pytest.mark.parametrize("suffix", [".xlsx", ".pdf"])
@pytest.mark.parametrize("seed", [11, 12])
@pytest.mark.parametrize("form_id", FORMS)
def test_exported_and_read_back_it_is_the_same_report(form_id: str, seed: int, suffix: str, tmp_path: Path) -> None:
    text, target = tmp_path / "report.txt", tmp_path / f"report{suffix}"
    library = desk().library
    drawn = balanced(library.form(form_id), library.book.rules, seed, most_lines=8)
    random, parts = Random(seed), as_text(drawn).split("（略）")
    told = parts[0] + "".join("\n\n".join(paragraphs(random)) + part for part in parts[1:])
    text.write_text(told, encoding="utf-8")
    source = desk().read(text, form_id)
    session = desk().look_at(text, form_id)
    desk().export(session, [target])
    session.close()
    back = desk().read(target)
    facts = [(one.form_id, one.year, one.unit_name, one.amount_unit) for one in (source, back)]
    assert facts[0] == facts[1]
    assert [table(one) for one in back.tables] == [table(one) for one in source.tables]
    assert sections(back) == (sections(source) if suffix == ".pdf" else [])  # the workbook holds the tables only
