"""What a page for taking is about, what she wishes of it, and what she takes."""

from dataclasses import dataclass, field
from pathlib import Path

from juesuan_desktop.desk.proposal import Proposal

NEW_FILE, OPEN_REPORT = "new", "open"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What she chose about the whole file. ``into`` is a new file, or the report that is open."""

    into: str = NEW_FILE
    form_id: str | None = None
    amount_unit: str | None = None
    year: int = 0
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What she takes: the gesture of ``proposal`` without ``refused``, to a new file (None: the open report)."""

    proposal: Proposal
    refused: frozenset[str]
    target: Path | None


@dataclass(frozen=True)
class Words:
    """What a page for taking says: title, the heading of the column of what stands, the button."""

    title: str
    before: str
    button: str


@dataclass(frozen=True)
class Offer:
    """What the page is about.

    ``forms`` are ids with their names; ``open_name`` the report that is open, '' if there is none to import into;
    ``side_by_side`` shows what stood last year beside each value (a roll-over).
    """

    file: Path
    words: Words
    forms: tuple[tuple[str, str], ...]
    open_name: str = ""
    side_by_side: bool = False
    wishes: Wishes = field(default_factory=Wishes)
