"""No balanced report is called wrong, no changed figure passes. More: ``python tests/generator --prove 500``."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.balanced import balanced
from generator.proof import rejected, unnoticed
from generator.written import UNIT, as_text
from juesuan_desktop import app
from juesuan_desktop.desk.checking import check_printed
from juesuan_desktop.desk.figures import printed_evidence
from juesuan_desktop.desk.library import Library
from juesuan_desktop.intake.reading import read_file

LIBRARY: Library = app.desk().library
FORMS = [form.id for form in LIBRARY.forms()]
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a smaller seed is no smaller report
seeds = st.integers(0, 2**32 - 1)


def report(form_id: str, seed: int, most_lines: int = 6):
    return balanced(LIBRARY.form(form_id), LIBRARY.book.rules, seed, most_lines=most_lines)


@pytest.mark.parametrize("form_id", FORMS)
@settings(max_examples=25, phases=NO_SHRINKING)
@given(seed=seeds)
def test_a_balanced_report_has_nothing_to_complain_about(form_id: str, seed: int) -> None:
    drawn = report(form_id, seed)
    assert rejected(drawn, drawn.evidence) == ()


@pytest.mark.parametrize("form_id", FORMS)
@settings(max_examples=25, phases=NO_SHRINKING)
@given(seed=seeds)
def test_printed_in_wan_it_has_rounding_differences_only(form_id: str, seed: int) -> None:
    drawn = report(form_id, seed)
    assert rejected(drawn, drawn.in_wan) == ()


@pytest.mark.parametrize("form_id", FORMS)
@settings(max_examples=6, phases=NO_SHRINKING)
@given(seed=seeds, change=st.sampled_from(["0.01", "-0.01", "1000", "-99999999.99"]))
def test_no_changed_figure_passes(form_id: str, seed: int, change: str) -> None:
    drawn = report(form_id, seed)
    assert list(unnoticed(drawn, drawn.evidence, Decimal(change))) == []


@pytest.mark.parametrize("form_id", FORMS)
@settings(max_examples=6, phases=NO_SHRINKING)
@given(seed=seeds)
def test_in_wan_no_change_beyond_rounding_passes(form_id: str, seed: int) -> None:
    drawn = report(form_id, seed)
    assert list(unnoticed(drawn, drawn.in_wan)) == []


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("seed", range(4))
def test_written_and_read_back_it_is_the_same_report(form_id: str, seed: int, tmp_path: Path) -> None:
    drawn = report(form_id, seed)
    path = tmp_path / "report.txt"
    path.write_text(as_text(drawn), encoding="utf-8")
    printed = read_file(path, LIBRARY.forms())
    form = LIBRARY.form(printed.form_id)
    expected = drawn.in_wan.figures if form.amount_unit == "万元" else drawn.figures
    found = printed_evidence(printed, form).figures
    assert (printed.form_id, printed.year, printed.unit_name) == (form_id, drawn.year, UNIT)
    assert {at: amount for at, amount in found.items() if amount} == {at: a for at, a in expected.items() if a}
    assert not check_printed(LIBRARY, printed).has_errors


def test_the_same_seed_draws_the_same_report() -> None:
    assert report("hunan", 7).figures == report("hunan", 7).figures
