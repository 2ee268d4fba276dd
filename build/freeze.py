"""Freeze the program into one folder that needs no Python, then prove that the folder works.

    python build/dev.py freeze            build, then try it
    python build/dev.py freeze --try      try what is there

The proof compares with the source tree: same exit code, same output, not a word on standard error.
"""

import difflib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from setup import frozen
from setup.console import ROOT, run, say, use_utf8

OUT = ROOT / "out" / "freeze"
PROGRAM = OUT / frozen.FOLDER / ("juesuan.exe" if os.name == "nt" else "juesuan")
WINDOW = PROGRAM.with_name(PROGRAM.name.replace("juesuan", "juesuan-window"))
SAMPLE = ROOT / "resources" / "samples" / "sample.txt"
SOURCE = (sys.executable, "-m", "juesuan_desktop")
# Qt says this once for every window that it draws without a screen.
HARMLESS = "This plugin does not support propagateSizeHints()"
RUNS = 7
WINDOW_SECONDS = 4


class Unexpected(Exception):
    """The frozen program did something else than the source tree."""


@dataclass(frozen=True)
class Told:
    """What one run of a program gave."""

    code: int
    output: str
    errors: str


@dataclass(frozen=True)
class Trial:
    """Two empty folders, one for the frozen program and one for the source tree, in which both do the same."""

    frozen: Path
    source: Path

    def same(self, purpose: str, *arguments: str | Path, codes: Sequence[int] = (0,)) -> None:
        """Run a command of both; raise Unexpected where they differ or the frozen one complains."""
        say(f"  {purpose}")
        ours = tell((PROGRAM, *arguments), self.frozen)
        theirs = tell((*SOURCE, *arguments), self.source)
        if ours != theirs:
            raise Unexpected(f"{purpose}：冻结程序与源码的结果不同\n{_difference(theirs, ours)}")
        if ours.code not in codes or ours.errors:
            raise Unexpected(f"{purpose}：退出码 {ours.code}\n{ours.errors or ours.output}")

    def same_file(self, name: str) -> None:
        """Raise Unexpected if the two wrote different files."""
        first, second = self.frozen / name, self.source / name
        if first.read_bytes() != second.read_bytes():
            raise Unexpected(f"{name}：冻结程序写出的（{first}）与源码写出的（{second}）不同")


def main(arguments: Sequence[str]) -> int:
    """Build (unless only a trial is wanted), try, and report size and start time."""
    use_utf8()
    if "--try" not in arguments and build() != 0:
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="juesuan-freeze-") as home:
            folders = [Path(home, name) for name in ("frozen", "source")]
            for folder in folders:
                folder.mkdir()
            prove(Trial(*folders))
    except Unexpected as fault:
        say(f"没通过：{fault}")
        return 1
    say(measured())
    return 0


def build() -> int:
    """Run PyInstaller with the spec; its work folders stay out of build/."""
    options = ("--noconfirm", "--clean", "--log-level", "WARN", "--workpath", OUT / "work", "--distpath", OUT)
    return run([sys.executable, "-m", "PyInstaller", *options, ROOT / "build" / "juesuan.spec"])


def prove(trial: Trial) -> None:
    """Take the sample through everything that could miss a file or a module when frozen."""
    say("\n冻结程序与源码对照：")
    trial.same("样表、规则、科目都在", "forms")
    trial.same("检查样例，没有错误", "check", SAMPLE)
    trial.same("检查样例（JSON）", "check", SAMPLE, "--json")
    trial.same("导入样例", "import", SAMPLE, "-o", "样例.juesuan")
    trial.same("导出 PDF 和 Excel", "export", "样例.juesuan", "--to", "样例.pdf", "--to", "样例.xlsx")
    trial.same_file("样例.pdf")
    trial.same_file("样例.xlsx")
    trial.same("读回 PDF 和 Excel（子进程）", "check", "样例.pdf", "样例.xlsx", "--json", codes=(0, 1))
    trial.same("两个进程同时检查", "check", "样例.pdf", SAMPLE, "--jobs", "2")
    trial.same("勾稽关系手册", "handbook", "--form", "hunan", "--year", "2023", "--to", "手册.xlsx")
    trial.same_file("手册.xlsx")
    trial.same("把窗口画成图片", "shots", "样例.juesuan", "-o", "图片")
    say("  打开窗口")
    open_window(trial.frozen)


def tell(command: Sequence[str | Path], folder: Path) -> Told:
    """Run a command in a folder, with nothing of the developer's own around it."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    loud = [line for line in done.stderr.splitlines() if line != HARMLESS]
    return Told(done.returncode, done.stdout, "\n".join(loud))


def open_window(folder: Path) -> None:
    """The windowed program must stay open and say nothing."""
    with subprocess.Popen(
        [WINDOW, "样例.juesuan"], cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    ) as window:  # fmt: skip
        try:
            said, _ = window.communicate(timeout=WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            window.kill()
            said, _ = window.communicate()
            loud = [line for line in said.splitlines() if line != HARMLESS]
            if not loud:
                return
            said = "\n".join(loud)
    raise Unexpected(f"窗口没有一直开着，或者说了话：\n{said}")


def measured() -> str:
    """Size and start time, in words."""
    files = [path for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    ours, theirs = (f"{_seconds(command) * 1000:.0f} 毫秒" for command in ((PROGRAM,), SOURCE))
    times = f"juesuan forms 从启动到结束：冻结程序 {ours}，源码 {theirs}（{RUNS} 次的中位数）"
    return f"\n{PROGRAM.parent}\n  {len(files)} 个文件，{size / 1e6:.0f} MB\n  {times}"


def _seconds(command: Sequence[str | Path]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        tell((*command, "forms"), OUT)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "JUESUAN_"))}
    own = {"JUESUAN_DATA": str(folder / "data"), "JUESUAN_FONTS": "builtin", "QT_QPA_PLATFORM": "offscreen"}
    # Windows: Qt looks for fonts in a folder when it draws into memory, and warns where there is none.
    own["QT_QPA_FONTDIR"] = str(ROOT / "resources" / "fonts")
    return {**kept, **own}


def _difference(theirs: Told, ours: Told) -> str:
    before, after = (f"退出码 {told.code}\n{told.output}\n{told.errors}".splitlines() for told in (theirs, ours))
    return "\n".join(difflib.unified_diff(before, after, "源码", "冻结程序", lineterm="", n=0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
