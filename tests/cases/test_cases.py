"""Every case gets the verdict it asks for, and every rule has cases."""

from collections import Counter
from functools import cache

import pytest

from cases.reading import Case, all_cases, answer, asked, lines_of
from juesuan_desktop import app
from juesuan_desktop.desk.library import Library
from juesuan_desktop.rules.binding import bind
from juesuan_desktop.rules.judging import Verdict

CASES = all_cases()
HELD, ROUNDING, BROKEN, MISSING = Verdict.HELD, Verdict.ROUNDING, Verdict.BROKEN, Verdict.MISSING


@cache
def library() -> Library:
    return app.desk().library


def bound(case: Case):
    form = library().form(case.form_id)
    rules = [rule for rule in library().book.rules if rule.id == case.rule]
    return bind(rules, form, lines_of(case, form)), form


def test_the_rule_files_have_no_fault() -> None:
    assert library().book.faults == ()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    binding, form = bound(case)
    assert all(form.place(at) for at in case.named), "样表里没有这一格"
    assert answer(case, binding, form) == (case.verdict, case.gap)


@pytest.mark.parametrize("verdict", [HELD, BROKEN, MISSING], ids=["平", "不平", "待填"])
def test_every_rule_has_a_case(verdict: Verdict) -> None:
    rules = {rule.id for rule in library().book.rules}
    assert rules - {case.rule for case in CASES if case.verdict is verdict} == set()


def test_every_line_of_the_rule_files_has_a_case_that_holds_and_one_that_breaks() -> None:
    lines = {(rule.file, rule.line) for rule in library().book.rules}
    proven: Counter[tuple[str, int, Verdict]] = Counter()
    for case in CASES:
        check = asked(case, bound(case)[0].checks)
        if check:
            proven[check.rule.file, check.rule.line, case.verdict] += 1
    assert {line for line in lines for verdict in (HELD, BROKEN) if not proven[*line, verdict]} == set()


def test_every_rule_of_the_printed_tables_has_a_case_at_the_edge_of_rounding() -> None:
    """万元: one just inside what rounding may do, one just outside. A rule about a single cell has no such edge."""
    rules = {rule.id for rule in library().book.rules if rule.file in ("inside.txt", "across.txt")}
    for verdict in (ROUNDING, BROKEN):
        in_wan = {c.rule for c in CASES if c.verdict is verdict and library().form(c.form_id).amount_unit == "万元"}
        assert rules - in_wan == set()
