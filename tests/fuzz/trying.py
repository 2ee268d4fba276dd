"""Reading a damaged file all the way to a report."""

import traceback
from functools import cache
from pathlib import Path

from juesuan_desktop.app import desk
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.intake.material import IntakeError
from juesuan_desktop.intake.process import apart


@cache
def house() -> Desk:
    return desk()


def tried(path: Path) -> tuple[str, str]:
    """How it ended (read, refused, FAILED), and the trace of a failure."""
    try:
        house().read(path)
    except IntakeError as error:
        return ("refused: the child died" if apart.TOO_MUCH in str(error) else "refused"), ""
    except Exception:
        return "FAILED", traceback.format_exc()
    return "read", ""
