"""Pages as plain values: what stands where, in points from the top left corner. Nothing here draws."""

from dataclasses import dataclass, field

from juesuan_desktop.export.fonts import Use

MM = 72 / 25.4
A4 = (595.28, 841.89)
MIDDLE = 0.36  # from the middle of a Chinese character down to its baseline, at size 1


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text; ``y`` is its baseline, ``gap`` stands after each wide character, ``weight`` thickens it."""

    x: float
    y: float
    text: str
    use: Use
    size: float
    gap: float = 0.0
    weight: float = 0.0
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A black line, dotted for the leaders of the contents."""

    x1: float
    y1: float
    x2: float
    y2: float
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box without an edge, in grey."""

    x: float
    y: float
    width: float
    height: float
    grey: float


@dataclass(frozen=True, slots=True)
class Target:
    """A place that contents and bookmarks lead to."""

    key: str
    title: str
    level: int
    y: float


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads to a target."""

    left: float
    top: float
    right: float
    bottom: float
    key: str


Mark = Text | Rule | Box | Target | Link


@dataclass(frozen=True, slots=True)
class Margins:
    """White space round a page and how far above its lower edge the page number stands."""

    top: float
    right: float
    bottom: float
    left: float
    foot: float
    number_size: float


PROSE = Margins(37 * MM, A4[0] - 28 * MM - 28 * 16, 35 * MM, 28 * MM, 26 * MM, 14)  # 28 characters of 16 pt a line
SHEET = Margins(15 * MM, 16 * MM, 17 * MM, 16 * MM, 9 * MM, 10.5)


@dataclass(slots=True)
class Page:
    """One page; ``numbered`` says whether its number is printed."""

    width: float
    height: float
    margins: Margins
    numbered: bool = True
    marks: list[Mark] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where text begins."""
        return self.margins.left

    @property
    def right(self) -> float:
        """Where text ends."""
        return self.width - self.margins.right

    @property
    def top(self) -> float:
        """Where the first line begins."""
        return self.margins.top

    @property
    def bottom(self) -> float:
        """What no text may go below."""
        return self.height - self.margins.bottom


def prose_page(numbered: bool = True) -> Page:
    """An upright page of running text, with the margins of an official letter."""
    return Page(*A4, PROSE, numbered)


def sheet_page(landscape: bool) -> Page:
    """A page for a table, with small margins."""
    width, height = A4[::-1] if landscape else A4
    return Page(width, height, SHEET)
