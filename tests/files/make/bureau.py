"""A workbook as the bureau's 财决 system exports it (DOMAIN.md 3.1): other layouts, more columns, more tables."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import xlwt

from juesuan_desktop.forms.codes import is_code
from tests.files.make.old_sheet import Sheet, head
from tests.files.make.source import Source, source

DASH = "—"
Row = Sequence[object]
Merged = tuple[int, int, int, int]
BUDGETS = ("年初预算数", "全年预算数")
FUNDS = ("小计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
MEASURES = ("支出合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
NATURE = ("一、基本支出", "人员经费", "公用经费", "二、项目支出", "其中：基本建设类项目", "三、上缴上级支出")


def bureau(path: Path) -> None:
    """Nine tables that fill public ones, two that do not; real BIFF8, names cut at 31 characters."""
    told = source("hunan", 3, False)
    book = xlwt.Workbook()
    _overall(told, book)
    _appropriation(told, book)
    _coded(told, book, "income", "Z03 收入决算表(财决03表)", [*_plain(INCOME[:3]), *EDUCATION, *_plain(INCOME[4:])])
    _coded(told, book, "expenditure", "Z04 支出决算表(财决04表)", _plain(EXPENDITURE))
    _coded(told, book, "", "Z05 支出决算明细表(财决05表)", _plain(("合计", "工资福利支出", "商品和服务支出")))
    _coded(told, book, "general_budget", "Z07 一般公共预算财政拨款收入支出决算表(财决07表)", FLOWS)
    _detail(told, book)
    _coded(told, book, "gov_fund", "Z09 政府性基金预算财政拨款收入支出决算表(财决09表)", FLOWS)
    _coded(told, book, "state_capital", "Z11 国有资本经营预算财政拨款收入支出决算表(财决11表)", FLOWS)
    _coded(told, book, "", "Z12 资产负债简表(财决12表)", _plain(("合计", "年初数", "年末数")))
    _operation(told, book)
    book.save(str(path))


INCOME = ("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
EXPENDITURE = ("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
# headings from the top down, and the measure of the public table that the column is
Column = tuple[tuple[str, ...], str]
EDUCATION: list[Column] = [(("事业收入", "小计"), "事业收入"), (("事业收入", "其中：教育收费"), "")]
FLOWS: list[Column] = [
    (("年初结转和结余", "合计"), "年初结转和结余"),
    (("年初结转和结余", "基本支出结转"), ""),
    (("年初结转和结余", "项目支出结转和结余"), ""),
    (("本年收入", "合计"), "本年收入"),
    (("本年收入", "基本支出"), ""),
    (("本年收入", "项目支出"), ""),
    (("本年支出", "合计"), "本年支出"),
    (("本年支出", "基本支出", "小计"), "基本支出"),
    (("本年支出", "基本支出", "人员经费"), ""),
    (("本年支出", "基本支出", "公用经费"), ""),
    (("本年支出", "项目支出"), "项目支出"),
    (("年末结转和结余", "合计"), "年末结转和结余"),
    (("年末结转和结余", "项目支出结转和结余", "小计"), ""),
    (("年末结转和结余", "项目支出结转和结余", "项目支出结转"), ""),
]


def _plain(names: Sequence[str]) -> list[Column]:
    return [((name,), name) for name in names]


def _subjects(sheet: Sheet, columns: Sequence[tuple[str, ...]]) -> None:
    """项目 over A:D: the code in A:C (类款项), the name in D; amounts from E."""
    top = sheet.row
    sheet.put(top, 0, "项目", 0, 3)
    sheet.put(top + 1, 0, "支出功能分类科目编码", 0, 2)
    sheet.put(top + 1, 3, "科目名称", 1)
    for column, part in enumerate("类款项"):
        sheet.put(top + 2, column, part)
    deep = [path + ("",) * (3 - len(path)) for path in columns]
    head(sheet, [tuple(text for text in path if text) for path in deep], 4)
    sheet.row = top + 3
    sheet.add({0: "栏次", **{4 + at: str(at + 1) for at in range(len(columns))}}, {0: 3})


def _coded(told: Source, book: xlwt.Workbook, table: str, name: str, columns: Sequence[Column]) -> None:
    title, _, number = name.partition(" ")[2].partition("(")
    sheet = Sheet(book, name, title, number.rstrip(")"))
    _subjects(sheet, [path for path, _ in columns])
    values = told.values(table or "income")
    lines = list(dict.fromkeys(line for line, _ in values))
    for line in lines:
        amounts = [
            values.get((line, measure)) if measure else _other(table, line, at, values)
            for at, (_, measure) in enumerate(columns)
        ]
        cells: dict[int, object] = {0: line, **{4 + at: amount for at, amount in enumerate(amounts)}}
        cells[3] = next((one.name for one in told.lines.get("收入表", ()) if one.code == line), "") or _name(told, line)
        sheet.add(
            {0: "合计", **{k: v for k, v in cells.items() if k > 3}} if line == "合计" else cells,
            {0: 3 if line == "合计" else 2},
        )


def _name(told: Source, code: str) -> str:
    return next((one.name for lines in told.lines.values() for one in lines if one.code == code), "")


def _other(table: str, line: str, at: int, values: Mapping[tuple[str, str], Decimal | None]) -> object:
    """A figure in a column that the public table does not have: taken by mistake it would show."""
    return Decimal("77.77") + at if table and any(values.values()) and line == "合计" else None


def _blocks(
    sheet: Sheet,
    told: Source,
    table: str,
    left: Callable[[str], Row],
    right: Callable[[str], Row],
    widths: tuple[int, int],
) -> None:
    """Income on the left; by function in the middle; by nature on the right; totals reach over middle and right."""
    fixed = told.form.by_id[table].fixed_lines
    label = told.form.by_id[table].label
    middle = next(at for at, line in enumerate(fixed) if is_code(line))
    incomes, classes = list(fixed[:middle]), [line for line in fixed if is_code(line)]
    totals = list(fixed[middle + len(classes) :])
    second, third = 2 + widths[0], 4 + widths[0] + widths[1]
    for at, line in enumerate(classes):
        one = incomes[at] if at < len(incomes) - 1 else ""
        nature = NATURE[at] if at < len(NATURE) else ""
        cells: dict[int, object] = {}
        for start, text, amounts in (
            (0, label(one) if one else "", left(one)),
            (second, label(line), right(line)),
            (third, nature, [Decimal("88.88")] * widths[1] if nature else []),
        ):
            if text:
                cells |= {start: text, start + 1: str(sheet.row)}
                cells |= {start + 2 + n: amount for n, amount in enumerate(amounts)}
        sheet.add(cells)
    for line in totals:
        one = incomes[-1] if line == totals[-1] else ""
        cells = {second: label(line), third + 1: str(sheet.row)}
        cells |= {third + 2 + n: amount for n, amount in enumerate(right(line))}
        if one:
            cells |= {0: label(one), 1: str(sheet.row), **{2 + n: amount for n, amount in enumerate(left(one))}}
        sheet.add(cells, {second: third - second})


def _overall(told: Source, book: xlwt.Workbook) -> None:
    sheet = Sheet(book, "Z01 收入支出决算总表(财决01表)", "收入支出决算总表", "财决01表")
    block = ("行次", *BUDGETS, "决算数")
    head(
        sheet,
        [
            *(("收入", text) for text in ("项目", *block)),
            *(("支出", text) for text in ("项目(按功能分类)", *block, "项目(按支出性质和经济分类)", *block)),
        ],
        0,
    )
    sheet.add(
        {0: "栏次", 5: "栏次", 10: "栏次", **{at: str(n) for n, at in enumerate((2, 3, 4, 7, 8, 9, 12, 13, 14), 1)}}
    )
    values = told.values("overall")

    def amounts(line: str) -> Row:
        return ("55.55", DASH, values.get((line, "决算数")) or DASH)

    _blocks(sheet, told, "overall", amounts, amounts, (3, 3))


def _appropriation(told: Source, book: xlwt.Workbook) -> None:
    name = "财政拨款收入支出决算总表"
    sheet = Sheet(book, f"Z01_1 {name}(财决01-1表)", name, "财决01-1表")
    kinds = (*BUDGETS, "决算数")
    figures = [("支出", kind, fund) for kind in kinds for fund in FUNDS]
    head(
        sheet,
        [
            *(("收入", text) for text in ("项目", "行次", *kinds)),
            ("支出", "项目(按功能分类)"),
            ("支出", "行次"),
            *figures,
            ("支出", "项目(按支出性质和经济分类)"),
            ("支出", "行次"),
            *figures,
        ],
        0,
    )
    sheet.add({0: "栏次", 5: "栏次", 19: "栏次", 2: "1", 3: "2", 4: "3"})
    values = told.values("appropriation")

    def left(line: str) -> Row:
        return ("55.55", DASH, values.get((line, "决算数")) or DASH)

    def right(line: str) -> Row:
        return (*["55.55"] * 4, *[DASH] * 4, *(values.get((line, word)) or DASH for word in MEASURES))

    _blocks(sheet, told, "appropriation", left, right, (3, 12))


def _detail(told: Source, book: xlwt.Workbook) -> None:
    """A column for each 经济分类, a line for each 科目; the public table is the line 合计."""
    name = "一般公共预算财政拨款基本支出决算明细表"
    sheet = Sheet(book, f"Z08_1 {name}(财决08-1表)", name, "财决08-1表")
    label = told.form.by_id["basic_detail"].label
    values = told.values("basic_detail")
    codes = sorted(code for code, _ in values if is_code(code))
    paths = [("合计",), *((label(code[:3]), "小计" if len(code) == 3 else label(code)) for code in codes)]
    at = 1 + codes.index("310")
    paths[at:at] = [("资本性支出（基本建设）", "小计"), ("资本性支出（基本建设）", "房屋建筑物购建")]
    _subjects(sheet, paths)
    amounts: list[object] = [values[code, "决算数"] for code in codes]
    whole = sum((values[code, "决算数"] or Decimal(0) for code in codes if len(code) == 3), Decimal(0))
    cells = [whole, *amounts[: at - 1], None, None, *amounts[at - 1 :]]
    sheet.add({0: "合计", **{4 + n: cell for n, cell in enumerate(cells)}}, {0: 3})
    sheet.add({0: "2130304", 3: "水利行业业务管理", **{4 + n: cell for n, cell in enumerate(cells)}}, {0: 2})


def _operation(told: Source, book: xlwt.Workbook) -> None:
    """“三公” line by line, beside them counts."""
    sheet = Sheet(book, "F03 机构运行信息表(财决附03表)", "机构运行信息表", "财决附03表")
    head(sheet, [(text,) for text in ("项目", "行次", *BUDGETS, "决算数", "项目", "行次", "统计数")], 0)
    sheet.add({0: "栏次", 2: "1", 3: "2", 4: "3", 5: "栏次", 7: "4"})
    values = told.values("three_public")
    lines = (
        ("（一）支出合计", "三公合计"),
        ("1.因公出国（境）费", "因公出国（境）费"),
        ("2.公务用车购置及运行维护费", "公务用车购置及运行维护费"),
        ("（1）公务用车购置费", "公务用车购置费"),
        ("（2）公务用车运行维护费", "公务用车运行维护费"),
        ("3.公务接待费", "公务接待费"),
    )
    sheet.add({0: "一、“三公”经费支出", 1: "1", 2: DASH, 3: DASH, 4: DASH, 5: "四、机关运行经费", 6: "20", 7: DASH})
    for number, (text, word) in enumerate(lines, 2):
        budget, actual = values[word, "预算数"], values[word, "决算数"]
        sheet.add(
            {0: text, 1: str(number), 2: budget, 3: budget, 4: actual, 5: "公务用车数（辆）", 6: "21", 7: Decimal(2)}
        )
    sheet.add({0: "（1）国内接待费", 1: "8", 2: DASH, 3: DASH, 4: values["公务接待费", "决算数"]})
    sheet.add({0: "二、会议费", 1: "9", 2: DASH, 3: DASH, 4: Decimal("1.23")})


BUREAU: dict[str, Callable[[Path], None]] = {"bureau.xls": bureau}
