"""The sample report of an invented unit, taken through everything the program does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from setup.console import ROOT, has_screen, run, say
from setup.environment import PYTHON

SOURCE = ROOT / "resources" / "samples" / "sample.txt"
OUT = ROOT / "out"
REPORT = OUT / "sample.juesuan"
EXPORTS = (OUT / "sample.xlsx", OUT / "sample.pdf")
SHOTS = OUT / "shots"

DONE = frozenset({0})
# 1 says "done, and the report has errors": worth reading, no reason to stop.
DONE_OR_ERRORS = frozenset({0, 1})


@dataclass(frozen=True)
class Step:
    """One command of the program, what it is for, and the exit codes that mean it was done."""

    purpose: str
    arguments: tuple[str | Path, ...]
    done: frozenset[int] = DONE


IMPORT = Step("读入样例报告", ("import", SOURCE, "-o", REPORT))
TOUR = (
    IMPORT,
    Step("审核", ("check", REPORT), DONE_OR_ERRORS),
    Step("导出 Excel 和 PDF", ("export", REPORT, "--to", EXPORTS[0], "--to", EXPORTS[1]), DONE_OR_ERRORS),
)


def tour() -> int:
    """Import, check and export the sample, then open the window on it, or draw the window where there is no screen."""
    OUT.mkdir(exist_ok=True)
    REPORT.unlink(missing_ok=True)
    if not all(take(step) for step in TOUR):
        return 1
    say("\n导出的文件：" + "".join(f"\n  {path}" for path in EXPORTS))
    return window() if has_screen() else shots(())


def window() -> int:
    """Open the window on the sample and wait until it is closed."""
    return 0 if take(Step("打开窗口", (REPORT,))) else 1


def shots(options: Sequence[str]) -> int:
    """Draw every tab and panel of the window into PNG files."""
    if not REPORT.exists():
        OUT.mkdir(exist_ok=True)
        if not take(IMPORT):
            return 1
    if not take(Step("把窗口画成图片（不需要屏幕）", ("shots", REPORT, "-o", SHOTS, *options))):
        return 1
    say(f"\n窗口的图片在：\n  {SHOTS}")
    return 0


def take(step: Step) -> bool:
    """Run one step of the program; say plainly when it fails."""
    say(f"\n== {step.purpose}")
    code = run([PYTHON, "-m", "juesuan_desktop", *step.arguments])
    if code not in step.done:
        say(f"「{step.purpose}」没有做成（退出码 {code}），就此停下。")
    return code in step.done
