"""Checking many reports, some at the same time; one that cannot be read does not stop the others."""

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from juesuan_desktop.cli.noting import noted
from juesuan_desktop.cli.telling import check_line, check_text, error_json, report_json
from juesuan_desktop.desk.desk import TOLD_ERRORS, Desk
from juesuan_desktop.intake.material import IntakeError

TEMPORARY = ("~$", ".")
MOST_JOBS = 61  # Windows waits for no more processes at once


@dataclass(frozen=True, slots=True)
class Checked:
    """One file's outcome, ready to print."""

    json: dict[str, Any]
    text: str
    line: str
    error: str
    has_errors: bool


def files_of(paths: Sequence[str], suffixes: Sequence[str], refused: Sequence[str]) -> tuple[Path, ...]:
    """The files that the words mean: files, globs, and what is in folders. Raises IntakeError for none.

    Of a folder also the office files that nothing here reads (``refused``): left out, they would seem checked.
    """
    wanted = (*suffixes, *refused)
    files = tuple(dict.fromkeys(chain.from_iterable(_files(path, wanted) for path in paths)))
    if not files:
        raise IntakeError(f"「{'、'.join(paths)}」里没有可以检查的报告（{'、'.join(suffixes)}）")
    return files


def check_all(files: Sequence[Path], desk: Desk, *, form_id: str | None, jobs: int) -> Iterator[Checked]:
    """Check every file, ``jobs`` at a time; each is told in the order given, as soon as it is done."""
    if jobs <= 1 or len(files) == 1:
        yield from (check_one(path, desk, form_id) for path in files)
        return
    from juesuan_desktop.cli.side_by_side import check_side_by_side

    yield from check_side_by_side(files, desk, form_id, min(jobs, len(files), MOST_JOBS))


def check_one(path: Path, desk: Desk, form_id: str | None) -> Checked:
    """Check a file. Whatever happens on the way, the others go on."""
    try:
        report, outcome = desk.check(path, form_id)
    except TOLD_ERRORS as error:
        return _unread(path, str(error))
    except Exception as error:
        return _unread(path, f"「{path}」没有查成，程序出了意外；{noted(error)}")
    text = "\n".join(check_text(report, outcome))
    return Checked(report_json(report, outcome), text, check_line(report, outcome), "", outcome.has_errors)


def _unread(path: Path, why: str) -> Checked:
    return Checked(error_json(str(path), why), "", "", why, has_errors=False)


def _files(word: str, suffixes: Sequence[str]) -> Iterator[Path]:
    path = Path(word)
    if path.is_dir():
        inside = (file for file in sorted(path.rglob("*")) if file.suffix.lower() in suffixes)
        yield from (file for file in inside if file.is_file() and not file.name.startswith(TEMPORARY))
    elif not path.exists() and glob.has_magic(word):
        yield from (Path(found) for found in sorted(glob.glob(word, recursive=True)))  # noqa: PTH207  a whole path with drive and **
    else:
        yield path
