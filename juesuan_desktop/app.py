"""Composition root: the only place that knows everyone."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from juesuan_desktop import locations
from juesuan_desktop.cli.commands import run
from juesuan_desktop.cli.parser import parse
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.shelf import Shelf


def desk() -> Desk:
    """The desk with the forms that ship, those of the user's data folder, and the rules."""
    resources = locations.resources()
    shelf = Shelf((resources / "forms", locations.user_forms()))
    return Desk(Library(shelf, resources / "rules", resources / "codes", locations.user_data() / "codes"))


def main(argv: list[str] | None = None) -> int:
    """Run the program with these words; the answer is the exit code of the contract."""
    _speak_utf8()
    args = parse(sys.argv[1:] if argv is None else argv)
    if args.command is None:
        return _window(args.file)
    if args.command == "shots":
        return _shots(args)
    return run(args, desk())


def _speak_utf8() -> None:
    """UTF-8 on every console: Windows consoles speak GBK otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _window(file: Path | None) -> int:
    from juesuan_desktop.gui.application import run as run_window

    return run_window(desk(), file)


def _shots(args: Namespace) -> int:
    """Qt reads its scale before it starts, so it is set here."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(args.scale)
    from juesuan_desktop.gui.application import run_shots

    return run_shots(desk(), args.file, args.output, args.size)
