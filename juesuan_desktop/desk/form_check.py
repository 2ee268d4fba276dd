"""Is a form folder sound? Every fault by file and line."""

from pathlib import Path

from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.addresses import Place
from juesuan_desktop.forms.faults import Fault, FormError
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.shelf import FORM, Shelf
from juesuan_desktop.forms.table import Table


def faults_of_folder(library: Library, folder: Path) -> tuple[Fault, ...]:
    """All faults of the form in ``folder``, also those that show only when the rules are bound to it."""
    folder = folder.resolve()
    if not (folder / FORM).is_file():
        return (Fault(str(folder), 0, f"这个文件夹里没有 {FORM}，不是样表文件夹"),)
    roots = (*library.shelf.roots, folder.parent)
    try:
        form = Shelf(roots).load(folder.name)
    except FormError as error:
        return error.faults
    return faults_of_form(library, form)


def faults_of_form(library: Library, form: Form) -> tuple[Fault, ...]:
    """Faults between a form and the rules: unknown words, second `:=`, circles, ▣ that nothing fills."""
    lines = {table.name: form.example_lines for table in form.tables if table.repeats}
    binding = library.bind(form, lines)
    filled = {check.target for check in binding.fills}
    unfilled = (
        _unfilled(table, place)
        for table in form.tables
        for place in table.places(lines.get(table.name, ()))
        if table.is_computed(place.line, place.measure) and form.address(place) not in filled
    )
    return (*library.book.faults, *binding.faults, *unfilled)


def _unfilled(table: Table, place: Place) -> Fault:
    row = table.box(place.line, place.measure).row + 1
    return Fault(table.picture.file, row, f"{table.address(place.line, place.measure)} 是 ▣，但没有规则算它")
