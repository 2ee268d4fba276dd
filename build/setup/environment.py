"""The project's own Python in .venv, with exactly the pinned libraries."""

import hashlib
import importlib.util
import os
import sys

from setup import debian
from setup.console import ROOT, run, say

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

REQUIREMENTS = ROOT / "build" / "requirements-dev.txt"
_INPUTS = (REQUIREMENTS, ROOT / "build" / "requirements.txt", ROOT / "pyproject.toml")
_STAMP = VENV / "installed.sha256"

_WINDOWS_PATH = 260
_DEEPEST = 177  # the longest path that PySide6 brings, from our folder on


def prepare() -> None:
    """Make .venv fit the requirement files; when it does already, this takes no time."""
    debian.provide_qt()
    if not is_alive():
        create()
    if not _STAMP.exists() or _STAMP.read_text(encoding="utf-8") != wanted():
        install()
    compile_ours()


def compile_ours() -> None:
    """Compile what changed: the program starts in half the time, also where Python is told to write no .pyc itself."""
    run([PYTHON, "-m", "compileall", "-q", ROOT / "juesuan_desktop"])


def is_alive() -> bool:
    """Tell whether .venv has a Python; on Windows its python.exe stays when the Python that it starts is gone."""
    return PYTHON.exists() and (os.name != "nt" or run([PYTHON, "-c", ""]) == 0)


def create() -> None:
    """Create .venv, over the remains of an older one whose Python is gone."""
    say("正在建立 .venv ……")
    provide_ensurepip()
    if run([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
        sys.exit("建立 .venv 失败，原因见上面的英文。")


def provide_ensurepip() -> None:
    """Debian splits venv off its Python: install it, or say the one line that does."""
    if importlib.util.find_spec("ensurepip"):
        return
    if not (debian.is_debian() and debian.is_root() and debian.install(["python3-venv"])):
        sys.exit("这个 Python 缺 venv。请先运行一次：sudo apt-get install -y python3-venv")


def install() -> None:
    """Install the pinned libraries and the project itself, then note what for."""
    say("正在安装程序用到的库（第一次要几分钟）……")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    # The build backend is among the pins, so no second, unpinned one is fetched for the editable install.
    steps = ((*pip, "-r", REQUIREMENTS), (*pip, "--no-build-isolation", "--no-deps", "-e", ROOT))
    if any(run(step) != 0 for step in steps):
        sys.exit(f"库没有装上，原因见上面的英文；{_likely_reason()}再运行一次即可。")
    write_relative_path()
    _STAMP.write_text(wanted(), encoding="utf-8")


def _likely_reason() -> str:
    if os.name == "nt" and len(str(ROOT)) + _DEEPEST >= _WINDOWS_PATH:
        return f"多半是「{ROOT}」太长，Windows 的路径最多 260 个字，请把整个文件夹移到短一些的位置，如 C:\\juesuan，"
    return "多半是网络不通，通了以后"


def write_relative_path() -> None:
    """Let the editable install name our folder in ASCII, relative to itself.

    Python before 3.13 reads .pth files in the code page of the PC: a UTF-8 path with Chinese in it would keep
    this Python from starting at all.
    """
    for site in (*VENV.glob("lib/python*/site-packages"), *VENV.glob("Lib/site-packages")):
        (site / "_juesuan_desktop.pth").write_text(os.path.relpath(ROOT, site) + "\n", encoding="ascii")


def wanted() -> str:
    """Return the fingerprint of everything that decides what is in .venv."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in _INPUTS)).hexdigest()
