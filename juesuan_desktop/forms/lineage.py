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
    kept = [line for line in lines if not _lost_its_children(line, lines, before)]
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


def _lost_its_children(line: Line, lines: Sequence[Line], before: Sequence[Line]) -> bool:
    def has_children(among: Sequence[Line]) -> bool:
        return any(line.code in parents_of(other.code) for other in among if other.level == "项")

    return bool(line.code) and has_children(before) and not has_children(lines)
