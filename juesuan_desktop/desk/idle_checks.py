"""未检查, for people: each rule that did not run, what it says, why it did not run, and how often."""

from collections import Counter
from dataclasses import dataclass

from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.rules.explaining import in_words
from juesuan_desktop.rules.functions.shelf import RULE_FUNCTIONS


@dataclass(frozen=True, slots=True)
class IdleRule:
    """A rule that did not run; ``times`` counts its single checks."""

    rule: str
    words: str
    reason: str
    times: int


def idle_rules(outcome: Outcome) -> tuple[IdleRule, ...]:
    """The rules that did not run, those of one reason together."""
    found: Counter[tuple[str, str, str]] = Counter()
    for check, reason in outcome.verdicts.not_run:
        found[reason, check.rule.id, in_words(check)] += 1
    demands = {function.id: function.words.partition("\n")[0].rstrip("。") for function in RULE_FUNCTIONS}
    for rule, reason in outcome.functions.not_run:
        found[reason, rule, demands.get(rule, "")] += 1
    for fault in outcome.faults:
        found["规则读不懂，没有启用", fault.file, str(fault)] += 1
    return tuple(IdleRule(rule, words, reason, times) for (reason, rule, words), times in sorted(found.items()))
