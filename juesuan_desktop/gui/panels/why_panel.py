"""「怎么算的」 at the right: follows the current cell, a moment after it, and only while it is seen."""

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from juesuan_desktop.desk.telling_why import why
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.look.marks import Mark, mark_icon
from juesuan_desktop.gui.panels.why_words import COMPUTE, SIGN_PIXELS, WHOLE, WhyWords

MOMENT_MILLISECONDS = 40
MARK = "mark"


class WhyPanel(QTextBrowser):
    """How the current figure comes about. ``cellRequested`` carries an address to go to."""

    cellRequested = Signal(str)
    leaveRequested = Signal()

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._look = live, look
        self._words = WhyWords(look, self)
        self._address, self._whole = "", False
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MILLISECONDS)
        self._moment.timeout.connect(self.refresh)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.document().setDocumentMargin(10)
        self.setAccessibleName(self.tr("怎么算的"))
        self.setTabChangesFocus(False)
        self.anchorClicked.connect(self._follow)
        live.changed.connect(self._wait)
        look.changed.connect(self._wait)

    def begin(self) -> None:
        """Ready for Tab, from link to link."""
        self.setFocus()

    def show_address(self, address: str) -> None:
        """Tell about another figure, once she has stopped there."""
        if address != self._address:
            self._address, self._whole = address, False
        self._wait()

    def refresh(self) -> None:
        """Tell how it stands now."""
        if not self.isVisible():
            return
        told = why(self._live.session, self._address) if self._address else None
        if told is None:
            self.setPlainText(self.tr("把光标移到一个数字上，这里就说它是怎么算出来的。"))
            return
        kept = self.verticalScrollBar().value()
        self.setHtml(self._words.page(told, whole=self._whole))
        self.verticalScrollBar().setValue(kept)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The signs of the verdicts, drawn as everywhere else."""
        address = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value and address.scheme() == MARK:
            side = round(SIGN_PIXELS * self.devicePixelRatioF())
            return mark_icon(Mark(address.path()), self._look.theme).pixmap(side, side)
        return super().loadResource(kind, name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leaveRequested.emit()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        if self.isVisible():
            self._moment.start()

    def _follow(self, link: QUrl) -> None:
        words = link.toString()
        if words == WHOLE:
            self._whole = True
            self.refresh()
        elif words == COMPUTE:
            self._live.compute_again(self._address)
        else:
            self.cellRequested.emit(words)
