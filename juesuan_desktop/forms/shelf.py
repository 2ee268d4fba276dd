"""All forms that can be used: those that ship and those in the user's data folder."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from juesuan_desktop.amounts import YUAN
from juesuan_desktop.forms.binding import Box, bind
from juesuan_desktop.forms.csvfile import read_rows, read_text
from juesuan_desktop.forms.faults import Fault, FormError
from juesuan_desktop.forms.form import Form, Part, Section
from juesuan_desktop.forms.names import load_names
from juesuan_desktop.forms.picture import Picture, PictureError, draw
from juesuan_desktop.forms.table import KINDS, Layout, Table
from juesuan_desktop.forms.vocabulary import Vocabulary, Words, load_vocabulary
from juesuan_desktop.obstacles import in_words

VOCABULARY, NAMES, FORM = "vocabulary.csv", "names.csv", "form.toml"
BASE = "base"
Drawn = dict[tuple[Path, str], tuple[Picture, tuple[Box, ...]]]  # by file and table


@dataclass(frozen=True, slots=True)
class Shelf:
    """Folders that hold form folders; a later folder's form hides an earlier one of the same id."""

    roots: tuple[Path, ...]

    def ids(self) -> tuple[str, ...]:
        """The ids of all forms, sorted."""
        return tuple(sorted({file.parent.name for root in self.roots for file in root.glob(f"*/{FORM}")}))

    def load(self, form_id: str, drawn: Drawn | None = None) -> Form:
        """The form of that id. Raises FormError with every fault of its files.

        ``drawn`` is what was drawn already: places share most pictures, and drawing takes most of the time.
        """
        chain = tuple(self._chain(form_id))
        vocabulary, faults = load_vocabulary(self._shared(VOCABULARY))
        names, misnamed = load_names(self._shared(NAMES), vocabulary)
        reader = _Reader(chain, vocabulary, [*faults, *misnamed], {} if drawn is None else drawn)
        return replace(reader.read(), names=names)

    def _folder(self, form_id: str) -> Path:
        known = self.ids()
        if form_id not in known:  # "" and ".." are folders too
            raise FormError((Fault("样表", 0, f"没有名为「{form_id}」的，现有：{'、'.join(known)}"),))
        return next(root / form_id for root in reversed(self.roots) if (root / form_id / FORM).is_file())

    def _chain(self, form_id: str) -> Iterator["_Source"]:
        """The form's folder and those it builds on, itself first."""
        seen: set[str] = set()
        wanted: str | None = form_id
        while wanted is not None:
            if wanted in seen:
                raise FormError((Fault(wanted, 0, f"{BASE} 绕成了圈"),))
            seen.add(wanted)
            source = _Source.at(self._folder(wanted))
            yield source
            wanted = source.data.get(BASE)

    def _shared(self, file: str) -> Path:
        """A file that all forms share."""
        return next((root / file for root in self.roots if (root / file).is_file()), self.roots[0] / file)


@dataclass(frozen=True, slots=True)
class _Source:
    """One form folder and what its form.toml says."""

    folder: Path
    data: Mapping[str, Any]

    @classmethod
    def at(cls, folder: Path) -> "_Source":
        try:
            return cls(folder, tomllib.loads(read_text(folder / FORM)))
        except (tomllib.TOMLDecodeError, ValueError, OSError) as error:
            raise FormError((Fault(f"{folder.name}/{FORM}", 0, f"读不懂：{in_words(error)}"),)) from error


class _Reader:
    """Reads one form out of its chain of folders, gathering faults instead of stopping at the first."""

    def __init__(self, chain: Sequence[_Source], vocabulary: Vocabulary, faults: list[Fault], drawn: Drawn) -> None:
        self.chain, self.vocabulary, self.faults, self.drawn = chain, vocabulary, faults, drawn
        self.data: dict[str, Any] = {}
        for source in reversed(chain):
            self.data = _merged(self.data, source.data)

    def read(self) -> Form:
        whole, supplements = self._tables("order"), self._tables("supplements")
        first, last = self.data.get("years", (0, 0))
        if not whole:
            self._complain(0, "没有一张表（缺 order）")
        if self.faults:
            raise FormError(tuple(self.faults))
        return Form(
            id=self.chain[0].folder.name,
            name=self.data.get("name", self.chain[0].folder.name),
            years=range(first, last + 1),
            amount_unit=self.data.get("amount_unit", YUAN),
            levels=self._levels(),
            cover=tuple(self.data.get("cover", ())),
            head=tuple((row[0], row[1], row[2]) for row in self.data.get("head", ())),
            tables=whole,
            supplements=supplements,
            parts=tuple(_part(part) for part in self.data.get("parts", ())),
            vocabulary=self.vocabulary,
            blank_totals=self.data.get("blank_totals", False),
        )

    def _levels(self) -> tuple[str, ...]:
        return tuple(self.data.get("levels", ("类", "款", "项")))

    def _complain(self, line: int, message: str, file: str = "") -> None:
        self.faults.append(Fault(file or f"{self.chain[0].folder.name}/{FORM}", line, message))

    def _tables(self, listed: str) -> tuple[Table, ...]:
        found = (self._table(table_id) for table_id in self.data.get(listed, ()))
        return tuple(table for table in found if table)

    def _table(self, table_id: str) -> Table | None:
        entry = self.data.get("tables", {}).get(table_id)
        words = self.vocabulary.get((entry or {}).get("name", ""))
        if entry is None or words is None:
            self._complain(0, f"表「{table_id}」没有说明，或它的 name 不在 {VOCABULARY} 里")
            return None
        name = f"{table_id}.csv"
        file = next((file for source in self.chain if (file := source.folder / name).is_file()), None)
        if file is None:
            self._complain(0, f"缺少 {name}")
            return None
        bound = self.drawn.get((file, words.table)) or self._bound(file, words)
        if bound is None:
            return None
        picture, boxes = bound
        return Table(table_id, words.table, picture, boxes, words, self._layout(entry, picture), self._levels())

    def _bound(self, file: Path, words: Words) -> tuple[Picture, tuple[Box, ...]] | None:
        """A picture and its boxes; only a sound one is kept, so that every form tells of the faults in its pictures."""
        picture = self._picture(file)
        if picture is None:
            return None
        boxes, faults = bind(picture, words)
        self.faults += faults
        if not faults:
            self.drawn[file, words.table] = picture, boxes
        return picture, boxes

    def _picture(self, file: Path) -> Picture | None:
        name = f"{file.parent.name}/{file.name}"
        try:
            return draw(name, read_rows(file))
        except PictureError as error:
            self._complain(error.row, str(error), name)
        except (ValueError, OSError) as error:
            self._complain(0, in_words(error), name)
        return None

    def _layout(self, entry: Mapping[str, Any], picture: Picture) -> Layout:
        widths = tuple(float(width) for width in entry.get("widths", ())) or (10.0,) * picture.columns
        if len(widths) != picture.columns:
            self._complain(0, f"{entry['name']} 的 widths 有 {len(widths)} 个，表有 {picture.columns} 列")
        wrong = [kind for kind in entry.get("kinds", {}).values() if kind not in KINDS and "/" not in kind]
        if wrong:
            self._complain(0, f"{entry['name']} 的 kinds 不能是「{wrong[0]}」，只有{'、'.join(KINDS)}，或 甲/乙/丙")
        return Layout(
            title=entry.get("title", ""),
            number=entry.get("number", ""),
            sheet=entry.get("sheet", entry.get("title", "")),
            landscape=entry.get("landscape", False),
            widths=widths,
            notes=tuple(entry.get("notes", ())),
            empty=entry.get("empty", ""),
            places=entry.get("places", self.data.get("places", 2)),
            zero=entry.get("zero", self.data.get("zero", "0.00")),
            also=tuple(entry.get("also", ())),
            kinds=dict(entry.get("kinds", {})),
        )


def _part(entry: Mapping[str, Any]) -> Part:
    sections = tuple(
        Section(section["id"], section["title"], section.get("under", ""), tuple(section.get("also", ())))
        for section in entry.get("sections", ())
    )
    title = entry.get("title", "")
    return Part(entry.get("number", ""), title, sections, entry.get("tables", False), entry.get("name", title))


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """``above`` laid over ``below``; tables within tables are merged, everything else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _merged(merged[key], value) if both else value
    return merged
