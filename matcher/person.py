"""The person somebody is looking for, as the matcher sees them."""

from dataclasses import dataclass
from enum import StrEnum


class Travel(StrEnum):
    """How the person gets about."""

    WALK = "walk"
    BUS = "bus"
    CAR = "car"


class Must(StrEnum):
    """What has to be so for a listing to be any use to the person."""

    STEP_FREE = "step_free"
    FREE = "free"
    WOMEN_ONLY = "women_only"
    MEN_ONLY = "men_only"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"
    ONLINE = "online"
    HOME_VISIT = "home_visit"
    CHILD_WELCOME = "child_welcome"
    CARER_WELCOME = "carer_welcome"
    SELF_INTRODUCTION = "self_introduction"


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east on WGS 84."""

    lat: float
    lng: float


@dataclass(frozen=True, slots=True)
class Home:
    """Where the person sets out from: a suburb, town or postcode, never an address."""

    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class Person:
    """What one person said, and what they said they need.

    ``times`` holds slots such as ``tue-am`` (see ``listing.Slot``); empty means any time.
    ``languages`` are codes such as ``en``, ``mi``, ``sm``, most at home in first.
    ``interests`` and ``needs`` are taxonomy terms such as ``nature.garden``.
    ``avoid`` is free words ("church", "groups").
    """

    what_matters: str = ""
    home: Home | None = None
    age: int | None = None
    travel: Travel | None = None
    max_km: float | None = None
    languages: tuple[str, ...] = ()
    must: frozenset[Must] = frozenset()
    interests: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    avoid: tuple[str, ...] = ()
    times: frozenset[str] = frozenset()
    country: str | None = None
