"""The ruling lines of a PDF page: strokes, edges of stroked boxes, thin filled boxes."""

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int
from itertools import pairwise
from typing import Any, NamedTuple

from juesuan_desktop.intake.pdf.glyphs import Frame, number_of

THIN, SHORT, SLANT = 3.0, 3.0, 1.0  # points: a box so thin is a line, a line shorter or more askew is none
MOST_OBJECTS = 50_000
DEEPEST = 8  # forms within forms

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
STRAIGHT: Matrix = (1, 0, 0, 1, 0, 0)


class Ruling(NamedTuple):
    """A straight line across or down the page. PDF points from the upper left corner.

    ``at`` is its y if it runs across, its x if it runs down; ``start`` and ``end`` are its ends.
    """

    at: float
    start: float
    end: float


class Drawing(NamedTuple):
    """What is drawn on a page besides text: lines across and down, how much of the page pictures cover (0 to 1).

    ``unseen`` are the numbers of text objects that are not painted: the layer that a scanner's software guessed.
    """

    across: tuple[Ruling, ...]
    down: tuple[Ruling, ...]
    pictures: float
    unseen: frozenset[int]


class _Stroke(NamedTuple):
    """Points joined by straight lines; ``filled`` says that it is an area without a line around it."""

    points: Sequence[Point]
    filled: bool


def drawing_of(page: Any, frame: Frame) -> Drawing:
    """The ruling lines and pictures of a page (a raw pdfium page), turned as its text is."""
    import pypdfium2.raw as pdfium

    across: list[Ruling] = []
    down: list[Ruling] = []
    covered, unseen = 0.0, set[int]()
    for thing, matrix in _things(page):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if pdfium.FPDFTextObj_GetTextRenderMode(thing) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
                unseen.add(number_of(thing))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            for stroke in _strokes(thing, matrix):
                _sort(stroke, frame, across, down)
    width, height = frame.size
    return Drawing(tuple(across), tuple(down), covered / (width * height or 1), frozenset(unseen))


def _things(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Every object of a page with its matrix, those inside form XObjects too."""
    import pypdfium2.raw as pdfium

    left = MOST_OBJECTS
    waiting = [(pdfium.FPDFPage_GetObject(page, n), STRAIGHT, 0) for n in range(pdfium.FPDFPage_CountObjects(page))]
    waiting.reverse()
    while waiting and left:
        left -= 1
        thing, outer, depth = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield thing, outer
            continue
        matrix = _times(_matrix(thing), outer)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inside = range(pdfium.FPDFFormObj_CountObjects(thing))
            waiting += [(pdfium.FPDFFormObj_GetObject(thing, n), matrix, depth + 1) for n in inside]
        else:
            yield thing, matrix


def _matrix(thing: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    if n is STRAIGHT:
        return m
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _strokes(path: Any, matrix: Matrix) -> Iterator[_Stroke]:
    """The lines of a path, piece by piece; nothing for one that only clips."""
    import pypdfium2.raw as pdfium

    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) or not (fill.value or stroke.value):
        return
    a, b, c, d, e, f = matrix
    points: list[Point] = []
    x, y = c_float(), c_float()
    to_x, to_y = byref(x), byref(y)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, to_x, to_y)
        if index and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield _Stroke(points, not stroke.value)
            points = []
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if len(points) > 2 and pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield _Stroke(points, not stroke.value)


def _sort(stroke: _Stroke, frame: Frame, across: list[Ruling], down: list[Ruling]) -> None:
    """Put the straight lines of a stroke where they belong."""
    if len(stroke.points) < 2:
        return
    points = [frame.point(x, y) for x, y in stroke.points]
    if stroke.filled:
        points = _middle_line(points)
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y1 - y0) <= SLANT and abs(x1 - x0) >= SHORT:
            across.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= SLANT and abs(y1 - y0) >= SHORT:
            down.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _middle_line(points: Sequence[Point]) -> list[Point]:
    """A thin filled box is a line; a wide one (the shade of a cell) is none."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if bottom - top <= min(THIN, right - left):
        return [(left, (top + bottom) / 2), (right, (top + bottom) / 2)]
    if right - left <= THIN:
        return [((left + right) / 2, top), ((left + right) / 2, bottom)]
    return []
