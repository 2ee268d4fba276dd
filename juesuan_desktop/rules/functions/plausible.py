"""合理性 and what holds only under a condition (RULES.md 2 and 3)."""

from collections.abc import Iterator
from decimal import Decimal

from juesuan_desktop.amounts import printed
from juesuan_desktop.rules.findings import ACROSS, ERROR, INFO, PLAUSIBLE, WARNING
from juesuan_desktop.rules.functions.case import CODE_TABLES, Case, Hit, rule_function

EXPENDITURE_PARTS = ("一般公共表", "基金表", "国资表")
ADMINISTRATIVE, REFERENCED, INSTITUTION = "行政单位", "参公事业单位", "事业单位"
RUNNING_OFFICE, RUNNING_INSTITUTION = "行政运行", "事业运行"
USUAL_ANNUITY_SHARE = (Decimal("0.4"), Decimal("0.6"))
HIGH_MEAL = Decimal(500)


@rule_function("X0305-2", ERROR, ACROSS)
def only_fiscal_money(case: Case) -> Iterator[Hit]:
    """无非财政资金时，支出表应与一般公共、基金、国资三表逐科目一致（RULES.md 2）。

    无非财政资金：只有财政拨款收入，年初、年末结转和结余与财政拨款结转和结余相同。
    """
    case.need("收支总表", "财拨总表", "支出表", *EXPENDITURE_PARTS)
    if not _has_only_fiscal_money(case):
        return
    spent = case.column("支出表", "本年支出合计")
    spent_in = [case.column(table, "本年支出") for table in EXPENDITURE_PARTS]
    for line in case.lines.get("支出表", ()):
        whole, parts = spent(line.key), sum((amount(line.key) for amount in spent_in), Decimal(0))
        if whole != parts and not _is_rounding(case, whole - parts):
            told = f"支出表[{line.key}] {printed(whole)} 应等于一般公共、基金、国资三表之和 {printed(parts)}"
            cells = (f"支出表[{line.key}·本年支出合计]",)
            yield Hit(f"没有非财政资金，{told}", cells, printed=whole, expected=parts)


def _has_only_fiscal_money(case: Case) -> bool:
    other = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入", "使用非财政拨款结余")
    if any(case.amount(f"收支总表[{line}]") for line in other):
        return False
    carried_in = case.amount("收支总表[年初结转和结余]") == case.amount("财拨总表[年初财政拨款结转和结余]")
    carried_on = case.amount("收支总表[年末结转和结余]") == case.amount("财拨总表[年末财政拨款结转和结余·支出合计]")
    return carried_in and carried_on


def _is_rounding(case: Case, gap: Decimal) -> bool:
    return abs(gap) <= 4 * case.evidence.halves.get("支出表", Decimal(0))


@rule_function("P-2", INFO, PLAUSIBLE)
def codes_are_known(case: Case) -> Iterator[Hit]:
    """功能分类科目编码应有效、名称一致、按编码升序排列（RULES.md 3；科目库可能不全，只提示不拦截）。"""
    for doubt, table in case.doubts:
        if doubt.rule == "P-2":
            yield Hit(doubt.message, table=case.form.by_name[table].id)
    for table in CODE_TABLES:
        codes = [line.code for line in case.lines.get(table, ()) if line.code]
        if table in case.form.by_name and table not in case.evidence.unread and codes != sorted(codes):
            yield Hit(f"{table}的科目没有按编码从小到大排列", table=case.form.by_name[table].id)


@rule_function("S-7", WARNING, PLAUSIBLE)
def budgets_are_not_mixed(case: Case) -> Iterator[Hit]:
    """三本预算的科目不得混列：223 类只在国资表，基金科目只在基金表（RULES.md 3；科目库未证实的只提示）。"""
    for doubt, table in case.doubts:
        if doubt.rule == "S-7":
            level = ERROR if doubt.certain else WARNING
            yield Hit(doubt.message, table=case.form.by_name[table].id, level=level)


@rule_function("P-3", WARNING, PLAUSIBLE)
def same_codes(case: Case) -> Iterator[Hit]:
    """收入表、支出表科目范围应一致，仅靠结转安排的科目可不在收入表（RULES.md 3）。"""
    case.need("收入表", "支出表", "收支总表")
    if case.amount("收支总表[年初结转和结余]"):
        return
    income = {line.code for line in case.lines.get("收入表", ()) if line.level == "项"}
    spent = case.column("支出表", "本年支出合计")
    for line in case.lines.get("支出表", ()):
        if spent(line.key) and line.level == "项" and income and line.code not in income:
            yield Hit(
                f"{line.code} {line.name}有支出，但不在收入表里，也没有年初结转", (f"支出表[{line.key}·本年支出合计]",)
            )


@rule_function("P-4", INFO, PLAUSIBLE)
def running_costs_are_basic(case: Case) -> Iterator[Hit]:
    """行政运行、事业运行项级科目一般只反映基本支出，出现项目支出时核实（RULES.md 3）。"""
    case.need("支出表")
    running = (line for line in case.lines.get("支出表", ()) if line.name in (RUNNING_OFFICE, RUNNING_INSTITUTION))
    for line in running:
        cell = f"支出表[{line.key}·项目支出]"
        if case.amount(cell):
            yield Hit(f"{line.code} {line.name}有项目支出 {printed(case.amount(cell))}，请核实", (cell,))


@rule_function("P-5", INFO, PLAUSIBLE)
def codes_fit_the_unit(case: Case) -> Iterator[Hit]:
    """事业单位不应列「行政运行」，行政单位不应列「事业运行」（RULES.md 3，单一单位）。"""
    odd = {INSTITUTION: RUNNING_OFFICE, ADMINISTRATIVE: RUNNING_INSTITUTION}.get(case.unit_kind, "")
    for line in case.lines.get("支出表", ()):
        if odd and line.name == odd:
            yield Hit(f"{case.unit_kind}列支了 {line.code} {line.name}，请核实", (f"支出表[{line.key}·本年支出合计]",))


@rule_function("P-7", ERROR, PLAUSIBLE)
def running_funds_fit_the_unit(case: Case) -> Iterator[Hit]:
    """行政、参公单位的机关运行经费等于公用经费合计；事业单位无机关运行经费（RULES.md 3）。"""
    cell, public = "机关运行表[机关运行经费]", case.amount("基本支出表[公用经费合计]")
    amount, kind = case.amount(cell), case.unit_kind
    if kind == INSTITUTION and amount:
        yield Hit(f"事业单位没有机关运行经费，却填了 {printed(amount)}", (cell,), printed=amount, expected=Decimal(0))
    if kind in (ADMINISTRATIVE, REFERENCED) and amount != public:
        message = f"机关运行经费 {printed(amount)} 应等于公用经费合计 {printed(public)}"
        yield Hit(message, (cell, "基本支出表[公用经费合计]"), printed=amount, expected=public)


@rule_function("P-15", INFO, PLAUSIBLE)
def annuity_is_half_of_pension(case: Case) -> Iterator[Hit]:
    """职业年金缴费与基本养老保险缴费之比通常约为 50%，明显偏离时核实（RULES.md 3）。"""
    pension, annuity = case.amount("基本支出表[30108]"), case.amount("基本支出表[30109]")
    low, high = USUAL_ANNUITY_SHARE
    if pension and not low <= annuity / pension <= high:
        share = f"{annuity / pension * 100:.2f}%"
        yield Hit(
            f"职业年金缴费是养老保险缴费的 {share}，通常约 50%，请核实", ("基本支出表[30109]", "基本支出表[30108]")
        )


@rule_function("S-2", WARNING, PLAUSIBLE)
def spending_has_its_source(case: Case) -> Iterator[Hit]:
    """经营支出应有经营收入来源（RULES.md 3）。"""
    cell = "支出表[合计·经营支出]"
    if case.amount(cell) and not case.amount("收支总表[经营收入]"):
        yield Hit(f"有经营支出 {printed(case.amount(cell))}，却没有经营收入", (cell, "收支总表[经营收入]"))


@rule_function("S-3", WARNING, PLAUSIBLE)
def offices_do_no_business(case: Case) -> Iterator[Hit]:
    """行政单位不应有事业收入、经营收入、使用非财政拨款结余（RULES.md 3）。"""
    if case.unit_kind != ADMINISTRATIVE:
        return
    for line in ("事业收入", "经营收入", "使用非财政拨款结余"):
        if case.amount(f"收支总表[{line}]"):
            yield Hit(f"行政单位不应有{line}", (f"收支总表[{line}]",))


@rule_function("S-5", WARNING, PLAUSIBLE)
def meals_are_modest(case: Case) -> Iterator[Hit]:
    """公务接待费与批次、人次应匹配，人均明显偏高时核实（RULES.md 3；当地标准由单位自行掌握）。"""
    amount, guests = case.amount("三公表[公务接待费·决算数]"), case.amount("三公实物表[公务接待·人次]")
    cells = ("三公表[公务接待费·决算数]", "三公实物表[公务接待·人次]")
    if amount and not guests:
        yield Hit("有公务接待费，接待人次却是 0", cells)
    elif guests and amount / guests > HIGH_MEAL:
        yield Hit(f"人均接待费 {printed(amount / guests)} 元，明显偏高，请核实", cells)


@rule_function("N12-1", WARNING, PLAUSIBLE)
def cars_and_their_costs(case: Case) -> Iterator[Hit]:
    """公务用车运行维护费、购置费与保有量、购置数应匹配（RULES.md 4）。"""
    pairs = (("公务用车运行维护费", "公务用车保有"), ("公务用车购置费", "公务用车购置"))
    for cost, count in pairs:
        cells = (f"三公表[{cost}·决算数]", f"三公实物表[{count}]")
        if case.amount(cells[0]) and not case.amount(cells[1]):
            yield Hit(f"有{cost} {printed(case.amount(cells[0]))}，{count}车辆数却是 0", cells)


@rule_function("N13-1", INFO, PLAUSIBLE)
def projects_are_evaluated(case: Case) -> Iterator[Hit]:
    """有一般公共预算项目支出而绩效自评为 0 时提示（RULES.md 4）。"""
    cell = "一般公共表[合计·项目支出]"
    if case.amount(cell) and not case.amount("绩效表[绩效自评·项目数]"):
        yield Hit(f"有项目支出 {printed(case.amount(cell))}，绩效自评项目数却是 0", ("绩效表[绩效自评·项目数]", cell))
