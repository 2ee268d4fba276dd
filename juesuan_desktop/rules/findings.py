"""What a person is told: findings with level, sentence, cells and both numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from juesuan_desktop.amounts import printed
from juesuan_desktop.forms.form import Form
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check, Sum
from juesuan_desktop.rules.judging import Judgement, Verdict, Verdicts
from juesuan_desktop.rules.notation import LEVELS

ERROR, WARNING, INFO = LEVELS.values()
INSIDE, ACROSS, COMPLETE, FORMAT, PLAUSIBLE = "inside", "across", "complete", "format", "plausible"
LONGEST_MESSAGE = 120
_RANK = {ERROR: 0, WARNING: 1, INFO: 2}
_RELATION = {":=": "应等于", "=": "应等于", "≥": "不应小于", "≤": "不应大于"}


class Where(NamedTuple):
    """A place a finding points to: a figure (``address``) or a section of text."""

    address: str | None = None
    table: str | None = None
    line: str | None = None
    measure: str | None = None
    section: str | None = None
    quote: str | None = None
    page: int | None = None


class Finding(NamedTuple):
    """One finding. Amounts are in the report's unit; ``difference`` is printed − expected."""

    rule: str
    level: str
    kind: str
    message: str
    where: tuple[Where, ...] = ()
    verdict: str | None = None
    printed: Decimal | None = None
    expected: Decimal | None = None
    difference: Decimal | None = None


Suspicion = Mapping[str, tuple[int, int]]


class Told(NamedTuple):
    """What verdicts told: each judgement with its finding, in the order of the rules."""

    suspicion: Suspicion
    pairs: Mapping[int, tuple[Judgement, Finding]]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The most telling first: errors before warnings, and within a level those that share the most suspected
        cell."""
        found = (finding for _, finding in self.pairs.values())
        return tuple(sorted(found, key=lambda finding: _order(finding, self.suspicion)))


def findings_of(verdicts: Verdicts, form: Form) -> tuple[Finding, ...]:
    """What verdicts told, in its order."""
    return told_of(verdicts, form).findings


def told_of(verdicts: Verdicts, form: Form, before: Told | None = None) -> Told:
    """A finding for every broken or rounded check. Checks that are 待填 make none (see ``pending``).

    ``before`` was told of the same report a moment ago: where a judgement is still the same, so is its finding.
    """
    numbers = sorted(number for number, one in verdicts.found.items() if one.verdict is not Verdict.MISSING)
    suspicion = _suspicion((verdicts.found[number] for number in numbers), verdicts.binding)
    kept = before.pairs if before else {}
    pairs = {}
    for number in numbers:
        one, (former, finding) = verdicts.found[number], kept.get(number, (None, None))
        cells = sorted(one.check.cells, key=lambda cell: suspicion.get(cell, (0, 0)))
        if finding is None or former is not one or [place.address for place in finding.where] != cells:
            finding = _finding(one, form, cells)
        pairs[number] = one, finding
    return Told(suspicion, pairs)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by level, otherwise as they come."""
    return tuple(sorted(findings, key=lambda finding: _RANK[finding.level]))


def where(address: str, form: Form) -> Where:
    """The place of a figure."""
    place = form.place(address)
    if place is None:
        return Where(address)
    return Where(address, form.by_name[place.table].id, place.line, place.measure)


def _suspicion(judged: Iterable[Judgement], binding: Binding) -> Suspicion:
    """How suspect each cell is: in many broken checks, then in few others."""
    broken: Counter[str] = Counter()
    for one in judged:
        if one.verdict is Verdict.BROKEN and one.check.rule.level == ERROR:
            broken.update(one.check.cells)
    return {cell: (-count, len(binding.touching[cell]) - count) for cell, count in broken.items()}


def _order(finding: Finding, suspicion: Suspicion) -> tuple[int, int, tuple[int, int]]:
    first = finding.where[0].address if finding.where else None
    return _RANK[finding.level], finding.verdict == Verdict.ROUNDING, suspicion.get(first or "", (0, 0))


def _finding(one: Judgement, form: Form, cells: Iterable[str]) -> Finding:
    check = one.check
    rounding = one.verdict is Verdict.ROUNDING
    return Finding(
        rule=check.rule.id,
        level=INFO if rounding else check.rule.level,
        kind=_kind(check),
        message=_message(one),
        where=tuple(where(cell, form) for cell in cells),
        verdict=one.verdict.value,
        printed=one.left,
        expected=one.right,
        difference=one.gap,
    )


def _kind(check: Check) -> str:
    """T rules look inside a table, X rules across tables; the rest is about what is plausible."""
    by_letter = {"T": INSIDE, "X": ACROSS, "N": INSIDE if len(check.tables) == 1 else ACROSS}
    return by_letter.get(check.rule.id[:1], PLAUSIBLE)


def _message(one: Judgement) -> str:
    """The sentence: both sides with their numbers and the gap, as full as the space allows."""
    check, rounding = one.check, one.verdict is Verdict.ROUNDING
    if one.left is None or one.right is None or one.gap is None:
        return f"{_brief(check.left)} 待填"
    relation, gap = _RELATION[check.rule.op], f"{'尾差' if rounding else '差'} {printed(one.gap)}"
    tails = (f"（{check.rule.words}）", "") if check.rule.words else ("",)
    for told in (_full, _brief):
        text = f"{told(check.left)} {printed(one.left)} {relation} {told(check.right)} {printed(one.right)}，{gap}"
        for tail in tails:
            if len(text + tail) <= LONGEST_MESSAGE:
                return text + tail
    return shortened(f"{check.rule.text}，{gap}", LONGEST_MESSAGE)


def _full(side: Sum) -> str:
    """A side of a check with every cell, where they are few."""
    if len(side.cells) > 4 or not side.plus:
        return _brief(side)
    return " + ".join(side.plus) + "".join(f" − {cell}" for cell in side.minus)


def _brief(side: Sum) -> str:
    """A side of a check by its first cell."""
    if len(side.cells) < 2:
        return side.cells[0] if side.cells else "零"
    return f"{side.cells[0]} 等 {len(side.cells)} 格{'的加减' if side.minus else '之和'}"


def without_numbers(finding: Finding) -> str:
    """The sentence of a finding whose numbers are told beside it."""
    text = finding.message
    for amount in (finding.printed, finding.expected):
        text = text.replace(f" {printed(amount)}", "", 1) if amount is not None else text
    if finding.difference is not None:
        for word in ("尾差", "差"):
            text = text.replace(f"，{word} {printed(finding.difference)}", "", 1)
    return text


def shortened(text: str, most: int) -> str:
    """``text`` cut to ``most`` characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
