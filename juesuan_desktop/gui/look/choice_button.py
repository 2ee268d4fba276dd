"""A large button that says what it does and, below, what that means. It grows with the text size."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from juesuan_desktop.gui.look.dress import Picture
from juesuan_desktop.gui.look.look import Look

SIDE, ABOVE, GAP = 10, 7, 10


class ChoiceButton(QPushButton):
    """``words`` may hold a mnemonic (&N); ``told`` is the line below; ``picture`` one of our drawings."""

    def __init__(self, words: str, told: str, look: Look, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._told = words, told
        Picture(self, look, picture)
        self.setFlat(True)
        self.setShortcut(QKeySequence.mnemonic(words))
        self.setAccessibleName(words.partition("(&")[0].replace("&", ""))
        self.setAccessibleDescription(told)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        title, told = QFontMetrics(self._title_font()), self.fontMetrics()
        words = max(title.horizontalAdvance(self._words), told.horizontalAdvance(self._told))
        width = 2 * SIDE + self.iconSize().width() + GAP + words
        return QSize(width, 2 * ABOVE + title.lineSpacing() + told.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_under_mouse or self.isDown():
            option.features &= ~QStyleOptionButton.ButtonFeature.Flat
        option.icon = QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        side = self.iconSize().width()
        title, told = QFontMetrics(self._title_font()), self.fontMetrics()
        self.icon().paint(painter, QRect(SIDE, ABOVE, side, max(side, title.lineSpacing())))
        left = SIDE + side + GAP
        width = self.width() - left - SIDE
        painter.setFont(self._title_font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        flags = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextShowMnemonic.value
        painter.drawText(QRect(left, ABOVE, width, title.lineSpacing()), flags, self._words)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        below = QRect(left, ABOVE + title.lineSpacing(), width, told.lineSpacing())
        shown = told.elidedText(self._told, Qt.TextElideMode.ElideRight, width)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft.value, shown)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
