"""Sentences about what stands in a table and was not read, each with its place in the file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.intake.lines.blocks import Columns, Layout
from juesuan_desktop.intake.lines.header_rows import Header
from juesuan_desktop.intake.lines.headings import Path, Place
from juesuan_desktop.intake.lines.printed_amounts import is_dash, is_printed_amount
from juesuan_desktop.intake.material import RawTable

_FEW = 3
_MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class Unread:
    """Tells of one table, which people call ``name``; ``origins`` is for each row which row of the file it is."""

    raw: RawTable
    origins: Sequence[int]
    name: str

    def at(self, place: Place) -> str:
        """「（Sheet1!C5）」; '' where the file has no places."""
        where = self.raw.origin(self.origins[place[0]], place[1])
        return f"（{where}）" if where else ""

    def columns(self, header: Header, layout: Layout, lone: frozenset[int]) -> Iterator[str]:
        """Columns that are none of the form's (``lone`` are such for all their lines); measures that several claim."""
        known = layout.used.union(*(columns for _, columns in layout.disputed)) - lone
        yield from self.strange(header, [at for at in range(self.raw.columns) if at not in known])
        for word, columns in layout.disputed:
            places = "、".join(self._area((header.body, len(self.raw.rows) - 1), (at, at)) for at in columns)
            yield f"{self.name}有 {len(columns)} 栏都是「{word}」（{places}），不能确定用哪一栏，都没有读入"

    def strange(self, header: Header, columns: Iterable[int]) -> Iterator[str]:
        """Columns that are none of the form's and hold something, those side by side together."""
        rows = range(header.body, len(self.raw.rows))
        held = {at: [row for row in rows if _says_something(self.raw.rows[row][at])] for at in columns}
        for run in _runs([at for at in held if held[at]]):
            lines = sorted({row for at in run for row in held[at]})
            words = _listed("·".join(_words(header.paths[at])) for at in run)
            what = f"（{words}）不是样表的栏" if words else "没有栏名"
            yield f"{self.name}的 {self._area((lines[0], lines[-1]), (run[0], run[-1]))}{what}，没有读入"

    def cells(self, places: Iterable[Place]) -> Iterator[str]:
        """Figures whose row or column says nothing that the form has, row by row."""
        rows = [(row, [at for _, at in group]) for row, group in groupby(sorted(places), key=lambda place: place[0])]
        for row, columns in islice(rows, _MOST_ROWS):
            texts = self.raw.rows[row]
            label = next((squeezed(text) for text in texts if text and not is_printed_amount(text)), "")
            where = self._area((row, row), (columns[0], columns[-1]))
            figures = _listed(texts[at] for at in columns)
            yield f"{self.name}{f'「{label}」' if label else ''}的 {figures}（{where}）认不出是哪一行、哪一栏，没有读入"
        if len(rows) > _MOST_ROWS:
            yield f"{self.name}另有 {len(rows) - _MOST_ROWS} 行数字认不出是哪一行、哪一栏，没有读入"

    def twice(self, word: str, measure: str, places: Sequence[Place]) -> str:
        """One figure that stands in several cells."""
        where = "、".join(self._area((row, row), (at, at)) for row, at in places)
        return f"{self.name}「{word}」的{measure}有 {len(places)} 个（{where}），不能确定用哪一个，都没有读入"

    def all_of(self, places: Sequence[Place]) -> str:
        """A table with figures of which none could be read."""
        return f"{self.name}里有 {len(places)} 个数{self.at(places[0])}，一个也没有读懂，请核对它的表头"

    def _area(self, rows: tuple[int, int], columns: tuple[int, int]) -> str:
        return self.raw.area((self.origins[rows[0]], self.origins[rows[1]]), columns)


def _words(path: Path) -> Iterator[str]:
    return (squeezed(heading.text) for heading in path)


def _says_something(text: str) -> bool:
    return bool(text) and not is_dash(text)


def _runs(columns: Sequence[int]) -> Iterator[Columns]:
    """Columns that stand side by side."""
    for _, run in groupby(enumerate(columns), key=lambda pair: pair[1] - pair[0]):
        yield tuple(column for _, column in run)


def _listed(words: Iterable[str]) -> str:
    """The first few words, each once."""
    told = [word for word in dict.fromkeys(words) if word]
    return "、".join(told[:_FEW]) + ("等" if len(told) > _FEW else "")
