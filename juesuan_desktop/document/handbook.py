"""勾稽关系手册: the rules of a form and year as a document to read, compare and sign off line by line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from juesuan_desktop.document.blocks import Block, Contents, Cover, Document, Heading, Paragraph, Table
from juesuan_desktop.document.listing import FIRST_ROW, LINE_ROW, listing
from juesuan_desktop.document.rule_examples import example
from juesuan_desktop.document.rule_words import Teller, tables_of
from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.form import LAST_YEAR, Form
from juesuan_desktop.forms.grid import Align, Cell, Grid, Role
from juesuan_desktop.forms.subjects import Subjects
from juesuan_desktop.rules.binding import Binding, bind
from juesuan_desktop.rules.functions.case import RuleFunction
from juesuan_desktop.rules.notation import BY_LEVEL, LEVEL_WORDS, Rule

_COLUMNS = {"表": 13, "编号": 8, "级别": 5, "关系": 44, "说明": 23, "用法": 19, "举例": 25, "核对人": 7, "日期": 7}
_FUNCTION_COLUMNS = {"编号": 9, "级别": 6, "规则": 70, "依据": 30, "核对人": 9, "日期": 9}
_NOTES = (
    "级别：错误须改正后定稿；提示须核实并写明原因；提醒仅供参考。",
    "用法：「填」的格由程序按本关系算出，读入的报告按本关系核对；「核对」的格由人填写。金额以元计；以万元印的表，四舍五入范围内的差记为尾差。",
)

Row = tuple[str, ...]
Groups = Sequence[tuple[str, Sequence[Row]]]


def handbook(
    form: Form, year: int, rules: Sequence[Rule], functions: Sequence[RuleFunction], subjects: Subjects
) -> Document:
    """The handbook of a form's rules in a year."""
    teller = Teller(form, lambda code: subjects.name(code, year))
    binding = bind(rules, form, {name: form.example_lines for name, table in form.by_name.items() if table.repeats})
    pages = _Pages(form, f"{form.name}　{year}年度", teller, binding)
    blocks: list[Block] = [
        Cover((f"{year}年度", form.name, "勾稽关系手册")),
        Contents(),
        Heading("一、怎样读这本手册"),
        *(Paragraph(text) for text in _introduction(form, year)),
        *pages.blocks(rules, functions),
    ]
    return Document(f"{form.name}{year}年度勾稽关系手册", "决算公开", tuple(blocks))


def _introduction(form: Form, year: int) -> tuple[str, ...]:
    return (
        f"本手册列出{form.name}（{year}年度，金额单位：{form.amount_unit}）的全部勾稽关系。它由程序实际使用的规则文件生成："
        "程序怎样核对，这里就怎样写。",
        "级别分三种。错误：数字一定不对，改正后才能定稿。提示：一般不应如此，须核实并写明原因。提醒：仅供参考。",
        "核对的结果分四种。平：两边相等。尾差：以万元印的表，两边之差在四舍五入可能造成的范围以内，单独列出，不算错误；"
        "以元印的表没有尾差。不平：超出这个范围。待填：有关的格还没有填，既不算平也不算不平。"
        "缺表、缺上年报告、没有填写补充资料时，有关的关系记为未检查，不算通过。",
        "有数据的表里空白格按零核对。样表不印的类级、款级科目，按其下印出的科目之和核对；另一张表里没有的科目按零核对。",
        "「填」的格由程序按该关系算出，不必录入。读入别处来的报告时，同一条关系用来核对印出的数字。",
        "每条关系后面的核对人、日期两栏留空，供逐条复核后签字。",
    )


@dataclass(frozen=True)
class _Pages:
    """The tables of one handbook."""

    form: Form
    subtitle: str
    teller: Teller
    binding: Binding

    def blocks(self, rules: Sequence[Rule], functions: Sequence[RuleFunction]) -> Iterator[Table]:
        """Inside each table, between tables, beside the report, functions; a part without rules is left out."""
        known = [rule for rule in rules if tables_of(rule)]
        beside = [rule for rule in known if self._lies_beside(rule)]
        public = [rule for rule in known if rule not in beside]
        inside = [rule for rule in public if len(tables_of(rule)) == 1]
        across = [rule for rule in public if len(tables_of(rule)) > 1]
        parts = (("表内关系", inside), ("表间关系", across), ("补充资料、上年报告的关系", beside))
        made = [(title, _grid(self._titled(title), self._groups(part))) for title, part in parts if part]
        if functions:
            made.append(("按条件核对的规则", _function_grid(self._titled("按条件核对的规则"), functions)))
        for ordinal, (title, grid) in zip("二三四五六", made, strict=False):
            yield Table(grid, f"{ordinal}、{title}")

    def _titled(self, title: str) -> tuple[str, str]:
        return title, self.subtitle

    def _lies_beside(self, rule: Rule) -> bool:
        """Whether the rule needs a table that is not published (补充资料) or last year's report."""
        supplements = {table.name for table in self.form.supplements}
        return any(name.startswith(LAST_YEAR) or name in supplements for name in tables_of(rule))

    def _groups(self, rules: Iterable[Rule]) -> Groups:
        """Rules by the tables they look at; the tables in the form's order."""
        order = {name: place for place, name in enumerate(self.form.by_name)}
        groups: dict[tuple[str, ...], list[Row]] = {}
        for rule in rules:
            key = tuple(sorted(tables_of(rule), key=lambda name: order.get(name, len(order))))
            groups.setdefault(key, []).append(self._row(rule))
        ranked = sorted(groups, key=lambda key: [order.get(name, len(order)) for name in key])
        return [(self._named(key), groups[key]) for key in ranked]

    def _named(self, tables: Sequence[str]) -> str:
        here = [name for name in tables if name in self.form.by_name]
        told = self.teller.heading if len(tables) == 1 else self.teller.table
        return "\n".join([told(name) for name in here] or tables)

    def _row(self, rule: Rule) -> Row:
        use = f"填{self.teller.target(rule)}" if self._fills(rule) else "核对"
        if self._is_idle(rule):
            use = f"不适用：{self.teller.reason(rule)}"
        return rule.id, LEVEL_WORDS[rule.level], self.teller.relation(rule), rule.words, use, example(rule), "", ""

    def _is_idle(self, rule: Rule) -> bool:
        return rule in self.binding.not_applicable or (
            rule.quantifier == BY_LEVEL and not any(check.rule is rule for check in self.binding.checks)
        )

    def _fills(self, rule: Rule) -> bool:
        return any(check.rule is rule for check in self.binding.fills)


def _grid(titles: tuple[str, str], groups: Groups) -> Grid:
    """A table of rules; the first column is one cell for each group."""
    cells, row = [], FIRST_ROW
    for name, rows in groups:
        cells.append(Cell(row, 0, Role.LABEL, name, height=len(rows)))
        for texts in rows:
            cells += _rule_cells(row, texts, start=1)
            row += 1
    return _listed(titles, _COLUMNS, cells)


def _function_grid(titles: tuple[str, str], functions: Sequence[RuleFunction]) -> Grid:
    cells: list[Cell] = []
    for row, one in enumerate(functions, start=FIRST_ROW):
        words, source = _told(one)
        cells += _rule_cells(row, (one.id, LEVEL_WORDS[one.level], words, source, "", ""), start=0)
    return _listed(titles, _FUNCTION_COLUMNS, cells)


def _listed(titles: tuple[str, str], columns: Mapping[str, float], cells: Sequence[Cell]) -> Grid:
    title, subtitle = titles
    return listing(title, [Cell(LINE_ROW, 0, Role.HEAD, subtitle, width=len(columns))], columns, cells, _NOTES)


def _told(function: RuleFunction) -> tuple[str, str]:
    """What a function demands, and where that comes from."""
    source = function.source.replace("RULES.md", "校验规则清单").replace("DOMAIN.md", "业务说明")
    return squeezed(function.words), source


def _rule_cells(row: int, texts: Row, *, start: int) -> Iterator[Cell]:
    """One rule; the number and the level are centred, the last two cells are left for signing."""
    for column, text in enumerate(texts, start=start):
        short = column < start + 2
        role = Role.LABEL if text else Role.PAPER
        yield Cell(row, column, role, text, align=Align.CENTER if short else Align.LEFT)
