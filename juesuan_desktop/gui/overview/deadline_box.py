"""By when the report must be public: the day of approval, typed in place, and the days it leaves."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from juesuan_desktop.desk.entering import day_of
from juesuan_desktop.desk.overview import APPROVED, Deadline, approved_on, deadline
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.dress import NARROW, Dress, Width
from juesuan_desktop.gui.look.look import Look

DATE_CHARACTERS = 16
PLAIN, WRONG = "window.text", "marks.broken"


class DeadlineBox(QWidget):
    """批复日期 and what follows from it. ``typed`` carries what she wrote, once it is a day (or nothing)."""

    typed = Signal(str)

    def __init__(self, live: LiveReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.day, self._told = QLineEdit(self), QLabel(self)
        self.day.setPlaceholderText(self.tr("如 2024-08-12"))
        self.day.setAccessibleName(self.tr("批复日期"))
        Width(self.day, look, just=NARROW * DATE_CHARACTERS, room=16)
        self._dress = Dress(self._told, look, ink=PLAIN)
        self._told.setWordWrap(True)
        label = QLabel(self.tr("批复日期(&D)"), self)
        label.setBuddy(self.day)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.day)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._told)
        self.day.editingFinished.connect(self.take)
        self.day.textEdited.connect(lambda: self._tell(""))

    @property
    def told(self) -> str:
        """What the box says."""
        return self._told.text()

    def refresh(self, today: date) -> None:
        """Show the day that is kept, and what follows from it."""
        if self.day.hasFocus() and self.day.isModified():
            return
        self.day.setText(self._live.session.report.text_of(APPROVED) or "")
        approved = approved_on(self._live.session)
        if approved is None:
            self._tell(self.tr("填上财政部门批复决算的日期，这里算出最晚公开日。"))
        else:
            self._tell_deadline(deadline(approved), today)

    def take(self) -> bool:
        """Keep what she typed; what is no day stays in the field, with the reason."""
        text = self.day.text().strip()
        if not self.day.isModified():
            return True
        day = day_of(text)
        if text and day is None:
            self._tell(self.tr("看不懂这个日期，请写成 2024-08-12 这样"), WRONG)
            return False
        self.day.setModified(False)
        self.typed.emit(day.isoformat() if day else "")
        return True

    def _tell_deadline(self, found: Deadline, today: date) -> None:
        left, day = found.days_left(today), self.tr("星期一 星期二 星期三 星期四 星期五 星期六 星期日").split()
        if left < 0:
            words, colour = self.tr("最晚 {latest}（{day}）公开，已经过了 {days} 天"), WRONG
        elif left == 0:
            words, colour = self.tr("最晚 {latest}（{day}）公开，就是今天"), WRONG
        else:
            words, colour = self.tr("最晚 {latest}（{day}）公开，还有 {days} 天；建议 {advised} 前交付"), PLAIN
        weekday = day[found.latest.weekday()]
        self._tell(words.format(latest=found.latest, day=weekday, days=abs(left), advised=found.advised), colour)

    def _tell(self, sentence: str, colour: str = PLAIN) -> None:
        self._dress.write_in(colour)
        self._told.setText(sentence)
