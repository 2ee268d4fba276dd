"""One cell as it will be drawn: everything worked out beforehand, so that a repaint only draws."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygon

from juesuan_desktop.forms.grid import Align, Cell, Role
from juesuan_desktop.gui.grid_measure import PAD, told
from juesuan_desktop.gui.grid_model import GridModel
from juesuan_desktop.gui.grid_sheet import GridSheet
from juesuan_desktop.gui.marks import Mark, paint_mark
from juesuan_desktop.gui.theme import Theme

MARK_SIDE, CORNER = 8, 7
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_GROUNDS = {Role.HEADER: "paper.header", Role.COMPUTED: "paper.computed"}
_NUMBERING = ("栏次", "行次")


@dataclass(frozen=True, slots=True)
class CellDrawing:
    """A cell in the coordinates of its table. ``ground`` is None where the sheet itself shows."""

    box: QRect
    words: QRect
    text: str
    flags: int
    font: QFont
    ink: QColor
    ground: QColor | None
    mark: Mark | None
    corner: QColor | None

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Ground, words, signs. The rules are drawn over all cells at once."""
        if self.ground is not None:
            painter.fillRect(self.box, self.ground)
        if self.text:
            painter.setFont(self.font)
            painter.setPen(self.ink)
            painter.drawText(self.words, self.flags, self.text)
        if self.mark is not None:
            paint_mark(painter, QRectF(self.box.x() + 3, self.box.y() + 3, MARK_SIDE, MARK_SIDE), self.mark, theme)
        if self.corner is not None:
            self._draw_corner(painter, self.corner)

    def _draw_corner(self, painter: QPainter, colour: QColor) -> None:
        """The mark of a figure that stands against its computation."""
        right, top = self.box.right(), self.box.top()
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygon([QPoint(right - CORNER, top), QPoint(right, top), QPoint(right, top + CORNER)]))
        painter.restore()


def drawing_of(cell: Cell, model: GridModel, sheet: GridSheet, theme: Theme) -> CellDrawing:
    """How a cell looks now."""
    box = sheet.measures.box(cell)
    words = box.adjusted(PAD, 0, -PAD, 0)
    font = sheet.fonts.of(cell.role)
    wrap = 0 if cell.role.is_figure else Qt.TextFlag.TextWordWrap.value
    mark = model.mark(cell) if cell.address else None
    is_override = bool(cell.address) and model.is_override(cell)
    return CellDrawing(
        box=box,
        words=words,
        text=told(cell, QFontMetrics(font), words.width()),
        flags=_ALIGN[cell.align].value | Qt.AlignmentFlag.AlignVCenter.value | wrap,
        font=font,
        ink=theme[_ink(cell)],
        ground=_ground(cell, mark, theme, is_override=is_override),
        mark=mark,
        corner=theme["marks.override"] if is_override else None,
    )


def _ink(cell: Cell) -> str:
    is_number = cell.role is Role.HEADER and (cell.text.isdigit() or cell.text in _NUMBERING)
    return "paper.line_no" if cell.role is Role.PAPER or is_number else "paper.ink"


def _ground(cell: Cell, mark: Mark | None, theme: Theme, *, is_override: bool) -> QColor | None:
    if mark is not None and mark is not Mark.NOTE:
        return theme[f"marks.{mark}_ground"]
    if is_override:
        return theme["paper.overridden"]
    if cell.role is Role.PAPER and not cell.text:
        return theme["paper.unfilled"]
    return theme[_GROUNDS[cell.role]] if cell.role in _GROUNDS else None
