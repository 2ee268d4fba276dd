"""The report's running text, cut into sections by their titles."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.form import Form, Section
from juesuan_desktop.forms.paper import filled
from juesuan_desktop.intake.material import Block, Material, Paragraph, RawTable
from juesuan_desktop.intake.recognition.cover import CONTENTS, FIRST_PART
from juesuan_desktop.intake.recognition.identity import LOOK_BACK
from juesuan_desktop.intake.recognition.spelling import plain_title, table_title
from juesuan_desktop.intake.recognition.years import YEAR
from juesuan_desktop.report.printed import PrintedSection

_PART = re.compile(r"^第[一二三四五六七八九十]+部分(?=.)")
_REMARK = re.compile(r"（[^（）]*）$")
_FIRST_NOTE = re.compile(r"\s*(?:注|说明|备注)\s*[：:]")
_NOTE = re.compile(rf"{_FIRST_NOTE.pattern}|\s*\d[.．、]")
_SAYING = re.compile(r"(?:的?情况)?的?(?:说明)?$")
_YEAR_BEFORE = re.compile(rf"^(?:{YEAR}|上)年度?(?=.)")
LONGEST_HEADING = 48


def read_sections(
    material: Material, form: Form, facts: dict[str, str], tables: Sequence[RawTable] = ()
) -> tuple[PrintedSection, ...]:
    """Every section of the form that is in the material, with its text; 目录 and the public ``tables`` are skipped."""
    reader = _Reader(form, facts)
    first, beside = _body(material, tables, reader.starts[0]), frozenset(_beside(material, form, tables))
    for block in (material[at] for at in range(first, len(material)) if at not in beside):
        if isinstance(block, Paragraph):
            reader.take(block)
        elif isinstance(block, RawTable) and block not in tables:
            reader.take_table(block)
    return reader.sections()


def _body(material: Material, tables: Sequence[RawTable], opening: frozenset[str]) -> int:
    """Where the report proper starts: at the last 「第一部分」 before the public tables, after 目录.

    Where parts have no numbers it is where the first section is named (``opening``) once more than in 目录.
    """
    starts = [
        index
        for index, block in enumerate(material)
        if isinstance(block, Paragraph) and squeezed(block.text).startswith(FIRST_PART)
    ]
    first_table = next((at for at, block in enumerate(material) if any(block is one for one in tables)), len(material))
    begun = [start for start in starts if start <= first_table]
    if begun or not any(squeezed(_text(block)) == CONTENTS for block in material):
        return max(begun, default=0)
    named = [at for at, block in enumerate(material) if _heading(plain_title(_text(block))) in opening]
    return named[1] if len(named) > 1 else 0


def _beside(material: Material, form: Form, tables: Sequence[RawTable]) -> Iterator[int]:
    """Where titles, head lines and notes of the public tables stand: tables may follow on a section's text."""
    titles = {plain_title(title) for one in form.tables for title in (one.layout.title, *one.layout.also)}
    public = (at for at, block in enumerate(material) if any(block is one for one in tables))
    for at in public:
        above = range(at - 1, max(at - 1 - LOOK_BACK, -1), -1)
        near = takewhile(lambda index: isinstance(material[index], Paragraph), above)
        yield from range(next((index for index in near if table_title(_text(material[index])) in titles), at), at)
        behind = [_text(block) for block in material[at + 1 : at + 1 + LOOK_BACK]]
        notes = list(takewhile(_NOTE.match, behind)) if any(map(_FIRST_NOTE.match, behind[:1])) else []
        yield from range(at + 1, at + 1 + len(notes))


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


class _Reader:
    """Goes through the paragraphs in order; a section's title starts it, any other heading of the form ends it."""

    def __init__(self, form: Form, facts: dict[str, str]) -> None:
        self.sections_of_form = form.sections
        self.starts = [_titles(section, form, facts) for section in form.sections]
        self.parts = [_part_of(section, form) for section in form.sections]
        self.headings = frozenset(_other_headings(form, facts))
        self.at = -1
        self.open = False
        self.found: dict[int, list[str]] = {}
        self.titles: dict[int, tuple[str, int | None]] = {}

    def take(self, paragraph: Paragraph) -> None:
        """Sort one paragraph in."""
        plain = plain_title(paragraph.text) if len(paragraph.text) <= LONGEST_HEADING else ""
        bare = _PART.sub("", plain)
        index = self._section(_heading(bare), _heading(_REMARK.sub("", bare)))
        if index is not None:
            self.at, self.open = index, True
            self.titles[index] = (squeezed(paragraph.text), paragraph.page)
            self.found[index] = []
        elif _heading(plain) in self.headings or _is_part(plain):
            self.open = False
        elif self.open:
            self.found[self.at].append(paragraph.text)

    def take_table(self, table: RawTable) -> None:
        """A table within a section (单位构成) is part of its text: a line for each row, cells parted by tabs."""
        if self.open:
            self.found[self.at] += ["\t".join(row).rstrip() for row in table.rows if any(row)]

    def _section(self, *plain: str) -> int | None:
        """The section a heading starts, in one of its writings: the nearest one after the present one.

        One before it is started where the part has another order here, or where only a list (目录) has named it.
        """
        after = range(self.at + 1, len(self.starts))
        before = (at for at in range(self.at + 1) if at in self.found or self.parts[at] == self.parts[self.at])
        blank = (index for index in (*after, *before) if not self.found.get(index))
        return next((index for index in blank for title in plain if title and title in self.starts[index]), None)

    def sections(self) -> tuple[PrintedSection, ...]:
        """What was found."""
        return tuple(
            PrintedSection(self.sections_of_form[index].id, title, "\n".join(self.found[index]), page)
            for index, (title, page) in sorted(self.titles.items())
        )


def _titles(section: Section, form: Form, facts: dict[str, str]) -> frozenset[str]:
    """How a section's heading may be written; one without a title of its own goes by its part's."""
    written = (section.title, *section.also) if section.title else (_part_of(section, form), *section.also)
    return frozenset(_heading(plain_title(filled(title, facts))) for title in written)


def _heading(plain: str) -> str:
    """A heading for comparing: 2023年度收入决算情况的说明, 收入决算情况 and 收入决算说明 are one."""
    return _SAYING.sub("情况", _YEAR_BEFORE.sub("", plain), count=1) if plain.endswith(("情况", "说明")) else plain


def _part_of(section: Section, form: Form) -> str:
    return next(part.title for part in form.parts if section in part.sections)


def _other_headings(form: Form, facts: dict[str, str]) -> Iterator[str]:
    for part in form.parts:
        titles: Sequence[str] = (part.title, *(section.under for section in part.sections if section.under))
        yield from (_heading(plain_title(filled(title, facts))) for title in titles)


def _is_part(plain: str) -> bool:
    """「第三部分」 alone, or with its title."""
    return plain.startswith("第") and "部分" in plain[:5] and len(plain) <= LONGEST_HEADING
