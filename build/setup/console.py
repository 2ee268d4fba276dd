"""Say something to the person, and run a command for them."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def use_utf8() -> None:
    """Print Chinese on every console: a Windows console is GBK or worse unless told otherwise."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a console's streams can


def say(text: str) -> None:
    """Print one line at once, so that it stands above the output of the command that follows."""
    print(text, flush=True)


def run(command: Sequence[str | Path], **environment: str) -> int:
    """Run a command in the project's folder and return its exit code."""
    variables = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=variables, check=False).returncode


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
