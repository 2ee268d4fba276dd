"""The published report of 2023: read address by address, it adds up to the cent, and no changed figure goes unnoticed.

Its text has all the traps (ARCHITECTURE.md): a table number inside a header cell, an empty column, a title twice …
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from juesuan_desktop import app
from juesuan_desktop.amounts import parse
from juesuan_desktop.desk.checking import check_printed, printed_lines
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.figures import printed_evidence
from juesuan_desktop.forms.form import Form
from juesuan_desktop.rules.findings import Finding, findings_of
from juesuan_desktop.rules.judging import judge

BALANCE = ("inside", "across")
TABLES = (
    *("overall", "income", "expenditure", "appropriation", "general_budget"),
    *("basic_detail", "gov_fund", "state_capital", "three_public"),
)
THREE_PUBLIC = (
    "三公合计",
    "因公出国（境）费",
    "公务用车购置及运行维护费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
)
BROUGHT_FORWARD = {29: "年初一般公共预算", 30: "年初政府性基金预算", 31: "年初国有资本经营预算"}
NAMED_OTHERWISE = {"使用非财政拨款结余和专用结余": "使用非财政拨款结余"}
FIGURE = re.compile(r"(?<=\t)(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d(?=\t|\n)")


@pytest.fixture(scope="module")
def desk() -> Desk:
    return app.desk()


@pytest.fixture(scope="module")
def report(reference: Path) -> Path:
    return reference / "hunan-2023" / "report.txt"


@pytest.fixture(scope="module")
def expected(reference: Path, desk: Desk) -> dict[str, Decimal | None]:
    """tables.json in the trade's addresses (PRODUCT.md says how the two speak to each other)."""
    tables = json.loads((reference / "hunan-2023" / "tables.json").read_text(encoding="utf-8"))
    form = desk.library.form("hunan")
    found: dict[str, Decimal | None] = {}
    for number, table_id in enumerate(TABLES, start=1):
        for row in tables[f"t{number:02}"]["rows"]:
            for address, text in _addressed(form, table_id, row):
                found[address] = parse(text)
    return found


def _addressed(form: Form, table_id: str, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    table = form.by_id[table_id]
    for column, text in row["amounts"].items():
        number = int(column[1:])
        if table_id == "three_public":
            yield table.address(THREE_PUBLIC[(number - 1) % 6], "预算数" if number <= 6 else "决算数"), text
        elif line := _line(table_id, row):
            measures = table.measures_of(line)
            first = 2 if table_id in ("overall", "appropriation") and row["side"] == "支出" else 1
            yield table.address(line, measures[number - first]), text


def _line(table_id: str, row: Mapping[str, Any]) -> str:
    """The line's key; empty for a numbered line that is only paper."""
    if row["code"]:
        return row["code"]
    if table_id == "appropriation" and row.get("std_line") in BROUGHT_FORWARD:
        return BROUGHT_FORWARD[row["std_line"]]
    name = re.sub(r"^[一二三四五六七八九十]+、", "", row["name"])
    if name == "总计":
        return f"{row['side']}总计"
    return NAMED_OTHERWISE.get(name, name)


def test_every_cell_is_read(desk: Desk, report: Path, expected: Mapping[str, Decimal | None]) -> None:
    printed = desk.read(report)
    form = desk.library.form(printed.form_id)
    found = {
        form.by_id[table.id].address(line.key, measure): amount
        for table in printed.tables
        for line in table.lines
        for measure, amount in line.values.items()
    }
    assert len(expected) == 367
    assert found == expected


def test_form_year_and_unit_are_recognised(desk: Desk, report: Path) -> None:
    printed = desk.read(report)
    assert (printed.form_id, printed.year, printed.amount_unit) == ("hunan", 2023, "元")
    assert printed.unit_name == "醴陵市网格化管理服务中心"
    assert [table.state for table in printed.tables] == ["filled"] * 6 + ["empty"] * 2 + ["filled"]


def test_it_adds_up_to_the_cent(desk: Desk, report: Path) -> None:
    _, outcome = desk.check(report)
    assert [one for one in outcome.findings if one.level == "error" and one.kind in BALANCE] == []
    assert {one.rule for one in outcome.findings if one.kind in BALANCE} == {"X0506-2"}, "only the plain reminder"


def test_no_changed_figure_goes_unnoticed(desk: Desk, report: Path) -> None:
    """By a cent, a thousand, a slipped decimal point; where several rules break, the changed cell leads the list."""
    printed = desk.read(report)
    form = desk.library.form(printed.form_id)
    binding = desk.library.bind(form, printed_lines(printed, form))
    evidence = printed_evidence(printed, form)
    ranks: Counter[str] = Counter()
    for cell, amount in evidence.figures.items():
        for changed in {amount + Decimal("0.01"), amount + 1000, amount * 10} - {amount}:
            verdicts = judge(binding, replace(evidence, figures={**evidence.figures, cell: changed}))
            ranks[_rank(cell, findings_of(verdicts, form))] += 1
    assert ranks.keys() <= {"leads", "alone"}, ranks
    assert ranks["leads"] > 600


def _rank(cell: str, findings: tuple[Finding, ...]) -> str:
    """How a changed cell shows: leading several broken rules, or in the only one (which cannot tell)."""
    errors = [one for one in findings if one.level == "error" and one.kind in BALANCE]
    broken = [one for one in errors if cell in {place.address for place in one.where}]
    if len(broken) < 2:
        return "alone" if broken else f"{cell} unnoticed"
    return "leads" if errors[0].where[0].address == cell else f"{cell} behind {errors[0].where[0].address}"


@pytest.mark.parametrize("nth", range(0, 340, 20))
def test_a_figure_changed_in_the_text_is_found(desk: Desk, report: Path, tmp_path: Path, nth: int) -> None:
    """The same once more through a copy of the file, for some of its figures."""
    text = report.read_text(encoding="utf-8")
    figure = list(FIGURE.finditer(text))[nth]
    before = parse(figure[0]) or Decimal(0)
    copy = tmp_path / "copy.txt"
    copy.write_text(f"{text[: figure.start()]}{before + Decimal('0.01')}{text[figure.end() :]}", encoding="utf-8")
    changed = _cells(desk, copy) - _cells(desk, report)
    assert len(changed) == 1
    cell = changed.pop()[0]
    errors = [one for one in check_printed(desk.library, desk.read(copy)).findings if one.level == "error"]
    assert cell in {place.address for place in errors[0].where}
    assert abs(errors[0].difference or 0) == Decimal("0.01")


def _cells(desk: Desk, path: Path) -> set[tuple[str, Decimal]]:
    printed = desk.read(path)
    return set(printed_evidence(printed, desk.library.form(printed.form_id)).figures.items())
