"""A random report that balances: figures drawn by fund (一般公共、基金、国资、非财拨), ▣ filled by the rules.

Drawn backwards from the balance: first what was spent, carried in and carried over, then the income that explains it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from random import Random

from juesuan_desktop import locations
from juesuan_desktop.amounts import YUAN_PER_WAN, rounded
from juesuan_desktop.desk.figures import unknown_beside
from juesuan_desktop.forms.addresses import table_of
from juesuan_desktop.forms.codes import Line, code_of, keyed, parents_of
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.table import Table
from juesuan_desktop.rules.binding import Binding, bind
from juesuan_desktop.rules.filling import fill
from juesuan_desktop.rules.judging import Evidence
from juesuan_desktop.rules.notation import Rule

Figures = dict[str, Decimal]
Lines = Mapping[str, tuple[Line, ...]]

HALF_OF_WAN = Decimal("0.005")
GENERAL, FUND, STATE = "一般公共预算", "政府性基金预算", "国有资本经营预算"
TABLE_OF = {GENERAL: "一般公共表", FUND: "基金表", STATE: "国资表"}
OTHER_SOURCES = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
OTHER_USES = ("上缴上级支出", "经营支出", "对附属单位补助支出")
THREE_PUBLIC = {
    "30212": "因公出国（境）费",
    "30217": "公务接待费",
    "30231": "公务用车运行维护费",
    "31013": "公务用车购置费",
}


@dataclass(frozen=True)
class Balanced:
    """A report whose every rule holds. ``figures`` are all its figures in 元, typed and computed."""

    form: Form
    year: int
    lines: Lines
    binding: Binding
    figures: Figures

    @property
    def evidence(self) -> Evidence:
        """The report as printed in 元: blanks are zero, nothing is rounded, nothing is known but the public tables."""
        return Evidence(self.figures, frozenset(self.form.by_name), unknown_beside(self.form, frozenset()))

    @property
    def in_wan(self) -> Evidence:
        """The report as printed in 万元: each cell rounded by itself, and each standing for half a place."""
        figures = {at: rounded(amount / YUAN_PER_WAN) for at, amount in self.figures.items()}
        return replace(self.evidence, figures=figures, halves=dict.fromkeys(self.form.by_name, HALF_OF_WAN))


def balanced(form: Form, rules: Sequence[Rule], seed: int, *, most_lines: int = 8, year: int | None = None) -> Balanced:
    """A balanced report for this form; the same seed gives the same report."""
    drawing = _Drawing(form, Random(seed), most_lines)
    drawing.draw()
    binding = bind(rules, form, drawing.lines)
    typed = {at: amount for at, amount in drawing.figures.items() if _is_typed(form, at)}
    public = {table.name for table in form.tables}
    everything = fill(binding, Evidence(typed, frozenset(form.by_name)))
    figures = {at: amount for at, amount in everything.items() if table_of(at) in public}
    return Balanced(form, year or drawing.random.choice(form.years), drawing.lines, binding, figures)


def _is_typed(form: Form, at: str) -> bool:
    place = form.place(at)
    return place is not None and not form.by_name[place.table].is_computed(place.line, place.measure)


@cache
def codes_of_budget(budget: str) -> tuple[tuple[str, str], ...]:
    """The 项 of a budget with their names, from the shipped 科目."""
    path = locations.resources() / "codes" / "functional.csv"
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "项" and row["budget"] == budget]
    return tuple((row["code"], row["name"]) for row in rows)


@dataclass
class _Drawing:
    form: Form
    random: Random
    most_lines: int

    def __post_init__(self) -> None:
        self.figures: Figures = {}
        self.lines: dict[str, tuple[Line, ...]] = {}

    def draw(self) -> None:
        items = {budget: self._items(budget) for budget in TABLE_OF}
        for budget, table in TABLE_OF.items():
            self._list(table, items[budget])
        everything = {line.key: line for lines in items.values() for line in lines}
        self._list("支出表", list(everything.values()))
        self._list("收入表", list(everything.values()))
        spent = {budget: self._spend(budget, [line.key for line in items[budget]]) for budget in TABLE_OF}
        carried = {budget: self._carry(budget, spent[budget], list(items[budget])) for budget in TABLE_OF}
        self._other_money(list(everything), carried)
        self._detail(self._total("一般公共表", "基本支出"))
        self._three_public()

    # -------------------------------------------------------------------------------------- lines

    def _items(self, budget: str) -> list[Line]:
        """Some 项 of a budget; a fund may have none, and the same code may be listed twice."""
        overall = self.form.by_name["收支总表"]
        known = [pair for pair in codes_of_budget(budget) if overall.measures_of(pair[0][:3])]
        least = 1 if budget == GENERAL else 0
        most = self.most_lines if budget == GENERAL else min(3, self.most_lines)
        chosen = self.random.sample(known, min(len(known), self.random.randint(least, most)))
        if chosen and budget == GENERAL and self.random.random() < 0.2:
            chosen.append((chosen[0][0], f"{chosen[0][1]}（另）"))
        return list(keyed(sorted(chosen)))

    def _list(self, table: str, items: Sequence[Line]) -> None:
        """The table's lines: the 项, under their 类 and 款 where the form prints those."""
        items = sorted(items, key=lambda line: line.key)
        above = {code for line in items for code in parents_of(line.code)}
        printed = keyed((code, f"{code} 的名称") for code in sorted(above))
        wanted = [line for line in printed if line.level in self.form.levels]
        self.lines[table] = tuple(sorted([*wanted, *items], key=lambda line: line.key))

    # -------------------------------------------------------------------------------------- money

    def _amount(self) -> Decimal:
        """An amount as units have them: often nothing, mostly thousands, sometimes cents or hundreds of millions."""
        if self.random.random() < 0.2:
            return Decimal(0)
        return Decimal(self.random.randint(1, 10 ** self.random.choice((2, 5, 7, 9, 11)))).scaleb(-2)

    def _shares(self, total: Decimal, count: int) -> list[Decimal]:
        """``total`` cut into ``count`` shares to the cent, none negative."""
        cents = int(total.scaleb(2))
        cuts = sorted(self.random.randint(0, cents) for _ in range(count - 1))
        return [Decimal(high - low).scaleb(-2) for low, high in zip([0, *cuts], [*cuts, cents], strict=True)]

    def _put(self, table: str, line: str, measure: str, amount: Decimal) -> None:
        """Add to a figure, as far as this form has it."""
        chosen = self.form.by_name[table]
        if chosen.has(line, measure):
            at = chosen.address(line, measure)
            self.figures[at] = self.figures.get(at, Decimal(0)) + amount

    def _total(self, table: str, measure: str) -> Decimal:
        chosen = self.form.by_name[table]
        keys = [line.key for line in self.lines[table] if line.level == "项"]
        return sum((self.figures.get(chosen.address(key, measure), Decimal(0)) for key in keys), Decimal(0))

    # -------------------------------------------------------------------------------------- funds

    def _spend(self, budget: str, keys: Sequence[str]) -> dict[str, Decimal]:
        """What was spent of a budget by 项, in its own table and in 支出表."""
        spent = {}
        for key in keys:
            basic, project = self._amount(), self._amount()
            for table in (TABLE_OF[budget], "支出表"):
                self._put(table, key, "基本支出", basic)
                self._put(table, key, "项目支出", project)
            spent[key] = basic + project
        return spent

    def _carry(self, budget: str, spent: Mapping[str, Decimal], lines: Sequence[Line]) -> tuple[Decimal, Decimal]:
        """What a budget carried in and over; the rest of what it spent came in this year, 项 by 项."""
        brought = left = Decimal(0)
        for line in lines:
            over = self._amount()
            into = self._shares(spent[line.key] + over, 2)[0]
            brought, left = brought + into, left + over
            income = spent[line.key] + over - into
            self._put("收入表", line.key, "财政拨款收入", income)
            if budget != GENERAL:
                self._put(TABLE_OF[budget], line.key, "年初结转和结余", into)
                self._put(TABLE_OF[budget], line.key, "本年收入", income)
                self._put(TABLE_OF[budget], line.key, "年末结转和结余", over)
            self._put("财拨总表", f"{budget}财政拨款", "决算数", income)
        self._put("财拨总表", f"年初{budget}", "决算数", brought)
        self._put("财拨总表", "年末财政拨款结转和结余", budget, left)
        return brought, left

    def _other_money(self, keys: Sequence[str], carried: Mapping[str, tuple[Decimal, Decimal]]) -> None:
        """Money from elsewhere: income of six kinds, spent on top, kept, distributed."""
        spent = Decimal(0)
        for key in keys:
            for measure in ("基本支出", "项目支出", *OTHER_USES):
                amount = self._amount() if self.random.random() < 0.3 else Decimal(0)
                self._put("支出表", key, measure, amount)
                spent += amount
        left, distributed = self._amount(), self._amount()
        brought, used, income = self._shares(spent + left + distributed, 3)
        for key, share in zip(keys, self._shares(income, len(keys)), strict=True):
            for source, part in zip(OTHER_SOURCES, self._shares(share, len(OTHER_SOURCES)), strict=True):
                self._put("收入表", key, source, part)
        self._put("收支总表", "使用非财政拨款结余", "决算数", used)
        self._put("收支总表", "结余分配", "决算数", distributed)
        self._put("收支总表", "年初结转和结余", "决算数", brought + sum(into for into, _ in carried.values()))
        self._put("收支总表", "年末结转和结余", "决算数", left + sum(over for _, over in carried.values()))

    # ------------------------------------------------------------------------------- single tables

    def _detail(self, total: Decimal) -> None:
        """基本支出 once more by 经济科目."""
        table = self.form.by_name["基本支出表"]
        typed = list(_typed_lines(table))
        for line, share in zip(typed, self._shares(total, len(typed)), strict=True):
            self._put(table.name, line, "决算数", share)

    def _three_public(self) -> None:
        """三公 as far as 基本支出 paid for it, within its budget."""
        table = self.form.by_name["基本支出表"]
        for code, line in THREE_PUBLIC.items():
            paid = self.figures[table.address(code, "决算数")] if table.has(code, "决算数") else Decimal(0)
            self._put("三公表", line, "决算数", paid)
            self._put("三公表", line, "预算数", paid + self._amount())


def _typed_lines(table: Table) -> Iterator[str]:
    return (line for line in table.fixed_lines if not table.is_computed(line, "决算数") and code_of(line).isdigit())
