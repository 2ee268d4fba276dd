"""The packages of Debian and its kin that Python and Qt expect from the system."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from setup.console import has_screen, run, say

# Measured on a bare Debian 12: without these `import PySide6.QtWidgets` fails …
QT = ("libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1")
# … and without these no window opens on an X screen.
QT_ON_SCREEN = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)


def is_debian() -> bool:
    """Tell whether packages are installed with apt here."""
    return bool(shutil.which("dpkg-query") and shutil.which("apt-get"))


def is_root() -> bool:
    """Tell whether we may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def provide_qt() -> None:
    """Install what Qt misses, or say how; either way go on, since the person may have it from elsewhere."""
    if not is_debian():
        return
    needed = missing(QT + QT_ON_SCREEN if has_screen() else QT)
    if needed and not is_root():
        say(f"Qt 还缺几个系统包，请运行一次：sudo apt-get install -y {' '.join(needed)}")
    elif needed and not install(needed):
        say(f"系统包没有装上：{' '.join(needed)}。先继续，窗口可能打不开。")


def missing(packages: Sequence[str]) -> list[str]:
    """Return those packages that are not installed."""
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Abbrev}\n", *packages]
    lines = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    installed = {name for name, status in (line.split(maxsplit=1) for line in lines) if status.startswith("ii")}
    return [package for package in packages if package not in installed]


def install(packages: Sequence[str]) -> bool:
    """Install packages with apt, as root, without questions."""
    say(f"正在安装系统包：{' '.join(packages)} ……")
    quietly = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    steps = ((*quietly, "update"), (*quietly, "install", "-y", "--no-install-recommends", *packages))
    return all(run(step, DEBIAN_FRONTEND="noninteractive") == 0 for step in steps)
