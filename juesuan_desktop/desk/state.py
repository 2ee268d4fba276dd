"""A report and everything that follows from it: filled figures, verdicts, findings. Each edit makes a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from juesuan_desktop.desk.carried import carried
from juesuan_desktop.desk.checking import Outcome, pending
from juesuan_desktop.desk.figures import evidence_of
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.likely import Causes
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.forms.vocabulary import FUNCTIONAL
from juesuan_desktop.report.report import Report
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.findings import findings_of, in_order
from juesuan_desktop.rules.functions.case import Case, Doubts, doubts_of, run_functions
from juesuan_desktop.rules.functions.shelf import RULE_FUNCTIONS
from juesuan_desktop.rules.judging import Evidence, Verdicts, fill, judge, judge_again


@dataclass(frozen=True)
class State:
    """``evidence`` holds all figures, the computed ones too; all parts belong to the same ``report``."""

    report: Report
    binding: Binding
    doubts: Doubts
    evidence: Evidence
    outcome: Outcome

    @property
    def figures(self) -> Mapping[str, Decimal]:
        """Every figure by address, typed and computed."""
        return self.evidence.figures

    def is_given(self, table: Table) -> bool:
        """Whether anything of one of the 补充资料 is filled in."""
        return table.name not in self.evidence.unread or bool(self.report.lines.get(table.name))

    @cached_property
    def causes(self) -> Causes:
        """The likely causes of the findings, for whoever shows them."""
        return Causes(self.outcome, self.figures, self.report)


def state_of(library: Library, form: Form, report: Report, before: State | None = None) -> State:
    """What follows from a report; ``before`` is the state it was edited from, whose unchanged parts are kept."""
    binding, doubts = _bound(library, form, report, before)
    frame = evidence_of(report, form)
    evidence = replace(frame, figures=fill(binding, frame))
    verdicts = _judged(binding, evidence, before)
    case = Case(form, report.year, evidence, report.lines, report.words, report.texts, doubts)
    functions = run_functions(RULE_FUNCTIONS, case)
    found = (*findings_of(verdicts, form), *functions.findings, *carried(report, form), *pending(report, form))
    faults = (*library.book.faults, *binding.faults)
    outcome = Outcome(in_order(found), verdicts, len(binding.not_applicable), functions, faults)
    return State(report, binding, doubts, evidence, outcome)


def _bound(library: Library, form: Form, report: Report, before: State | None) -> tuple[Binding, Doubts]:
    if before is not None and before.report.lines == report.lines and before.report.year == report.year:
        return before.binding, before.doubts
    doubts = doubts_of(library.catalogue.of(FUNCTIONAL), report.lines, report.year)
    return library.bind(form, report.lines), doubts


def _judged(binding: Binding, evidence: Evidence, before: State | None) -> Verdicts:
    """Judge only what looks at changed figures, where nothing else changed."""
    if before is None or before.binding is not binding or not _same_frame(before.evidence, evidence):
        return judge(binding, evidence)
    old, new = before.evidence.figures, evidence.figures
    changed = {at for at, amount in new.items() if old.get(at) != amount} | (old.keys() - new.keys())
    return judge_again(before.outcome.verdicts, evidence, changed)


def _same_frame(one: Evidence, other: Evidence) -> bool:
    return replace(one, figures={}) == replace(other, figures={})
