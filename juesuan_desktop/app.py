"""Composition root: the only place that knows everyone."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from juesuan_desktop import locations
from juesuan_desktop.cli import NOT_DONE
from juesuan_desktop.cli.noting import noted
from juesuan_desktop.cli.parser import parse
from juesuan_desktop.desk.desk import TOLD_ERRORS, Desk
from juesuan_desktop.desk.library import Library
from juesuan_desktop.forms.shelf import Shelf
from juesuan_desktop.obstacles import obstacle


def desk() -> Desk:
    """The desk with the forms that ship, those of the user's data folder, and the rules."""
    resources = locations.resources()
    shelf = Shelf((resources / "forms", locations.user_forms()))
    return Desk(Library(shelf, resources / "rules", resources / "codes", locations.user_data() / "codes"))


def main(argv: list[str] | None = None) -> int:
    """Run the program with these words; the answer is the exit code of the contract."""
    _speak_utf8()
    args = parse(sys.argv[1:] if argv is None else argv)
    try:
        return _ENTRANCES.get(args.command, _command_line)(args)
    except TOLD_ERRORS as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"{_place_of(error)}读写不了：{obstacle(error)}", file=sys.stderr)
    except Exception as error:
        print(f"没有做成，程序出了意外；{noted(error)}", file=sys.stderr)
    return NOT_DONE


def _place_of(error: OSError) -> str:
    return f"「{error.filename}」" if error.filename else "文件"


def _speak_utf8() -> None:
    """UTF-8 on every console: Windows consoles speak GBK otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _command_line(args: Namespace) -> int:
    from juesuan_desktop.cli.commands import run  # the window does without the commands

    return run(args, desk())


def _window(args: Namespace) -> int:
    gc.disable()  # until the window is shown all that is made is kept: there is nothing to look for
    from juesuan_desktop.gui.application import run as run_window

    return run_window(desk(), args.file)


def _shots(args: Namespace) -> int:
    """Qt reads its scale before it starts, so it is set here; so is where Windows finds fonts to draw into memory."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QPA_FONTDIR", str(locations.resources() / "fonts"))
    os.environ["QT_SCALE_FACTOR"] = str(args.scale)
    from juesuan_desktop.gui.application import run_shots

    return run_shots(desk(), args.file, args.output, args.size)


_ENTRANCES: Mapping[str | None, Callable[[Namespace], int]] = {None: _window, "shots": _shots}
