"""A printed line while it is being read."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass
class Row:
    """A printed line while it is read."""

    code: str | None
    label: str | None
    word: str
    line_no: str | None = None
    values: dict[str, Decimal | None] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)  # why a measure that is printed has no amount

    @property
    def has_amount(self) -> bool:
        """Whether an amount was read for it already."""
        return any(amount is not None for amount in self.values.values())
