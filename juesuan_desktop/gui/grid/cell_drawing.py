"""One cell as it will be drawn: everything worked out beforehand, so that a repaint only draws."""

from dataclasses import dataclass

from PySide6.QtCore import QLine, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPolygon

from juesuan_desktop.forms.grid import Align, Cell, Role
from juesuan_desktop.gui.grid.measure import PAD, Ruler, is_amount, told
from juesuan_desktop.gui.grid.model import GridModel
from juesuan_desktop.gui.grid.sheet import GridSheet
from juesuan_desktop.gui.grid.signs import Sign
from juesuan_desktop.gui.look.marks import Mark, paint_mark
from juesuan_desktop.gui.look.theme import Theme
from juesuan_desktop.report.change import CONFIRMED

MARK_SIDE, CORNER, BAR, EDGE = 8, 7, 5, 2
BAR_PATTERN = Qt.BrushStyle.BDiagPattern
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
    bar: QColor | None
    edge: QRect | None
    rules: tuple[QLine, ...]

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Ground, words, signs. The rules are drawn over all cells at once."""
        if self.ground is not None:
            painter.fillRect(self.box, self.ground)
        if self.text:
            painter.setFont(self.font)
            painter.setPen(self.ink)
            painter.drawText(self.words, self.flags, self.text)
        if self.mark is not None:
            beside = BAR if self.bar is not None else 0
            side = QRectF(self.box.x() + 3 + beside, self.box.y() + 3, MARK_SIDE, MARK_SIDE)
            paint_mark(painter, side, self.mark, theme)
        if self.corner is not None:
            self._draw_corner(painter, self.corner)
        if self.bar is not None:
            painter.fillRect(self.box.x(), self.box.y(), BAR, self.box.height() - 1, QBrush(self.bar, BAR_PATTERN))
        if self.edge is not None:
            painter.fillRect(self.edge, theme["marks.carried"])

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
    sign = model.sign(cell)
    left = PAD + (BAR if sign.is_carried and cell.address is None else 0)
    words = box.adjusted(left, 0, -PAD, 0)
    ruler = sheet.fonts.ruler(cell.role)
    wrap = 0 if is_amount(cell) else Qt.TextFlag.TextWordWrap.value
    return CellDrawing(
        box=box,
        words=words,
        text=_grey(sign, ruler, words.width()) or told(cell, ruler, words.width()),
        flags=_ALIGN[cell.align].value | Qt.AlignmentFlag.AlignVCenter.value | wrap,
        font=sheet.fonts.of(cell.role),
        ink=theme["paper.line_no" if sign.grey else _ink(cell)],
        ground=_ground(cell, sign, theme),
        mark=sign.mark,
        corner=theme["marks.override"] if sign.is_override else None,
        bar=theme["marks.carried"] if sign.is_carried else None,
        edge=_edge(box, sign),
        rules=_rules(box) if cell.role.is_ruled else (),
    )


def _grey(sign: Sign, ruler: Ruler, width: int) -> str:
    """The grey amount; half of one would read as another: where there is no room, that there is one."""
    return sign.grey if ruler.width(sign.grey) <= width else "…"


def _edge(box: QRect, sign: Sign) -> QRect | None:
    """What was carried over and answered for keeps a thin edge: whole as it came, half where it was changed."""
    if not sign.answered:
        return None
    height = box.height() - 1
    return QRect(box.x(), box.y(), EDGE, height if sign.answered == CONFIRMED else height // 2)


def _ink(cell: Cell) -> str:
    is_number = cell.role is Role.HEADER and (cell.text.isdigit() or cell.text in _NUMBERING)
    return "paper.line_no" if cell.role is Role.PAPER or is_number else "paper.ink"


def _ground(cell: Cell, sign: Sign, theme: Theme) -> QColor | None:
    if sign.mark is not None and sign.mark is not Mark.NOTE:
        return theme[f"marks.{sign.mark}_ground"]
    if sign.is_carried:
        return theme["marks.carried_ground"]
    if sign.is_override:
        return theme["paper.overridden"]
    if cell.role is Role.PAPER and not cell.text:
        return theme["paper.unfilled"]
    return theme[_GROUNDS[cell.role]] if cell.role in _GROUNDS else None


def _rules(box: QRect) -> tuple[QLine, ...]:
    """The rules around a cell: drawn over all grounds at once they stay whole at any scale."""
    left, top = box.left() - 1, box.top() - 1
    return (
        QLine(left, top, box.right(), top),
        QLine(left, box.bottom(), box.right(), box.bottom()),
        QLine(left, top, left, box.bottom()),
        QLine(box.right(), top, box.right(), box.bottom()),
    )
