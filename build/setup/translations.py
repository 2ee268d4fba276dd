"""The interface in other languages: .ts files are kept, .qm files are made from them."""

import os
from pathlib import Path

from setup.console import ROOT, run
from setup.environment import PYTHON

FOLDER = ROOT / "translations"
SOURCE_LANGUAGE = "zh_CN"
LANGUAGES = ("en",)


def collect() -> int:
    """Bring every ``tr()`` of the program into the .ts files; without line numbers a diff shows changed texts only."""
    FOLDER.mkdir(exist_ok=True)
    # Paths relative to the project: lupdate writes them down as it gets them.
    sources = sorted(os.path.relpath(path, ROOT) for path in (ROOT / "juesuan_desktop").rglob("*.py"))
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", SOURCE_LANGUAGE]
    codes = [
        run([_tool("pyside6-lupdate"), *options, "-target-language", language, *sources, "-ts", _file(language)])
        for language in LANGUAGES
    ]
    return max(codes)


def compile_stale() -> int:
    """Make each .qm that is older than its .ts."""
    codes = [_compile(source) for source in sorted(FOLDER.glob("*.ts")) if _is_stale(source)]
    return max(codes, default=0)


def _compile(source: Path) -> int:
    return run([_tool("pyside6-lrelease"), "-silent", source, "-qm", source.with_suffix(".qm")])


def _is_stale(source: Path) -> bool:
    made = source.with_suffix(".qm")
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def _file(language: str) -> Path:
    return FOLDER / f"juesuan_{language}.ts"


def _tool(name: str) -> Path:
    return PYTHON.with_name(name + PYTHON.suffix)
