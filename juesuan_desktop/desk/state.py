"""A report and everything that follows from it: filled figures, verdicts, findings. Each edit makes a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from juesuan_desktop.desk.carried import carried
from juesuan_desktop.desk.checking import Outcome, pending
from juesuan_desktop.desk.figures import evidence_of
from juesuan_desktop.desk.ground import Ground, ground_of
from juesuan_desktop.desk.library import Library
from juesuan_desktop.desk.likely import Causes
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.report.report import Report
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.filling import fill, fill_again
from juesuan_desktop.rules.findings import Told, in_order, told_of
from juesuan_desktop.rules.functions.case import Case, run_functions
from juesuan_desktop.rules.functions.shelf import RULE_FUNCTIONS
from juesuan_desktop.rules.judging import Evidence, Verdicts, judge, judge_again


@dataclass(frozen=True)
class State:
    """``evidence`` holds all figures, the computed ones too; ``told`` is what the verdicts said. All parts belong to
    the same ``report``."""

    report: Report
    ground: Ground
    evidence: Evidence
    told: Told
    outcome: Outcome

    @property
    def binding(self) -> Binding:
        """The rules bound to the report's lines."""
        return self.ground.binding

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
    ground = ground_of(library, form, report, before.ground if before else None)
    evidence, verdicts = _judged(ground, form, report, before)
    case = Case(form, report.year, evidence, report.lines, report.words, report.texts, ground.doubts)
    functions = run_functions(RULE_FUNCTIONS, case)
    empty = {name: table.typed for name, table in ground.tables.items()}
    told = told_of(verdicts, form, before=before.told if before else None)
    found = (*told.findings, *functions.findings, *carried(report, form), *pending(report, form, empty))
    faults = (*library.book.faults, *ground.binding.faults)
    outcome = Outcome(in_order(found), verdicts, len(ground.binding.not_applicable), functions, faults)
    return State(report, ground, evidence, told, outcome)


def _judged(ground: Ground, form: Form, report: Report, before: State | None) -> tuple[Evidence, Verdicts]:
    """All figures and the verdicts on them; only what looks at changed figures where nothing else changed."""
    changed = _changed_figures(before.report, report) if before and before.ground is ground else None
    if before is None or changed is None or not all(table_of(at) in ground.tables for at in changed):
        frame = replace(evidence_of(report, form), computed=ground.binding.computed)
        evidence = replace(frame, figures=fill(ground.binding, frame))
        return evidence, judge(ground.binding, evidence)
    frame = replace(before.evidence, figures=report.figures)
    figures, others = fill_again(ground.binding, before.figures, frame, changed)
    evidence = replace(frame, figures=figures)
    return evidence, judge_again(before.outcome.verdicts, evidence, others)


def _changed_figures(old: Report, new: Report) -> set[str] | None:
    """The addresses of the figures that are others; None where other things that checks depend on are others too."""
    if (old.facts, old.words, old.settled) != (new.facts, new.words, new.settled):
        return None
    others = {at for at, amount in new.figures.items() if old.figures.get(at) is not amount}
    return others | (old.figures.keys() - new.figures.keys())
