"""What is told of a cell in words: its name, its tooltip, what a screen reader says, what its editor begins with."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from juesuan_desktop.desk.carried import remark_at
from juesuan_desktop.forms.grid import Cell
from juesuan_desktop.forms.table import Table
from juesuan_desktop.gui.grid.signs import Sign, findings_at
from juesuan_desktop.gui.live_report import LiveReport
from juesuan_desktop.gui.look.marks import word_of
from juesuan_desktop.report.change import CHANGED, CONFIRMED
from juesuan_desktop.rules.findings import Finding

MOST_TOLD = 3
_ANSWERED = {
    CONFIRMED: lambda: QCoreApplication.translate("CellWords", "沿用已确认"),
    CHANGED: lambda: QCoreApplication.translate("CellWords", "沿用已改"),
}


def name_of(live: LiveReport, table: Table, address: str) -> str:
    """A figure by what is printed around it: 「公开05表 行政运行 基本支出」."""
    place = live.session.form.place(address)
    if place is None:
        return ""
    names = {line.key: line.name for line in live.session.lines(table)}
    name = names.get(place.line) or table.label(place.line)
    return " ".join(filter(None, (table.layout.number, name, place.measure)))


def spoken(live: LiveReport, table: Table, cell: Cell, sign: Sign) -> str:
    """What a screen reader says: 「公开05表 行政运行 基本支出 200,000.00」, and the signs it has."""
    marks = [word_of(finding) for finding in findings_at(live, cell.address)]
    marks += [QCoreApplication.translate("CellWords", "沿用未确认")] if sign.is_carried and cell.address else []
    marks += [_ANSWERED[sign.answered]()] if sign.answered else []
    return " ".join(filter(None, (name_of(live, table, cell.address or ""), cell.text, *marks)))


def plain(live: LiveReport, cell: Cell) -> str:
    """What she edits: the figure as it is kept, whatever unit the paper prints."""
    amount = live.session.figures.get(cell.address or "")
    return live.session.report.words.get(cell.address or "", "") if amount is None else f"{amount.normalize():f}"


def tooltip(live: LiveReport, cell: Cell, sign: Sign) -> str:
    """One sentence for each sign and finding."""
    translate = QCoreApplication.translate
    if cell.address is None:
        return translate("CellWords", "科目沿用上年，请核对（F9 确认本表科目）")
    told = []
    if sign.is_override:
        source = live.session.report.sources.get(cell.address, "")
        words = translate("CellWords", "本格应由计算得出，现为{source}的数（Ctrl+0 恢复计算）")
        told.append(words.format(source=source))
    if sign.is_carried or sign.answered:
        told.append("；".join(filter(None, _carried(live, cell.address, sign))))
    if sign.suggestion:
        words = translate("CellWords", "年末余额配平时应为 {amount}（Ctrl+Enter 采用）")
        told.append(words.format(amount=sign.suggestion))
    if sign.so_far:
        words = translate("CellWords", "已填的合计 {amount}，还有格待填；其余确为零请按「余格填零」（F7）")
        told.append(words.format(amount=sign.so_far))
    told += [_sentence(live, finding) for finding in findings_at(live, cell.address)]
    return "\n".join(told[:MOST_TOLD])


def _carried(live: LiveReport, address: str, sign: Sign) -> Iterator[str]:
    """What became of a value of last year's, what to look at before confirming it, and where it stood."""
    translate = QCoreApplication.translate
    told = {
        "": translate("CellWords", "沿用上年，请确认（F9 确认）"),
        CONFIRMED: translate("CellWords", "沿用上年，已确认"),
        CHANGED: translate("CellWords", "沿用上年，已改"),
    }
    yield told[sign.answered]
    yield remark_at(address, live.session.form) if sign.is_carried else ""
    place = live.session.report.sources.get(address, "").partition(" ")[2]
    yield translate("CellWords", "来自 {origin}").format(origin=place) if place else ""


def _sentence(live: LiveReport, finding: Finding) -> str:
    """What is wrong and what made it so, in one sentence."""
    cause = live.session.state.causes.of(finding)
    return f"{word_of(finding)}：{finding.message}" + (f"；{cause}" if cause else "")
