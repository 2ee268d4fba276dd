"""All the ways in which one line of a rule file can be a little wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from juesuan_desktop.forms.form import LAST_YEAR
from juesuan_desktop.forms.vocabulary import Vocabulary, Words
from juesuan_desktop.rules.notation import BELOW, CLASSES, OTHERS, NotationError, Rule, parse_rule

LEVELS = {"error": "错误", "warning": "提示", "info": "提醒"}
OTHER_LEVEL = {"error": "提示", "warning": "错误", "info": "错误"}
RELATIONS = {":=": ("=", "≥", "≤"), "=": ("≥", "≤"), "≥": ("≤", "="), "≤": ("≥", "=")}
_WORDS = re.compile(r"(?P<table>[^\s\[\]Σ+−:=≥≤]*)\[(?P<words>[^\]]+)\]")
_LAST_TERM = re.compile(r"\s*[+−]\s*[^+−]+$")


@dataclass(frozen=True)
class Mutant:
    """A rule that is not what it was. ``how`` tells what was changed."""

    rule: Rule
    original: Rule
    how: str

    def __str__(self) -> str:
        return f"{self.original.file} 第 {self.original.line} 行 {self.original.id}（{self.how}）：{self.rule.text}"


def mutants_of(rule: Rule, vocabulary: Vocabulary) -> Iterator[Mutant]:
    """Every mutant of a rule that can still be read and says something else."""
    for how, text, level in _texts(rule, vocabulary):
        try:
            read = parse_rule(f"{rule.id} {level} {text}", rule.file, rule.line)
        except NotationError:
            continue
        if replace(read, words="", text="") != replace(rule, words="", text=""):
            yield Mutant(read, rule, how)


def _texts(rule: Rule, vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    level = LEVELS[rule.level]
    yield "级别", rule.text, OTHER_LEVEL[rule.level]
    for op in RELATIONS[rule.op]:
        yield "关系", _with_relation(rule, op), level
    for how, text in (*_signs(rule.text), *_dropped(rule.text), *_words(rule, vocabulary)):
        yield how, text, level


def _with_relation(rule: Rule, op: str) -> str:
    return re.sub(r":=|(?<!:)=|≥|≤", op, rule.text, count=1)


def _signs(text: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer("[+−]", text):
        other = "−" if match[0] == "+" else "+"
        yield "正负号", text[: match.start()] + other + text[match.end() :]


def _dropped(text: str) -> Iterator[tuple[str, str]]:
    """A term left out: the last of either side, and each one before another."""
    left, op, right = re.split(r"\s(:=|=|≥|≤)\s", text, maxsplit=1)
    for side, whole in ((left, "{} " + op + " " + right), (right, left + " " + op + " {}")):
        if _LAST_TERM.search(side):
            yield "漏项", whole.format(_LAST_TERM.sub("", side))
            head, _, rest = side.partition("：") if "：" in side else ("", "", side)
            yield "漏项", whole.format(head + re.sub(r"^[^+−]+[+−]\s*", "", rest))


def _words(rule: Rule, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """A word swapped for its neighbours on the same axis of the same table."""
    for match in _WORDS.finditer(rule.text):
        table = (match["table"] or rule.table).removeprefix(LAST_YEAR)
        words = vocabulary.get(table)
        for part in re.finditer(r"[^·]+", match["words"]) if words else ():
            start = match.start("words") + part.start()
            for other in _neighbours(part[0].strip(), words):
                yield "换词", rule.text[:start] + other + rule.text[start + len(part[0]) :]


def _neighbours(word: str, words: Words) -> Iterator[str]:
    axes: tuple[Mapping[str, object] | tuple[str, ...], ...] = (
        words.lines,
        words.measures,
        words.line_groups,
        words.measure_groups,
        (OTHERS, CLASSES, BELOW),
    )
    for axis in map(list, axes):
        if word in axis:
            at = axis.index(word)
            yield from (axis[near] for near in (at - 1, at + 1) if 0 <= near < len(axis))
            return
    if word.isdigit():
        yield f"{int(word) + 1}"
