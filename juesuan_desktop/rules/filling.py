"""Computed cells (▣) filled by their rules: all of them, or those that follow from what changed."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.checks import Check
from juesuan_desktop.rules.judging import Evidence, Figures, total


def fill(binding: Binding, evidence: Evidence) -> dict[str, Decimal]:
    """All figures, the computed ones filled; a figure already there stands (an override)."""
    figures = dict(evidence.figures)
    _fill(figures, binding.fills, evidence)
    return figures


def fill_again(
    binding: Binding, filled: Figures, evidence: Evidence, changed: Collection[str]
) -> tuple[dict[str, Decimal], set[str]]:
    """All figures once those at ``changed`` are others, and the addresses of all that are others now.

    ``filled`` are all figures before, ``evidence`` holds the ones that are not computed.
    """
    figures, fills = dict(filled), binding.following(changed)
    for cell in changed:
        _put(figures, cell, evidence.figures.get(cell))
    _fill(figures, fills, evidence)
    cells = {*changed, *(check.target for check in fills)}
    return figures, {cell for cell in cells if figures.get(cell) != filled.get(cell)}


def _fill(figures: dict[str, Decimal], fills: Iterable[Check], evidence: Evidence) -> None:
    """Run fills in their order, each on the figures that the earlier ones left."""
    standing = replace(evidence, figures=figures)
    for check in fills:
        if check.target not in evidence.figures:
            unknown = check.tables & evidence.untouched
            _put(figures, check.target, None if unknown else total(check.right, standing))


def _put(figures: dict[str, Decimal], cell: str, amount: Decimal | None) -> None:
    if amount is None:
        figures.pop(cell, None)
    else:
        figures[cell] = amount
