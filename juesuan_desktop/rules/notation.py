"""The one-line notation of balance rules, read into values.

    T01-5  错误  收支总表[收入总计] = 收支总表[支出总计]      # 收支平衡

`:=` fills and checks, `=` `≥` `≤` only check; quantifiers 每行 每栏 每科目 每类 逐级; `+ −`, `Σ`, the constant 0.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from juesuan_desktop.forms.addresses import DOT, split
from juesuan_desktop.forms.csvfile import read_text
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.obstacles import in_words

LEVELS = {"错误": "error", "提示": "warning", "提醒": "info"}
LEVEL_WORDS = {level: word for word, level in LEVELS.items()}
PER_LINE, PER_MEASURE, PER_CODE, PER_CLASS, BY_LEVEL = "每行", "每栏", "每科目", "每类", "逐级"
ABOVE, BELOW, CLASS, CLASSES, OTHERS = "上级", "下级", "类", "各类", "其余栏"
RESERVED = frozenset({ABOVE, BELOW, CLASS, CLASSES, OTHERS})
FILL = ":="

_FOLDS = (
    (">=", "≥"),
    ("<=", "≤"),
    ("：", ":"),
    ("・", DOT),
    ("-", "−"),
    ("(", "（"),
    (")", "）"),
    ("［", "["),
    ("］", "]"),
    ("＝", "="),
    ("＋", "+"),
)
_LINE = re.compile(r"(?P<id>\S+)\s+(?P<level>\S+)\s+(?P<body>.+)")
_QUANTIFIED = re.compile(r"(?P<how>每行|每栏|每科目|每类|逐级)\s*(?P<table>[^\s:\[\]]*)\s*:(?!=)\s*(?P<rest>.+)")
_RELATION = re.compile(r"(?P<left>.+?)\s*(?P<op>:=|=|≥|≤)\s*(?P<right>.+)")
_COMMENT = re.compile(r"\s+#\s*(?P<words>.*)$")


@dataclass(frozen=True, slots=True)
class Ref:
    """Cells by words: ``table`` is empty where the quantifier names it; ``summed`` stands for Σ."""

    table: str
    words: tuple[str, ...]
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One summand with its sign (+1, −1); ``ref`` is None for the constant 0."""

    sign: int
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a rule file. ``words`` is its comment, ``text`` the relation as written."""

    id: str
    level: str
    quantifier: str
    table: str
    left: tuple[Term, ...]
    op: str
    right: tuple[Term, ...]
    words: str
    text: str
    file: str
    line: int

    @property
    def fills(self) -> bool:
        """Whether the rule fills its left side while typing."""
        return self.op == FILL

    def fault(self, message: str) -> Fault:
        """A fault at this rule's place."""
        return Fault(self.file, self.line, f"{self.id}：{message}")


class NotationError(ValueError):
    """A line that is not in the notation; one sentence says where it stops making sense."""


def read_rules(path: Path) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    """All rules of a file, and a fault for each line that cannot be read."""
    rules, faults = [], []
    try:
        text = read_text(path)
    except (OSError, ValueError) as error:
        return (), (Fault(path.name, 0, in_words(error)),)
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            rules.append(parse_rule(line, path.name, number))
        except NotationError as error:
            faults.append(Fault(path.name, number, str(error)))
    return tuple(rules), tuple(faults)


def parse_rule(line: str, file: str = "", number: int = 0) -> Rule:
    """One rule from its line. Raises NotationError."""
    comment = _COMMENT.search(line)
    match = _LINE.fullmatch(line[: comment.start()].strip() if comment else line.strip())
    if match is None:
        raise NotationError("应写成「编号 级别 公式」")
    if match["level"] not in LEVELS:
        raise NotationError(f"级别「{match['level']}」应是 错误、提示、提醒 之一")
    body = folded(match["body"])
    how, table, relation = _quantifier(body)
    parts = _RELATION.fullmatch(relation)
    if parts is None:
        raise NotationError("公式里要有 :=、=、≥ 或 ≤")
    left, right = tuple(_terms(parts["left"])), tuple(_terms(parts["right"]))
    if parts["op"] == FILL and (len(left) != 1 or left[0].ref is None or left[0].ref.summed):
        raise NotationError(":= 的左边只能是一格")
    words = comment["words"].strip() if comment else ""
    return Rule(
        match["id"], LEVELS[match["level"]], how, table, left, parts["op"], right, words, body, file, number
    )  # fmt: skip


def folded(expression: str) -> str:
    """Signs that people type in two ways, made one; names are left alone but for their brackets."""
    for typed, meant in _FOLDS:
        expression = expression.replace(typed, meant)
    return expression


def _quantifier(body: str) -> tuple[str, str, str]:
    match = _QUANTIFIED.fullmatch(body)
    if match is None:
        return "", "", body
    needs_table = match["how"] != PER_CLASS
    if needs_table != bool(match["table"]):
        raise NotationError(f"「{match['how']}」后面{'要写' if needs_table else '不写'}表名")
    return match["how"], match["table"], match["rest"]


def _terms(text: str) -> Iterator[Term]:
    pieces = re.split(r"\s*([+−])\s*", text.strip())
    signs = ["+", *pieces[1::2]]
    for sign, piece in zip(signs, pieces[0::2], strict=True):
        yield Term(1 if sign == "+" else -1, _ref(piece))


def _ref(piece: str) -> Ref | None:
    if piece == "0":
        return None
    summed = piece.startswith("Σ")
    bare = piece.removeprefix("Σ").strip()
    if bare in (ABOVE, BELOW):
        return Ref("", (bare,), summed)
    found = split(bare) if not bare.startswith("[") else split(f"?{bare}")
    if found is None:
        raise NotationError(f"「{piece}」不是「表[行·栏]」")
    return Ref(found[0].removeprefix("?"), found[1], summed)
