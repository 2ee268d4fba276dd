"""The signs that say how a cell, a table or a check stands: each has its own shape, so that colour is never needed."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QIcon, QPainter, QPen, QPixmap, QPolygonF

from juesuan_desktop.gui.look.theme import Theme
from juesuan_desktop.rules.findings import ERROR, WARNING, Finding
from juesuan_desktop.rules.judging import Verdict

PIXMAP_SIDE, PIXMAP_SCALE = 14, 3


class Mark(StrEnum):
    """How something stands, the worst first."""

    BROKEN = "broken"
    WARNING = "warning"
    PENDING = "pending"
    ROUNDING = "rounding"
    NOTE = "note"
    UNCHECKED = "unchecked"
    EMPTY = "empty"
    DONE = "done"


SEVERITY = tuple(Mark)
_BY_VERDICT: Mapping[str | None, Mark] = {Verdict.ROUNDING: Mark.ROUNDING, Verdict.MISSING: Mark.PENDING}
_BY_LEVEL = {ERROR: Mark.BROKEN, WARNING: Mark.WARNING}


def mark_of(finding: Finding) -> Mark:
    """The sign of a finding."""
    return _BY_VERDICT.get(finding.verdict) or _BY_LEVEL.get(finding.level, Mark.NOTE)


def word(mark: Mark) -> str:
    """What a sign is called."""
    return {
        Mark.BROKEN: QCoreApplication.translate("Mark", "不平"),
        Mark.WARNING: QCoreApplication.translate("Mark", "提示"),
        Mark.PENDING: QCoreApplication.translate("Mark", "待填"),
        Mark.ROUNDING: QCoreApplication.translate("Mark", "尾差"),
        Mark.NOTE: QCoreApplication.translate("Mark", "提醒"),
        Mark.UNCHECKED: QCoreApplication.translate("Mark", "未检查"),
        Mark.EMPTY: QCoreApplication.translate("Mark", "空表"),
        Mark.DONE: QCoreApplication.translate("Mark", "已平"),
    }[mark]


def word_of(finding: Finding) -> str:
    """What a finding is called: an error that is no failed check is 错误, not 不平."""
    mark = mark_of(finding)
    if mark is Mark.BROKEN and finding.verdict is None:
        return QCoreApplication.translate("Mark", "错误")
    return word(mark)


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, theme: Theme) -> None:
    """Draw the sign into the box."""
    colour = theme[f"marks.{mark}"]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, box.width() / 7)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(QBrush(colour) if mark in _SOLID else Qt.BrushStyle.NoBrush)
    _DRAWN[mark](painter, box)
    painter.restore()


def mark_icon(mark: Mark, theme: Theme) -> QIcon:
    """The sign as an icon for lists and buttons."""
    pixmap = QPixmap(PIXMAP_SIDE * PIXMAP_SCALE, PIXMAP_SIDE * PIXMAP_SCALE)
    pixmap.setDevicePixelRatio(PIXMAP_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(2, 2, PIXMAP_SIDE - 4, PIXMAP_SIDE - 4), mark, theme)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _points(box: QRectF, *parts: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in parts])


def _triangle(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon(_points(box, (0.5, 0.08), (0.97, 0.92), (0.03, 0.92)))


def _diamond(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon(_points(box, (0.5, 0.05), (0.95, 0.5), (0.5, 0.95), (0.05, 0.5)))


def _ring(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _waves(painter: QPainter, box: QRectF) -> None:
    for height in (0.32, 0.68):
        wave = ((0.05, height + 0.1), (0.3, height - 0.12), (0.7, height + 0.12), (0.95, height - 0.1))
        painter.drawPolyline(_points(box, *wave))


def _dot(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box.center(), box.width() / 7, box.width() / 7)


def _dash(painter: QPainter, box: QRectF) -> None:
    painter.drawPolyline(_points(box, (0.15, 0.5), (0.85, 0.5)))


def _blank_sheet(painter: QPainter, box: QRectF) -> None:
    painter.drawRect(box.adjusted(*(box.width() * side for side in (0.18, 0.08, -0.18, -0.08))))


def _tick(painter: QPainter, box: QRectF) -> None:
    painter.drawPolyline(_points(box, (0.08, 0.55), (0.4, 0.86), (0.95, 0.16)))


_SOLID = frozenset({Mark.BROKEN, Mark.WARNING, Mark.NOTE})
_DRAWN: Mapping[Mark, Callable[[QPainter, QRectF], None]] = {
    Mark.BROKEN: _triangle,
    Mark.WARNING: _diamond,
    Mark.PENDING: _ring,
    Mark.ROUNDING: _waves,
    Mark.NOTE: _dot,
    Mark.UNCHECKED: _dash,
    Mark.EMPTY: _blank_sheet,
    Mark.DONE: _tick,
}
