"""Forms and rules, loaded once and bound as reports need them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from juesuan_desktop.forms.codes import Line
from juesuan_desktop.forms.faults import Fault, FormError
from juesuan_desktop.forms.form import Form
from juesuan_desktop.forms.shelf import Drawn, Shelf
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
    _broken: dict[str, tuple[Fault, ...]] = field(default_factory=dict)
    _drawn: Drawn = field(default_factory=dict)

    @cached_property
    def book(self) -> RuleBook:
        """The balance rules."""
        return open_book(self.rules_folder)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The 科目 that ship, or her own list where she has one."""
        return open_catalogue(self.codes_folder, self.own_codes)

    def take_subjects(self, source: Path) -> Mapping[str, int]:
        """Use her own list of 科目 from now on: how many of each kind it has. Raises FormError; then all stays."""
        from juesuan_desktop.forms.subject_import import import_subjects

        counts = import_subjects(source, self.own_codes).counts
        self.__dict__.pop("catalogue", None)  # read again when next asked for
        return counts

    def form(self, form_id: str) -> Form:
        """The form of that id. Raises FormError."""
        if form_id not in self._forms:
            self._forms[form_id] = self.shelf.load(form_id, self._drawn)
        return self._forms[form_id]

    def forms(self) -> tuple[Form, ...]:
        """Every form that can be loaded; a broken one is left out (``broken_forms`` names its faults)."""
        return tuple(form for form_id in self.shelf.ids() if (form := self._loaded(form_id)))

    def ready(self) -> tuple[Form, ...]:
        """Every form; with them everything else that checking needs is loaded."""
        _ = self.book, self.catalogue
        return self.forms()

    def broken_forms(self) -> Mapping[str, tuple[Fault, ...]]:
        """The faults of every form that cannot be used, by its id."""
        self.forms()
        return dict(self._broken)

    def _loaded(self, form_id: str) -> Form | None:
        try:
            return self.form(form_id)
        except FormError as error:
            self._broken[form_id] = error.faults
            return None

    def bind(self, form: Form, lines: LinesByTable, before: Binding | None = None) -> Binding:
        """The rules bound to a form with these code lines; what other lines do not change is kept from ``before``."""
        return bind(self.book.rules, form, lines, before)
