"""From a picture to addresses: which 行 and which 栏 each box belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from juesuan_desktop.forms.addresses import squeezed
from juesuan_desktop.forms.codes import is_code
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.forms.picture import Kind, Picture, Sketch
from juesuan_desktop.forms.vocabulary import Words

REPEATED = "…"


@dataclass(frozen=True, slots=True)
class Box:
    """One figure cell of a picture. ``line`` is REPEATED in the rows of a code table that repeat."""

    row: int
    column: int
    line: str
    measure: str
    computed: bool
    label: str
    line_no: str


def bind(picture: Picture, words: Words) -> tuple[tuple[Box, ...], tuple[Fault, ...]]:
    """Every box with its address: per axis the first declared word to the left in its row or up in its header."""
    boxes: list[Box] = []
    faults: list[Fault] = []
    taken: set[tuple[str, str, str]] = set()
    for cell in picture.cells():
        if cell.kind is not Kind.BOX:
            continue
        box, complaint = _bind_one(picture, cell, words)
        key = (box.line, box.measure, _template(picture, cell.row)) if box else None
        if key in taken:
            complaint = "与另一格地址相同"
        if complaint or box is None or key is None:
            faults.append(Fault(picture.file, cell.row + 1, f"第 {cell.column + 1} 列：{complaint}"))
            continue
        taken.add(key)
        boxes.append(box)
    return tuple(boxes), tuple(faults)


def _bind_one(picture: Picture, cell: Sketch, words: Words) -> tuple[Box | None, str]:
    paths = (_leftward(picture, cell), _upward(picture, cell))
    lines = [word for path in paths if (word := _first_line(path, words))]
    measures = [word for path in paths if (word := next((s.word for s in path if words.is_measure(s.word)), ""))]
    if len(lines) != 1 or len(measures) != 1:
        return None, f"{_told('行', lines)}，{_told('栏', measures)}；请在印出的字后面写明，如 合计=本年支出"
    label, line_no = _label(paths[0], lines[0])
    return Box(cell.row, cell.column, lines[0], measures[0], cell.computed, label or lines[0], line_no), ""


def _leftward(picture: Picture, cell: Sketch) -> list[Sketch]:
    return _once(picture.owner[cell.row][column] for column in range(cell.column - 1, -1, -1))


def _upward(picture: Picture, cell: Sketch) -> list[Sketch]:
    return _once(picture.owner[row][cell.column] for row in range(min(cell.row, picture.body) - 1, -1, -1))


def _once(cells: Iterator[Sketch]) -> list[Sketch]:
    return list(dict.fromkeys(cells))


def _first_line(path: list[Sketch], words: Words) -> str:
    for cell in path:
        if cell.kind is Kind.REPEAT:
            return REPEATED
        if cell.kind is Kind.PRINTED and _may_name(cell, words) and words.is_line(cell.word):
            return cell.word
    return ""


def _may_name(cell: Sketch, words: Words) -> bool:
    """A number is paper (行次, 栏次) unless it is a code of the table or was given a name."""
    is_number = cell.printed.isdigit() and cell.word == cell.printed
    return not is_number or bool(words.codes and is_code(cell.word))


def _label(path: list[Sketch], line: str) -> tuple[str, str]:
    """The words printed for a line (科目名称 beside a code) and its printed 行次."""
    label = line_no = ""
    for cell in path:
        if cell.kind is not Kind.PRINTED or not cell.printed:
            continue
        if cell.printed.isdigit() and cell.word != line:
            line_no = line_no or cell.printed
        elif not label:
            label = squeezed(cell.printed)
        if cell.word == line:
            break
    return label, line_no


def _template(picture: Picture, row: int) -> str:
    """Which repeating row a box stands in ('' for a fixed line): 类款 and 项 rows share their addresses."""
    repeats = [cell for cell in picture.owner[row] if cell.kind is Kind.REPEAT]
    return repeats[0].word if repeats else ""


def _told(axis: str, found: list[str]) -> str:
    if not found:
        return f"找不到{axis}"
    return f"{axis}是「{'」和「'.join(found)}」" if len(found) > 1 else f"{axis}是「{found[0]}」"
