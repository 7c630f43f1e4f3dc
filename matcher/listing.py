"""A listing as the matcher sees it: facts only, with unknown kept apart from no."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from matcher.person import Point

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("am", "pm", "eve")
SLOTS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)
"""Parts of the week: mornings end at noon, evenings begin at five."""


class Kind(StrEnum):
    SERVICE = "service"
    GROUP = "group"
    ACTIVITY = "activity"
    HELPLINE = "helpline"


class Mode(StrEnum):
    """How a person takes part."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    PHONE = "phone"
    HOME = "home"


class Reach(StrEnum):
    """Whom a listing is for by where they live."""

    LOCAL = "local"
    AREA = "area"
    NATIONAL = "national"


class Gender(StrEnum):
    ANY = "any"
    WOMEN = "women"
    MEN = "men"


class Cost(StrEnum):
    FREE = "free"
    DONATION = "donation"
    PAID = "paid"


class Joining(StrEnum):
    """How somebody gets in."""

    DROP_IN = "drop_in"
    SELF = "self"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"


class Capacity(StrEnum):
    OPEN = "open"
    WAITLIST = "waitlist"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Venue:
    """One place a listing meets.

    ``point`` is None when nobody knows; ``is_exact`` is False where the point only stands for
    a town, so that no distance is measured from it.
    ``access`` holds what is known: ``{"step_free": True}``; a feature left out is unknown.
    """

    name: str
    locality: str = ""
    point: Point | None = None
    is_exact: bool = True
    access: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Area:
    """A round area served, in kilometres about a point."""

    name: str
    centre: Point
    radius_km: float


@dataclass(frozen=True, slots=True)
class Listing:
    """One group, activity, service or helpline.

    ``offers`` and ``serves`` are taxonomy terms: what a person can do there, and needs it helps
    with.
    ``slots`` are the parts of the week it happens in (``tue-am``); empty means unknown.
    ``upcoming`` are the next sessions, aware and ascending; empty means unknown or always there.
    ``features`` holds what is known of the whole listing: ``{"child_welcome": True}``.
    None means nobody has said.
    """

    id: str
    name: str
    organisation_id: str
    organisation: str
    kind: Kind
    text: str
    source_id: str | None = None
    country: str | None = None
    first_visit: str = ""
    offers: frozenset[str] = frozenset()
    serves: frozenset[str] = frozenset()
    venues: tuple[Venue, ...] = ()
    modes: frozenset[Mode] = frozenset()
    reach: Reach = Reach.LOCAL
    area: Area | None = None
    min_age: int | None = None
    max_age: int | None = None
    gender: Gender | None = None
    audience_for: tuple[str, ...] = ()
    audience_not_for: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    cost: Cost | None = None
    joining: frozenset[Joining] = frozenset()
    features: Mapping[str, bool] = field(default_factory=dict)
    slots: frozenset[str] = frozenset()
    upcoming: tuple[datetime, ...] = ()
    capacity: Capacity | None = None
    capacity_on: date | None = None
    assured_on: date | None = None
    review_due_on: date | None = None
