"""``python tests/mutation/mutate_rules.py`` changes the rules' text and prints every change that nothing notices.

Noticed is what alters a verdict, a level or a fill: in one of the cases (``tests/cases``), in a balanced report, in one
with its figures changed; or what makes the line a fault or 不适用. ``--only T04`` takes rules by the beginning of
their id, ``--every 20`` each twentieth mutant.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cases.reading import Case, all_cases, answer, lines_of
from generator.balanced import Balanced, balanced

from juesuan_desktop import app
from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.form import Form
from juesuan_desktop.rules.binding import Binding, bind
from juesuan_desktop.rules.judging import Evidence, judge
from juesuan_desktop.rules.notation import Rule
from mutation.mutants import Mutant, mutants_of

SEEDS = (1, 2, 3)
Seen = tuple[object, ...]


@dataclass(frozen=True)
class Witnesses:
    """Everything that may notice a wrong rule."""

    library: Library
    cases: Sequence[Case]
    reports: Sequence[Balanced]

    def saw(self, rule: Rule) -> Iterator[Seen]:
        """What each witness sees of a rule, those that are quick to ask first."""
        for form in self.library.forms():
            binding = bind([rule], form, self.reports[0].lines)
            yield form.id, rule.level, bool(binding.faults), bool(binding.not_applicable)
        for case in self.cases:
            if case.rule == rule.id:
                form = self.library.form(case.form_id)
                binding = bind([rule], form, lines_of(case, form))
                yield case.words, answer(case, binding, form), tuple(_fills(binding))
        for report in self.reports:
            binding = bind([rule], report.form, report.lines)
            yield report.form.id, tuple(_fills(binding)), tuple(_verdicts(binding, report.evidence))
            yield report.form.id, tuple(_verdicts(binding, _shaken(report, report.form)))

    def notice(self, mutant: Mutant) -> bool:
        """Whether any witness sees the mutant differ from the rule."""
        seen = zip(self.saw(mutant.original), self.saw(mutant.rule), strict=True)
        return any(before != after for before, after in seen)


def _fills(binding: Binding) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return ((check.target, check.right.plus, check.right.minus) for check in binding.fills)


def _verdicts(binding: Binding, evidence: Evidence) -> Iterator[Seen]:
    return ((one.check.scope, one.verdict) for one in judge(binding, evidence).judgements)


def _shaken(report: Balanced, form: Form) -> Evidence:
    """The report with every figure changed, each by another amount."""
    figures = {at: amount + Decimal(n * n) for n, (at, amount) in enumerate(report.figures.items(), start=1)}
    return Evidence(figures, frozenset(form.by_name), report.evidence.unread)


def witnesses() -> Witnesses:
    """The cases, and a few balanced reports of every form."""
    library = app.desk().library
    rules = library.book.rules
    reports = tuple(balanced(form, rules, seed, most_lines=4) for form in library.forms() for seed in SEEDS)
    return Witnesses(library, all_cases(), reports)


def all_mutants(library: Library, only: str = "", every: int = 1) -> tuple[Mutant, ...]:
    """The mutants of the rules whose id begins so."""
    vocabulary = library.forms()[0].vocabulary
    chosen = (rule for rule in library.book.rules if rule.id.startswith(only))
    return tuple(mutant for rule in chosen for mutant in mutants_of(rule, vocabulary))[::every]


def survivors(mutants: Iterable[Mutant], by: Witnesses) -> tuple[Mutant, ...]:
    """The mutants that nobody notices."""
    return tuple(mutant for mutant in mutants if not by.notice(mutant))


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="beginning of a rule id")
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    by = witnesses()
    mutants = all_mutants(by.library, args.only, args.every)
    alive = survivors(mutants, by)
    for mutant in alive:
        print(f"没人发现　{mutant}")
    for how, count in Counter(mutant.how for mutant in mutants).items():
        missed = sum(mutant.how == how for mutant in alive)
        print(f"{how}：{count} 个，没发现 {missed} 个")
    caught = len(mutants) - len(alive)
    print(f"共 {len(mutants)} 个改错的公式，发现 {caught} 个（{Decimal(100 * caught) / max(len(mutants), 1):.1f}%）")
    return 0


if __name__ == "__main__":
    sys.exit(main())
