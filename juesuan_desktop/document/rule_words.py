"""Balance rules told in the words that a form prints, for people who do not read the notation."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from juesuan_desktop.forms.addresses import DOT, squeezed
from juesuan_desktop.forms.codes import EXAMPLES, is_code
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.picture import Kind
from juesuan_desktop.forms.table import Table
from juesuan_desktop.forms.vocabulary import ECONOMIC
from juesuan_desktop.rules.explaining import RELATIONS
from juesuan_desktop.rules.notation import (
    ABOVE,
    BELOW,
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
    Term,
)

SIGNS = {1: "＋", -1: "−"}
FEW = 4
_ORDINAL = re.compile(r"[一二三四五六七八九十]+、|其中：")


def tables_of(rule: Rule) -> tuple[str, ...]:
    """The names of the tables that a rule looks at, each once, in the order it names them."""
    named = (rule.table, *(term.ref.table for term in rule.left + rule.right if term.ref))
    return tuple(dict.fromkeys(name for name in named if name))


@dataclass(frozen=True)
class Teller:
    """Tells rules in one form's words; ``name_of`` gives the name of a 科目 code ('' if unknown)."""

    form: Form
    name_of: Callable[[str], str]

    def table(self, name: str) -> str:
        """A table as one says it: 公开01表, or the trade's name where the form prints no numbers."""
        last_year = LAST_YEAR.removesuffix(".") if name.startswith(LAST_YEAR) else ""
        return last_year + (self.form.by_name[name].layout.number or name.removeprefix(LAST_YEAR))

    def heading(self, name: str) -> str:
        """A table as one says it, and under that its title."""
        return f"{self.table(name)}\n{_bare(self.form.by_name[name].layout.title)}"

    def relation(self, rule: Rule) -> str:
        """The whole rule as a sentence; one that names a table this form lacks stays in the notation."""
        if any(name not in self.form.by_name for name in tables_of(rule)):
            return rule.text
        if rule.quantifier == BY_LEVEL:
            return f"{self._over(rule)}{self._levels(rule)}"
        left, right = self._side(rule, rule.left), self._side(rule, rule.right)
        return f"{self._over(rule)}{left}{RELATIONS[rule.op]}{right}"

    def target(self, rule: Rule) -> str:
        """The cell that the rule fills."""
        if rule.quantifier == BY_LEVEL:
            return "各上级科目"
        over = "每类" if rule.quantifier == PER_CLASS else self._over(rule).rstrip("：").replace("每一", "每")
        return over + self._side(rule, rule.left)

    def reason(self, rule: Rule) -> str:
        """Why a rule does not apply in the form: what it needs and the form does not print."""
        for name in tables_of(rule):
            if name not in self.form.by_name:
                return f"本样表没有「{name}」"
        if rule.quantifier == BY_LEVEL:
            return f"只印{self.form.levels[0]}级科目，没有上下级"
        for term in rule.left + rule.right:
            name = term.ref.table or rule.table if term.ref else ""
            missing = _missing(self.form.by_name[name], term.ref.words) if term.ref else ""
            if missing:
                return f"{self.table(name)}不印「{missing}」"
        return "本样表没有这些格"

    def _over(self, rule: Rule) -> str:
        """每一行：, 每个功能分类的类： …"""
        if rule.quantifier in (PER_LINE, PER_MEASURE):
            turned = _is_turned(self.form.by_name[rule.table])
            return "每一项：" if turned and rule.quantifier == PER_LINE else f"每一{rule.quantifier[1]}："
        if rule.quantifier == PER_CODE:
            return f"{self.table(rule.table)}的每个科目："
        return "每个功能分类的类：" if rule.quantifier == PER_CLASS else ""

    def _levels(self, rule: Rule) -> str:
        levels = self.form.levels if self.form.by_name[rule.table].repeats else ("类", "款")
        pairs = pairwise(levels if len(levels) > 1 else ("类", "款", "项"))
        return "，".join(f"每个{upper}等于所属各{lower}之和" for upper, lower in pairs)

    def _side(self, rule: Rule, terms: Sequence[Term]) -> str:
        told = [self._ref(rule, term.ref) if term.ref else "零" for term in terms]
        signed = "".join(SIGNS[term.sign] + text for term, text in zip(terms, told, strict=True))
        return signed.removeprefix(SIGNS[1])

    def _ref(self, rule: Rule, ref: Ref) -> str:
        name = ref.table or rule.table
        prefix = self.table(name) if len(tables_of(rule)) > 1 else ""
        table = self.form.by_name[name]
        if ref.words[0] == OTHERS:
            return f"{prefix}其余各栏之和（{'、'.join(self._others(rule, table))}）"
        if ref.words[0] == CLASSES:
            return f"{prefix}各{self.form.levels[0] if table.repeats else '类'}之和"
        group = table.words.line_groups.get(ref.words[0])
        if group:
            return prefix + self._group(table, group)
        return f"{prefix}「{DOT.join(self._word(table, word) for word in ref.words)}」"

    def _others(self, rule: Rule, table: Table) -> list[str]:
        chosen = rule.left[0].ref.words[0] if rule.left[0].ref else ""
        lines = [*table.fixed_lines, *(EXAMPLES[-1:] if table.repeats else [])]
        line = next((line for line in lines if table.has(line, chosen)), "")
        return [self._word(table, measure) for measure in table.measures_of(line) if measure != chosen]

    def _group(self, table: Table, members: Sequence[str]) -> str:
        names = [f"「{self._word(table, word)}」" for word in members if table.measures_of(word)]
        if len(names) <= FEW:
            return "＋".join(names)
        return f"{names[0]}至{names[-1]}共 {len(names)} 项之和"

    def _word(self, table: Table, word: str) -> str:
        """A line or measure as printed; codes with their names."""
        if word in (CLASS, ABOVE, BELOW):
            return f"该{word}"
        if is_code(word) and table.words.codes:
            printed = table.label(word) if table.words.codes == ECONOMIC and word in table.fixed_lines else ""
            return f"{word} {printed or self.name_of(word)}".strip()
        return _printed_measure(table, word) if table.words.is_measure(word) else _printed_line(table, word)


def _missing(table: Table, words: Sequence[str]) -> str:
    for word in words:
        if word in table.words.measures and word not in table.measures:
            return word
        if word in table.words.lines and not table.measures_of(word):
            return word
    return ""


def _printed_line(table: Table, word: str) -> str:
    """The printed words of a line, unless another line or a column of the table is called nearly the same."""
    label = table.label(word)
    alike = [line for line in table.fixed_lines if _bare_label(table.label(line)) == _bare_label(label)]
    columns = {_printed_measure(table, measure) for measure in table.measures}
    return label if len(alike) == 1 and _bare_label(label) not in columns else word


def _bare_label(label: str) -> str:
    return _ORDINAL.sub("", label, count=1)


def _printed_measure(table: Table, word: str) -> str:
    """The printed words of a column, unless another cell of the header prints the same."""
    header = [cell for cell in table.picture.cells() if cell.row < table.picture.body and cell.kind is Kind.PRINTED]
    printed = next((squeezed(cell.printed) for cell in header if cell.word == word), word)
    meant = {cell.word for cell in header if squeezed(cell.printed) == printed}
    return printed if len(meant) == 1 else word


def _is_turned(table: Table) -> bool:
    """Whether the table's lines stand in its header, side by side (“三公”)."""
    header = {cell.word for cell in table.picture.cells() if cell.row < table.picture.body}
    return any(line in header for line in table.fixed_lines)


def _bare(title: str) -> str:
    """A title without the words in braces that a report fills in."""
    return title.replace("{单位}", "").replace("{年度}年度", "").replace("{年度}年", "")
