"""What went wrong and nobody expected, written down for whoever looks after the program."""

import logging
import traceback
from datetime import datetime
from pathlib import Path

LOGGER = logging.getLogger(__name__)


def written_down(error: BaseException | None, folder: Path) -> Path:
    """The day's file of the journal, with the error in it; a disk that refuses must not make things worse."""
    now = datetime.now()
    file = folder / f"{now:%Y-%m-%d}.log"
    text = "".join(traceback.format_exception(error)) if error else ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as journal:
            journal.write(f"{now:%H:%M:%S}\n{text}\n")
    except OSError:
        LOGGER.exception("the journal cannot be written")
    return file
