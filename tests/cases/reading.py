"""Reads the cases and asks the rules.

A case (``*.yaml``) names the figures a rule looks at and the verdict. What it does not name is blank, and a blank
counts as zero; where 待填 is expected, nothing is settled yet and every blank waits to be filled in. The 科目 lines are
those that its addresses name; 样表 is hunan unless another is given, and a form in 万元 rounds. A rule with several
lines is asked where it looks at most of the named figures.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml

from juesuan_desktop.amounts import WAN, half_place, parse
from juesuan_desktop.forms.addresses import split
from juesuan_desktop.forms.codes import Line, code_of, is_code, keyed
from juesuan_desktop.forms.form import Form
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.judging import Evidence, Verdict, judge_one

FOLDER = Path(__file__).parent
VERDICTS = {"平": Verdict.HELD, "尾差": Verdict.ROUNDING, "不平": Verdict.BROKEN, "待填": Verdict.MISSING}
WORDS = {"规则", "说", "样表", "填", "得", "差"}


@dataclass(frozen=True)
class Case:
    """One example. ``named`` are the addresses it names, ``figures`` those that hold an amount; ``gap`` is left minus
    right, None where both sides agree or are unknown."""

    file: str
    rule: str
    words: str
    form_id: str
    named: tuple[str, ...]
    figures: Mapping[str, Decimal]
    verdict: Verdict
    gap: Decimal | None

    def __str__(self) -> str:
        return f"{self.rule} {self.verdict.value} {self.words}"


def all_cases() -> tuple[Case, ...]:
    """Every case of this folder."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in read_cases(path))


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. All scalars are texts: an amount is read as the program reads what she types."""
    entries = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return tuple(_case(path.name, entry) for entry in entries)


def _case(file: str, entry: Mapping[str, str]) -> Case:
    unknown = entry.keys() - WORDS
    if unknown:
        raise ValueError(f"{file} {entry.get('规则')}: {unknown}")
    amounts = {at: parse(text) for at, text in dict(entry["填"]).items()}
    return Case(
        file=file,
        rule=entry["规则"],
        words=entry["说"],
        form_id=entry.get("样表", "hunan"),
        named=tuple(amounts),
        figures={at: amount for at, amount in amounts.items() if amount is not None},
        verdict=VERDICTS[entry["得"]],
        gap=Decimal(entry["差"]) if "差" in entry else None,
    )


def lines_of(case: Case, form: Form) -> dict[str, tuple[Line, ...]]:
    """The 科目 lines that the case's addresses name, by table."""
    named: dict[str, list[str]] = {}
    for at in sorted(case.named):
        table, words = split(at) or ("", ("",))
        if is_code(code_of(words[0])) and form.by_name[table].repeats and words[0] not in named.setdefault(table, []):
            named[table].append(words[0])
    return {table: keyed((code_of(key), "") for key in sorted(keys)) for table, keys in named.items()}


def evidence_of(case: Case, form: Form) -> Evidence:
    """The case's figures; blanks are zeros unless 待填 is asked for."""
    settled = frozenset(form.by_name) if case.verdict is not Verdict.MISSING else frozenset()
    halves = {table.name: half_place(WAN, WAN) for table in form.tables} if form.amount_unit == WAN else {}
    return Evidence(case.figures, settled, halves=halves)


def asked(case: Case, checks: Iterable[Check]) -> Check | None:
    """The check of the case's rule that looks at most of its figures."""
    own: Sequence[Check] = [check for check in checks if check.rule.id == case.rule]
    best = max(own, key=lambda check: len(set(case.named) & set(check.cells)), default=None)
    return best if best and set(case.named) & set(best.cells) else None


def answer(case: Case, binding: Binding, form: Form) -> tuple[Verdict | None, Decimal | None]:
    """What the rules say: verdict and gap; no verdict where no check of the rule looks at these figures."""
    check = asked(case, binding.checks)
    if check is None:
        return None, None
    judgement = judge_one(check, evidence_of(case, form))
    return (judgement.verdict, judgement.gap) if judgement else (Verdict.HELD, None)
