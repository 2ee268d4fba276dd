"""States of the list of findings that are drawn: all, filtered, opened groups, a reason that was written."""

from PySide6.QtWidgets import QWidget

from juesuan_desktop.gui.findings.model import WHY
from juesuan_desktop.gui.look.marks import Mark
from juesuan_desktop.gui.scenes.studio import Studio, report_in
from juesuan_desktop.gui.window import MainWindow

SPENT_ON_GUESTS, TOTAL = "三公表[公务接待费·决算数]", "收支总表[使用非财政拨款结余]"


def _with_findings(studio: Studio) -> MainWindow:
    """Errors, a warning and what is not checked."""
    window = studio.another(studio.filled())
    live = report_in(window).live
    live.type_figure(SPENT_ON_GUESTS, "150000")
    live.type_figure(TOTAL, "12345.67")
    window.review()
    return window


def _findings(studio: Studio) -> QWidget:
    studio.window.review()
    return studio.window


def _many(studio: Studio) -> QWidget:
    return _with_findings(studio)


def _filtered(studio: Studio) -> QWidget:
    """Only the warnings of one table."""
    window = _with_findings(studio)
    chips = report_in(window).findings.chips
    chips.kinds[Mark.WARNING].click()
    chips.tables["three_public"].click()
    return window


def _idle(studio: Studio) -> QWidget:
    """What was not checked, and why."""
    window = _with_findings(studio)
    panel = report_in(window).findings
    for group in panel.model.groups():
        panel.list.setExpanded(group, True)
        panel.list.scrollTo(group, panel.list.ScrollHint.PositionAtTop)
    return window


def _reason(studio: Studio) -> QWidget:
    """A reason being written for a warning."""
    window = _with_findings(studio)
    panel = report_in(window).findings
    rows = (panel.model.row(panel.model.index(at, 0)) for at in range(panel.model.rowCount()))
    row = [one.kind for one in rows if one].index(Mark.WARNING)
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    panel.list.edit(panel.model.index(row, WHY))
    return window


def _explained(studio: Studio) -> QWidget:
    """The warning with the reason that was written."""
    window = _with_findings(studio)
    live = report_in(window).live
    for finding in [one for one in live.standing.findings if one.rule == "P-6"]:
        live.explain_away(finding, "上级部门检查、学习交流批次增加，已报同级财政备案")
    window.review()
    return window


FINDING_SCENES = (
    ("findings", _findings),
    ("findings-many", _many),
    ("findings-filtered", _filtered),
    ("findings-idle", _idle),
    ("findings-reason", _reason),
    ("findings-explained", _explained),
)
