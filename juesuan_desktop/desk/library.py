"""Forms and rules, loaded once and bound as reports need them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.shelf import Shelf
from juesuan_desktop.forms.subjects import Catalogue, open_catalogue
from juesuan_desktop.rules.binding import Binding, bind
from juesuan_desktop.rules.book import RuleBook, open_book

LinesByTable = Mapping[str, Sequence[Line]]


@dataclass
class Library:
    """Everything about places and rules that a report can need."""

    shelf: Shelf
    rules_folder: Path
    codes_folder: Path
    own_codes: Path
    _forms: dict[str, Form] = field(default_factory=dict)

    @cached_property
    def book(self) -> RuleBook:
        """The balance rules."""
        return open_book(self.rules_folder)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The 科目 that ship, or her own list where she has one."""
        return open_catalogue(self.codes_folder, self.own_codes)

    def form(self, form_id: str) -> Form:
        """The form of that id. Raises FormError."""
        if form_id not in self._forms:
            self._forms[form_id] = self.shelf.load(form_id)
        return self._forms[form_id]

    def forms(self) -> tuple[Form, ...]:
        """Every form that can be loaded."""
        return tuple(self.form(form_id) for form_id in self.shelf.ids())

    def bind(self, form: Form, lines: LinesByTable) -> Binding:
        """The rules bound to a form with these code lines."""
        return bind(self.book.rules, form, lines)
