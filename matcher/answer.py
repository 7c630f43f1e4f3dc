"""What the matcher answers: a short ranked list, what was set aside, and what would widen it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Match:
    """One listing that fits, with its reasons in words.

    ``score`` is a share in [0, 1] and the sum of ``parts``.
    ``distance_km`` is kilometres in a straight line to the nearest venue, None where none applies.
    """

    rank: int
    listing_id: str
    score: float
    parts: dict[str, float]
    distance_km: float | None
    next_at: datetime | None
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A listing that would have come up, and the one reason it cannot be offered."""

    listing_id: str
    because: str


@dataclass(frozen=True, slots=True)
class Widening:
    """One change the person could make, and how many listings it would add."""

    change: str
    adds: int


@dataclass(frozen=True, slots=True)
class Answer:
    matches: tuple[Match, ...]
    set_aside: tuple[SetAside, ...]
    widenings: tuple[Widening, ...]
