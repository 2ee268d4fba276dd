"""Parent lines make themselves: 类 and 款 come with the first 项 below them and go with the last."""

from collections.abc import Callable, Iterable, Sequence

from juesuan_desktop.forms.codes import LEVELS, Line, keyed, parents_of


def with_parents(
    lines: Sequence[Line], before: Sequence[Line], levels: Iterable[str], name_of: Callable[[str], str]
) -> tuple[Line, ...]:
    """``lines`` with the parents a form prints (``levels``), each above its first child.

    A parent that had children ``before`` and has none now is dropped; one that never had any was typed and stays.
    """
    printed = frozenset(levels)
    childless = _parents_among(before) - _parents_among(lines)
    kept = [line for line in lines if line.code not in childless]
    present = {line.code for line in kept}
    family: list[tuple[str, str]] = []
    for line in kept:
        for code in parents_of(line.code):
            if LEVELS[len(code)] in printed and code not in present:
                present.add(code)
                family.append((code, name_of(code)))
        family.append((line.code, line.name))
    return keyed(family)


def sorted_by_code(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines by their codes, parents above children; lines without a code last, as they stood."""
    ordered = sorted(lines, key=lambda line: (not line.code, line.code))
    return keyed((line.code, line.name) for line in ordered)


def _parents_among(lines: Sequence[Line]) -> frozenset[str]:
    """The codes of all 类 and 款 that have a 项 below them."""
    return frozenset(parent for line in lines if line.level == "项" for parent in parents_of(line.code))
