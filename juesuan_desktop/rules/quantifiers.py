"""每行 每栏 每科目 每类 逐级: over what a rule runs, and what its words mean each time."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from juesuan_desktop.forms.codes import code_of
from juesuan_desktop.rules.cells import Cells, NotPrinted, TableCells, UnknownWord, must_be_known
from juesuan_desktop.rules.notation import (
    ABOVE,
    BY_LEVEL,
    CLASS,
    CLASSES,
    OTHERS,
    PER_CLASS,
    PER_CODE,
    PER_LINE,
    PER_MEASURE,
    Ref,
    Rule,
)

CLASS_GROUP = "支出各类"


class Instance(NamedTuple):
    """What a quantifier has chosen: the words to put in place of the reserved ones."""

    scope: str = ""
    line: str = ""
    measure: str = ""


Reading = Callable[[Instance], tuple[str, ...]]


def instances(rule: Rule, cells: Cells) -> Iterator[Instance]:
    """What the rule's quantifier runs over; a rule without one runs once. Raises NotPrinted, UnknownWord."""
    return _INSTANCES[rule.quantifier](rule, cells)


def reading(rule: Rule, ref: Ref, cells: Cells) -> Reading:
    """The addresses that words of the rule mean in each instance. What is the same in all instances is looked up once.

    Raises NotPrinted, UnknownWord, and so does the reading.
    """
    if rule.quantifier in (PER_LINE, PER_MEASURE) and not ref.table:
        return _within(cells.table(rule.table), ref.words[0], rule, cells)
    if rule.quantifier == BY_LEVEL:
        chosen = cells.table(rule.table)
        if ref.words[0] == ABOVE:
            return lambda instance: chosen.figures((instance.line,), instance.measure)
        return lambda instance: chosen.figures(chosen.below(code_of(instance.line)), instance.measure)
    if rule.quantifier == PER_CODE:
        return _of_code(ref, cells)
    return lambda instance: cells.find(ref.table, tuple(instance.line if word == CLASS else word for word in ref.words))


def _within(chosen: TableCells, word: str, rule: Rule, cells: Cells) -> Reading:
    """Inside 每行 a word is a measure of the line, inside 每栏 a line of the measure."""
    rows = chosen.addresses
    if word == OTHERS:
        return lambda instance: tuple(at for measure, at in rows[instance.line].items() if measure != instance.measure)
    if word == CLASSES:
        return lambda instance: chosen.figures(chosen.roots, instance.measure)
    if rule.quantifier == PER_MEASURE:
        return lambda instance: cells.find(rule.table, (word, instance.measure))

    def of_line(instance: Instance) -> tuple[str, ...]:
        at = rows[instance.line].get(word)
        if at is None:
            must_be_known(word, chosen.table.words)
            raise NotPrinted(word)
        return (at,)

    return of_line


def _of_code(ref: Ref, cells: Cells) -> Reading:
    """The figures of a code in one measure; words of another kind are found as they stand."""
    chosen = cells.table(ref.table)
    if chosen.table.words.codes and len(ref.words) == 1 and ref.words[0] in chosen.table.measures:
        return lambda instance: chosen.figures(chosen.lines_of(instance.line), ref.words[0])
    return lambda instance: cells.find(ref.table, (instance.line, *ref.words))


def _alone(rule: Rule, cells: Cells) -> Iterator[Instance]:
    yield Instance()


def _per_line(rule: Rule, cells: Cells) -> Iterator[Instance]:
    """每行: the lines where the left side's measure exists."""
    chosen, measure = cells.table(rule.table), _left_word(rule)
    _must_have(chosen, measure)
    for line, here in chosen.addresses.items():
        if measure in here:
            yield Instance(line, line, measure)


def _per_measure(rule: Rule, cells: Cells) -> Iterator[Instance]:
    """每栏: the measures that the left side's line has."""
    chosen, line = cells.table(rule.table), _left_word(rule)
    _must_have(chosen, line)
    for measure in chosen.addresses.get(line, ()):
        yield Instance(measure, line, measure)


def _per_code(rule: Rule, cells: Cells) -> Iterator[Instance]:
    """每科目 表: every code that table prints, once."""
    for code in dict.fromkeys(code_of(key) for key in cells.table(rule.table).codes):
        yield Instance(code, code)


def _per_class(rule: Rule, cells: Cells) -> Iterator[Instance]:
    """每类: the 类 that the left side's table prints."""
    first = rule.left[0].ref
    if first is None:
        raise UnknownWord("每类的左边要有一张表")
    chosen = cells.table(first.table)
    for code in chosen.table.words.line_groups.get(CLASS_GROUP, ()):
        if code in chosen.addresses:
            yield Instance(code, code)


def _by_level(rule: Rule, cells: Cells) -> Iterator[Instance]:
    """逐级: every printed code with printed codes below it, for every measure."""
    chosen = cells.table(rule.table)
    for key in chosen.codes:
        if chosen.below(code_of(key)):
            for measure in chosen.addresses[key]:
                yield Instance(key, key, measure)


_INSTANCES: Mapping[str, Callable[[Rule, Cells], Iterator[Instance]]] = {
    "": _alone,
    PER_LINE: _per_line,
    PER_MEASURE: _per_measure,
    PER_CODE: _per_code,
    PER_CLASS: _per_class,
    BY_LEVEL: _by_level,
}


def _left_word(rule: Rule) -> str:
    ref = rule.left[0].ref
    if ref is None or ref.table or len(ref.words) != 1:
        raise UnknownWord(f"「{rule.quantifier}」的左边要写成 [一个词]")
    return ref.words[0]


def _must_have(chosen: TableCells, word: str) -> None:
    """A left word this form does not print makes the rule 不适用; an unknown one is a fault."""
    must_be_known(word, chosen.table.words)
    if word not in chosen.table.measures and word not in chosen.keys:
        raise NotPrinted(word)
