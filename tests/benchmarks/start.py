"""From the start of the process until the window is painted and waits for her, beside a bare window of nine tables."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from _measuring import chapter, tell
from _started import BARE
from window import session_of

from juesuan_desktop import app

TIMES, TARGET = 9, 700
CHILD = Path(__file__).with_name("_started.py")


def started(name: str, arguments: list[str], bytecode: Path, target: float | None = None) -> float:
    """Start it some times, the first time not counted: then Python has compiled it, as it is where she works."""
    seconds, own = [], []
    for _ in range(TIMES + 1):
        told = subprocess.run(
            [sys.executable, str(CHILD), *arguments],
            env=_surroundings(bytecode) | {"STARTED": str(monotonic())},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        seconds.append(float(told[-2]))
        own.append(float(told[-1]))
    tell(name, seconds[1:], own[1:], target)
    return median(own[1:])


def _surroundings(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder), "JUESUAN_DATA": str(folder)}


def main() -> None:
    with TemporaryDirectory() as name, chapter("开窗口，从启动到画好"):
        folder = Path(name)
        bare = started("只有九张表的空窗口", [BARE], folder)
        shares = [("开始页", started("开始页", [], folder, TARGET))]
        for lines in (60, 500):
            session = session_of(app.desk(), folder, lines)
            path = session.project.path
            session.close()
            shares.append((f"{lines} 行的报告", started(f"{lines} 行的报告", [str(path)], folder, TARGET)))
        print("处理器的时间是空窗口的：" + "，".join(f"{title} {own / bare:.2f} 倍" for title, own in shares))


if __name__ == "__main__":
    main()
