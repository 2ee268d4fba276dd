"""What goes into the frozen program, and what of the libraries stays out."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

FOLDER = "juesuan"
# Both run the same code; the windowed one opens no console on Windows.
# intake/process/apart.py looks for the first by name.
PROGRAMS = (("juesuan", True), ("juesuan-window", False))

# PyInstaller's start-up script for PySide6 loads half of it, 0.2 s for every `juesuan check`. It says where Qt's
# plugins are, which Qt finds out by itself; the windowed program, which loads Qt anyway, keeps it.
QT_HOOK = "pyi_rth_pyside6"

# Where locations.py looks in a wheel and in a frozen program.
_DATA = PurePosixPath("juesuan_desktop/_data")
_SHIPPED = ("resources", "translations")
_UNSHIPPED = ("*.ts", "*.tmp")

# No network, no window toolkit but Qt, no tests; hashlib does without OpenSSL.
UNUSED_MODULES = (
    "_hashlib",
    "_ssl",
    "asyncio",
    "ssl",
    "tkinter",
    "unittest",
    "pydoc",
    "pydoc_data",
    "doctest",
    "lib2to3",
    "setuptools",
    "PIL._avif",
    "PIL._webp",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PySide6.QtNetwork",
)

# Matched against names with / between folders; a later pattern of _KEPT wins.
_DROPPED = (
    "*/Qt/plugins/tls/*",
    "*/Qt/plugins/networkinformation/*",
    "*/Qt/plugins/generic/*",
    "*/Qt/plugins/egldeviceintegrations/*",
    "*/Qt/plugins/xcbglintegrations/*",
    "*/Qt/plugins/wayland-*",
    "*/Qt/plugins/platformthemes/*gtk*",
    "*/Qt/plugins/sqldrivers/*",
    "*/Qt/plugins/imageformats/*",
    "*/Qt/plugins/platforms/*",
    "*/Qt/translations/*",
    "*libQt6Network*",
    "*libQt6EglFS*",
    "*libQt6Wayland*",
    "*libQt6WlShell*",
    "*libwayland*",
    "*libgtk-3*",
    "*libgdk-3*",
    "*Qt6Network*",
    "*QtNetwork*",
    "*opengl32sw*",
    "*libssl*",
    "*libcrypto*",
    "PIL/_avif*",
    "PIL/_webp*",
    "*libavif*",
    "*/reportlab/fonts/*.pfb",
)
_KEPT = (
    "*/Qt/plugins/imageformats/*svg*",
    "*/Qt/plugins/imageformats/*ico*",
    "*/Qt/plugins/platforms/*xcb*",
    "*/Qt/plugins/platforms/*windows*",
    "*/Qt/plugins/platforms/*cocoa*",
    "*/Qt/plugins/platforms/*offscreen*",
    "*/Qt/translations/qtbase_zh_CN.qm",
    "*/Qt/translations/qtbase_en.qm",
)


def data(root: Path) -> list[tuple[str, str]]:
    """Our own data: every file and the folder it goes to."""
    return [(str(file), str(_DATA / file.parent.relative_to(root).as_posix())) for file in _files(root)]


def is_used(name: str) -> bool:
    """Whether a file that the libraries brought along is needed."""
    plain = name.replace("\\", "/").replace("PySide6/plugins", "PySide6/Qt/plugins")
    plain = plain.replace("PySide6/translations", "PySide6/Qt/translations")
    if any(fnmatch(plain, pattern) for pattern in _KEPT):
        return True
    return not any(fnmatch(plain, pattern) for pattern in _DROPPED)


def _files(root: Path) -> Iterator[Path]:
    for name in _SHIPPED:
        for file in sorted((root / name).rglob("*")):
            if file.is_file() and not any(fnmatch(file.name, pattern) for pattern in _UNSHIPPED):
                yield file
