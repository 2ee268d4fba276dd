"""How long rules take: to load, to bind, to judge; against the bare sum of the same cells."""

from decimal import Decimal

from _measuring import chapter, measured
from generator.balanced import codes_of_budget

from juesuan_desktop import app
from juesuan_desktop.forms.codes import Line, keyed, parents_of
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.shelf import Shelf
from juesuan_desktop.rules.binding import Binding
from juesuan_desktop.rules.book import open_book
from juesuan_desktop.rules.filling import fill
from juesuan_desktop.rules.judging import Evidence, judge

LIBRARY = app.desk().library


def lines_of(form: Form, count: int) -> tuple[Line, ...]:
    """So many code lines: 类 and 款 too where the form prints them."""
    items = dict(codes_of_budget("一般公共预算"))
    codes = sorted({code for item in list(items)[:count] for code in (*parents_of(item), item)})
    lines = keyed((code, items.get(code, code)) for code in codes)
    return tuple(line for line in lines if line.level in form.levels)[:count]


def figures_of(form: Form, binding: Binding, lines: dict[str, tuple[Line, ...]]) -> Evidence:
    """Every cell of the public tables filled, each computed one by its rule."""
    typed = {
        form.address(place): Decimal(number * 7919 % 10**9).scaleb(-2)
        for table in form.tables
        for number, place in enumerate(table.places(lines.get(table.name, ())))
        if not table.is_computed(place.line, place.measure)
    }
    settled = frozenset(form.by_name)
    return Evidence(fill(binding, Evidence(typed, settled)), settled)


def bare_sum(binding: Binding, figures: dict[str, Decimal]) -> Decimal:
    """What no checker can do without: adding up the cells that the rules look at."""
    zero = Decimal(0)
    return sum((figures.get(cell, zero) for check in binding.checks for cell in check.cells), zero)


def main() -> None:
    with chapter("样表和规则"):
        shelf, folder = LIBRARY.shelf, LIBRARY.rules_folder
        for form_id in shelf.ids():
            measured(f"读入 {form_id} 和全部规则", lambda f=form_id: load(shelf, f, folder), target=150)
    for form_id in ("hunan", "national"):
        form = LIBRARY.form(form_id)
        for count, target in ((60, 5), (500, 20)):
            with chapter(f"{form_id}，每张科目表 {count} 行"):
                listed = {table.name: lines_of(form, count) for table in form.tables if table.repeats}
                told = 100 if count == 500 else None
                binding, _ = measured("套到样表上", lambda f=form, n=listed: LIBRARY.bind(f, n), times=5, target=told)
                evidence = figures_of(form, binding, listed)
                measured("计算全部 ▣", lambda b=binding, e=evidence: fill(b, Evidence({}, e.settled)))
                _, judged = measured("检查全部规则", lambda b=binding, e=evidence: judge(b, e), target=target)
                _, bare = measured("同样这些格只相加", lambda b=binding, e=evidence: bare_sum(b, dict(e.figures)))
                cells = sum(len(check.cells) for check in binding.checks)
                print(f"{len(binding.checks)} 条检查，{cells} 个数，检查是相加的 {judged / bare:.1f} 倍")


def load(shelf: Shelf, form_id: str, folder) -> object:
    return shelf.load(form_id), open_book(folder)


if __name__ == "__main__":
    main()
