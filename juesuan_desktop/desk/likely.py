"""What probably went wrong, told only when somebody looks: for a finding out of the judgement it was made of."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.figures import Figures
from juesuan_desktop.report.change import TYPED
from juesuan_desktop.report.report import Report
from juesuan_desktop.rules.explaining import cause_of
from juesuan_desktop.rules.findings import Finding
from juesuan_desktop.rules.judging import Judgement, Verdict


class Causes:
    """The likely causes of one outcome's findings, each worked out once and only when asked for."""

    def __init__(self, outcome: Outcome, figures: Figures, report: Report) -> None:
        self._outcome, self._figures, self._report = outcome, figures, report
        self._told: dict[int, tuple[Finding, str]] = {}

    def of(self, finding: Finding) -> str:
        """The likely cause as one sentence; '' where none fits or nothing was summed."""
        kept = self._told.get(id(finding))
        if kept is None:
            kept = self._told[id(finding)] = finding, self._cause(finding)
        return kept[1]

    def _cause(self, finding: Finding) -> str:
        if finding.verdict != Verdict.BROKEN:
            return ""
        places = {place.address for place in finding.where}
        judged = self._by_rule.get(finding.rule, ())
        one = next((one for one in judged if one.left == finding.printed and places == set(one.check.cells)), None)
        if one is None:
            return ""
        override, by_hand = self._override(one.check.target)
        if by_hand:
            return override
        return cause_of(one, self._figures, self._outcome.verdicts.binding) or override

    def _override(self, target: str) -> tuple[str, bool]:
        """That the rules would compute a figure which stands against them, and whether she typed it herself."""
        if target not in self._report.figures:
            return "", False
        source = self._report.sources.get(target, TYPED).partition(" ")[0]
        return f"{target} 是{source}的数，没有按计算得出", source == TYPED

    @cached_property
    def _by_rule(self) -> Mapping[str, Sequence[Judgement]]:
        by_rule: dict[str, list[Judgement]] = {}
        for one in self._outcome.verdicts.judgements:
            if one.verdict is Verdict.BROKEN:
                by_rule.setdefault(one.check.rule.id, []).append(one)
        return by_rule
